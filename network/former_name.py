"""What organisations were called before, and until which day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from network.organization import Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name of before, and the last day on which it held."""

    id: str
    organization_id: str
    name: str
    short_name: str
    until: date


def called_on(unit: Organization, former: Iterable[FormerName], day: date) -> Organization:
    """Return an organisation with the name it had on a day; other names stay findable."""
    later = [each for each in former if each.until >= day]
    if not later:
        return unit
    then = min(later, key=lambda each: (each.until, each.id))
    others = dict.fromkeys((*unit.other_names, unit.name))
    others.pop(then.name, None)
    return replace(unit, name=then.name, short_name=then.short_name, other_names=tuple(others))
