"""Changes of entries that wait: published or refused, told, and never over a newer change."""

from dataclasses import replace

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from data.entry_change_decisions import accept, changed_meanwhile, pending, refuse, waiting_changes
from data.entry_changes import ChangeStatus, EntryChange
from data.entry_writing import write_entry
from data.events import events
from data.organizations import find_organizations, organization
from data.rows import from_row
from data.store import Conflict, Store
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.test_change import content
from tests.writing_verbs_inbox import a_change, an_entry, plain_words

AFTER = {
    "name": "Nachbarschaftshaus",
    "classification": "association",
    "languages": ["Deutsch", "Farsi"],
    "open_for_cooperation": True,
    "district": "Nord",
}
BEFORE: dict[str, object] = {
    "name": "Nachbarn",
    "classification": "initiative",
    "languages": [],
    "open_for_cooperation": None,
    "district": "",
}


def stored(store: Store, waiting: EntryChange) -> EntryChange:
    return from_row(EntryChange, store.get("entry_changes", waiting.id))


def changed(store: Store, entry: Organization, **facts: str) -> Organization:
    present = organization(store, entry.id)
    write_entry(store, present, replace(present, **facts))  # type: ignore[arg-type]
    return organization(store, entry.id)


def test_an_accepted_change_is_what_the_entry_says(store: Store) -> None:
    entry = an_entry(store)
    waiting = a_change(store, entry, BEFORE, AFTER)

    made = accept(store, COORDINATOR, waiting.id, plain_words, expected=1)

    assert made == organization(store, entry.id)
    assert (made.name, made.district) == ("Nachbarschaftshaus", "Nord")
    assert made.classification is Classification.ASSOCIATION
    assert made.languages == ("Deutsch", "Farsi")
    assert made.open_for_cooperation is True
    assert made.other_names == ("Nachbarn",)
    assert [each.id for each in find_organizations(store, "nachbarschaftsh")] == [entry.id]
    assert (stored(store, waiting).status, stored(store, waiting).decided_by) == (
        ChangeStatus.ACCEPTED,
        COORDINATOR.id,
    )
    (mail,) = store.find("mails")
    assert (mail["purpose"], mail["recipient"]) == ("change_accepted", "erika@nachbarn.example.org")
    assert "Nachbarschaftshaus" not in events(store)[-1].detail


def test_a_refused_change_leaves_the_entry_and_says_why(store: Store) -> None:
    entry = an_entry(store)
    waiting = a_change(store, entry, BEFORE, AFTER)

    refuse(store, COORDINATOR, waiting.id, "Bitte mit Beleg", plain_words, expected=1)

    assert organization(store, entry.id) == entry
    assert (stored(store, waiting).status, stored(store, waiting).reason) == (
        ChangeStatus.REFUSED,
        "Bitte mit Beleg",
    )
    (mail,) = store.find("mails")
    assert mail["purpose"] == "change_refused"
    assert "Bitte mit Beleg" in mail["body"]


def test_a_change_of_other_fields_is_no_obstacle(store: Store) -> None:
    entry = an_entry(store)
    waiting = a_change(store, entry, {"district": ""}, {"district": "Nord"})
    changed(store, entry, website="https://a.example.org")

    made = accept(store, COORDINATOR, waiting.id, plain_words, expected=1)

    assert (made.district, made.website) == ("Nord", "https://a.example.org")


def test_a_newer_change_of_the_same_field_is_seen_before_it_is_replaced(store: Store) -> None:
    entry = an_entry(store)
    waiting = a_change(store, entry, {"district": ""}, {"district": "Nord"})
    seen = changed(store, entry, district="Süd")
    assert changed_meanwhile(seen, waiting) == ("district",)
    before = content(store)

    with pytest.raises(Conflict) as conflict:
        accept(store, COORDINATOR, waiting.id, plain_words, expected=1)
    assert conflict.value.current["district"] == "Süd"
    assert content(store) == before

    changed(store, entry, district="Ost")
    with pytest.raises(Conflict):
        accept(
            store, COORDINATOR, waiting.id, plain_words, expected=1, entry_expected=seen.revision
        )
    now = organization(store, entry.id).revision
    made = accept(store, COORDINATOR, waiting.id, plain_words, expected=1, entry_expected=now)
    assert made.district == "Nord"


def test_what_came_about_otherwise_is_no_conflict(store: Store) -> None:
    entry = an_entry(store)
    waiting = a_change(store, entry, {"district": ""}, {"district": "Nord"})

    assert changed_meanwhile(changed(store, entry, district="Nord"), waiting) == ()
    assert accept(store, COORDINATOR, waiting.id, plain_words, expected=1).district == "Nord"


@pytest.mark.parametrize("status", [each for each in ChangeStatus if each != "submitted"])
def test_what_is_decided_is_decided_once(store: Store, status: ChangeStatus) -> None:
    waiting = a_change(store, an_entry(store), BEFORE, AFTER)
    store.update("entry_changes", waiting.id, {"status": status.value}, expected=1)
    before = content(store)

    with pytest.raises(Conflict):
        accept(store, COORDINATOR, waiting.id, plain_words, expected=2)
    with pytest.raises(Conflict):
        refuse(store, COORDINATOR, waiting.id, "Nein", plain_words, expected=2)

    assert content(store) == before
    assert pending(store, COORDINATOR) == []


def test_an_entry_that_was_merged_away_takes_no_change(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, name="Andere")
    waiting = a_change(store, entry, BEFORE, AFTER)
    store.update("organizations", entry.id, {"merged_into_id": other.id}, expected=entry.revision)

    with pytest.raises(Conflict):
        accept(store, COORDINATOR, waiting.id, plain_words, expected=1)


def test_changes_wait_oldest_first_a_page_at_a_time(store: Store) -> None:
    entry = an_entry(store)
    ids = [a_change(store, entry, {"district": ""}, {"district": each[:50]}).id for each in ALL]

    pages = [pending(store, COORDINATOR, page=page, size=20) for page in (1, 2, 3)]

    assert [each.id for page in pages for each in page] == ids
    assert waiting_changes(store, COORDINATOR) == len(ALL)
    assert [each.after["district"] for page in pages for each in page] == [e[:50] for e in ALL]


@pytest.mark.parametrize("role", sorted({*Role} - {Role.COORDINATOR}))
def test_only_the_coordination_checks_changes(store: Store, role: Role) -> None:
    waiting = a_change(store, an_entry(store), BEFORE, AFTER)
    actor, before = Identity("somebody", "", role), content(store)

    for act in (
        lambda: pending(store, actor),
        lambda: waiting_changes(store, actor),
        lambda: accept(store, actor, waiting.id, plain_words, expected=1),
        lambda: refuse(store, actor, waiting.id, "Nein", plain_words, expected=1),
    ):
        with pytest.raises(NotPermitted):
            act()

    assert content(store) == before
