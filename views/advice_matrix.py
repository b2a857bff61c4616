"""The whole table of a field of action: its sections across, organisations down, words within."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from data.coverage import Cell, Involvement, Row
from views.advice_tables import map_cell, show_table
from views.advised import Advised
from views.inert import inert
from views.words import _, mark, plural

INVOLVEMENTS: Final = {
    Involvement.LEAD: mark("Lead"),
    Involvement.DEPUTY: mark("Deputy"),
    Involvement.TAKING_PART: mark("Taking part"),
    Involvement.TOPIC: mark("Works on the topic"),
}
_RANK: Final = list(INVOLVEMENTS)


def cell_text(cell: Cell | None) -> str:
    """Say what an organisation has to do with a section; nothing where it is nothing."""
    if cell is None:
        return ""
    word = _(INVOLVEMENTS[cell.involvement])
    return _("{part} (from above)", part=word) if cell.inherited else word


def show(advised: Advised, rows: Sequence[Row], *, field: bool) -> None:
    """Show who has to do with which section of one field of action, or how to choose one."""
    if not field:
        st.text(_("Choose a field of action above to see its whole table."))
        return
    involved = _involved(rows)
    st.text(
        _(
            "{sections} and {organisations}. An empty cell: nothing to do with it.",
            sections=plural("{n} section", "{n} sections", len(rows)),
            organisations=plural("{n} organisation", "{n} organisations", len(involved)),
        )
    )
    name = _("Who has to do with which section")
    show_table(involved, partial(_row, advised, rows), "matrix", name)


def _involved(rows: Sequence[Row]) -> list[str]:
    """Return the organisations, those with the foremost part in most sections first."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for each, cell in row.cells.items():
            counts = found.setdefault(each, [0] * len(_RANK))
            counts[_RANK.index(cell.involvement)] += 1
    return sorted(found, key=lambda each: ([-n for n in found[each]], each))


def _row(advised: Advised, rows: Sequence[Row], organization_id: str) -> dict[str, object]:
    # Two sections may bear the same heading, columns may not.
    heads: dict[str, str] = {}
    for row in rows:
        head = inert(row.section.heading)
        while head in heads.values():
            head += "\u00a0"
        heads[row.section.id] = head
    cells = {heads[row.section.id]: cell_text(row.cells.get(organization_id)) for row in rows}
    return {_("Organisation"): map_cell(advised, organization_id), **cells}
