"""The filters of the map: each value says how many it would leave; all of them in the address."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from network.facets import Facet
from network.graph import Graph
from network.picture import name_of
from views import address, network_moves
from views.facet_words import FACETS_WORDS, value_text
from views.inert import inert
from views.network_address import FACETS, Asked
from views.shown_network import ShownNetwork
from views.shown_view import Counts
from views.words import _, number_text, plural

_NAMES: Final[Mapping[Facet, str]] = {facet: name for name, facet in FACETS.items()}


def active(asked: Asked) -> int:
    """Return how many filters are set, what is left out and "only with ties" included."""
    view = asked.view
    return sum(map(bool, view.wanted.values())) + len(view.without) + view.tied_only


def title(asked: Asked) -> str:
    """Return what opens the filters, with how many are set."""
    number = active(asked)
    return _("Filters ({n})", n=number_text(number)) if number else _("Filters")


def ask(graph: Graph, asked: Asked, counts: Counts) -> None:
    """Ask by what to filter: one field for each property that anybody has."""
    st.text(_("Several values of one filter: any of them. Several filters: all of them."))
    wanted = asked.view.wanted
    useful = [facet for facet in FACETS_WORDS if counts[facet] or wanted.get(facet)]
    columns = st.columns(2)
    for place, facet in enumerate(useful):
        with columns[place * 2 // len(useful)]:
            _ask(graph, facet, wanted.get(facet, frozenset()), counts[facet])
    address.follow("verbunden", lambda values: values == ("1",))
    st.toggle(
        _("Only entries with ties"),
        key="verbunden",
        on_change=network_moves.take,
        args=("verbunden", lambda on: ["1"] if on else []),
    )
    st.button(
        _("Reset all filters"),
        key="reset_inside",
        on_click=network_moves.reset,
        icon=":material/filter_alt_off:",
        disabled=not active(asked),
    )


def _ask(graph: Graph, facet: Facet, wanted: frozenset[str], counts: Mapping[str, int]) -> None:
    name = _NAMES[facet]
    options = [*counts, *sorted(wanted - set(counts))]
    labels = {
        value: f"{value_text(graph, facet, value)} ({number_text(counts.get(value, 0))})"
        for value in options
    }
    address.follow(name, lambda values: [value for value in values if value in labels])
    st.multiselect(
        _(FACETS_WORDS[facet]),
        options,
        key=name,
        format_func=labels.__getitem__,
        placeholder=_("All"),
        select_all=False,
        filter_mode="contains",
        on_change=network_moves.take,
        args=(name, list),
    )


def show_set(network: ShownNetwork, asked: Asked) -> None:
    """Say what is filtered, each filter with the way to reset it."""
    if not active(asked):
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.text(_("Filtered:"), width="content")
        for facet, values in asked.view.wanted.items():
            _set(network.graph, facet, values)
        for node in sorted(asked.view.without):
            if node in network.records:
                _left_out(name_of(network.records[node]), node)
        if asked.view.tied_only:
            st.button(
                _("Only entries with ties"),
                key="unset_tied",
                on_click=network_moves.show_untied,
                icon=":material/close:",
                help=_("Reset this filter"),
            )
        st.button(
            _("Reset all filters"), key="reset", on_click=network_moves.reset, type="tertiary"
        )


def _set(graph: Graph, facet: Facet, values: frozenset[str]) -> None:
    told = sorted(value_text(graph, facet, value) for value in values)
    shown = told if len(told) < 4 else [*told[:3], plural("{n} more", "{n} more", len(told) - 3)]
    st.button(
        _("{filter}: {values}", filter=_(FACETS_WORDS[facet]), values=inert(", ".join(shown))),
        key=f"unset_{facet}",
        on_click=network_moves.want,
        args=(facet, frozenset()),
        icon=":material/close:",
        help=_("Reset this filter"),
        wrap=True,
    )


def _left_out(name: str, node: str) -> None:
    st.button(
        _("without {name}", name=inert(name)),
        key=f"back_{node}",
        on_click=network_moves.bring_back,
        args=(node,),
        icon=":material/close:",
        help=_("Show it again"),
        wrap=True,
    )
