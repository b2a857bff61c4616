"""Reichweite: how far an announcement gets, step by step, and which new tie would help most."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from network.graph import Graph
from network.picture import kind_of
from network.reach import NewTie, Reach, best_tie, onward, reach
from network.view import Direction
from views.advice_address import DIRECTION, KINDS, SOURCE, TARGET, ask_one, follow, write
from views.advice_tables import download, entry_row, map_link, numbered_row, show_table
from views.advised import Advised
from views.kinds import TIES
from views.network_address import Values
from views.page_files import ADVICE
from views.words import _, mark, number_text, plural

FILE: Final = "/hinweise/reichweite"
_DIRECTIONS: Final = {
    Direction.BOTH: mark("both ways"),
    Direction.OUT: mark("along the tie"),
    Direction.IN: mark("against the tie"),
}


@dataclass(frozen=True, slots=True)
class Announced:
    """Whose announcement it is, how far it gets, and the tie that would help most."""

    reach: Reach
    best: NewTie | None


def announced(graph: Graph, values: Values) -> Announced | None:
    """Read an address and return how far an announcement gets; None where it names no source."""
    source = next(iter(values(SOURCE)), "")
    if source not in graph:
        return None
    kinds = frozenset(values(KINDS)) & frozenset(TIES)
    directions = [each for each in values(DIRECTION) if each in set(Direction)]
    direction = Direction(directions[0]) if directions else Direction.BOTH
    told = onward(graph, kinds or None, direction)
    return Announced(reach(graph, source, told), best_tie(graph, source, told))


def show(advised: Advised) -> None:
    """Ask whose announcement it is and along which ties it goes, and show who hears it."""
    st.header(_("Reach of an announcement"), anchor=False)
    st.caption(_("Everybody who hears it hands it on. Disputed ties carry nothing."))
    _ask(advised)
    found = announced(advised.graph, st.query_params.get_all)
    if found is None:
        st.text(_("Choose who announces something."))
        return
    _say(advised, found)
    _show_best(advised, found)
    heard, never = st.tabs([_("Who hears it"), _("Who never hears it")])
    with heard:
        _show_heard(advised, found.reach)
    with never:
        _show_never(advised, found.reach)


def _ask(advised: Advised) -> None:
    ask_one(SOURCE, _("Who announces something?"), advised.names())
    left, right = st.columns(2)
    with left:
        kinds = st.multiselect(
            _("Along these ties"),
            list(TIES),
            key=follow(KINDS, lambda values: [each for each in values if each in TIES]),
            format_func=lambda kind: _(TIES[kind]),
            placeholder=_("All ties"),
            select_all=False,
        )
        write(KINDS, kinds)
    with right:
        key = follow(
            DIRECTION,
            lambda values: (
                Direction(values[0]) if values and values[0] in set(Direction) else Direction.BOTH
            ),
        )
        direction = st.segmented_control(
            _("In which direction"),
            list(_DIRECTIONS),
            key=key,
            required=True,
            format_func=lambda each: _(_DIRECTIONS[each]),
            wrap=True,
        )
        write(DIRECTION, [] if direction in (None, Direction.BOTH) else [str(direction)])


def _say(advised: Advised, found: Announced) -> None:
    steps = [
        plural(
            "after {n} step: {heard}",
            "after {n} steps: {heard}",
            number,
            heard=number_text(len(each)),
        )
        for number, each in enumerate(found.reach.steps, 1)
    ]
    st.text(
        _(
            "What “{name}” announces reaches {heard} of {others}; {never} it never reaches.",
            name=advised.name(found.reach.source),
            heard=number_text(found.reach.heard),
            others=plural("{n} other entry", "{n} other entries", len(advised.graph) - 1),
            never=number_text(len(found.reach.never)),
        )
    )
    if steps:
        st.text(_("New {steps}.", steps=", ".join(steps)))


def _show_best(advised: Advised, found: Announced) -> None:
    st.subheader(_("The one new tie that reaches most"), anchor=False)
    best = found.best
    if best is None:
        st.text(_("It reaches everybody already."))
        return
    st.text(
        plural(
            "A tie from “{start}” to “{end}” would reach {n} more, {after} instead of {before}.",
            "A tie from “{start}” to “{end}” would reach {n} more, {after} instead of {before}.",
            len(best.gained),
            start=advised.name(best.start),
            end=advised.name(best.end),
            before=number_text(found.reach.heard),
            after=number_text(found.reach.heard + len(best.gained)),
        )
    )
    st.caption(
        _(
            "Everybody who hears it could make the same tie with the same result, only later."
            " Of several that reach as many, it is the one with the fewest steps."
        )
    )
    with st.container(horizontal=True):
        st.page_link(
            ADVICE,
            label=_("What else would the tie bring?"),
            icon=":material/add_link:",
            query_params={
                "teil": "wenn",
                "was": "verbindung",
                SOURCE: best.start,
                TARGET: best.end,
                **({"stand": st.query_params["stand"]} if "stand" in st.query_params else {}),
            },
        )
        map_link(advised, best.start, best.end)


def _show_heard(advised: Advised, found: Reach) -> None:
    heard = [(n, node) for n, each in enumerate(found.steps, 1) for node in each]
    row = partial(numbered_row, advised, _("Step"))
    show_table(heard, row, "heard", _("Who hears it"))
    asked = {name: st.query_params.get_all(name) for name in (KINDS, DIRECTION)}
    download(advised, FILE, von=found.source, **asked)


def _show_never(advised: Advised, found: Reach) -> None:
    organizations = sum(kind_of(advised.network.records[node]) != "post" for node in found.never)
    st.text(
        _(
            "{organizations} and {posts}.",
            organizations=plural("{n} organisation", "{n} organisations", organizations),
            posts=plural("{n} post", "{n} posts", len(found.never) - organizations),
        )
    )
    row = partial(entry_row, advised)
    show_table(found.never, row, "never", _("Who never hears it"))
