"""Finding records by what people type: parts of words in any order, umlauts and "e. V." aside."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz, process

from network.graph import Graph, records
from network.naming import bare_name, fold, search_forms
from network.organization import Organization, Post


class By(StrEnum):
    """By which of its words something was found; the first is told where several match."""

    NAME = "name"
    SHORT_NAME = "short_name"
    FORMER_NAME = "former_name"
    """A former or other name."""
    POST = "post"
    """The name or role of a post, together with where it belongs."""
    TOPIC = "topic"
    """The term of a topic: the hit is the topic, not those who work on it."""


LONGEST: Final = 200
"""Letters of what is searched for that are looked at."""
_ORDER = {by: place for place, by in enumerate(By)}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: a record's or a topic's id, by what, and the words that matched.

    A `near` hit holds only words that resemble the typed ones.
    """

    id: str
    by: By
    text: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words of one record or topic: as written, and folded for search."""

    id: str
    by: By
    text: str
    folded: str
    bare: str
    forms: str
    """The folded words, each with a space before it."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that can be found in a graph, and which entries hold each word."""

    entries: tuple[_Entry, ...]
    words: dict[str, tuple[int, ...]]


def index_of(graph: Graph) -> Index:
    """Return what can be found in a graph, made once for each version of the network."""
    entries = [entry for node, record in records(graph).items() for entry in _of(graph, record)]
    entries += [
        _entry(topic.id, By.TOPIC, topic.term) for topic in graph.graph.get("topics", {}).values()
    ]
    holding: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for word in dict.fromkeys(entry.forms.split()):
            holding.setdefault(word, []).append(place)
    return Index(tuple(entries), {word: tuple(places) for word, places in holding.items()})


def find(index: Index, typed: str, limit: int = 8) -> list[Hit]:
    """Return what holds every typed word or part of a word, the best first.

    A whole name comes before its beginning, that before a word's beginning, that before any
    part; among these names come before former ones. Only where nothing holds the words,
    those that resemble them are found. Only the beginning of an endless text is looked at.
    """
    wanted = bare_name(typed[:LONGEST]).split()
    if not wanted:
        return []
    ranked = [
        (_rank(entry, wanted), _ORDER[entry.by], len(entry.folded), place)
        for place, entry in enumerate(index.entries)
        if all(word in entry.forms for word in wanted)
    ]
    if ranked:
        best = heapq.nsmallest(limit * len(By), ranked)
        return _hits(index, (each[-1] for each in best), limit, near=False)
    return _hits(index, _resembling(index, wanted), limit, near=True)


def _of(graph: Graph, record: Organization | Post) -> list[_Entry]:
    if isinstance(record, Post):
        home = graph.nodes[record.organization_id]["record"] if _has_home(graph, record) else None
        where = home.name if isinstance(home, Organization) else ""
        beside = " ".join(each for each in (record.role, where) if each)
        return [_entry(record.id, By.POST, record.label, beside)]
    found = [_entry(record.id, By.NAME, record.name, record.short_name)]
    if record.short_name:
        found.append(_entry(record.id, By.SHORT_NAME, record.short_name))
    return found + [_entry(record.id, By.FORMER_NAME, each) for each in record.other_names]


def _has_home(graph: Graph, post: Post) -> bool:
    return post.organization_id in graph


def _entry(identifier: str, by: By, text: str, beside: str = "") -> _Entry:
    """Return an entry that is also found by the words beside its text."""
    forms = " ".join(search_forms(f"{text} {beside}").split())
    return _Entry(identifier, by, text, fold(text), bare_name(text), f" {forms}")


def _rank(entry: _Entry, wanted: Sequence[str]) -> int:
    phrase = " ".join(wanted)
    if phrase in (entry.folded, entry.bare):
        return 0
    if entry.folded.startswith(phrase):
        return 1
    return 2 if all(f" {word}" in entry.forms for word in wanted) else 3


def _hits(index: Index, places: Iterable[int], limit: int, *, near: bool) -> list[Hit]:
    """Return one hit for each id, by its best entry."""
    found: dict[str, Hit] = {}
    for place in places:
        if len(found) == limit:
            break
        entry = index.entries[place]
        found.setdefault(entry.id, Hit(entry.id, entry.by, entry.text, near))
    return list(found.values())


_ALIKE = 78.0
"""Share of letters in order, in percent, from which a typed word resembles another."""
_SHORTEST = 4
"""Letters that a word needs to resemble another: shorter ones resemble too much."""


def _resembling(index: Index, wanted: Sequence[str]) -> list[int]:
    """Return the entries with a word like each typed one, the most alike first."""
    scores: dict[int, float] | None = None
    for typed in wanted:
        here = _alike(index, typed)
        scores = here if scores is None else {
            place: scores[place] + here[place] for place in scores.keys() & here.keys()
        }  # fmt: skip
    found = scores or {}
    return sorted(found, key=lambda place: (-found[place], len(index.entries[place].folded), place))


def _alike(index: Index, typed: str) -> dict[int, float]:
    """Return how like a typed word the best word of each entry is, in percent."""
    if len(typed) < _SHORTEST:
        known = [word for word in index.words if word.startswith(typed)]
        near = [(word, 100.0) for word in known]
    else:
        known = [word for word in index.words if len(word) >= len(typed) - 2]
        near = [
            (word, score)
            for word, score, _place in process.extract(
                typed, known, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None
            )
        ]
    scores: dict[int, float] = {}
    for word, score in near:
        for place in index.words[word]:
            scores[place] = max(score, scores.get(place, 0.0))
    return scores
