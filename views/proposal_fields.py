"""What a proposal of each kind asks for, and the wording that comes of what was typed."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from concept_review.instruction import UnreadableInstruction, read_instructions
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.rewording import excerpt, supplemented, without
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.concepts import sections
from data.store import Store
from views import diff_view, session
from views.inert import inert
from views.instruction_words import instruction_text
from views.live_text import typed_text
from views.words import _

FIELDS: Final = (
    "title", "wording", "as_instruction", "instruction", "behind", "added", "passages", "whole",
    "new_title", "new_wording", "placement", "anchor",
)  # fmt: skip

Typed = Mapping[str, object]
Errors = Mapping[str, str]


def ask(
    store: Store, form: str, section: Section, kind: ProposalKind, errors: Errors
) -> Wording | None:
    """Ask what a kind needs, show the differences, and return what the section would say.

    None where nothing can be said yet, or where the words of the section stay.
    """
    match kind:
        case ProposalKind.REPLACE:
            return _ask_replacement(form, section, errors)
        case ProposalKind.SUPPLEMENT:
            return _ask_supplement(form, section, errors)
        case ProposalKind.DELETE:
            return _ask_deletion(form, section, errors)
        case ProposalKind.INSERT:
            _ask_new_section(form, errors)
        case ProposalKind.MOVE:
            _ask_place(store, form, section, errors)
    return None


def wording(section: Section, kind: ProposalKind, typed: Typed) -> Wording:
    """Return what is offered: the section's new wording, or that of a new section.

    Raises `UnreadableConcept` and `UnreadableInstruction`.
    """
    if kind is ProposalKind.INSERT:
        text = blocks_of_text(str(typed.get("new_wording", "")))
        return Wording(str(typed.get("new_title", "")), text)
    if kind is ProposalKind.REPLACE:
        return _replaced(section, typed)
    blocks = section.blocks
    if kind is ProposalKind.SUPPLEMENT:
        behind = typed.get("behind")
        place = behind if isinstance(behind, int) else len(blocks)
        blocks = supplemented(blocks, place, blocks_of_text(str(typed.get("added", ""))))
    elif kind is ProposalKind.DELETE:
        if typed.get("whole"):
            return Wording("", ())
        chosen = typed.get("passages")
        blocks = without(blocks, [int(each) for each in chosen] if chosen else [])  # type: ignore[attr-defined]
    return Wording(section.title, blocks)


def _replaced(section: Section, typed: Typed) -> Wording:
    if typed.get("as_instruction"):
        base = Wording(section.title, section.blocks)
        return read_instructions(str(typed.get("instruction", "")), base)
    title = str(typed.get("title", section.title))
    return Wording(title, blocks_of_text(str(typed.get("wording", ""))))


def anchor(kind: ProposalKind, typed: Typed) -> str | None:
    """Return the section behind or below which another one shall move."""
    chosen = typed.get("anchor")
    return str(chosen) if kind is ProposalKind.MOVE and chosen else None


def placement(kind: ProposalKind, typed: Typed) -> Placement | None:
    """Return where a section shall come to stand, seen from its anchor."""
    placed = kind in (ProposalKind.INSERT, ProposalKind.MOVE)
    return Placement(str(typed.get("placement") or Placement.AFTER)) if placed else None


def _ask_replacement(form: str, section: Section, errors: Errors) -> Wording | None:
    as_instruction = st.toggle(
        _("Write it as an instruction, as councils do"), key=f"as_instruction_{form}"
    )
    if as_instruction:
        return _ask_instruction(form, section, errors)
    st.session_state.setdefault(f"title_{form}", section.title)
    title = st.text_input(_("Heading"), key=f"title_{form}")
    session.show_error(errors, "title")
    old, key = text_of_blocks(section.blocks), f"wording_{form}"
    st.session_state.setdefault(key, old)
    committed = st.text_area(_("New wording"), height=320, key=key)
    session.show_error(errors, "wording")
    typed = typed_text(key, committed)
    st.caption(_("Differences to the present text"))
    diff_view.show(f"{section.title}\n\n{old}", f"{title}\n\n{typed}")
    try:
        return Wording(title, blocks_of_text(typed))
    except UnreadableConcept:
        return None


def _ask_instruction(form: str, section: Section, errors: Errors) -> Wording | None:
    key = f"instruction_{form}"
    committed = st.text_area(
        _("Instruction"),
        key=key,
        help=_("For example: In Absatz 1 wird „450“ durch „980“ ersetzt."),
    )
    typed = typed_text(key, committed)
    session.show_error(errors, "instruction")
    if not typed.strip():
        return None
    base = Wording(section.title, section.blocks)
    try:
        offered = read_instructions(typed, base)
    except UnreadableInstruction as unreadable:
        st.info(inert(instruction_text(unreadable)))
        return None
    _show_difference(section, offered)
    return offered


def _ask_supplement(form: str, section: Section, errors: Errors) -> Wording | None:
    places = list(range(len(section.blocks) + 1))
    st.session_state.setdefault(f"behind_{form}", places[-1])
    behind = st.selectbox(
        _("Behind which passage?"),
        places,
        format_func=lambda place: (
            excerpt(section.blocks[place - 1]) if place else _("at the beginning")
        ),
        key=f"behind_{form}",
    )
    key = f"added_{form}"
    committed = st.text_area(_("What is added?"), height=160, key=key)
    session.show_error(errors, "wording")
    try:
        added = blocks_of_text(typed_text(key, committed))
    except UnreadableConcept:
        return None
    offered = Wording(section.title, supplemented(section.blocks, behind or 0, added))
    _show_difference(section, offered)
    return offered


def _ask_deletion(form: str, section: Section, errors: Errors) -> Wording | None:
    whole = st.checkbox(_("The whole section, with all sections below it"), key=f"whole_{form}")
    chosen: list[int] = []
    if not whole:
        chosen = st.multiselect(
            _("Which passages go?"),
            list(range(1, len(section.blocks) + 1)),
            format_func=lambda place: excerpt(section.blocks[place - 1]),
            key=f"passages_{form}",
            select_all=False,
            filter_mode="contains",
        )
    session.show_error(errors, "wording")
    offered = Wording("", ()) if whole else Wording(section.title, without(section.blocks, chosen))
    _show_difference(section, offered)
    return offered


def _ask_new_section(form: str, errors: Errors) -> None:
    st.text_input(_("Heading of the new section (required)"), key=f"new_title_{form}")
    session.show_error(errors, "title")
    st.text_area(_("Wording of the new section"), height=240, key=f"new_wording_{form}")
    session.show_error(errors, "wording")
    _ask_placement(form)
    session.show_error(errors, "place")


def _ask_place(store: Store, form: str, section: Section, errors: Errors) -> None:
    others = {
        each.id: each.heading for each in sections(store, section.concept_id) if each != section
    }
    st.selectbox(
        _("To which other section? (required)"),
        list(others),
        index=None,
        format_func=lambda each: others.get(each, ""),
        key=f"anchor_{form}",
    )
    _ask_placement(form)
    session.show_error(errors, "place")


def _ask_placement(form: str) -> None:
    names = {
        Placement.AFTER: _("behind it, at the same level"),
        Placement.BELOW: _("below it, as its first part"),
    }
    st.radio(_("Where?"), list(names), format_func=names.__getitem__, key=f"placement_{form}")


def _show_difference(section: Section, offered: Wording) -> None:
    st.caption(_("Differences to the present text"))
    diff_view.show(
        f"{section.title}\n\n{text_of_blocks(section.blocks)}",
        f"{offered.title}\n\n{text_of_blocks(offered.blocks)}",
    )
