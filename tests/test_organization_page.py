"""The public page of one organisation, the directory and the panel: what each of them says."""

import re
from datetime import timedelta
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.clock import today
from data.organizations import organization
from data.rows import to_row
from data.stated_ties import state_tie
from data.store import Store
from network.organization import Person
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.network_pages import map_at, texts
from tests.test_pages import app, turn_to
from tests.writing_verbs_upkeep import OWN, a_contact, a_tie, an_organization, long_ago, plain

OLD = "möglicherweise veraltet"


@pytest.fixture
def clubs(demo_store: Store, demo_path: Path) -> Store:
    """Two clubs of which the one needs what the other offers, in the demo city."""
    assert demo_path
    an_organization(demo_store, OWN, "Sprachcafé Eins", needs=("Raum für Treffen",))
    an_organization(demo_store, "verein-zwei", "Bürgerhaus Zwei", offers=("Gruppenraum",))
    an_organization(demo_store, "weg", "Café von früher", merged_into_id=OWN)
    a_contact(demo_store, OWN, "geheim@example.org")
    public = Person(
        id="public", name="Öffentliche Frau", organization_id=OWN,
        email="offen@example.org", public=True,
    )  # fmt: skip
    demo_store.insert("persons", to_row(public))
    state_tie(demo_store, COORDINATOR, OWN, a_tie("funds", since="2024"), plain)
    return demo_store


def page_of(store: Store, identifier: str, role: Role = Role.PUBLIC) -> AppTest:
    return turn_to(app(store, role), "organization", id=identifier)


def whole(opened: AppTest) -> str:
    """Return all words of a page."""
    shown = [
        *opened.title, *opened.header, *opened.text, *opened.caption, *opened.markdown,
        *opened.info,
    ]  # fmt: skip
    links = [each.proto.label for each in opened.get("page_link")]
    return "\n".join([*(str(each.value) for each in shown), *links])


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.COORDINATOR])
def test_the_page_says_all_that_is_public_and_nothing_else(clubs: Store, role: Role) -> None:
    said = whole(page_of(clubs, OWN, role))

    for word in ("Sprachcafé Eins", "Raum für Treffen", "fördert", "Bürgerhaus Zwei", "seit 2024"):
        assert word in said
    assert "Öffentliche Frau\noffen@example.org" in said
    assert "geheim" not in said


def test_a_match_stands_on_both_pages(clubs: Store) -> None:
    assert "Bürgerhaus Zwei bietet: Gruppenraum".replace(":", "\\:") in whole(page_of(clubs, OWN))
    other = whole(page_of(clubs, "verein-zwei"))
    assert "Geboten: Gruppenraum" in other
    assert "wird gefördert von" in other


def test_an_old_id_leads_on_and_an_unknown_one_is_explained(clubs: Store) -> None:
    said = whole(page_of(clubs, "weg"))
    assert "Sprachcafé Eins" in said
    assert "Café von früher" in said
    for unknown in ("", "gibt-es-nicht", *ALL[:5]):
        assert "keinen Eintrag" in whole(page_of(clubs, unknown))


def test_an_ended_organisation_keeps_its_page(clubs: Store) -> None:
    row = clubs.get("organizations", OWN)
    clubs.update("organizations", OWN, {"end_date": "2025-12"}, expected=row["revision"])
    assert "beendet am 31" in whole(page_of(clubs, OWN))


@pytest.mark.parametrize("name", ALL)
def test_hostile_names_are_shown_to_the_letter(clubs: Store, name: str) -> None:
    row = clubs.get("organizations", OWN)
    changed = {"name": name, "needs": "[]"}
    clubs.update("organizations", OWN, changed, expected=row["revision"])
    opened = page_of(clubs, OWN)
    assert not opened.exception


def test_what_nobody_confirmed_is_marked_everywhere_and_can_be_filtered(clubs: Store) -> None:
    long_ago(clubs, OWN, 800)
    long_ago(clubs, "verein-zwei", 10)
    confirmed = today() - timedelta(days=10)

    assert OLD in whole(page_of(clubs, OWN))
    fresh = whole(page_of(clubs, "verein-zwei"))
    assert OLD not in fresh
    assert f"bestätigt am {confirmed.day}" in fresh.replace("\\", "")
    assert OLD in "\n".join(each.value for each in map_at(clubs, stelle=OWN).markdown)

    directory = turn_to(app(clubs), "directory", veraltet="1")
    assert "1 Organisation" in texts(directory)
    assert [each.value for each in directory.header] == ["Sprachcafé Eins"]
    directory.checkbox(key="veraltet").uncheck().run()
    assert "1 Organisation" not in texts(directory)


