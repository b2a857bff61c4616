"""What of the network is shown: asked by widgets, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from data.clock import today
from data.organizations import find_organizations
from network.graph import Tie
from network.naming import fold
from network.picture import name_of
from network.view import View, kinds_present, shown_nodes, shown_ties
from views import address, session
from views.inert import inert
from views.kinds import KINDS
from views.shown_network import ShownNetwork
from views.words import _, plural

_EARLIEST: Final = date(1800, 1, 1)
_LATEST: Final = date(2199, 12, 31)

CHOSEN: Final = "stelle"
"""The name in the address of the chosen node."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The nodes and ties of a view."""

    nodes: list[str]
    ties: list[Tie]


@dataclass(frozen=True, slots=True)
class Places:
    """The same as places in the picture; None shows all or chooses nothing."""

    visible: list[int] | None
    chosen: int | None


def ask_day() -> date:
    """Ask for which day the network is looked at."""
    address.follow("stand", _day)
    day = st.date_input(
        _("As of"),
        key="stand",
        min_value=_EARLIEST,
        max_value=_LATEST,
        format="DD.MM.YYYY",
        help=_("Shows who was there and tied on this day. Ties without dates are always shown."),
    )
    address.write("stand", [] if day == today() else [day.isoformat()])
    return day


def _day(values: Sequence[str]) -> date:
    try:
        day = date.fromisoformat(values[0]) if values else today()
    except ValueError:
        return today()
    return min(max(day, _EARLIEST), _LATEST)


def ask_name() -> str:
    """Ask for a name, while it is typed."""
    return st.text_input(
        _("Search"),
        key="suche",
        type="search",
        live=True,
        placeholder=_("Name, short name or former name"),
    )


def show_hits(network: ShownNetwork, typed: str) -> None:
    """Show what a typed name finds; a click chooses it."""
    if not typed.strip():
        return
    hits = found(network, typed)
    if not hits:
        st.text(_("Nothing found for “{typed}”.", typed=typed))
    with st.container(horizontal=True, gap="small"):
        for node in hits:
            st.button(
                inert(name_of(network.records[node])),
                key=f"hit_{node}",
                on_click=choose,
                args=(node,),
                icon=":material/my_location:",
            )


def found(network: ShownNetwork, typed: str, limit: int = 8) -> list[str]:
    """Return the nodes whose names hold the typed words: whole beginnings first, then any part."""
    organizations = [each.id for each in find_organizations(session.store(), typed, limit)]
    wanted = fold(typed).split()
    others = [
        node
        for node, record in network.records.items()
        if node not in organizations
        and wanted
        and all(part in fold(name_of(record)) for part in wanted)
    ]
    return [node for node in organizations + others if node in network.records][:limit]


def ask_kinds(network: ShownNetwork) -> frozenset[str]:
    """Ask for the kinds to show; none means all."""
    present = kinds_present(network.graph)
    address.follow("art", lambda values: [kind for kind in values if kind in KINDS])
    kinds = st.multiselect(
        _("Kinds"),
        sorted(KINDS, key=lambda kind: -present.get(kind, 0)),
        key="art",
        format_func=lambda kind: f"{_(KINDS[kind])} ({present.get(kind, 0)})",
        placeholder=_("All kinds"),
        select_all=False,
        filter_mode="contains",
    )
    address.write("art", kinds)
    return frozenset(kinds)


def ask_surroundings(network: ShownNetwork, kinds: frozenset[str]) -> View:
    """Ask how far to look around what is chosen."""
    chosen = st.query_params.get(CHOSEN)
    if chosen not in network.records:
        return View(kinds)
    address.follow("schritte", lambda values: int(values[0]) if values and values[0] in "12" else 0)
    steps = st.segmented_control(
        _("Surroundings of “{name}”", name=inert(name_of(network.records[chosen]))),
        (0, 1, 2),
        key="schritte",
        required=True,
        format_func=lambda number: (
            _("whole network") if number == 0 else plural("{n} step", "{n} steps", number)
        ),
    )
    address.write("schritte", [str(steps)] if steps else [])
    return View(kinds, chosen, steps or None)


def counted(what: Shown) -> str:
    """Say how much is shown."""
    entries = plural("{n} entry", "{n} entries", len(what.nodes))
    return _(
        "Shown: {entries}, {ties}.",
        entries=entries,
        ties=plural("{n} tie", "{n} ties", len(what.ties)),
    )


def shown(network: ShownNetwork, view: View) -> Shown:
    """Return what a view shows."""
    nodes = shown_nodes(network.graph, view)
    return Shown(nodes, shown_ties(network.graph, nodes))


def places(network: ShownNetwork, what: Shown) -> Places:
    """Return what is shown as places in the order of the picture."""
    order = {node: place for place, node in enumerate(network.records)}
    visible = None if len(what.nodes) == len(order) else [order[node] for node in what.nodes]
    return Places(visible, order.get(st.query_params.get(CHOSEN, "")))


def choose(node: str) -> None:
    """Put a node into the address."""
    st.query_params[CHOSEN] = node


def take_click() -> None:
    """Choose the node that was clicked in the picture."""
    picked = st.session_state["control"].get("picked")
    if picked:
        choose(str(picked))
