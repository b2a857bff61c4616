"""The review debt of a concept with the names that people know its groups by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from concept_review.currency import SOON
from concept_review.debt import Debt, Item, debt_by_group, fields
from data.clock import today
from data.debt import items
from data.organizations import organizations
from data.store import Store
from views.words import _, number_text, percent_text, plural

LATEST: Final = timedelta(days=3653)
"""How far ahead one may ask what falls due: ten years."""


@dataclass(frozen=True, slots=True)
class ShownDebt:
    """The sections of a concept, the Handlungsfeld of each, and the names of units."""

    day: date
    items: Sequence[Item]
    fields: Mapping[str, str]
    headings: Mapping[str, str]
    units: Mapping[str, str]

    def field(self, item: Item) -> str:
        """Return the heading of the Handlungsfeld that a section belongs to."""
        return self.headings[self.fields[item.section.id]]

    def unit(self, item: Item) -> str:
        """Return the name of the organisation that leads a section."""
        return _("without lead") if item.lead is None else self.units.get(item.lead, item.lead)

    def by_field(self) -> list[tuple[str, Debt]]:
        """Return the debt of each Handlungsfeld in the order of the document."""
        found = debt_by_group(self.items, self.fields, self.day)
        return [(self.headings[head], each) for head, each in found.items()]

    def by_unit(self) -> list[tuple[str, Debt]]:
        """Return the debt of each leading organisation by name; what nobody leads comes last."""
        leads = {each.section.id: (each.lead is None, self.unit(each)) for each in self.items}
        found = debt_by_group(self.items, leads, self.day)
        return [(name, found[nobody, name]) for nobody, name in sorted(found)]


def debt_of(store: Store, concept_id: str) -> ShownDebt:
    """Read the debt of a concept as it is today."""
    day = today()
    found = items(store, concept_id, day)
    present = [each.section for each in found]
    return ShownDebt(
        day=day,
        items=found,
        fields=fields(present),
        headings={each.id: each.heading for each in present},
        units={each.id: each.name for each in organizations(store)},
    )


def meeting_day(text: str) -> date:
    """Return the day that an address names, not before today; 30 days ahead where it names none."""
    try:
        wanted = date.fromisoformat(text)
    except ValueError:
        wanted = today() + SOON
    return min(max(wanted, today()), today() + LATEST)


def share_text(share: float | None) -> str:
    """Return a share in percent, or that there is none."""
    return _("not determinable") if share is None else percent_text(share)


def days_text(days: float | None) -> str:
    """Return a number of days; halves only where a median lies between two."""
    if days is None:
        return _("not determinable")
    if days == int(days):
        return plural("{n} day", "{n} days", int(days))
    return _("{days} days", days=number_text(days))