def test_the_coordination_finds_whom_no_mail_reaches(clubs: Store) -> None:
    directory = turn_to(app(clubs, Role.COORDINATOR), "directory", **{"ohne-adresse": "1"})
    directory.text_input(key="suche").set_value("Zwei").run()
    assert [each.value for each in directory.header] == ["Bürgerhaus Zwei"]
    directory.text_input(key="suche").set_value("Sprachcafé").run()
    assert list(directory.header) == []  # it has an internal contact person
    assert "ohne-adresse" not in {each.key for each in turn_to(app(clubs), "directory").checkbox}


def test_the_start_page_tells_the_coordination_what_may_be_outdated(clubs: Store) -> None:
    long_ago(clubs, OWN, 800)
    labels = [each.proto.label for each in app(clubs, Role.COORDINATOR).get("page_link")]
    assert "1 Eintrag ist möglicherweise veraltet." in labels
    assert OLD not in whole(app(clubs))


@pytest.mark.parametrize(
    ("website", "leads_to"),
    [
        ("https://verein.example.org/a?b=c&d", "https://verein.example.org/a?b=c&d"),
        ("www.verein.example.org", "https://www.verein.example.org"),
        ("javascript://verein.example.org/%0aalert(1)", None),
        ("siehe Aushang", None),
        *((each, None) for each in ALL),
    ],
)
def test_a_website_is_a_link_only_where_it_is_one(
    clubs: Store, website: str, leads_to: str | None
) -> None:
    row = clubs.get("organizations", OWN)
    clubs.update("organizations", OWN, {"website": website}, expected=row["revision"])
    opened = page_of(clubs, OWN)
    links = [each.value for each in opened.html if "noopener" in each.value]
    assert not opened.exception
    if leads_to:
        assert f'href="{escape(leads_to)}"' in links[0]
    elif links:  # a hostile text at the end of an address is still only an address
        assert re.match(r'<a class="site" href="https?://[^"<>\s]+" target', links[0])


def test_the_page_leads_to_the_card_and_to_changing_the_entry(clubs: Store) -> None:
    def buttons(opened: AppTest) -> list[str]:
        return [each.proto.label for each in opened.get("link_button")]

    guest, coordinator = page_of(clubs, OWN), page_of(clubs, OWN, Role.COORDINATOR)
    assert buttons(guest) == [
        "Steckbrief als PDF",
        "Ins Adressbuch",
        "Das ist unser Eintrag: ändern",
    ]
    assert buttons(coordinator) == ["Steckbrief als PDF", "Ins Adressbuch"]
    assert "Bearbeiten" in whole(coordinator)


def test_whoever_signs_in_comes_back_to_the_same_organisation(clubs: Store) -> None:
    assert f"weiter=%2F%3Fid%3D{OWN}" in page_of(clubs, OWN).html[0].value


def test_the_table_of_the_map_says_what_may_be_outdated(clubs: Store) -> None:
    long_ago(clubs, OWN, 800)
    opened = map_at(clubs, stelle=OWN, schritte="1")
    cells = [str(each.value) for each in opened.table]
    assert any(OLD in each for each in cells)


def test_the_panel_leads_to_the_page_and_shows_matches(clubs: Store) -> None:
    opened = map_at(clubs, stelle=OWN)
    labels = [each.proto.label for each in opened.get("page_link")]
    assert "Seite der Organisation" in labels
    assert "Gesucht: Raum für Treffen" in texts(opened)


def test_the_coordination_confirms_an_entry_on_its_page_and_guests_do_not(clubs: Store) -> None:
    key = f"confirm_upkeep_{OWN}"
    assert key not in {each.key for each in page_of(clubs, OWN).button}
    opened = page_of(clubs, OWN, Role.COORDINATOR)
    opened.button(key=key).click().run()

    assert not opened.exception
    assert organization(clubs, OWN).confirmed_on == today()
