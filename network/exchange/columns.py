"""By what names files call what we know of nodes and ties, and how their values are written."""

import math
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from network.naming import fold
from network.validity import is_partial_date

NODE_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "kennung", "key", "nodeid", "node id", "identifier"),
    "label": ("label", "name", "bezeichnung", "titel", "title", "beschriftung", "node label"),
    "kind": ("kind", "type", "typ", "art", "classification", "element type", "node type"),
    "partition": ("partition",),
    "start": (
        "start date", "start", "since", "seit", "von", "beginn", "founding date", "inception date",
    ),
    "end": ("end date", "end", "until", "bis", "ende", "dissolution date"),
    "short_name": ("short name", "kurzname", "kuerzel", "abkuerzung"),
    "other_names": ("other names", "weitere namen", "aliases", "frueherer name", "alias"),
    "description": ("description", "beschreibung"),
    "website": ("website", "url", "web", "webseite", "internet", "homepage", "internetseite"),
    "district": ("district", "stadtteil", "sozialraum", "area"),
    "topics": ("topics", "tags", "themen", "thema", "topic", "handlungsfelder", "schlagworte"),
    "languages": ("languages", "sprachen", "language", "sprache"),
    "target_groups": ("target groups", "zielgruppen", "target group", "zielgruppe"),
    "offers": ("offers", "angebote"),
    "needs": ("needs", "bedarfe", "bedarf"),
    "open_for_cooperation": ("open for cooperation", "offen fuer zusammenarbeit"),
    "confirmed_on": ("confirmed on", "bestaetigt am"),
    "sources": ("sources", "quellen", "quelle", "source"),
    "role": ("role", "rolle"),
    "occupancy": ("occupancy", "besetzung"),
    "identifiers": ("identifiers",),
}  # fmt: skip
"""Our names for what nodes have, and the folded names that files use; the first one is ours."""

TIE_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "source": ("source", "from", "von", "quelle", "subject", "vertex 1", "sourceid", "source id"),
    "target": ("target", "to", "nach", "ziel", "zu", "object", "vertex 2", "targetid", "target id"),
    "id": ("id", "key", "kennung", "edge id"),
    "direction": ("direction", "richtung"),
    "mutual": ("mutual", "gegenseitig", "beidseitig"),
    "directed": ("directed", "gerichtet"),
    "type": ("type", "typ", "art"),
    "kind": ("kind", "classification", "relation", "beziehung", "verbindung", "edge type"),
    "label": ("label", "name", "bezeichnung", "beschriftung", "edge label"),
    "note": ("note", "description", "beschreibung", "notiz", "anmerkung"),
    "role": ("role", "rolle"),
    "weight": ("weight", "gewicht", "wert", "value"),
    "strength": ("strength", "staerke"),
    "distance": ("distance", "distanz", "entfernung"),
    "start": ("start date", "start", "since", "seit", "von", "beginn"),
    "end": ("end date", "end", "until", "bis", "ende"),
    "confirmation": ("confirmation",),
    "stated_by": ("stated by",),
    "confirmed_by": ("confirmed by",),
    "disputed_by": ("disputed by",),
    "on_behalf_of": ("on behalf of",),
    "sources": ("sources", "quellen", "quelle", "belege"),
}
"""The same for ties."""

_ENDS: Final = (
    ("source", "target"),
    ("from", "to"),
    ("von", "nach"),
    ("quelle", "ziel"),
    ("von", "zu"),
    ("subject", "object"),
    ("vertex 1", "vertex 2"),
    ("sourceid", "targetid"),
    ("source id", "target id"),
)
"""Heads for both ends that belong together."""

LISTS: Final = (
    "other_names", "topics", "languages", "target_groups", "offers", "needs", "sources",
    "identifiers",
)  # fmt: skip
"""What may have several values."""

