"""A view as ordered text: a section for each kind, each entry with its ties as sentences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

import streamlit as st

from network.facets import Facet
from network.graph import Graph, Tie, records
from network.naming import fold
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from network.view import Shown
from views.facet_words import FACETS_WORDS, value_text
from views.kinds import KINDS
from views.network_rows import status_text, topics_text
from views.shown_groups import Remarks
from views.tie_words import details_text, tie_text
from views.words import _, plural

_NOTHING: Final = Remarks()


@dataclass(frozen=True, slots=True)
class TextTie:
    """One tie, read from the entry that it stands under."""

    words: str
    other_id: str
    other: str
    details: str


@dataclass(frozen=True, slots=True)
class TextEntry:
    """One entry: its name, what is known of it in short, and its ties."""

    id: str
    name: str
    kind: str
    facts: tuple[str, ...]
    ties: tuple[TextTie, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """Entries of one kind that stand together; `count` is how many the whole view has."""

    title: str
    count: int
    entries: tuple[TextEntry, ...]


def pages_of(what: Shown, size: int) -> int:
    """Return how many pages the text of a view has, at least one."""
    return max(1, -(-len(what.nodes) // size))


def sections(
    graph: Graph, what: Shown, page: int, size: int, remarks: Remarks = _NOTHING
) -> list[TextSection]:
    """Return one page of the text; kinds and names stand in the order of a directory."""
    known = records(graph)
    order = {kind: place for place, kind in enumerate(KINDS)}
    nodes = sorted(what.nodes, key=lambda n: (order[kind_of(known[n])], fold(name_of(known[n])), n))
    ties: dict[str, list[Tie]] = {node: [] for node in nodes}
    for tie in what.ties:
        for end in dict.fromkeys((tie.subject_id, tie.object_id)):
            ties[end].append(tie)
    counts = Counter(kind_of(known[node]) for node in nodes)
    here = nodes[(page - 1) * size : page * size]
    return [
        TextSection(
            _(KINDS[kind]),
            counts[kind],
            tuple(_entry(graph, node, ties[node], remarks) for node in together),
        )
        for kind, together in groupby(here, key=lambda node: kind_of(known[node]))
    ]


def _entry(graph: Graph, node: str, ties: Sequence[Tie], remarks: Remarks) -> TextEntry:
    record: Organization | Post = graph.nodes[node]["record"]
    told = sorted(
        (_tie(graph, node, tie, remarks) for tie in ties),
        key=lambda each: (each.words, fold(each.other)),
    )
    return TextEntry(
        node,
        name_of(record),
        _(KINDS[kind_of(record)]),
        tuple(_facts(graph, record, remarks)),
        tuple(told),
        plural("{n} tie", "{n} ties", len(told)),
    )


def _facts(graph: Graph, record: Organization | Post, remarks: Remarks) -> list[str]:
    area = record.district if isinstance(record, Organization) else ""
    facts = {
        _(FACETS_WORDS[Facet.TOPIC]): topics_text(graph, record),
        _(FACETS_WORDS[Facet.AREA]): area and value_text(graph, Facet.AREA, area),
        _(FACETS_WORDS[Facet.STATUS]): status_text(graph, record.id),
        _("Group"): (remarks.groups or {}).get(record.id, ""),
        _("Entry"): remarks.upkeep.get(record.id, ""),
        _("Change"): (remarks.changes or {}).get(record.id, ""),
    }
    return [f"{label}: {text}" for label, text in facts.items() if text]


def _tie(graph: Graph, node: str, tie: Tie, remarks: Remarks) -> TextTie:
    other = tie.object_id if tie.subject_id == node else tie.subject_id
    change = (remarks.changes or {}).get(tie.id, "")
    details = f"{change}, {details_text(tie)}" if change else details_text(tie)
    return TextTie(tie_text(tie, node), other, name_of(graph.nodes[other]["record"]), details)


_PAGE: Final = 20


def show(graph: Graph, what: Shown, remarks: Remarks) -> None:
    """Show one page of the text, under the tables; names of strangers stay text."""
    if not what.nodes:
        st.text(_("Nothing to show."))
        return
    pages = pages_of(what, _PAGE)
    page = st.pagination(pages, key="page_text") if pages > 1 else 1
    parts = [_section(each) for each in sections(graph, what, page, _PAGE, remarks)]
    st.html(f'<div class="told">{"".join(parts)}</div>')


def _section(section: TextSection) -> str:
    entries = "".join(_told(each) for each in section.entries)
    return f"<h3>{escape(section.title)} ({section.count})</h3>{entries}"


def _told(entry: TextEntry) -> str:
    facts = "".join(f"<p>{escape(each)}</p>" for each in entry.facts)
    ties = "".join(
        f"<li>{escape(each.words)} <strong>{escape(each.other)}</strong>"
        f" ({escape(each.details)})</li>"
        for each in entry.ties
    )
    named = f"<h4>{escape(entry.name)}</h4>{facts}<p>{escape(entry.counted)}</p>"
    return f"{named}<ul>{ties}</ul>" if ties else named
