"""Mein Eintrag without a browser: kept on errors, seen by its own, never overwritten."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Role
from data import entries, entry_changes
from data.accounts import add_account
from data.organizations import organization, organizations
from data.sessions import redeem, session_of
from data.store import Store
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR, ROOT
from tests.entry_stage import EMAIL, check_changes, contact_of, editor_of, facts
from tests.test_pages import app as app_of
from tests.test_pages import said, turn_to


@pytest.fixture
def entry(demo_store: Store) -> Organization:
    """An association as the import left it: without contact person and needs."""
    return next(
        each
        for each in organizations(demo_store)
        if each.classification is Classification.ASSOCIATION and not each.needs
    )


def page_of(
    store: Store, entry: Organization, role: Role = Role.ORG_EDITOR, login: str = "own"
) -> AppTest:
    """Open the page as somebody of the organisation."""
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    invited = add_account(store, OPERATOR, "Ada", login, role, entry.id)
    signed_in = redeem(store, invited.token, "ein langes Passwort")
    opened.user = {"session": session_of(store, signed_in.token)}
    return turn_to(opened.run(), "entry")


def key(opened: AppTest, form: str | Organization, field: str) -> str:
    """Return the key of a field as its form is shown now."""
    name = form if isinstance(form, str) else f"entry_{form.id}"
    return f"{name}_{opened.session_state[f'{name}_round']}_{field}"


def save(opened: AppTest) -> AppTest:
    next(each for each in opened.button if each.label == "Eintrag speichern").click().run()
    assert not opened.exception
    return opened


def told(opened: AppTest) -> str:
    shown = [*opened.success, *opened.error, *opened.warning, *opened.info]
    return "\n".join(str(each.value) for each in shown).replace("\\", "")


def test_the_form_holds_the_entry_and_saving_shows_it(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    assert opened.text_input(key=key(opened, entry, "name")).value == entry.name
    assert opened.text_area(key=key(opened, entry, "description")).value == entry.description

    opened.text_area(key=key(opened, entry, "needs")).set_value("Räume\nLesepaten")
    save(opened)

    assert "gespeichert" in told(opened)
    assert organization(demo_store, entry.id).needs == ("Räume", "Lesepaten")
    assert "Räume\nLesepaten" in said(opened)
    assert opened.text_area(key=key(opened, entry, "needs")).value == "Räume\nLesepaten"


def test_saving_without_a_change_confirms_once(demo_store: Store, entry: Organization) -> None:
    opened = save(page_of(demo_store, entry))
    assert "heute bestätigt" in told(opened)
    assert "keine Änderung" in told(save(opened))


def test_saying_that_all_is_right_beside_an_open_form_is_no_conflict(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    next(each for each in opened.button if each.label == "Alles stimmt noch").click().run()
    assert "Jemand anderes" not in told(opened)

    opened.text_area(key=key(opened, entry, "needs")).set_value("Räume")
    save(opened)

    assert organization(demo_store, entry.id).needs == ("Räume",)


def test_with_errors_everything_typed_is_kept(demo_store: Store, entry: Organization) -> None:
    opened = page_of(demo_store, entry)
    opened.text_input(key=key(opened, entry, "website")).set_value("irgendwo")
    opened.text_area(key=key(opened, entry, "offers")).set_value("Räume")
    save(opened)

    assert "keine vollständige Internetadresse" in told(opened)
    assert "Bitte prüfen Sie: Internetseite" in told(opened)
    assert opened.text_input(key=key(opened, entry, "website")).value == "irgendwo"
    assert opened.text_area(key=key(opened, entry, "offers")).value == "Räume"
    assert organization(demo_store, entry.id) == entry


def test_the_preview_shows_what_was_typed_and_saves_nothing(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    opened.text_area(key=key(opened, entry, "needs")).set_value("Ein Klavier")
    next(each for each in opened.button if each.label == "Vorschau zeigen").click().run()

    assert "Ein Klavier" in said(opened)
    assert "noch nicht gespeichert" in told(opened)
    assert organization(demo_store, entry.id) == entry


def test_the_second_of_two_sees_the_first_one_and_keeps_both(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    first = facts(entry, district="Babelsberg", needs=("Geld",))
    entries.change_entry(demo_store, COORDINATOR, entry.id, first, expected=entry.revision)
    opened.text_area(key=key(opened, entry, "needs")).set_value("Räume")
    save(opened)

    assert organization(demo_store, entry.id).needs == ("Geld",)
    assert "Jetzt im Eintrag: Geld" in told(opened)
    assert "Jetzt im Eintrag: Babelsberg" in told(opened)
    assert opened.text_area(key=key(opened, entry, "needs")).value == "Räume"

    opened.button(key=f"rest_{entry.id}").click().run()
    save(opened)

    now = organization(demo_store, entry.id)
    assert (now.district, now.needs) == ("Babelsberg", ("Räume",))


def test_who_drops_their_changes_sees_the_entry_as_it_is(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    first = facts(entry, needs=("Geld",))
    entries.change_entry(demo_store, COORDINATOR, entry.id, first, expected=entry.revision)
    opened.text_area(key=key(opened, entry, "needs")).set_value("Räume")
    save(opened)
    opened.button(key=f"drop_{entry.id}").click().run()

    assert opened.text_area(key=key(opened, entry, "needs")).value == "Geld"
    assert "Jemand anderes" not in told(opened)


def test_what_waits_is_shown_stands_in_the_form_and_can_be_taken_back(
    demo_store: Store, entry: Organization
) -> None:
    check_changes(demo_store)
    opened = page_of(demo_store, entry)
    opened.text_input(key=key(opened, entry, "district")).set_value("Drewitz")
    save(opened)

    assert "liegt bei der Koordination" in told(opened)
    assert "Neu: Drewitz" in said(opened)
    assert opened.text_input(key=key(opened, entry, "district")).value == "Drewitz"
    assert organization(demo_store, entry.id).district == entry.district

    next(each for each in opened.button if each.label == "Änderung zurückziehen").click().run()

    assert "zurückgezogen" in told(opened)
    assert opened.text_input(key=key(opened, entry, "district")).value == entry.district
    assert entry_changes.open_change(demo_store, COORDINATOR, entry.id) is None


def test_only_who_has_an_organisation_finds_the_page_in_the_navigation(
    demo_store: Store, entry: Organization
) -> None:
    opened = turn_to(app_of(demo_store, Role.STAFF), "entry")
    assert "Hier können Sie nichts ändern" in told(opened)
    opened = page_of(demo_store, entry, Role.STAFF)
    assert opened.text_input(key=key(opened, entry, "name")).value == entry.name


def test_another_entry_cannot_be_opened_by_its_address(
    demo_store: Store, entry: Organization
) -> None:
    other = next(each for each in organizations(demo_store) if each.id != entry.id)
    contact_of(demo_store, other)
    opened = turn_to(page_of(demo_store, entry), "entry", id=other.id)

    assert "Hier können Sie nichts ändern" in told(opened)
    assert EMAIL not in said(opened)
    assert not [each for each in opened.text_input if other.id in str(each.key)]


def test_the_coordination_opens_any_entry_sends_links_and_finds_the_switch(
    demo_store: Store, entry: Organization
) -> None:
    contact_of(demo_store, entry)
    check_changes(demo_store)
    waits = facts(entry, district="Drewitz")
    entries.change_entry(demo_store, editor_of(entry), entry.id, waits, expected=entry.revision)
    opened = turn_to(app_of(demo_store, Role.COORDINATOR), "entry", id=entry.id)

    assert "Neu: Drewitz" in said(opened)
    assert opened.text_input(key=key(opened, entry, "district")).value == entry.district
    form = f"send_{entry.id}"
    assert opened.text_input(key=key(opened, form, "email")).value == EMAIL
    opened.button(key=f"{form}_send").click().run()
    assert [row["recipient"] for row in demo_store.find("mails")] == [EMAIL]
