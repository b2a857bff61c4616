"""Which node a typed name means."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from network.graph import Graph, records
from network.naming import bare_name, fold
from network.organization import Organization, Post
from network.picture import name_of


def named(graph: Graph, typed: str) -> list[str]:
    """Return the nodes that a text names: to the letter, else by full, short or former name.

    To the letter it is an id or a full name; where it is the id of one node and the name of
    another, both are meant. Else capitals, umlauts written out and legal forms such as "e. V."
    make no difference.
    """
    known = records(graph)
    if typed in known:
        return [typed]
    exact = [node for node, record in known.items() if typed in _exact(record)]
    if exact:
        return exact
    for same in (fold, bare_name):
        wanted = same(typed)
        found = [
            node
            for node, record in known.items()
            if wanted and wanted in {same(name) for name in _names(record)}
        ]
        if found:
            return found
    return []


def _exact(record: Organization | Post) -> tuple[str, ...]:
    identifiers = record.identifiers if isinstance(record, Organization) else ()
    return (name_of(record), *identifiers)


def likely_names(graph: Graph, typed: str, limit: int = 3) -> list[str]:
    """Return names that a mistyped one is most likely to mean, the likeliest first."""
    names = {
        name: fold(name) for record in records(graph).values() for name in _names(record) if name
    }
    found = process.extract(fold(typed), names, scorer=fuzz.WRatio, limit=limit, score_cutoff=55)
    return [name for _folded, _likeness, name in found]


def _names(record: Organization | Post) -> Iterator[str]:
    yield name_of(record)
    if isinstance(record, Organization):
        yield from (name for name in (record.short_name, *record.other_names) if name)
