"""How the picture shows the view: level of detail, hubs, and what does not match."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from network.picture import short_name_of
from network.scene import Scene, Sort
from views import address, network_moves
from views.inert import inert
from views.network_address import Asked, Hub, Level
from views.shown_network import ShownNetwork
from views.words import _, mark, number_text

_LEVELS: Final[Mapping[str, str]] = {
    "": mark("as its size demands"),
    Level.ALL: mark("every entry"),
    Level.UNITS: mark("units of the administration as one symbol each"),
    Level.GROUPS: mark("working groups as one symbol each"),
    Level.COMMUNITIES: mark("closely tied groups as one symbol each"),
    Level.EMPTY: mark("empty (begin with a search)"),
}
_HUBS: Final[Mapping[str, str]] = {
    "": mark("nothing else"),
    Hub.TOPIC: mark("shared topics"),
    Hub.AREA: mark("shared areas"),
    Hub.TARGET_GROUP: mark("shared target groups"),
}


def ask() -> None:
    """Ask for level, hubs, and whether what does not match is pale or gone."""
    _ask_word("ebene", _("Show"), _LEVELS)
    _ask_word(
        "ueber",
        _("Connect also by"),
        _HUBS,
        _("Derived from what the entries say; these lines are no recorded ties."),
    )
    address.follow("blass", lambda values: values == ("1",))
    st.toggle(
        _("What does not match stays, but pale"),
        key="blass",
        on_change=network_moves.take,
        args=("blass", lambda on: ["1"] if on else []),
    )
    address.follow("gruppen", lambda values: values == ("1",))
    st.toggle(
        _("Mark groups"),
        key="gruppen",
        help=_("Gives each entry the letter and colour of those it is most closely tied to."),
        on_change=network_moves.take,
        args=("gruppen", lambda on: ["1"] if on else []),
    )


def _ask_word(name: str, label: str, options: Mapping[str, str], explained: str = "") -> None:
    labels = {str(each): _(words) for each, words in options.items()}
    address.follow(name, lambda values: next((value for value in values if value in labels), ""))
    st.selectbox(
        label,
        list(labels),
        key=name,
        format_func=labels.__getitem__,
        help=explained or None,
        filter_mode=None,
        on_change=network_moves.take,
        args=(name, lambda each: [each] if each else []),
    )


def show_parts(network: ShownNetwork, scene: Scene, asked: Asked) -> None:
    """Show the parts of an overview as a list, to unfold and fold without a mouse."""
    parts = [item for item in scene.items if item.sort is Sort.PART]
    if not parts and not asked.opened:
        return
    with (
        st.expander(_("Parts of the overview"), key="parts"),
        st.container(horizontal=True, gap="small"),
    ):
        for part in parts:
            st.button(
                _("Unfold {name} ({n})", name=inert(part.name), n=number_text(part.count)),
                key=f"unfold_{part.id}",
                on_click=network_moves.open_part,
                args=(part.id.removeprefix("part:"),),
                icon=":material/unfold_more:",
                wrap=True,
            )
        for key in sorted(asked.opened):
            record = network.records.get(key)
            st.button(
                _("Fold {name}", name=inert(short_name_of(record)) if record else _("the rest")),
                key=f"fold_{key}",
                on_click=network_moves.fold_part,
                args=(key,),
                icon=":material/unfold_less:",
                wrap=True,
            )
        if len(asked.opened) > 1:
            st.button(_("Fold all parts"), key="fold", on_click=network_moves.fold_all)
