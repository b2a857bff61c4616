"""A session that a link began reaches its own entry and nothing else, whatever it calls."""

import inspect
from collections.abc import Callable

import pytest

from accounts.identity import Identity
from accounts.permissions import NotPermitted
from data import contacts, entries, entry_changes, entry_contacts, entry_history, posts
from data.store import Conflict, NotFound, Store
from network.organization import Classification, Organization
from tests import writing_verbs_entries
from tests.entry_stage import (
    a_contact,
    a_post,
    an_entry,
    check_changes,
    contact_of,
    editor_of,
    facts,
    opened,
)
from tests.test_change import content

MODULES = (contacts, entries, entry_changes, entry_contacts, entry_history, posts)


@pytest.fixture
def mine(store: Store) -> Organization:
    return an_entry(store)


@pytest.fixture
def actor(store: Store, mine: Organization) -> Identity:
    return opened(store, mine).identity


def full_entry(store: Store) -> tuple[Organization, dict[str, object]]:
    """Return another entry with a person, a post and a waiting change, as arguments of verbs."""
    other = an_entry(store, "Chor der Welt")
    person = contact_of(store, other, email="chor@example.org")
    post = posts.add_post(store, editor_of(other), other.id, a_post())
    check_changes(store)
    waits = facts(other, district="Drewitz")
    entries.change_entry(store, editor_of(other), other.id, waits, expected=other.revision)
    (change,) = store.find("entry_changes")
    return other, {
        "person_id": person.id,
        "post_id": post.id,
        "change_id": change["id"],
        "expected": 1,
    }


def takes(function: Callable[..., object]) -> list[str]:
    return list(inspect.signature(function).parameters)


def verbs() -> list[tuple[str, Callable[..., object]]]:
    """Return every function of an entry that takes an actor and the id of an organisation."""
    found: list[tuple[str, Callable[..., object]]] = []
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if (
                own
                and {"actor", "organization_id"} <= set(takes(function))
                and name != "submit_change"
            ):
                found.append((f"{module.__name__}.{name}", function))
    return found


def arguments(function: Callable[..., object], given: dict[str, object]) -> dict[str, object]:
    """Return what a verb takes, from what there is."""
    name = function.__name__
    said: dict[str, object] = {"entry": facts(an_organization(), district="Golm")}
    said["facts"] = a_post(role="x") if "post" in name else a_contact(phone="1")
    return {key: value for key, value in (said | given).items() if key in takes(function)}


def an_organization() -> Organization:
    return Organization(id="o", name="Andere", classification=Classification.INITIATIVE)


def test_there_are_verbs_to_try() -> None:
    names = {name.removeprefix("data.") for name, _function in verbs()}
    writing = set(writing_verbs_entries.SAMPLES) - {"entry_access.send_link"}
    assert names >= writing


@pytest.mark.parametrize(("name", "function"), verbs())
def test_no_verb_takes_the_id_of_another_entry(
    store: Store, actor: Identity, name: str, function: Callable[..., object]
) -> None:
    other, given = full_entry(store)
    before = content(store)

    with pytest.raises(NotPermitted):
        function(store, actor, organization_id=other.id, **arguments(function, given))

    assert content(store) == before, name


@pytest.mark.parametrize(
    ("name", "function"),
    [each for each in verbs() if {"person_id", "post_id", "change_id"} & set(takes(each[1]))],
)
def test_with_ones_own_id_no_verb_reaches_what_belongs_to_another(
    store: Store, actor: Identity, mine: Organization, name: str, function: Callable[..., object]
) -> None:
    _other, given = full_entry(store)
    before = content(store)

    with pytest.raises((NotFound, Conflict)):
        function(store, actor, organization_id=mine.id, **arguments(function, given))

    assert content(store) == before, name


@pytest.mark.parametrize("verb", writing_verbs_entries.SAMPLES)
def test_the_same_calls_as_the_coordination_makes_are_refused(
    store: Store, actor: Identity, verb: str
) -> None:
    call = writing_verbs_entries.SAMPLES[verb].prepare(store)
    before = content(store)

    with pytest.raises(NotPermitted):
        call(store, actor)

    assert content(store) == before
