"""What an entry says: changed by its own, whole, once, found, and checked where that is wanted."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from data import entries, events
from data.clock import today
from data.entries import Outcome
from data.organizations import find_organizations, organization
from data.store import AlreadyDone, Conflict, NotFound, Store
from network.entry import FIELDS, FREE, differing, facts_of, parse_entry
from network.organization import Classification, Organization
from network.typed_fields import InvalidFields
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import an_entry, editor_of, facts


def save(
    store: Store, entry: Organization, actor: Identity | None = None, **said: object
) -> Outcome:
    """Save an entry as whoever looks after it, as it stands now."""
    now = organization(store, entry.id)
    return entries.change_entry(
        store, actor or editor_of(entry), entry.id, facts(now, **said), expected=now.revision
    )


def detail_of_last(store: Store) -> dict[str, Any]:
    return dict(json.loads(events.events(store)[-1].detail))


def test_its_own_organisation_changes_an_entry_and_confirms_it_by_that(store: Store) -> None:
    entry = an_entry(store)

    assert save(store, entry, needs="Räume\n\nRäume\nGeld", district=" Kanal ") is Outcome.CHANGED

    now = organization(store, entry.id)
    assert (now.needs, now.district, now.confirmed_on) == (("Räume", "Geld"), "Kanal", today())
    assert detail_of_last(store) == {"fields": ["district", "needs"]}


def test_nothing_that_differs_is_no_event_except_that_it_is_still_right(store: Store) -> None:
    entry = an_entry(store)
    before = len(events.events(store))

    assert save(store, entry, COORDINATOR) is Outcome.UNCHANGED
    assert len(events.events(store)) == before
    assert save(store, entry) is Outcome.CONFIRMED
    assert organization(store, entry.id).confirmed_on == today()
    assert save(store, entry) is Outcome.UNCHANGED
    assert [each.verb for each in events.events(store)[before:]] == ["confirmed"]


def test_the_coordination_changes_any_entry_and_confirms_none(store: Store) -> None:
    entry = an_entry(store)
    assert save(store, entry, COORDINATOR, website="www.sprachcafe.example.org") is Outcome.CHANGED
    now = organization(store, entry.id)
    assert (now.website, now.confirmed_on) == ("https://www.sprachcafe.example.org", None)


def test_staff_look_after_the_entry_of_their_own_unit_alone(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, "Chor")
    own = Identity("s", "Fachbereich", Role.STAFF, entry.id)

    assert save(store, entry, own, needs=("Räume",)) is Outcome.CHANGED
    for actor in (GUEST, STAFF, own, editor_of(entry)):
        with pytest.raises(NotPermitted):
            save(store, other, actor, needs=("Räume",))
    assert organization(store, other.id) == other


def test_the_second_of_two_sees_the_change_of_the_first(store: Store) -> None:
    entry = an_entry(store)
    save(store, entry, district="Babelsberg")
    late = facts(entry, district="Drewitz")

    with pytest.raises(Conflict):
        entries.change_entry(store, editor_of(entry), entry.id, late, expected=entry.revision)
    assert organization(store, entry.id).district == "Babelsberg"


def test_the_same_form_is_saved_once(store: Store) -> None:
    entry = an_entry(store)
    said = facts(entry, needs=("Räume",))
    actor = editor_of(entry)
    entries.change_entry(store, actor, entry.id, said, expected=entry.revision, key="form")
    save(store, entry, needs=("Geld",))

    with pytest.raises(AlreadyDone):
        entries.change_entry(store, actor, entry.id, said, expected=entry.revision, key="form")


def test_a_new_name_is_found_and_the_former_one_too(store: Store) -> None:
    entry = an_entry(store)
    save(store, entry, name="Haus der Sprachen", short_name="HdS")

    for typed in ("Haus", "HdS", "Sprachcafe"):
        assert [each.id for each in find_organizations(store, typed)] == [entry.id]
    assert organization(store, entry.id).other_names == ("Sprachcafé am Kanal",)
    save(store, entry, name="Sprachcafé am Kanal")
    assert organization(store, entry.id).other_names == ("Haus der Sprachen",)


def test_a_name_that_is_taken_is_refused_unless_the_coordination_says_so(store: Store) -> None:
    entry = an_entry(store)
    an_entry(store, "Chor der Welt e. V.")

    with pytest.raises(InvalidFields) as refused:
        save(store, entry, name="chor der welt")
    assert refused.value.errors["name"].code == "taken"
    assert save(store, entry, COORDINATOR, name="Chor der Welt") is Outcome.CHANGED


def test_units_of_the_city_are_no_kind_to_give_oneself(store: Store) -> None:
    entry = an_entry(store)
    for kind in (Classification.DEPARTMENT, Classification.WORKING_GROUP):
        with pytest.raises(InvalidFields) as refused:
            save(store, entry, classification=kind)
        assert list(refused.value.errors) == ["classification"]
    assert save(store, entry, classification=Classification.ASSOCIATION) is Outcome.CHANGED


def test_unknown_topics_are_refused(store: Store) -> None:
    with pytest.raises(InvalidFields) as refused:
        save(store, an_entry(store), topic_ids=("erfunden",))
    assert list(refused.value.errors) == ["topic_ids"]


def test_a_merged_entry_is_no_longer_looked_after(store: Store) -> None:
    entry, kept = an_entry(store), an_entry(store, "Chor")
    store.update("organizations", entry.id, {"merged_into_id": kept.id}, expected=entry.revision)
    with pytest.raises(NotFound):
        save(store, entry, needs=("Räume",))


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "description": TEXTS,
        "district": TEXTS,
        "short_name": TEXTS,
        "languages": st.lists(TEXTS, max_size=4),
        "offers": st.lists(TEXTS, max_size=4),
        "open_for_cooperation": st.sampled_from([None, True, False]),
    },
)


@given(said=SAID)
def test_what_differs_is_what_was_said_otherwise_and_comes_back_from_the_form(
    said: dict[str, object],
) -> None:
    entry = Organization(id="o", name="Chor", classification=Classification.ASSOCIATION)
    parsed = facts(entry, **said)
    shown = {
        name: "\n".join(value) if isinstance(value, tuple) and name != "topic_ids" else value
        for name, value in parsed.model_dump().items()
    }

    assert parse_entry(shown) == parsed
    assert differing(parsed, parse_entry(shown)) == ()
    assert set(differing(facts_of(entry), parsed)) <= set(said)
    assert set(FIELDS) >= FREE
