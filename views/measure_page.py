"""The parts of the page Kennzahlen."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data.clock import today
from network.measures import Measures
from network.picture import name_of
from views import address
from views.asked_measures import DIRECTED, ENTRY, RANK, WEIGHT, WEIGHTS, rank
from views.asked_network import AskedNetwork
from views.inert import inert
from views.measure_node_words import node_sentences
from views.measure_routes import RANKING
from views.measure_table import Cell, head, rows
from views.measure_terms import TERMS, value_text
from views.measure_words import rule_text, whole_sentences
from views.network_address import EARLIEST, LATEST, read, words
from views.page_files import NETWORK_MAP
from views.shown_measures import Measured
from views.view_words import view_text
from views.words import _, language, mark

_PAGE: Final = 25
DAY: Final = "stand"
_WEIGHT_NAMES: Final = {
    "": mark("do not count"),
    "staerke": mark("are strengths: more is closer"),
    "entfernung": mark("are distances: more is farther"),
}


def show_view(asked: AskedNetwork) -> None:
    """Say what is measured, and lead back to its picture."""
    st.text(view_text(asked))
    query: dict[str, list[str]] = {}
    for name, value in words(asked.asked, today()):
        query.setdefault(name, []).append(value)
    st.page_link(NETWORK_MAP, label=_("Show as a map"), icon=":material/hub:", query_params=query)


def ask_day() -> None:
    """Ask for which day is measured; the address keeps it, as on the map."""
    address.follow(DAY, lambda _values: read(st.query_params.get_all, today()).day)
    day = st.date_input(
        _("As of"), key=DAY, min_value=EARLIEST, max_value=LATEST, format="DD.MM.YYYY", width=220
    )
    address.write(DAY, [] if day == today() else [day.isoformat()])


def ask_manner() -> None:
    """Ask how to measure; the address keeps it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        address.follow(WEIGHT, lambda values: values[0] if values and values[0] in WEIGHTS else "")
        weight = st.selectbox(
            _("Numbers at ties"),
            list(_WEIGHT_NAMES),
            key=WEIGHT,
            format_func=lambda each: _(_WEIGHT_NAMES[each]),
        )
        address.write(WEIGHT, [weight] if weight else [])
        address.follow(DIRECTED, lambda values: tuple(values) == ("1",))
        directed = st.checkbox(_("Keep the direction of ties"), key=DIRECTED)
        address.write(DIRECTED, ["1"] if directed else [])


def show_whole(measures: Measures) -> None:
    """Say how the whole is tied."""
    st.header(_("The network as a whole"))
    st.text("\n".join(whole_sentences(measures)))
    st.caption(inert(rule_text(measures.simple)))


def show_ranking(asked: AskedNetwork, measures: Measures) -> None:
    """Ask by which measure to rank, and show the entries in that order."""
    st.header(_("Who comes first"))
    address.follow(RANK, lambda values: rank(lambda _name: values))
    chosen = st.selectbox(
        _("Rank by"), list(TERMS), key=RANK, format_func=lambda each: TERMS[each].title
    )
    address.write(RANK, [] if chosen == next(iter(TERMS)) else [chosen])
    term = TERMS[chosen]
    st.text(_(term.question))
    found = rows(measures, asked.records, term)
    pages = -(-len(found) // _PAGE)
    page = st.pagination(pages, key="page_ranking") if pages > 1 else 1
    column = head().index(term.title)
    st.table(
        [
            {
                _("Place"): "" if row[0] is None else str(row[0]),
                _("Name"): inert(str(row[1])),
                term.title: value_text(_number(row[column])),
                _("Kind"): str(row[2]),
            }
            for row in found[(page - 1) * _PAGE : page * _PAGE]
        ],
        alt=_("Ranking by {measure}", measure=term.title),
    )
    _show_downloads(asked)


def _number(cell: Cell) -> float | None:
    return None if isinstance(cell, str) else cell


def _show_downloads(asked: AskedNetwork) -> None:
    own = [
        (name, value)
        for name in (WEIGHT, DIRECTED, RANK)
        for value in st.query_params.get_all(name)
    ]
    query = urlencode([*words(asked.asked, today()), *own, ("lang", language())])
    with st.container(horizontal=True):
        for ending, label in (("csv", _("All as CSV")), ("xlsx", _("All as Excel"))):
            st.link_button(label, f"{RANKING}.{ending}?{query}", icon=":material/download:")


def show_entry(asked: AskedNetwork, found: Measured) -> None:
    """Ask for an organisation or post, and say how it is tied."""
    st.header(_("One organisation or post"))
    nodes = [
        each.id for each in sorted(found.measures.nodes, key=lambda each: each.name.casefold())
    ]
    present = set(nodes)
    of_map = [node for node in asked.asked.view.chosen if node in present]

    def parse(values: object) -> str | None:
        wanted = next(iter(values), None) if isinstance(values, list | tuple) else None
        return wanted if wanted in present else next(iter(of_map), None)

    address.follow(ENTRY, parse)
    chosen = st.selectbox(
        _("Organisation or post"),
        nodes,
        index=None,
        key=ENTRY,
        format_func=lambda node: name_of(asked.records[node]),
        placeholder=_("Choose a name"),
    )
    address.write(ENTRY, [chosen] if chosen and chosen not in of_map[:1] else [])
    if chosen:
        st.text("\n".join(node_sentences(found.part, found.measures, chosen)))


def show_questions() -> None:
    """Say which measure answers which question."""
    st.header(_("Which measure answers which question"))
    for term in TERMS.values():
        st.text(f"{term.title}: {_(term.question)}")
