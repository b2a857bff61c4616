"""How records are shown in a picture: their symbols, their names, and the words around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from network.organization import Classification, Organization, Post


class Family(StrEnum):
    """What the symbol of a node says; finer kinds stand in its label and in the table."""

    ADMINISTRATION = "administration"
    BODY = "body"
    WORKING_GROUP = "working_group"
    POST = "post"
    PROVIDER = "provider"
    INITIATIVE = "initiative"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Shape and fill of a family; the shape alone tells them apart."""

    shape: str
    color: str


SYMBOLS: Mapping[Family, Symbol] = {
    Family.ADMINISTRATION: Symbol("square", "#0072B2"),
    Family.BODY: Symbol("hexagon", "#56B4E9"),
    Family.WORKING_GROUP: Symbol("star", "#D55E00"),
    Family.POST: Symbol("diamond", "#F0E442"),
    Family.PROVIDER: Symbol("dot", "#009E73"),
    Family.INITIATIVE: Symbol("triangle", "#CC79A7"),
    Family.OTHER: Symbol("triangleDown", "#999999"),
}
"""The palette is that of Okabe and Ito (2008)."""

_FAMILY_OF: Mapping[Classification, Family] = {
    Classification.DIVISION: Family.ADMINISTRATION,
    Classification.DEPARTMENT: Family.ADMINISTRATION,
    Classification.OFFICE: Family.ADMINISTRATION,
    Classification.AUTHORITY: Family.ADMINISTRATION,
    Classification.MUNICIPAL_COMPANY: Family.ADMINISTRATION,
    Classification.BODY: Family.BODY,
    Classification.COUNCIL: Family.BODY,
    Classification.ADVISORY_BOARD: Family.BODY,
    Classification.WORKING_GROUP: Family.WORKING_GROUP,
    Classification.INDEPENDENT_PROVIDER: Family.PROVIDER,
    Classification.ASSOCIATION: Family.PROVIDER,
    Classification.MIGRANT_ORGANIZATION: Family.PROVIDER,
    Classification.INITIATIVE: Family.INITIATIVE,
    Classification.ALLIANCE: Family.INITIATIVE,
    Classification.PROJECT: Family.OTHER,
    Classification.OTHER: Family.OTHER,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the reader's language that a picture needs.

    `hubs` are by facet, `signs` by mark, by confirmation, and `derived`, `undated`, `part`;
    the two functions say a number of entries and of ties.
    """

    kinds: Mapping[str, str]
    ties: Mapping[str, str]
    hubs: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    entries: Callable[[int], str] = str
    ties_counted: Callable[[int], str] = str


def family(record: Organization | Post) -> Family:
    """Return the family whose symbol a record gets."""
    return Family.POST if isinstance(record, Post) else _FAMILY_OF[record.classification]


def kind_of(record: Organization | Post) -> str:
    """Return the classification of an organisation, or `post`."""
    return "post" if isinstance(record, Post) else str(record.classification)


def name_of(record: Organization | Post) -> str:
    """Return the name by which people call a record."""
    return record.label if isinstance(record, Post) else record.name


def short_name_of(record: Organization | Post) -> str:
    """Return the short name where there is one, else the name."""
    return name_of(record) if isinstance(record, Post) else record.short_name or record.name
