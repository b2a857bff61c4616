"""Changes of public facts that wait: one for each entry, read and taken back by its own."""

import pytest

from accounts.identity import GUEST, OPERATOR
from accounts.permissions import NotPermitted
from data import entries, entry_changes, events
from data.entries import NOTHING_WAITS, Outcome
from data.organizations import organization
from data.store import Conflict, Store
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import an_entry, check_changes, editor_of, facts
from tests.test_entries import detail_of_last, save


def test_checked_facts_wait_and_the_rest_is_changed_at_once(store: Store) -> None:
    entry = an_entry(store)
    check_changes(store)

    assert save(store, entry, district="Drewitz", offers=("Räume",)) is Outcome.WAITING

    now = organization(store, entry.id)
    assert (now.district, now.offers, now.confirmed_on) == ("", ("Räume",), None)
    waiting = entry_changes.open_change(store, editor_of(entry), entry.id)
    assert waiting is not None
    assert (waiting.before, waiting.after) == ({"district": ""}, {"district": "Drewitz"})
    assert detail_of_last(store)["fields"] == ["offers"]
    assert detail_of_last(store)["waiting"] == ["district"]
    assert "Drewitz" not in str(events.events(store))


def test_a_later_change_replaces_the_one_that_waits_and_none_takes_it_back(store: Store) -> None:
    entry = an_entry(store)
    actor = editor_of(entry)
    check_changes(store)
    save(store, entry, district="Drewitz")
    first = entry_changes.open_change(store, actor, entry.id)
    save(store, entry, description="Neu", languages="Arabisch\nDari")
    second = entry_changes.open_change(store, actor, entry.id)

    assert first
    assert second
    assert first.id == second.id
    assert second.after == {"description": "Neu", "languages": ["Arabisch", "Dari"]}
    again = save(store, entry, description="Neu", languages="Arabisch\nDari")
    assert again is Outcome.UNCHANGED
    assert save(store, entry) is Outcome.CHANGED
    assert entry_changes.open_change(store, actor, entry.id) is None
    assert [row["status"] for row in store.find("entry_changes")] == ["withdrawn"]


def test_two_of_one_organisation_do_not_replace_unseen_what_the_other_lets_wait(
    store: Store,
) -> None:
    entry = an_entry(store)
    check_changes(store)
    save(store, entry, district="Drewitz")

    with pytest.raises(Conflict):
        entries.change_entry(
            store,
            editor_of(entry),
            entry.id,
            facts(entry, district="Stern"),
            expected=entry.revision,
            seen=NOTHING_WAITS,
        )


def test_withdrawing_is_for_its_own_and_only_once(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, "Chor")
    check_changes(store)
    save(store, entry, district="Drewitz")
    waiting = entry_changes.open_change(store, editor_of(entry), entry.id)
    assert waiting

    with pytest.raises(Conflict):  # by the id of one's own entry nobody reaches another's change
        entry_changes.withdraw_change(store, editor_of(other), other.id, waiting.id, expected=1)
    with pytest.raises(NotPermitted):
        entry_changes.withdraw_change(store, editor_of(other), entry.id, waiting.id, expected=1)
    entry_changes.withdraw_change(store, editor_of(entry), entry.id, waiting.id, expected=1)
    with pytest.raises(Conflict):
        entry_changes.withdraw_change(store, editor_of(entry), entry.id, waiting.id, expected=2)


def test_what_waits_is_read_by_its_own_and_by_who_checks(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, "Chor")
    check_changes(store)
    save(store, entry, district="Drewitz")

    for actor in (editor_of(entry), COORDINATOR):
        assert entry_changes.open_change(store, actor, entry.id)
    for actor in (GUEST, STAFF, editor_of(other), OPERATOR):
        for read in (entry_changes.open_change, entry_changes.last_refusal):
            with pytest.raises(NotPermitted):
                read(store, actor, entry.id)
