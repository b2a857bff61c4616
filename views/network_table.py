"""The equal table of the picture: the same nodes, the same ties; searched, sorted, paged."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from network.naming import fold
from views.inert import inert
from views.network_rows import Row
from views.words import _, number_text, plural

_PAGE: Final = 25


def show_entries(rows: Sequence[Row]) -> None:
    """Show the entries of the view as a table of text."""
    _show(rows, "entries", _("Entries of the network"))


def show_ties(rows: Sequence[Row]) -> None:
    """Show the ties of the view as a table of text."""
    _show(rows, "ties", _("Ties of the network"))


def _show(rows: Sequence[Row], key: str, name: str) -> None:
    if not rows:
        st.text(_("Nothing to show."))
        return
    found = _sorted(rows, key)
    if not found:
        st.text(_("No line of the table holds these words."))
        return
    pages = -(-len(found) // _PAGE)
    page = st.pagination(pages, key=f"page_{key}") if pages > 1 else 1
    here = found[(page - 1) * _PAGE : page * _PAGE]
    st.table([{head: inert(cell) for head, cell in row.items()} for row in here], alt=name)


def _sorted(rows: Sequence[Row], key: str) -> Sequence[Row]:
    """Ask which lines of the table to show and in what order, and return them."""
    labels = {head: head for head in rows[0]} | {"": _("order of the network")}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        typed = st.text_input(
            _("Search in the table"),
            key=f"find_{key}",
            type="search",
            live=True,
            width=280,
            placeholder=_("Words of a line"),
        )
        column = st.selectbox(
            _("Sort by"), ["", *rows[0]], key=f"sort_{key}", width=220,
            format_func=labels.__getitem__,
            filter_mode=None,
        )  # fmt: skip
        backwards = st.toggle(_("descending"), key=f"down_{key}", disabled=not column)
    words = fold(typed).split()
    found = rows
    if words:
        lines = [(row, fold(" ".join(row.values()))) for row in rows]
        found = [row for row, line in lines if all(word in line for word in words)]
        st.text(plural("{n} line of {all}", "{n} lines of {all}", len(found), all=_n(rows)))
    if not column:
        return found
    return sorted(found, key=lambda row: _order(row[column]), reverse=backwards)


def _n(rows: Sequence[Row]) -> str:
    return number_text(len(rows))


def _order(cell: str) -> tuple[int, str]:
    """Order numbers by size and words as people look them up; the empty cell comes last."""
    if cell.isdecimal() and len(cell) != 4:
        return int(cell), ""
    return (10**9, fold(cell)) if cell else (10**9 + 1, "")
