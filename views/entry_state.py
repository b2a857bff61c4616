"""What stands in the form of an entry, and on which state of the entry it rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from accounts.identity import Identity
from data.entries import NOTHING_WAITS, is_checked
from data.entry_changes import EntryChange
from data.store import Store
from network.entry import FIELDS, LINES
from network.organization import Classification, Organization


@dataclass(frozen=True, slots=True)
class Base:
    """The entry as it was when the form was filled: its revisions, and what the fields held."""

    revision: int
    seen: tuple[str, int]
    values: Mapping[str, Any]


COOPERATION: Final[Mapping[str, bool | None]] = {"unknown": None, "yes": True, "no": False}
"""Whether an organisation is open to working together, as its widget holds it."""


def form_of(organization_id: str) -> str:
    """Return the name of the form of an entry."""
    return f"entry_{organization_id}"


def key_of(organization_id: str, field: str) -> str:
    """Return the key of a field's widget."""
    return f"{form_of(organization_id)}_{field}"


def present(
    store: Store, actor: Identity, organization: Organization, waiting: EntryChange | None
) -> Base:
    """Return an entry as the form would show it now; what waits stands in its own form."""
    values = {name: getattr(organization, name) for name in FIELDS}
    if waiting and is_checked(store, actor):
        values |= {name: waiting.after[name] for name in waiting.after if name in values}
    seen = (waiting.id, waiting.revision) if waiting else NOTHING_WAITS
    return Base(
        organization.revision,
        seen,
        {name: as_typed(name, value) for name, value in values.items()},
    )


def as_typed(field: str, value: object) -> object:
    """Return a fact as its widget holds it."""
    if field in LINES and isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    if field == "topic_ids" and isinstance(value, list | tuple):
        return list(value)
    if field == "open_for_cooperation":
        return next(code for code, meant in COOPERATION.items() if meant is value)
    return Classification(str(value)) if field == "classification" else value


def base_of(organization_id: str) -> Base | None:
    """Return on what the form rests; None where it was never filled or its state is gone."""
    base = st.session_state.get(f"{form_of(organization_id)}_base")
    whole = all(key_of(organization_id, field) in st.session_state for field in FIELDS)
    return base if whole and isinstance(base, Base) else None


def fill(organization_id: str, base: Base) -> None:
    """Write an entry into the form."""
    for field, value in base.values.items():
        st.session_state[key_of(organization_id, field)] = value
    st.session_state[f"{form_of(organization_id)}_base"] = base


def clear(organization_id: str) -> None:
    """Let the next rendering fill the form anew."""
    st.session_state.pop(f"{form_of(organization_id)}_base", None)


def typed(organization_id: str) -> dict[str, Any]:
    """Return what stands in the form."""
    return {field: st.session_state.get(key_of(organization_id, field)) for field in FIELDS}


def take_over_the_rest(organization_id: str, now: Base) -> None:
    """Keep what was typed otherwise, and take over what others changed in all other fields."""
    before, said = base_of(organization_id), typed(organization_id)
    mine = {
        field: value for field, value in said.items() if before and value != before.values[field]
    }
    fill(organization_id, Base(now.revision, now.seen, {**now.values, **mine}))
    st.session_state[f"{form_of(organization_id)}_base"] = now
