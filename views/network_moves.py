"""The moves in the network map: each leads from one address to the next, in one step back.

They run in callbacks, before the page is drawn anew; the page itself only reads the address.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from data.clock import today
from network.facets import Facet
from network.view import Direction
from views import address, session
from views.network_address import Asked, read, words

_BESIDE: Final = (session.LANGUAGE_KEY, "erzaehlung", "schritt")


def asked() -> Asked:
    """Return what the address asks for."""
    return read(st.query_params.get_all, today())


def go(wanted: Asked) -> None:
    """Let the address ask for something; language and the step of a story beside it stay."""
    kept = {name: st.query_params.get_all(name) for name in _BESIDE}
    found = {name: values for name, values in kept.items() if values}
    for name, value in words(wanted, today()):
        found.setdefault(name, []).append(value)
    if {name: st.query_params.get_all(name) for name in st.query_params} != found:
        # All at once: each change of the address is one step of the browser's "back".
        st.query_params.from_dict(found)


def take(key: str, values: Callable[[Any], Sequence[str]]) -> None:
    """Put what a widget with this key now says into the address, under the same name."""
    address.write(key, values(st.session_state[key]))


def choose(node: str) -> None:
    """Choose one node alone; what is around it is shown as far as before."""
    before = asked()
    go(replace(before, view=replace(before.view, chosen=(node,), path=False)))


def add(node: str) -> None:
    """Add a node to the choice, or take it out again."""
    chosen = asked().view.chosen
    choose_all(tuple(n for n in chosen if n != node) if node in chosen else (*chosen, node))


def choose_all(chosen: tuple[str, ...]) -> None:
    """Choose these nodes; without any, nothing is around them and no way between them."""
    before = asked()
    view = replace(before.view, chosen=chosen, path=before.view.path and len(chosen) > 1)
    if not chosen:
        view = replace(view, steps=None, direction=Direction.BOTH)
    go(replace(before, view=view))


def surround(node: str) -> None:
    """Show a node with its neighbours."""
    before = asked()
    go(replace(before, view=replace(before.view, chosen=(node,), steps=1, path=False)))


def unfold(node: str, beside: Sequence[str] = ()) -> None:
    """Show the neighbours of one more node beside what is shown, and beside some others."""
    before = asked()
    chosen = tuple(dict.fromkeys((*beside, *before.view.chosen, node)))
    view = replace(before.view, chosen=chosen, steps=before.view.steps or 1, path=False)
    go(replace(before, view=view))


def open_part(part: str) -> None:
    """Unfold a part of an overview."""
    before = asked()
    go(replace(before, opened=before.opened | {part}))


def fold_part(part: str) -> None:
    """Fold a part of an overview again."""
    before = asked()
    go(replace(before, opened=before.opened - {part}))


def fold_all() -> None:
    """Fold all parts of an overview."""
    go(replace(asked(), opened=frozenset()))


def connect() -> None:
    """Show the ways between the chosen nodes."""
    before = asked()
    go(replace(before, view=replace(before.view, path=True)))


def leave_out(node: str) -> None:
    """Look at the network as if a node were gone."""
    before = asked()
    view = before.view
    chosen = tuple(each for each in view.chosen if each != node)
    view = replace(view, chosen=chosen, without=view.without | {node})
    go(replace(before, view=view if chosen else replace(view, steps=None, path=False)))


def bring_back(node: str) -> None:
    """Show a node again that was left out."""
    before = asked()
    go(replace(before, view=replace(before.view, without=before.view.without - {node})))


def want(facet: Facet, values: frozenset[str]) -> None:
    """Filter by values of a facet; none resets this filter."""
    before = asked()
    wanted = {each: found for each, found in before.view.wanted.items() if each is not facet}
    if values:
        wanted[facet] = values
    go(replace(before, view=replace(before.view, wanted=wanted)))


def show_untied() -> None:
    """Show entries without ties again."""
    before = asked()
    go(replace(before, view=replace(before.view, tied_only=False)))


def reset() -> None:
    """Reset all filters; what is chosen stays."""
    before = asked()
    view = replace(before.view, wanted={}, without=frozenset(), tied_only=False)
    go(replace(before, view=view))
