"""Was wäre, wenn: a post vacant, an organisation gone, a tie added; nothing of it is saved."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from concept_review.section import Section
from data.concepts import concepts
from data.coverage import losing_lead, resting_on
from network.organization import Post
from network.what_if import Effect, Joined, with_tie, without
from views import what_if_words
from views.advice_address import GONE, SOURCE, TARGET, WHAT, ask_one, follow, write
from views.advice_tables import entry_row, map_link, numbered_row, section_link, show_table
from views.advised import Advised
from views.inert import inert
from views.words import _, mark, plural

_KINDS: Final = {
    "fehlt": mark("Post or organisation missing"),
    "verbindung": mark("New tie"),
}


def show(advised: Advised) -> None:
    """Ask what shall be imagined, and say what would come of it."""
    st.header(_("What if"), anchor=False)
    st.caption(
        _(
            "Nothing of this is saved. Ties are followed both ways, whatever their kind. An"
            " organisation that is gone takes its posts along; the map without it and"
            " “bindeglied measures --without” leave them where they are, so that their numbers"
            " can differ."
        )
    )
    key = follow(WHAT, lambda values: values[0] if values and values[0] in _KINDS else "fehlt")
    kind = st.segmented_control(
        _("What shall be imagined?"),
        list(_KINDS),
        key=key,
        required=True,
        format_func=lambda each: _(_KINDS[each]),
        wrap=True,
    )
    write(WHAT, [str(kind)] if kind == "verbindung" else [])
    if kind == "verbindung":
        _ask_tie(advised)
    else:
        _ask_gone(advised)


def _ask_gone(advised: Advised) -> None:
    gone = ask_one(GONE, _("Which post or organisation?"), advised.names())
    if gone is None:
        st.text(_("Choose a post or an organisation to see what holds together without it."))
        return
    effect = without(advised.graph, [gone])
    _say(what_if_words.sentences(advised, gone, effect))
    map_link(advised, label=_("Show the map without it"), ohne=gone)
    pieces, sections = st.tabs([_("Who is cut off from the largest part"), _("Sections")])
    with pieces:
        _show_pieces(advised, effect)
    with sections:
        _show_sections(advised, gone, effect)


def _say(sentences: Sequence[str]) -> None:
    with st.container(gap="small"):
        for each in sentences:
            st.text(each)


def _show_pieces(advised: Advised, effect: Effect) -> None:
    pieces = [(n, node) for n, part in enumerate(effect.parts[1:], 2) for node in part]
    name = _("Who is cut off from the largest part")
    show_table(pieces, partial(numbered_row, advised, _("Part")), "cut_off", name)


def _show_sections(advised: Advised, gone: str, effect: Effect) -> None:
    for concept in concepts(advised.store)[-1:]:
        lost = losing_lead(advised.store, concept.id, effect.gone)
        if not isinstance(advised.network.records[gone], Post):
            st.text(_lost_text(lost))
        for section, deputy in lost:
            section_link(section.id, _with_deputy(advised, section, deputy))
        resting = resting_on(advised.store, concept.id, effect.gone)
        st.text(
            plural(
                "{n} section of the concept rests on it.",
                "{n} sections of the concept rest on it.",
                len(resting),
            )
        )
        for section in resting:
            section_link(section.id, inert(section.heading))


def _lost_text(lost: Sequence[tuple[Section, str | None]]) -> str:
    if not lost:
        return _("No section of the concept loses its lead.")
    said = plural(
        "{n} section of the concept loses its lead.",
        "{n} sections of the concept lose their lead.",
        len(lost),
    )
    alone = sum(deputy is None for _section, deputy in lost)
    left = plural("{n} of them has no deputy either.", "{n} of them have no deputy either.", alone)
    return f"{said} {left}" if alone else said


def _with_deputy(advised: Advised, section: Section, deputy: str | None) -> str:
    heading = inert(section.heading)
    if deputy is None:
        return heading
    return _("{heading} (deputy: {name})", heading=heading, name=advised.label(deputy))


def _ask_tie(advised: Advised) -> None:
    names = advised.names()
    left, right = st.columns(2)
    with left:
        start = ask_one(SOURCE, _("Tie between"), names)
    with right:
        end = ask_one(TARGET, _("and"), names)
    if start is None or end is None or start == end:
        st.text(_("Choose two different entries to see what a tie between them would bring."))
        return
    joined: Joined = with_tie(advised.graph, start, end)
    _say(what_if_words.joined_sentences(advised, start, end, joined))
    map_link(advised, start, end)
    if joined.joined:
        st.subheader(_("Who comes within reach"), anchor=False)
        name = _("Who comes within reach")
        show_table(joined.joined, partial(entry_row, advised), "joined", name)
