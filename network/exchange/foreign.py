"""A network as a file tells it: plain values, before anything of it is ours."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from network.exchange.unreadable import NOWHERE, Place

MAX_BYTES: Final = 50_000_000
MAX_NODES: Final = 300_000
MAX_TIES: Final = 2_000_000
MAX_PLACES: Final = 50


class Format(StrEnum):
    """In what form a file holds a network."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    PAJEK = "pajek"
    CSV = "csv"
    """An edge list, with a list of nodes in a second file."""
    XLSX = "xlsx"
    """A workbook of Kumu, or one with such sheets."""
    JSON = "json"
    """Node-link data of networkx, or a blueprint of Kumu."""
    TEMPLATE = "template"
    """Our own tables in German, as a workbook or as CSV."""
    POPOLO = "popolo"
    """Organisations, posts and memberships in JSON, as Popolo names them."""


class Left(StrEnum):
    """What of a file is not taken over, or not as it stands there."""

    NO_NAME = "no_name"
    NO_END = "no_end"
    SAME_ID = "same_id"
    UNKNOWN_END = "unknown_end"
    SAME_TIE = "same_tie"
    """A tie that stands there twice, alike in everything."""
    LOOP = "loop"
    """A tie of a node with itself: kept, and counted here."""
    IMPLIED = "implied"
    """A node that only its ties name: made."""
    UNDIRECTED = "undirected"
    """Ties of which the file does not say a direction: taken as from the first to the second."""
    BAD_WEIGHT = "bad_weight"
    BAD_DATE = "bad_date"
    COLUMN = "column"
    """A column or attribute that our records have no place for."""
    SHEET = "sheet"
    NESTED = "nested"
    HYPEREDGE = "hyperedge"
    PORT = "port"
    MORE_GRAPHS = "more_graphs"
    SPANS = "spans"
    """Several spans of time: the outer one is kept."""
    CHANGING = "changing"
    """An attribute with several values in time: the last one is kept."""
    POSITIONS = "positions"
    LOOKS = "looks"
    SECTION = "section"
    COMMENT = "comment"
    TOO_LONG = "too_long"
    KIND = "kind"
    """The word of a kind that is none of ours."""
    BAD_WEBSITE = "bad_website"
    BAD_VALUE = "bad_value"
    POST = "post"
    """A post of which no tie tells to whom it belongs: taken as an organisation."""
    PARENT = "parent"
    """A tie of belonging that would make a circle or a second home."""
    MEMBER = "member"
    """A tie of taking part in something that is no organisation."""
    SUCCESSOR = "successor"
    """A tie of succession between others than organisations, or a second one, or in a circle."""
    DATES = "dates"
    """Dates of a tie that our records keep without dates."""
    EXAMPLE = "example"
    """A row that only shows how a table is filled in."""
    PERSON = "person"
    """A person, or a membership of one: networks are taken in without people."""


NOT_LOST: Final = frozenset({Left.LOOP, Left.IMPLIED, Left.UNDIRECTED, Left.EXAMPLE})
"""What is only worth saying: nothing of the file is lost by it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """That something was left out: what, how often, and where the first of it stands."""

    code: Left
    count: int = 1
    place: Place = NOWHERE
    detail: str = ""
    places: tuple[Place, ...] = field(default=(), compare=False)
    """Where all of it stands, up to `MAX_PLACES`."""


@dataclass(frozen=True, slots=True)
class ForeignTopic:
    """A topic of a file that lists them; `parent` is the term of the wider one."""

    term: str
    parent: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignNode:
    """A node of a file.

    `attributes` are those that our records know, by our names (`network.exchange.columns`);
    several values of one are joined by `|`. Dates are ISO dates that may stop at the month
    or the year.
    """

    id: str
    label: str = ""
    kind: str = ""
    partition: str = ""
    start: str = ""
    end: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def name(self) -> str:
        """Return its label, or its id where it has none."""
        return self.label or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignTie:
    """A tie of a file; a `weight` is a number of which the file does not say what it means.

    Who stated, confirmed or disputed it, and on whose behalf somebody takes part, are ids of
    nodes of the file.
    """

    source: str
    target: str
    mutual: bool = False
    kind: str = ""
    label: str = ""
    note: str = ""
    role: str = ""
    weight: float | None = None
    strength: float | None = None
    distance: float | None = None
    start: str = ""
    end: str = ""
    confirmation: str = ""
    sources: str = ""
    stated_by: str = ""
    confirmed_by: str = ""
    disputed_by: str = ""
    on_behalf_of: str = ""
    id: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class ForeignNetwork:
    """All that was read from a file, and what was not.

    `telling_ids` says whether its ids mean anything outside the file; those of Pajek are
    only numbers of lines. `two_mode` has the sizes of both modes, where there are two.
    """

    format: Format
    nodes: tuple[ForeignNode, ...] = ()
    ties: tuple[ForeignTie, ...] = ()
    losses: tuple[Loss, ...] = ()
    topics: tuple[ForeignTopic, ...] = ()
    telling_ids: bool = True
    two_mode: tuple[int, int] | None = None
    grouped: bool = False
    """Whether a column was chosen that divides the network."""
    heads: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What the file itself calls its columns, by our names."""

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Return the distinct weights of which the file does not say what they mean."""
        return tuple(sorted({tie.weight for tie in self.ties if tie.weight is not None}))

    @property
    def unclear_weights(self) -> bool:
        """Say whether it matters what the weights mean: they are not all the same."""
        return len(self.weights) > 1

    @cached_property
    def kinds(self) -> dict[str, int]:
        """Return how many nodes there are of each kind, the most frequent first."""
        return dict(Counter(node.kind for node in self.nodes).most_common())

    @cached_property
    def tie_kinds(self) -> dict[str, int]:
        """Return how many ties there are of each kind, the most frequent first."""
        return dict(Counter(tie.kind for tie in self.ties).most_common())
