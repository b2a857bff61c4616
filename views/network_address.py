"""What the address of the network says: read by the map, its files, its measures and its views.

All of them read the same words, so that a link, a download and a saved view show the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from network.facets import Facet, Status
from network.graph import Confirmation, TieKind
from network.organization import Classification, RelationKind
from network.view import Direction, View

Values = Callable[[str], Sequence[str]]
"""All values of a name in an address, as `get_all` of Streamlit and `getlist` of Starlette."""

CHOSEN: Final = "stelle"
"""The name of the chosen nodes."""

FACETS: Final[Mapping[str, Facet]] = {
    "art": Facet.KIND,
    "thema": Facet.TOPIC,
    "raum": Facet.AREA,
    "zielgruppe": Facet.TARGET_GROUP,
    "sprache": Facet.LANGUAGE,
    "teil": Facet.PARTITION,
    "status": Facet.STATUS,
    "verbindung": Facet.TIE_KIND,
    "staerke": Facet.STRENGTH,
    "wort": Facet.CONFIRMATION,
}
"""The names of the filters."""

VOCABULARIES: Final[Mapping[Facet, frozenset[str]]] = {
    Facet.KIND: frozenset({*Classification, "post"}),
    Facet.TIE_KIND: frozenset({*TieKind, *RelationKind}),
    Facet.CONFIRMATION: frozenset(Confirmation),
    Facet.STATUS: frozenset(Status),
}
"""The words of those filters that have a closed vocabulary."""

MOST_STEPS: Final = 9
EARLIEST: Final = date(1800, 1, 1)
LATEST: Final = date(2199, 12, 31)


class Level(StrEnum):
    """How much of a network its picture shows at once."""

    ALL = "alle"
    UNITS = "einheiten"
    GROUPS = "arbeitsgruppen"
    COMMUNITIES = "gruppen"
    EMPTY = "leer"


class Hub(StrEnum):
    """By what nodes are connected besides their ties."""

    TOPIC = "thema"
    AREA = "raum"
    TARGET_GROUP = "zielgruppe"


E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """All that an address says: the view, its day, and how it is drawn.

    `since` is the earlier day of a comparison, never after `day`. `grouped` marks who is
    closely tied among themselves. `level` is None where the size decides;
    `opened` are the parts of an overview that are unfolded.
    """

    day: date
    view: View = field(default_factory=View)
    since: date | None = None
    fade: bool = False
    level: Level | None = None
    opened: frozenset[str] = frozenset()
    hub: Hub | None = None
    arrangement: str = ""
    grouped: bool = False


def read(values: Values, today: date) -> Asked:
    """Read an address; what cannot be understood counts as not said.

    Of two days the later one is shown, whichever was named first.
    """
    since, day = _in_order(_day(values("seit")), _day(values("stand")) or today)
    return Asked(
        day=day,
        view=View(
            wanted={
                facet: found
                for name, facet in FACETS.items()
                if (found := _known(facet, values(name)))
            },
            chosen=tuple(dict.fromkeys(values(CHOSEN))),
            steps=_steps(values("schritte")),
            direction=_word(Direction, values("richtung")) or Direction.BOTH,
            path=_yes(values("weg")),
            tied_only=_yes(values("verbunden")),
            without=frozenset(values("ohne")),
        ),
        since=since,
        fade=_yes(values("blass")),
        level=_word(Level, values("ebene")),
        opened=frozenset(values("offen")),
        hub=_word(Hub, values("ueber")),
        arrangement=next(iter(values("anordnung")), ""),
        grouped=_yes(values("gruppen")),
    )


def words(asked: Asked, today: date) -> list[tuple[str, str]]:
    """Return names and values that `read` reads back; nothing for what goes without saying."""
    view = asked.view
    found = [
        (name, value)
        for name, facet in FACETS.items()
        for value in sorted(view.wanted.get(facet, ()))
    ]
    found += [(CHOSEN, node) for node in view.chosen]
    found += [("ohne", node) for node in sorted(view.without)]
    found += [("offen", part) for part in sorted(asked.opened)]
    single = {
        "stand": "" if asked.day == today else asked.day.isoformat(),
        "seit": asked.since.isoformat() if asked.since else "",
        "schritte": "" if view.steps is None else str(view.steps),
        "richtung": "" if view.direction is Direction.BOTH else view.direction,
        "weg": "1" if view.path else "",
        "verbunden": "1" if view.tied_only else "",
        "blass": "1" if asked.fade else "",
        "ebene": asked.level or "",
        "ueber": asked.hub or "",
        "anordnung": asked.arrangement,
        "gruppen": "1" if asked.grouped else "",
    }
    return found + [(name, value) for name, value in single.items() if value]


def _known(facet: Facet, values: Sequence[str]) -> frozenset[str]:
    """Leave out words that a closed vocabulary does not have."""
    return frozenset(values) & VOCABULARIES.get(facet, frozenset(values))


def _day(values: Sequence[str]) -> date | None:
    try:
        day = date.fromisoformat(values[0]) if values else None
    except ValueError:
        return None
    return day and min(max(day, EARLIEST), LATEST)


def _in_order(since: date | None, day: date) -> tuple[date | None, date]:
    return (day, since) if since and since > day else (since, day)


def _steps(values: Sequence[str]) -> int | None:
    text = values[0] if values else ""
    return int(text) if text in {str(n) for n in range(1, MOST_STEPS + 1)} else None


def _word(vocabulary: type[E], values: Sequence[str]) -> E | None:
    text = values[0] if values else ""
    return vocabulary(text) if text in set(vocabulary) else None


def _yes(values: Sequence[str]) -> bool:
    return tuple(values) == ("1",)
