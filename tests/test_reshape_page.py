"""The page that reshapes organisations, without a browser: four jobs, previews, and undoing."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.dissolutions import dissolutions
from data.identifier import new_id
from data.merges import merges
from data.organizations import (
    insert_organization,
    make_findable,
    organization,
    organizations,
)
from data.store import Store
from data.stories import add_step, create_story
from network.organization import Classification, Organization
from network.story import Told
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.test_pages import app, said, turn_to
from tests.writing_verbs_merges import merge_now

COUNCIL = "Migrantenbeirat der Landeshauptstadt Potsdam"


def id_of(store: Store, name: str) -> str:
    return str(store.find("organizations", name=name)[0]["id"])


def page(store: Store, **address: str | list[str]) -> AppTest:
    opened = turn_to(app(store, Role.COORDINATOR), "reshape", **address)
    assert not opened.exception
    return opened


def press(opened: AppTest, label: str) -> AppTest:
    found = [each for each in opened.button if label in str(each.label).replace("\\", "")]
    found[0].click().run()
    assert not opened.exception
    return opened


def words(opened: AppTest) -> str:
    more = [*opened.error, *opened.success, *opened.info, *opened.header, *opened.subheader]
    return (said(opened) + "\n".join(str(each.value) for each in more)).replace("\\", "")


def field(opened: AppTest, label: str) -> object:
    found = [*opened.text_input, *opened.date_input, *opened.checkbox, *opened.text_area]
    return next(each for each in found if each.label == label)


def test_renaming_on_the_page_is_refused_at_its_field_and_then_done(demo_store: Store) -> None:
    council = id_of(demo_store, COUNCIL)
    opened = press(page(demo_store, id=council), "Umbenennen")
    assert "So heißt der Eintrag schon" in words(opened)

    field(opened, "Neuer Name").input("Migrationsbeirat")  # type: ignore[attr-defined]
    opened = press(opened, "Umbenennen")

    assert "Der Name ist jetzt „Migrationsbeirat“" in words(opened)
    assert organization(demo_store, council).name == "Migrationsbeirat"
    assert COUNCIL in words(opened)


def test_an_entry_is_found_by_its_old_name_and_chosen(demo_store: Store) -> None:
    council = id_of(demo_store, COUNCIL)
    demo_store.update(
        "organizations", council, {"name": "Neuer Rat", "short_name": "NR"}, expected=1
    )
    demo_store.update("organizations", council, {"other_names": '["Uraltbeirat"]'}, expected=2)
    make_findable(demo_store, organization(demo_store, council))
    opened = page(demo_store)
    opened.text_input(key="search_which").input("uraltb").run()
    opened = press(opened, "Neuer Rat (früher oder auch: Uraltbeirat)")
    assert opened.header[0].value == "Neuer Rat"


def test_merging_shows_the_differences_and_what_moves_and_can_be_undone(demo_store: Store) -> None:
    council, other = id_of(demo_store, COUNCIL), id_of(demo_store, "HelpTo")
    address = {"id": council, "was": "zusammenfuehren", "mit": other}
    opened = page(demo_store, **address)
    assert "Das zieht mit um:" in words(opened)
    name = next(each for each in opened.radio if each.label == "Name")
    name.set_value("take")

    opened = press(opened, "Zusammenführen")

    assert "ist jetzt Teil von" in words(opened)
    assert organization(demo_store, council).name == "HelpTo"
    assert organization(demo_store, other).merged_into_id == council

    opened = press(opened, "Rückgängig machen")

    assert "Alles ist wieder wie zuvor." in words(opened)
    assert organization(demo_store, council).name == COUNCIL
    assert other in {each.id for each in organizations(demo_store)}


def test_who_was_merged_meanwhile_is_not_merged_again(demo_store: Store) -> None:
    council, other = id_of(demo_store, COUNCIL), id_of(demo_store, "HelpTo")
    opened = page(demo_store, id=council, was="zusammenfuehren", mit=other)
    merge_now(demo_store, other, id_of(demo_store, "Landeshauptstadt Potsdam"))

    opened = press(opened, "Zusammenführen")

    assert "inzwischen" in words(opened)
    assert len(merges(demo_store, COORDINATOR)) == 1


def test_dissolving_lists_what_others_have_to_do_and_can_be_taken_back(demo_store: Store) -> None:
    row = demo_store.find("responsibilities", part="lead")[0]
    unit = row["organization_id"]
    opened = page(demo_store, id=unit, was="aufloesen")
    assert "Abschnitte, die ihre Federführung verlieren" in words(opened)

    opened = press(opened, "Auflösen")
    assert "Unten können Sie es zurücknehmen" in words(opened)
    assert organization(demo_store, unit).end_date

    opened = press(opened, "Zurücknehmen")
    assert organization(demo_store, unit).end_date is None
    assert dissolutions(demo_store, COORDINATOR)[0].undone_on


def test_an_heir_needs_a_name_and_takes_over_what_is_chosen(demo_store: Store) -> None:
    council = id_of(demo_store, COUNCIL)
    opened = press(page(demo_store, id=council, was="nachfolge"), "Nachfolge eintragen")
    assert "Bitte geben Sie einen Namen an." in words(opened)

    field(opened, "Name des neuen Eintrags").input("Integrationsrat")  # type: ignore[attr-defined]
    opened = press(opened, "Nachfolge eintragen")

    heir = organization(demo_store, id_of(demo_store, "Integrationsrat"))
    assert heir.successor_of_id == council
    assert heir.topic_ids == organization(demo_store, council).topic_ids
    assert opened.header[0].value == "Integrationsrat"
    rows = demo_store.find("memberships", member_organization_id=heir.id)
    assert rows
    assert {row["start_date"] for row in rows} == {heir.start_date}
    assert "Das lässt sich unten rückgängig machen." in words(opened)

    opened = press(opened, "führt nichts fort")
    assert "Alles ist wieder wie zuvor." in words(opened)
    assert organization(demo_store, council).end_date is None
    assert organization(demo_store, heir.id).merged_into_id == council
    assert not demo_store.find("memberships", member_organization_id=heir.id)


def test_what_looks_alike_is_offered_until_somebody_says_it_is_not(demo_store: Store) -> None:
    twin = Organization(
        id="twin", name="Help To e. V.", classification=Classification.ASSOCIATION,
        website="https://helpto.example", other_names=("HelpTo",),
    )  # fmt: skip
    insert_organization(demo_store, twin)
    demo_store.insert("form_keys", {"key": "x", "subject_id": "x", "at": "x"})
    opened = page(demo_store)
    assert "Gleicher Name bis auf Rechtsform oder Wortfolge" in words(opened)

    opened = press(opened, "Kein Duplikat")
    assert "Das Paar wird nicht mehr gezeigt" in words(opened)
    assert "Keine zwei Einträge sehen so aus" in words(opened)


def test_an_old_address_leads_on_and_says_so(demo_store: Store) -> None:
    council, other = id_of(demo_store, COUNCIL), id_of(demo_store, "HelpTo")
    merge_now(demo_store, other, council)
    opened = turn_to(app(demo_store), "network_map", stelle=other)
    assert not opened.exception
    assert f"„HelpTo“ ist jetzt Teil von „{COUNCIL}“." in words(opened)
    assert opened.query_params["stelle"] in (council, [council])


def test_hostile_names_are_shown_as_text(demo_store: Store) -> None:
    council, opened = id_of(demo_store, COUNCIL), app(demo_store, Role.COORDINATOR)
    for text in ALL[:8]:
        hostile = Organization(
            id=new_id(), name=text[:200], classification=Classification.OTHER, offers=(text,)
        )
        insert_organization(demo_store, hostile)
        for job in ("zusammenfuehren", "nachfolge"):
            turn_to(opened, "reshape", id=council, was=job, mit=hostile.id, auch=hostile.id)
        shown = [*opened.markdown, *opened.subheader, *opened.header, *opened.info]
        assert all("<" not in str(each.value).replace("\\<", "") for each in shown)
        merge_now(demo_store, hostile.id, council)
        turn_to(opened, "reshape", id=hostile.id)
        assert "\\<" in opened.info[0].value or "<" not in text


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF, Role.ORG_EDITOR])
def test_only_the_coordination_gets_the_page(demo_store: Store, role: Role) -> None:
    opened = app(demo_store, role)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        turn_to(opened, "reshape")
    council = id_of(demo_store, COUNCIL)
    turn_to(opened, "network_map", stelle=council)
    assert "Umbenennen" not in said(opened)


def test_the_map_and_the_directory_lead_the_coordination_here(demo_store: Store) -> None:
    opened = app(demo_store, Role.COORDINATOR)
    turn_to(opened, "network_map", stelle=id_of(demo_store, COUNCIL))
    labels = [str(each.label) for each in opened.page_link]
    assert "Umbenennen, zusammenführen, auflösen" in labels
    turn_to(opened, "directory")
    assert "Doppelte Einträge" in str([each.label for each in opened.page_link])


def test_a_step_of_a_story_shows_the_entry_of_today(demo_store: Store) -> None:
    council, other = id_of(demo_store, COUNCIL), id_of(demo_store, "HelpTo")
    made = create_story(demo_store, COORDINATOR, "Wege")
    add_step(demo_store, COORDINATOR, made.id, Told("Hier", "", f"stelle={other}&schritte=1"))
    add_step(demo_store, COORDINATOR, made.id, Told("Da", "", f"stelle={other}&schritte=2"))
    merge_now(demo_store, other, council)
    opened = app(demo_store, Role.COORDINATOR)
    turn_to(opened, "network_map", erzaehlung=made.id, schritt="1")
    opened = press(opened, "Weiter")
    assert opened.query_params["stelle"] in (council, [council])
    assert not [each for each in opened.button if each.key == "story_again"]
