"""Tables and links that the parts of “Was zu tun ist” have in common."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar
from urllib.parse import urlencode

import streamlit as st

from data.clock import today
from views.advice_address import on_map
from views.advised import Advised
from views.inert import inert
from views.page_files import NETWORK_MAP, SECTION
from views.words import _, language, number_text

T = TypeVar("T")
PAGE: Final = 25


def page_of(found: Sequence[T], key: str, size: int = PAGE) -> Sequence[T]:
    """Return what stands on the chosen page of a list, and let one turn the pages."""
    pages = -(-len(found) // size)
    page = st.pagination(pages, key=f"page_{key}") if pages > 1 else 1
    return found[(page - 1) * size : page * size]


def show_table(
    found: Sequence[T], row: Callable[[T], dict[str, object]], key: str, name: str
) -> None:
    """Show a table page by page, or that it is empty; rows are made as they are shown."""
    if not found:
        st.text(_("Nothing to show."))
        return
    st.table([row(each) for each in page_of(found, key)], alt=name, hide_index=True)


def entry_row(advised: Advised, node: str) -> dict[str, object]:
    """Return a node as a row: its name, which leads to the map, and what it is."""
    return {_("Entry"): map_cell(advised, node), _("Kind"): advised.kind(node)}


def numbered_row(advised: Advised, column: str, numbered: tuple[int, str]) -> dict[str, object]:
    """Return a node as a row with a number in front."""
    number, node = numbered
    return {column: number_text(number), **entry_row(advised, node)}


def map_link(advised: Advised, *nodes: str, label: str = "", **more: str) -> None:
    """Lead to the place of nodes on the map of the same day."""
    st.page_link(
        NETWORK_MAP,
        label=label or _("Show on the map"),
        icon=":material/hub:",
        query_params=on_map(advised.day, *nodes, **more),
    )


def map_cell(advised: Advised, node: str) -> str:
    """Return the name of a node as a link to its place on the map, for a cell of a table."""
    if node not in advised.network.records:
        return advised.label(node)
    asked = {"stelle": node, **_day_and_language(advised)}
    return f"[{advised.label(node)}](/netzkarte?{urlencode(asked)})"


def section_cell(section_id: str, heading: str) -> str:
    """Return the heading of a section as a link to it, for a cell of a table."""
    chosen = {} if language() == "de" else {"lang": language()}
    return f"[{inert(heading)}](/abschnitt?{urlencode({'id': section_id, **chosen})})"


def section_link(section_id: str, label: str) -> None:
    """Lead to a section; `label` is inert already."""
    st.page_link(SECTION, label=label, query_params={"id": section_id})


def download(advised: Advised, path: str, **asked: str | Sequence[str] | None) -> None:
    """Lead to the files of what is shown, as CSV and as a workbook."""
    said = {"lang": language(), **_day_and_language(advised)}
    said |= {name: each for name, each in asked.items() if each}
    query = urlencode(said, doseq=True)
    with st.container(horizontal=True, gap="small"):
        for ending, label in (("csv", _("Download as CSV")), ("xlsx", _("Download as Excel"))):
            st.link_button(label, f"{path}.{ending}?{query}", icon=":material/download:")


def _day_and_language(advised: Advised) -> dict[str, str | Sequence[str]]:
    """Return what goes without saying only today and in German."""
    day: dict[str, str | Sequence[str]] = {}
    if advised.day != today():
        day["stand"] = advised.day.isoformat()
    if language() != "de":
        day["lang"] = language()
    return day
