"""An entry and a registration of the same organisation made into one, field by field."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from network.naming import fold
from network.organization import Organization
from network.registration import Registration
from network.registration_compared import Compared, Value, compared, is_known_as


class Holds(StrEnum):
    """Whose value of a field holds."""

    ENTRY = "entry"
    REGISTERED = "registered"
    BOTH = "both"
    """Only where a field holds several values."""


def choices(field: Compared) -> tuple[Holds, ...]:
    """Return what can be chosen for a field, the usual first: nothing is lost by that."""
    if field.several:
        return (Holds.BOTH, Holds.ENTRY, Holds.REGISTERED)
    if not field.entry:
        return (Holds.REGISTERED, Holds.ENTRY)
    return (Holds.ENTRY, Holds.REGISTERED)


def joined(
    organization: Organization, registered: Registration, holds: Mapping[str, Holds]
) -> Organization:
    """Return the entry with what was chosen of the registration; fields not named keep theirs.

    Whichever name does not hold becomes another name, so that both are found. Raises
    `ValueError` for both values of a field that has room for one, and for unknown fields.
    """
    fields = {each.field: each for each in compared(organization, registered)}
    if unknown := set(holds) - set(fields):
        raise ValueError(f"no such field: {sorted(unknown)}")
    values: dict[str, Any] = {name: _value(fields[name], each) for name, each in holds.items()}
    new = replace(organization, **values)
    for name in (organization.name, registered.name):
        if name != new.name and (name == organization.name or not is_known_as(new, name)):
            new = replace(new, other_names=_together(new.other_names, (name,)))
    return replace(new, other_names=tuple(each for each in new.other_names if each != new.name))


def _value(field: Compared, chosen: Holds) -> Value:
    if chosen is Holds.ENTRY:
        return field.entry
    if chosen is Holds.REGISTERED:
        return field.registered
    if isinstance(field.entry, tuple) and isinstance(field.registered, tuple):
        return _together(field.entry, field.registered)
    raise ValueError(f"one value only: {field.field}")


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return all values of both, those that differ by case alone once, as they came first."""
    known = {fold(each) or each: each for each in (*reversed(second), *reversed(first))}
    return (*first, *(each for each in dict.fromkeys(second) if _is_new(each, first, known)))


def _is_new(value: str, first: tuple[str, ...], known: Mapping[str, str]) -> bool:
    return value not in first and known[fold(value) or value] == value
