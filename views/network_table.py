"""The equal table of the picture: the same nodes, the same ties."""

from urllib.parse import urlencode

import streamlit as st

from network.picture import kind_of, name_of
from network.view import Shown
from views.export_routes import ENTRIES, TIES_FILE
from views.inert import inert
from views.kinds import KINDS, TIES
from views.network_filters import CHOSEN
from views.shown_network import ShownNetwork
from views.words import _, language, plural

_PAGE = 25
Rows = list[dict[str, object]]


def show(network: ShownNetwork, shown: Shown) -> None:
    """Show entries and ties of the view as two tables of text."""
    st.header(_("The same as a table"))
    entries, ties = st.tabs(
        [
            plural("{n} entry", "{n} entries", len(shown.nodes)),
            plural("{n} tie", "{n} ties", len(shown.ties)),
        ]
    )
    with entries:
        _paged(_entries(network, shown), "entries", _("Entries of the network"))
        _download(ENTRIES)
    with ties:
        _paged(_ties(network, shown), "ties", _("Ties of the network"))
        _download(TIES_FILE)


def _entries(network: ShownNetwork, shown: Shown) -> Rows:
    counts: dict[str, int] = dict.fromkeys(shown.nodes, 0)
    for tie in shown.ties:
        for end in {tie.subject_id, tie.object_id}:
            counts[end] += 1
    return [
        {
            _("Name"): inert(name_of(network.records[node])),
            _("Kind"): _(KINDS[kind_of(network.records[node])]),
            _("Ties"): counts[node],
            _("Source"): inert("; ".join(network.records[node].sources)),
        }
        for node in shown.nodes
    ]


def _ties(network: ShownNetwork, shown: Shown) -> Rows:
    return [
        {
            _("From"): inert(name_of(network.records[tie.subject_id])),
            _("Tie"): _(TIES[tie.kind]),
            _("To"): inert(name_of(network.records[tie.object_id])),
            _("Source"): inert("; ".join(tie.sources)),
        }
        for tie in shown.ties
    ]


def _download(path: str) -> None:
    """Lead to the file of exactly this view, whose words stand in the address already."""
    asked = [
        (name, value)
        for name in ("stand", "art", CHOSEN, "schritte")
        for value in st.query_params.get_all(name)
    ]
    query = urlencode([*asked, ("lang", language())])
    st.link_button(_("Download as CSV"), f"{path}?{query}", icon=":material/download:")


def _paged(table: Rows, key: str, name: str) -> None:
    if not table:
        st.text(_("Nothing to show."))
        return
    pages = -(-len(table) // _PAGE)
    page = st.pagination(pages, key=f"page_{key}") if pages > 1 else 1
    st.table(table[(page - 1) * _PAGE : page * _PAGE], alt=name)
