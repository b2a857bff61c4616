"""A sample of every writing verb of entries, contact persons and posts; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import contacts, entries, entry_access, entry_changes, posts
from data.store import Store
from tests.conftest import COORDINATOR
from tests.entry_stage import (
    EMAIL,
    a_contact,
    a_post,
    an_entry,
    check_changes,
    contact_of,
    editor_of,
    facts,
    letter,
)
from tests.writing_verbs import Sample

Call = Callable[[Store, Identity], object]
Prepare = Callable[[Store], Call]


def _change_entry(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        entry = an_entry(store)
        said = facts(entry, name="Sprachcafé am Ufer", offers=("Räume",))
        expected = entry.revision + shift
        return lambda s, actor: entries.change_entry(s, actor, entry.id, said, expected=expected)

    return prepare


def _withdraw(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        entry = an_entry(store)
        check_changes(store)
        said = facts(entry, district="Zentrum Ost")
        entries.change_entry(store, editor_of(entry), entry.id, said, expected=entry.revision)
        (row,) = store.find("entry_changes")
        expected = row["revision"] + shift
        return lambda s, actor: entry_changes.withdraw_change(
            s, actor, entry.id, row["id"], expected=expected
        )

    return prepare


def _send_link(store: Store) -> Call:
    entry = an_entry(store)
    return lambda s, actor: entry_access.send_link(s, actor, entry.id, EMAIL, letter)


def _add_contact(store: Store) -> Call:
    entry = an_entry(store)
    return lambda s, actor: contacts.add_contact(s, actor, entry.id, a_contact())


def _change_contact(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        entry = an_entry(store)
        person = contact_of(store, entry)
        said, expected = a_contact(public=True), person.revision + 1 + shift
        return lambda s, actor: contacts.change_contact(
            s, actor, entry.id, person.id, said, expected=expected
        )

    return prepare


def _remove_contact(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        entry = an_entry(store)
        person = contact_of(store, entry)
        expected = person.revision + 1 + shift
        return lambda s, actor: contacts.remove_contact(
            s, actor, entry.id, person.id, expected=expected
        )

    return prepare


def _add_post(store: Store) -> Call:
    entry = an_entry(store)
    return lambda s, actor: posts.add_post(s, actor, entry.id, a_post())


def _change_post(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        entry = an_entry(store)
        post = posts.add_post(store, editor_of(entry), entry.id, a_post())
        said, expected = a_post(occupancy="held"), post.revision + 1 + shift
        return lambda s, actor: posts.change_post(
            s, actor, entry.id, post.id, said, expected=expected
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "entries.change_entry": Sample(COORDINATOR, _change_entry(0), _change_entry(1)),
    "entry_changes.withdraw_change": Sample(COORDINATOR, _withdraw(0), _withdraw(1)),
    "entry_access.send_link": Sample(COORDINATOR, _send_link),
    "contacts.add_contact": Sample(COORDINATOR, _add_contact),
    "contacts.change_contact": Sample(COORDINATOR, _change_contact(0), _change_contact(1)),
    "contacts.remove_contact": Sample(COORDINATOR, _remove_contact(0), _remove_contact(1)),
    "posts.add_post": Sample(COORDINATOR, _add_post),
    "posts.change_post": Sample(COORDINATOR, _change_post(0), _change_post(1)),
}
READING: frozenset[str] = frozenset(
    {
        "entries.is_checked",
        "entry_changes.last_refusal",
        "entry_changes.open_change",
        "entry_contacts.entry_contacts",
        "entry_history.entry_history",
    }
)
HELPERS: frozenset[str] = frozenset(
    {"entry_changes.submit_change", "erasure.forget_address", "erasure.forget_person"}
)
