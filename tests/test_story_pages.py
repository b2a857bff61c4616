"""Stories on the pages: kept from the map, put in order, opened, and played step by step."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data import arrangements, stories
from data.store import Store
from network.story import Told
from tests.conftest import STAFF
from tests.network_stage import click, said, stage
from tests.test_pages import app, turn_to
from tests.writing_verbs_network import a_story, an_arrangement
from views.network_changes import months_before
from views.saved_address import moves, query_of, read_query


def fill(opened: AppTest, label: str, text: str) -> None:
    fields = [*opened.text_input, *opened.text_area]
    next(each for each in fields if each.label == label).input(text)


def test_a_view_of_the_map_is_kept_with_its_day_as_the_first_step(demo_store: Store) -> None:
    opened = stage(demo_store, Role.STAFF, art=["office", "body"], stand="2018-05-04", weg="1")

    fill(opened, "Titel der neuen Erzählung (Pflichtfeld)", "Wer arbeitet mit wem?")
    fill(opened, "Titel dieser Ansicht (Pflichtfeld)", "Die Büros")
    fill(opened, "Text", "Zwei Büros.\nVier Gremien.")
    click(opened, "Merken")

    (kept,) = stories.stories(demo_store, STAFF)
    step = stories.story(demo_store, STAFF, kept.id)[1][0]
    assert (kept.title, kept.public, step.title) == ("Wer arbeitet mit wem?", False, "Die Büros")
    assert step.address == "art=body&art=office&stand=2018-05-04&weg=1"
    assert "Die Ansicht ist gemerkt" in said(opened)


def test_a_view_without_a_fixed_day_moves_with_the_calendar(demo_store: Store) -> None:
    made, _steps = a_story(demo_store)
    opened = stage(demo_store, Role.STAFF, art="office")

    opened.selectbox[0].select(made.id).run()
    fill(opened, "Titel dieser Ansicht (Pflichtfeld)", "Heute")
    opened.toggle[0].set_value(False)
    click(opened, "Merken")

    last = stories.story(demo_store, STAFF, made.id)[1][-1]
    assert (last.title, last.address) == ("Heute", "art=office")
    assert moves(last.address)


def test_a_view_without_a_title_is_not_kept_and_the_page_says_where(demo_store: Store) -> None:
    opened = stage(demo_store, Role.STAFF)

    fill(opened, "Titel der neuen Erzählung (Pflichtfeld)", "Netz")
    click(opened, "Merken")

    assert stories.stories(demo_store, STAFF) == []
    assert "Bitte füllen Sie dieses Feld aus" in said(opened)


def test_guests_are_not_offered_to_keep_a_view(demo_store: Store) -> None:
    opened = stage(demo_store)

    assert [each.label for each in opened.button if each.label == "Merken"] == []


def test_a_public_story_is_played_step_by_step_with_exactly_its_views(demo_store: Store) -> None:
    made, steps = a_story(demo_store, steps=3, public=True)
    address = {"art": "office", "stand": "2026-01-02"}
    opened = stage(demo_store, erzaehlung=made.id, schritt="1", **address)  # type: ignore[arg-type]

    assert "Schritt 1 von 3" in said(opened)
    assert TOLD_TEXT in said(opened)
    assert disabled(opened, "Zurück")
    click(opened, "Weiter")
    assert "Schritt 2 von 3" in said(opened)
    assert "stand" not in opened.query_params
    assert in_address(opened, "weg") == ["1"]
    click(opened, "Zurück")
    assert in_address(opened, "stand") == ["2026-01-02"]
    assert in_address(opened, "art") == ["office"]

    click(opened, "Beenden")
    assert steps[0].title not in said(opened)
    assert in_address(opened, "art") == ["office"]


TOLD_TEXT = "Zwei Stellen fehlen."


def in_address(opened: AppTest, name: str) -> list[str]:
    found = opened.query_params[name]
    return [found] if isinstance(found, str) else list(found)


def disabled(opened: AppTest, label: str) -> bool:
    return next(each for each in opened.button if each.label == label).disabled


def test_a_map_that_was_moved_on_by_hand_leads_back_to_the_view_of_the_step(
    demo_store: Store,
) -> None:
    made, _steps = a_story(demo_store, public=True)
    opened = stage(demo_store, erzaehlung=made.id, schritt="1", art="council")

    click(opened, "Ansicht dieses Schritts wieder zeigen")

    assert in_address(opened, "art") == ["office"]


@pytest.mark.parametrize("schritt", ["0", "99", "zwei", "²", ""])
def test_a_step_that_is_none_is_the_nearest_one(demo_store: Store, schritt: str) -> None:
    made, _steps = a_story(demo_store, steps=2, public=True)

    opened = stage(demo_store, erzaehlung=made.id, schritt=schritt)

    assert f"Schritt {2 if schritt == '99' else 1} von 2" in said(opened)


def test_an_internal_story_is_played_to_nobody_outside(demo_store: Store) -> None:
    made, _steps = a_story(demo_store)

    opened = stage(demo_store, erzaehlung=made.id, schritt="1")

    assert TOLD_TEXT not in said(opened)
    assert "nicht (mehr) öffentlich" in said(opened)


def test_the_list_shows_guests_the_public_stories_only(demo_store: Store) -> None:
    a_story(demo_store)
    stories.create_story(demo_store, STAFF, "Offen", Told("Eins"))
    opened_story = next(
        each for each in stories.stories(demo_store, STAFF) if each.title == "Offen"
    )
    stories.publish_story(
        demo_store, STAFF, opened_story.id, public=True, expected=opened_story.revision
    )

    page = turn_to(app(demo_store), "stories")

    assert [each.value for each in page.header] == ["Offen"]


def test_staff_puts_steps_in_order_changes_their_words_and_opens_the_story(
    demo_store: Store,
) -> None:
    made, steps = a_story(demo_store, steps=3)
    page = turn_to(app(demo_store, Role.STAFF), "stories", id=made.id)

    page.button(key=f"down_{steps[0].id}").click().run()
    headings = [each.value for each in page.header]
    assert headings == ["1\\. Schritt 2", "2\\. Wer fehlt", "3\\. Schritt 3"]
    third = stories.story(demo_store, STAFF, made.id)[1][2]
    page.button(key=f"out_{third.id}").click().run()
    second = stories.story(demo_store, STAFF, made.id)[1][1]
    page.text_area(key=f"text_{second.id}_{second.revision}").input("Neu gesagt.")
    page.button(key=f"save_{second.id}").click().run()
    page.button(key="story_open").click().run()

    assert not page.exception
    told, left = stories.story(demo_store, STAFF, made.id)
    assert told.public
    assert [each.title for each in left] == ["Schritt 2", "Wer fehlt"]
    assert left[1].text == "Neu gesagt."
    assert left[1].address == steps[0].address


def test_what_was_moved_is_kept_under_a_name_and_chosen_by_the_address(demo_store: Store) -> None:
    node = demo_store.find("organizations", source_key="migrantenbeirat")[0]["id"]
    opened = stage(demo_store, Role.COORDINATOR, stelle=node, schritte="1")
    opened.session_state["moved"] = {node: (12.0, 34.0)}
    opened.run()
    assert "1 Symbol wurde verschoben." in said(opened)

    fill(opened, "Name (Pflichtfeld)", "Für den Beirat")
    click(opened, "Als neue Anordnung merken")

    (made,) = arrangements.arrangements(demo_store)
    where = arrangements.places(demo_store, made.id)
    assert where[node] == (12.0, 34.0)
    assert 1 < len(where) < 10
    assert in_address(opened, "anordnung") == [made.id]
    assert opened.session_state["moved"] == {}
    click(opened, "„Für den Beirat“ entfernen")
    assert arrangements.arrangements(demo_store) == []
    assert "anordnung" not in opened.query_params


def test_guests_choose_an_arrangement_but_keep_none(demo_store: Store) -> None:
    made = an_arrangement(demo_store)
    opened = stage(demo_store)

    opened.selectbox(key="anordnung").select(made.id).run()

    assert in_address(opened, "anordnung") == [made.id]
    assert [each.label for each in opened.button if "Anordnung" in each.label] == []


def test_what_changed_is_told_in_numbers_and_rows(demo_store: Store) -> None:
    opened = stage(demo_store, seit="2015-01-01", stand="2018-06-01")

    text = said(opened)
    assert "Zwischen 1. Januar 2015 und 1. Juni 2018 sind neu: 1 Eintrag und 4 Verbindungen" in text
    assert "wird fortgeführt als" in text
    assert "Verbindungen ohne Datum: ob sie neu sind, ist nicht bekannt." in text
    rows = opened.table[0].value
    assert len(rows) == 8
    assert set(rows["Veränderung"]) == {"neu", "beendet", "fortgeführt"}


def test_an_earlier_day_is_one_click_away(demo_store: Store) -> None:
    opened = stage(demo_store, stand="2018-05-31")

    click(opened, "vor einem Vierteljahr")
    assert in_address(opened, "seit") == ["2018-02-28"]

    click(opened, "Vergleich beenden")
    assert "seit" not in opened.query_params


def test_the_day_some_months_before_is_in_that_month() -> None:
    day = read_query("stand=2026-03-31").day

    assert months_before(day, 1).isoformat() == "2026-02-28"
    assert months_before(day, 3).isoformat() == "2025-12-31"
    assert months_before(day, 12).isoformat() == "2025-03-31"


def test_a_kept_address_says_again_what_it_said_and_nothing_more() -> None:
    asked = read_query("art=office&stand=2020-01-02&evil=1&lang=en&schritte=99")

    assert query_of(asked) == "art=office&stand=2020-01-02"
    assert read_query(query_of(asked)) == asked
