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
from views import kept_form


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
    form = form_of(organization_id)
    base = st.session_state.get(f"{form}_base")
    return base if isinstance(base, Base) and kept_form.is_kept(form, "name") else None


def fill(organization_id: str, base: Base, mine: Mapping[str, Any] | None = None) -> None:
    """Write an entry into the form; `mine` stands there in its place where it differs."""
    form = form_of(organization_id)
    kept_form.fill(form, {**base.values, **(mine or {})})
    rest_on(organization_id, base)


def rest_on(organization_id: str, base: Base) -> None:
    """Let the form rest on another state of the entry that says the same."""
    st.session_state[f"{form_of(organization_id)}_base"] = base


def clear(organization_id: str) -> None:
    """Let the next rendering fill the form anew."""
    kept_form.clear(form_of(organization_id))


def typed(organization_id: str) -> dict[str, Any]:
    """Return what stands in the form."""
    return kept_form.typed(form_of(organization_id), FIELDS)


def take_over_the_rest(organization_id: str, now: Base) -> None:
    """Keep what was typed otherwise, and take over what others changed in all other fields."""
    before, said = base_of(organization_id), typed(organization_id)
    known = before.values if before else said
    fill(organization_id, now, {name: said[name] for name in said if said[name] != known[name]})
