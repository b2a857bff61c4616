"""What is chosen and how far one looks around it: chips, steps, direction and ways."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from network.picture import short_name_of
from network.view import Direction
from views import address, network_moves
from views.inert import inert
from views.network_address import MOST_STEPS, Asked
from views.shown_network import ShownNetwork
from views.words import _, mark

_DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.BOTH: mark("in both directions"),
    Direction.OUT: mark("outgoing"),
    Direction.IN: mark("incoming"),
}


def chosen_of(network: ShownNetwork, asked: Asked) -> tuple[str, ...]:
    """Return the chosen nodes that are there on the day and not left out."""
    view = asked.view
    return tuple(n for n in view.chosen if n in network.records and n not in view.without)


def show(network: ShownNetwork, asked: Asked) -> None:
    """Show the choice as chips that a click takes away, and how far to look around it."""
    chosen = chosen_of(network, asked)
    if not chosen:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.text(_("Chosen:"), width="content")
        for node in chosen:
            _chip(network, node)
        if len(chosen) > 1:
            st.button(
                _("Clear choice"),
                key="clear",
                on_click=network_moves.choose_all,
                args=((),),
                type="tertiary",
            )
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        if len(chosen) > 1:
            _ask_way()
        if not (asked.view.path and len(chosen) > 1):
            _ask_steps()
        if asked.view.steps or asked.view.path:
            _ask_direction()


def _chip(network: ShownNetwork, node: str) -> None:
    st.button(
        _("{name}: take away", name=inert(short_name_of(network.records[node]))),
        key=f"chip_{node}",
        on_click=network_moves.add,
        args=(node,),
        icon=":material/close:",
        wrap=True,
    )


def _ask_steps() -> None:
    """Ask how many ties away a node may be; 0 stands for all of them."""
    numbers = range(MOST_STEPS + 1)
    known = {str(number): number for number in numbers}
    labels = {number: str(number) if number else _("whole network") for number in numbers}
    address.follow("schritte", lambda values: known.get(values[0], 0) if values else 0)
    st.segmented_control(
        _("Surroundings, in steps"),
        tuple(numbers),
        key="schritte",
        required=True,
        wrap=True,
        format_func=labels.__getitem__,
        on_change=network_moves.take,
        args=("schritte", lambda steps: [str(steps)] if steps else []),
    )


def _ask_direction() -> None:
    labels = {each.value: _(word) for each, word in _DIRECTIONS.items()}
    address.follow(
        "richtung", lambda values: next((value for value in values if value in labels), "both")
    )
    st.segmented_control(
        _("Follow ties"),
        tuple(labels),
        key="richtung",
        required=True,
        wrap=True,
        format_func=labels.__getitem__,
        on_change=network_moves.take,
        args=("richtung", lambda each: [] if each == Direction.BOTH else [str(each)]),
    )


def _ask_way() -> None:
    address.follow("weg", lambda values: values == ("1",))
    st.toggle(
        _("Only the ways between them"),
        key="weg",
        on_change=network_moves.take,
        args=("weg", lambda on: ["1"] if on else []),
    )
