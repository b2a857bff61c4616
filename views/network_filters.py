"""What of the network is shown: asked by widgets, kept in the address."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from data.clock import today
from data.organizations import find_organizations
from network.facets import Facet
from network.naming import fold
from network.picture import name_of
from network.scene import Scene
from network.view import Shown, View, kinds_present
from network.view import shown as shown_by
from views import address, session
from views.inert import inert
from views.kinds import KINDS
from views.network_address import Asked
from views.shown_network import ShownNetwork
from views.words import _, plural

_EARLIEST: Final = date(1800, 1, 1)
_LATEST: Final = date(2199, 12, 31)

CHOSEN: Final = "stelle"
"""The name in the address of the chosen node."""


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
    wanted = {Facet.KIND: kinds} if kinds else {}
    if chosen not in network.records:
        return View(wanted)
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
    return View(wanted, (chosen,), steps or None)


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
    return shown_by(network.graph, view)


def places(
    scene: Scene, members: Mapping[str, Sequence[str]], what: Shown, asked: Asked
) -> tuple[list[int] | None, list[int], list[int]]:
    """Return what is shown, pale and chosen as places in the scene."""
    wanted = set(what.nodes)
    inside = [
        place for place, item in enumerate(scene.items) if wanted.intersection(members[item.id])
    ]
    chosen = [place for place, item in enumerate(scene.items) if item.id in asked.view.chosen]
    if asked.fade:
        return None, sorted(set(range(len(scene.items))) - set(inside)), chosen
    return None if len(inside) == len(scene.items) else inside, [], chosen


def choose(node: str) -> None:
    """Put a node into the address."""
    st.query_params[CHOSEN] = node


def take_click() -> None:
    """Take over what was done in the picture."""
    event = st.session_state["control"]
    if event.get("picked"):
        choose(str(event["picked"]))
    if event.get("added"):
        chosen = st.query_params.get_all(CHOSEN)
        added = str(event["added"])
        st.query_params[CHOSEN] = (
            [each for each in chosen if each != added] if added in chosen else [*chosen, added]
        )
    unfolded = str(event.get("unfolded") or "")
    if unfolded.startswith("part:"):
        key = unfolded.removeprefix("part:")
        st.query_params["offen"] = [*st.query_params.get_all("offen"), key]
