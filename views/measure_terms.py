"""The measures by the names that people use, with the field's own term and their question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from network.measures import NodeMeasures
from views.words import _, mark, number_text


@dataclass(frozen=True, slots=True)
class Term:
    """A measure of one entry: its name, the field's term, and the question that it answers.

    `missing` says why it can be undefined; `least_first` ranks small values first.
    """

    name: str
    field_term: str
    question: str
    missing: str
    value: Callable[[NodeMeasures], float | None]
    least_first: bool = False

    @property
    def title(self) -> str:
        """Return name and term as people read them."""
        return f"{_(self.name)} ({self.field_term})"


_NO_TIES: Final = mark("It has no ties.")
_TOO_FEW: Final = mark("There are no two others.")

TERMS: Final[Mapping[str, Term]] = {
    "verbindungen": Term(
        mark("Direct ties"),
        "Degree",
        mark("Who is tied to most others?"),
        "",
        lambda each: each.degree,
    ),
    "bruecke": Term(
        mark("Bridge function"),
        "Betweenness",
        mark("Over whom do the shortest ways between others lead?"),
        _TOO_FEW,
        lambda each: each.betweenness,
    ),
    "naehe": Term(
        mark("Closeness to all"),
        "Closeness",
        mark("Who reaches all others on short ways?"),
        mark("Nobody reaches it."),
        lambda each: each.closeness,
    ),
    "ansehen": Term(
        mark("Tied to the well tied"),
        "Eigenvector",
        mark("Who is tied to those who are well tied themselves?"),
        mark("There are no ties, or several parts are equally strong."),
        lambda each: each.eigenvector,
    ),
    "reichweite": Term(
        mark("Reach in two steps"),
        "Reach",
        mark("How many others hear of something if it is passed on once?"),
        "",
        lambda each: each.reach_2,
    ),
    "vermittlung": Term(
        mark("Mediations"),
        "Brokerage",
        mark("Who mediates between two that are not tied to each other?"),
        mark("It belongs to no group."),
        lambda each: each.brokerage.total if each.brokerage else None,
    ),
    "einbindung": Term(
        mark("Boundness"),
        "Constraint",
        mark("Whose partners all know each other already? Least bound comes first."),
        _NO_TIES,
        lambda each: each.constraint,
        least_first=True,
    ),
    "partner": Term(
        mark("Independent partners"),
        "Effective size",
        mark("Who has most partners that are not tied to each other?"),
        _NO_TIES,
        lambda each: each.effective_size,
    ),
    "kern": Term(
        mark("Core"),
        "k-core",
        mark("Who belongs to the dense middle, where each has at least so many ties?"),
        "",
        lambda each: each.core,
    ),
}
"""By the names that the address uses; the first is the one that goes without saying."""


def ranked(nodes: tuple[NodeMeasures, ...], term: Term) -> list[tuple[int | None, NodeMeasures]]:
    """Return place and entry, the first first; equal values share a place, undefined have none."""
    known = [(value, each) for each in nodes if (value := term.value(each)) is not None]
    known.sort(key=lambda pair: (pair[0] if term.least_first else -pair[0], pair[1].name))
    found: list[tuple[int | None, NodeMeasures]] = []
    place, before = 0, None
    for at, (value, each) in enumerate(known, 1):
        # Values that differ only by rounding are the same place.
        rounded = round(value, 9)
        place = place if rounded == before else at
        before = rounded
        found.append((place, each))
    missing = [each for each in nodes if term.value(each) is None]
    return found + [(None, each) for each in sorted(missing, key=lambda each: each.name)]


def value_text(value: float | None) -> str:
    """Return a value with at most three digits behind the comma, or that there is none."""
    return _("not determinable") if value is None else number_text(round(value, 3))


def percent(share: float) -> str:
    """Return a share of 1 in percent with one digit behind the comma."""
    return _("{number}%", number=number_text(round(100 * share, 1)))


def quoted(name: str) -> str:
    """Return a name in the quotation marks of the language."""
    return _("“{name}”", name=name)
