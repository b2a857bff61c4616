"""What an entry was called before stays known, whoever gave it the new name."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.clock import today
from data.entries import change_entry, entry_of
from data.entry_change_decisions import accept
from data.former_names import former_names
from data.likely_entries import likely_entries
from data.organizations import find_organizations
from data.roster import roster
from data.store import Store
from network.entry import facts_of
from network.organization import Organization
from tests.conftest import COORDINATOR
from tests.writing_verbs_inbox import a_change, an_entry, plain_words

YESTERDAY = today() - timedelta(days=1)


def renamed(store: Store, entry: Organization, name: str, way: str) -> Organization:
    present = entry_of(store, entry.id)
    if way == "accepted":
        waiting = a_change(store, present, {"name": present.name}, {"name": name})
        accept(store, COORDINATOR, waiting.id, plain_words, expected=1)
    else:
        wanted = facts_of(present).model_copy(update={"name": name})
        change_entry(store, COORDINATOR, entry.id, wanted, expected=present.revision)
    return entry_of(store, entry.id)


def name_on(store: Store, entry: Organization, day: object) -> list[str]:
    known = roster(store, day).organizations if day else roster(store).organizations  # type: ignore[arg-type]
    return [each.name for each in known if each.id == entry.id]


@pytest.mark.parametrize("way", ["accepted", "typed"])
def test_a_new_name_leaves_the_old_one_with_its_last_day(store: Store, way: str) -> None:
    entry = an_entry(store, name="Haus am Markt", short_name="HaM")

    now = renamed(store, entry, "Zentrum Vielfalt", way)

    (before,) = former_names(store, entry.id)
    assert (before.name, before.short_name, before.until) == ("Haus am Markt", "HaM", YESTERDAY)
    assert (now.name, now.other_names) == ("Zentrum Vielfalt", ("Haus am Markt",))
    assert name_on(store, entry, YESTERDAY) == ["Haus am Markt"]
    assert name_on(store, entry, today()) == name_on(store, entry, None) == ["Zentrum Vielfalt"]
    assert [each.id for each in find_organizations(store, "Haus am Markt")] == [entry.id]
    assert likely_entries(store, "Haus am Markd")[0].organization.id == entry.id


@pytest.mark.parametrize("way", ["accepted", "typed"])
def test_a_name_of_less_than_a_day_was_the_name_of_no_day(store: Store, way: str) -> None:
    entry = an_entry(store, name="Haus am Markt")
    renamed(store, entry, "Zentrum Vielfald", way)

    now = renamed(store, entry, "Zentrum Vielfalt", way)

    assert [each.name for each in former_names(store, entry.id)] == ["Haus am Markt"]
    assert now.other_names == ("Haus am Markt", "Zentrum Vielfald")
    assert name_on(store, entry, YESTERDAY) == ["Haus am Markt"]


@pytest.mark.parametrize("way", ["accepted", "typed"])
def test_other_capitals_are_no_other_name(store: Store, way: str) -> None:
    entry = an_entry(store, name="HAUS am Markt")

    now = renamed(store, entry, "Haus am Markt", way)

    assert former_names(store, entry.id) == []
    assert now == replace(
        entry, name="Haus am Markt", confirmed_on=now.confirmed_on, revision=now.revision
    )


def test_whoever_returns_to_its_old_name_bears_it_once(store: Store) -> None:
    entry = an_entry(store, name="Haus am Markt")
    renamed(store, entry, "Zentrum Vielfalt", "typed")

    now = renamed(store, entry, "Haus am Markt", "typed")

    assert (now.name, now.other_names) == ("Haus am Markt", ("Zentrum Vielfalt",))
    assert {name_on(store, entry, day)[0] for day in (YESTERDAY, today())} == {"Haus am Markt"}
