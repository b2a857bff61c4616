"""The German words of our own tables for what our records know by a code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from network.exchange.vocabulary import POST
from network.graph import TieKind
from network.naming import fold
from network.organization import Classification, MembershipRole, Occupancy, RelationKind

NODE_KINDS: Final[Mapping[str, str]] = MappingProxyType({
    Classification.DIVISION: "Geschäftsbereich",
    Classification.DEPARTMENT: "Fachbereich",
    Classification.OFFICE: "Büro/Stabsstelle",
    Classification.WORKING_GROUP: "Arbeitsgruppe",
    Classification.BODY: "Gremium",
    Classification.COUNCIL: "Stadtverordnetenversammlung",
    Classification.ADVISORY_BOARD: "Beirat",
    Classification.MUNICIPAL_COMPANY: "Städtisches Unternehmen",
    Classification.INDEPENDENT_PROVIDER: "Freier Träger",
    Classification.ASSOCIATION: "Verein",
    Classification.INITIATIVE: "Initiative",
    Classification.MIGRANT_ORGANIZATION: "Migrantenselbstorganisation",
    Classification.ALLIANCE: "Bündnis",
    Classification.PROJECT: "Projekt",
    Classification.AUTHORITY: "Behörde, Stadt oder Land",
    Classification.OTHER: "Sonstiges",
})  # fmt: skip

TIE_KINDS: Final[Mapping[str, str]] = MappingProxyType({
    RelationKind.COOPERATES: "arbeitet zusammen mit",
    RelationKind.FUNDS: "fördert",
    RelationKind.COMMISSIONS: "beauftragt",
    RelationKind.ADVISES: "berät",
    RelationKind.REFERS_TO: "vermittelt Menschen an",
    RelationKind.REPORTS_TO: "berichtet an",
    RelationKind.COORDINATES: "koordiniert",
    RelationKind.SUPPORTS: "unterstützt",
    RelationKind.LINKED: "ist verbunden mit",
})  # fmt: skip

ROLES: Final[Mapping[str, str]] = MappingProxyType({
    MembershipRole.CHAIR: "Vorsitz",
    MembershipRole.MEMBER: "Mitglied",
    MembershipRole.GUEST: "Gast, wird gehört",
    MembershipRole.SECRETARY: "Geschäftsstelle",
    MembershipRole.PARTICIPANT: "Teilnahme",
})  # fmt: skip

OCCUPANCIES: Final[Mapping[str, str]] = MappingProxyType(
    {Occupancy.HELD: "besetzt", Occupancy.VACANT: "unbesetzt", Occupancy.UNKNOWN: "unbekannt"}
)

YES_OR_NO: Final[Mapping[str, str]] = MappingProxyType({"yes": "ja", "no": "nein"})

_STRUCTURE: Final[Mapping[str, str]] = {
    TieKind.PART_OF: "gehört zu",
    TieKind.POST_OF: "ist eine Stelle bei",
    TieKind.MEMBER_OF: "wirkt mit in",
    TieKind.SUCCESSOR_OF: "ist Nachfolge von",
    POST: "Stelle/Funktion",
}


def codes_by_word(words: Mapping[str, str]) -> dict[str, str]:
    """Return our codes by all the folded words that mean them."""
    found: dict[str, str] = {}
    for code, word in words.items():
        for each in (code, word, *word.split("/")):
            found.setdefault(fold(each), str(code))
    return found


def structure_words() -> Mapping[str, str]:
    """Return the words for what has sheets or columns of its own, by our codes."""
    return MappingProxyType(dict(_STRUCTURE))
