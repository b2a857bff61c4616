"""What an address asks to be measured, and how: read by the page Kennzahlen and its files."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from network.graph import Graph
from network.measures import Measures, Weights, measure
from network.measures.progress import Progress
from network.view import Shown
from views.measure_terms import TERMS
from views.network_address import Values

DIRECTED: Final = "gerichtet"
WEIGHT: Final = "gewicht"
RANK: Final = "rang"
ENTRY: Final = "eintrag"

WEIGHTS: Final = {"staerke": Weights.STRENGTH, "entfernung": Weights.DISTANCE}
"""By the names that the address uses."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How is measured: with directions or not, and what the number at a tie means."""

    directed: bool = False
    weights: Weights | None = None


def manner(values: Values) -> Manner:
    """Read how an address asks to measure; what cannot be understood counts as not said."""
    weight = next(iter(values(WEIGHT)), "")
    return Manner(tuple(values(DIRECTED)) == ("1",), WEIGHTS.get(weight))


def rank(values: Values) -> str:
    """Read by which measure an address ranks."""
    asked = next(iter(values(RANK)), "")
    return asked if asked in TERMS else next(iter(TERMS))


def measured(part: Graph, how: Manner, progress: Progress) -> Measures:
    """Measure what is shown."""
    return measure(part, directed=how.directed, weights=how.weights, progress=progress)


def digest(shown: Shown) -> str:
    """Return a text that is the same for the same entries and ties."""
    ids = "\n".join([*shown.nodes, "", *(tie.id for tie in shown.ties)])
    return sha256(ids.encode()).hexdigest()