DIRECTIONS: Final[Mapping[str, bool]] = {
    "directed": False,
    "gerichtet": False,
    "undirected": True,
    "ungerichtet": True,
    "mutual": True,
    "gegenseitig": True,
    "beidseitig": True,
}
"""Whether a tie holds both ways, by the word for its direction."""

TRUE: Final = frozenset({"true", "1", "yes", "ja", "wahr"})
FALSE: Final = frozenset({"false", "0", "no", "nein", "falsch"})

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GERMAN_DATE = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_YEAR = re.compile(r"([12]\d{3})\.0*")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+")


@lru_cache(maxsize=4096)
def direction_of(word: str) -> bool | None:
    """Say whether a tie holds both ways, by the word for its direction; None for other words."""
    return DIRECTIONS.get(fold(word))


def columns_of(names: Mapping[str, tuple[str, ...]], heads: list[str]) -> dict[str, str]:
    """Return our name for every head that is known; of two heads for one name the better first."""
    folded: dict[str, list[str]] = {}
    for head in heads:
        folded.setdefault(fold(head), []).append(head)
    found: dict[str, str] = {}
    for ours, theirs in names.items():
        for each in theirs:
            for head in folded.get(each, ()):
                found.setdefault(head, ours)
    return found


def tie_columns_of(heads: list[str]) -> dict[str, str]:
    """Return our name for every head of a table of ties.

    Both ends come from heads that belong together, where there are such: beside "Quelle" and
    "Ziel" the head "Von" means a date.
    """
    folded = {fold(head) for head in heads}
    pair = next((each for each in _ENDS if folded.issuperset(each)), None)
    if pair is None:
        return columns_of(TIE_COLUMNS, heads)
    ends = {"source": pair[:1], "target": pair[1:]}
    return columns_of({**TIE_COLUMNS, **ends}, heads)


def inner_columns_of(heads: list[str]) -> dict[str, str]:
    """Return our name for every head of what is known of a tie besides its ends."""
    inner = {ours: each for ours, each in TIE_COLUMNS.items() if ours not in ("source", "target")}
    return columns_of(inner, heads)


def by_our_names(values: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Return values by our names; where a record has two for one name, the better head counts."""
    found: dict[str, str] = {}
    for head, ours in known.items():
        if head in values:
            found.setdefault(ours, values[head])
    return found


def clean(text: str) -> str:
    """Return text as all formats can hold it: no illegal characters, one kind of line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("\ufffd", text).strip()


def parsed_number(text: str) -> float | None:
    """Return a finite number, also with a decimal comma; None where it is none."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "")
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    try:
        number = float(plain.replace(",", ".") if plain.count(",") == 1 else plain)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in plain else None


def parsed_date(text: str) -> str | None:
    """Return an ISO date that may stop at month or year; None where the text is none."""
    text = text.strip()
    if is_partial_date(text):
        return text
    if moment := _MOMENT.fullmatch(text):
        text = moment[1]
    elif year := _YEAR.fullmatch(text):
        text = year[1]
    elif german := _GERMAN_DATE.fullmatch(text):
        parts = [part for part in reversed(german.groups()) if part]
        text = "-".join(part.zfill(2) for part in parts)
    return text if is_partial_date(text) else None


def number_text(number: float | None) -> str:
    """Return a number as files hold it: whole ones without a point."""
    if number is None:
        return ""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def joined(values: tuple[str, ...]) -> str:
    """Return several values as one text; a bar within a value gives way to a broken one."""
    return "|".join(each.replace("|", "¦") for each in values if each)


def parted(text: str) -> tuple[str, ...]:
    """Return the values that a text joins."""
    return tuple(dict.fromkeys(part for each in text.split("|") if (part := each.strip())))


def date_of(value: date) -> str:
    """Return a date of a spreadsheet cell as an ISO date."""
    return date(value.year, value.month, value.day).isoformat()


def fitting_url(text: str) -> bool:
    """Say whether a text is an address in the web."""
    return text.startswith(("http://", "https://"))
