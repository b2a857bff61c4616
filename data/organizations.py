"""Organisations as the store holds them."""

from collections.abc import Iterable

from data.rows import from_row, to_row
from data.store import Store
from network.finding import LONGEST
from network.naming import fold, search_forms
from network.organization import Organization

KIND = "organization"


def organizations(store: Store) -> list[Organization]:
    """Return all organisations that are published, by name."""
    rows = store.find("organizations", order="name", merged_into_id=None)
    found = [from_row(Organization, row) for row in rows]
    return sorted(found, key=lambda each: fold(each.name))


def organization(store: Store, identifier: str) -> Organization:
    """Return one organisation; raise `NotFound`."""
    return from_row(Organization, store.get("organizations", identifier))


def find_organizations(store: Store, text: str, limit: int = 8) -> list[Organization]:
    """Return organisations that have words beginning with the typed ones, best first."""
    words = fold(text[:LONGEST]).split()
    return [organization(store, each) for each in store.search(KIND, words, limit)]


def found_by(known: Organization, text: str) -> str:
    """Return the former or other name that typed words mean; "" where its names of today do."""
    words = fold(text).split()

    def has(name: str) -> bool:
        parts = search_forms(name).split()
        return all(any(part.startswith(word) for part in parts) for word in words)

    if not words or has(f"{known.name} {known.short_name}"):
        return ""
    return next((each for each in known.other_names if has(each)), "")


def insert_organization(store: Store, new: Organization, source_key: str | None = None) -> None:
    """Write one organisation and make it findable; for the verbs of this folder only."""
    store.insert("organizations", {**to_row(new), "source_key": source_key})
    make_findable(store, new)


def make_findable(store: Store, known: Organization) -> None:
    """Let an organisation be found by all its names; one that was merged away by none."""
    names = (known.name, known.short_name, *known.other_names)
    found_by = "" if known.merged_into_id else search_forms(" ".join(names))
    store.index(KIND, known.id, found_by)


def ids_that_exist(store: Store, table: str, wanted: Iterable[str]) -> set[str]:
    """Return which of the ids are in a table of organisations, posts or topics."""
    known = {row["id"] for row in store.find(table)}
    return known & set(wanted)
