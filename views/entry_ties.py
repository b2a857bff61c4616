"""Mein Eintrag: one's own ties, what others state about one, and stating a new one."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import streamlit as st

from accounts.identity import Identity
from data.clock import today
from data.entry_rights import may_edit_entry
from data.roster import roster
from data.store import NotFound, Store
from data.ties import Outcome, Sides, sides
from network.graph import Confirmation, Graph, Tie, build_graph
from network.validity import holds_on
from views import entry_tie_acts, entry_tie_form, overtaken, session
from views.inert import inert
from views.kinds import CONFIRMATIONS
from views.organization_facts import name_with_home, other_end, sorted_ties, tie_line
from views.tie_words import dated_text, tie_text
from views.words import _, plural

_MOST = 20
"""Ties shown at once; each has forms of its own."""

_LOOKS: Final[Mapping[Confirmation, tuple[str, Literal["green", "orange", "red", "gray"]]]] = {
    Confirmation.CONFIRMED: (":material/check_circle:", "green"),
    Confirmation.STATED: (":material/hourglass_top:", "orange"),
    Confirmation.DISPUTED: (":material/cancel:", "red"),
    Confirmation.DOCUMENTED: (":material/description:", "gray"),
}


def show_questions(store: Store, actor: Identity, organization_id: str) -> None:
    """Show what others state about an entry and nobody of it has answered; nothing if nothing."""
    graph = build_graph(roster(store), None)
    editing = may_edit_entry(actor, organization_id)
    found = _stated(store, graph, organization_id)
    if to_answer := [each for each in found if _waits(each, organization_id)]:
        st.header(_("Others state about you: is this right?"), anchor=False)
        for tie, known in to_answer:
            _show_question(graph, organization_id, tie, known, editing=editing)


def show(store: Store, actor: Identity, organization_id: str) -> None:
    """Show the ties of an entry with what can be done about each, and the form for a new one."""
    graph = build_graph(roster(store), None)
    found = _stated(store, graph, organization_id)
    editing = may_edit_entry(actor, organization_id)
    mine = [each for each in found if not _waits(each, organization_id)]
    st.header(_("Your ties"), anchor=False)
    session.show_kept_message(f"ties_{organization_id}")
    st.text(plural("{n} tie", "{n} ties", len(mine)))
    pages = -(-len(mine) // _MOST)
    page = st.pagination(pages, key=f"entry_ties_{organization_id}") if pages > 1 else 1
    for tie, known in mine[(page - 1) * _MOST : page * _MOST]:
        _show_tie(graph, organization_id, tie, known, editing=editing)
    if editing:
        entry_tie_form.ask(store, organization_id)


def _stated(store: Store, graph: Graph, organization_id: str) -> Sequence[tuple[Tie, Sides]]:
    """Return the ties that somebody states or a source names and that are not over."""
    posts = [
        node
        for node, data in graph.nodes(data=True)
        if getattr(data["record"], "organization_id", None) == organization_id
    ]
    found: dict[str, tuple[Tie, Sides]] = {}
    for node in (organization_id, *posts):
        for tie in sorted_ties(graph, node) if node in graph else ():
            try:
                known = sides(store, tie.id)
            except NotFound:
                continue  # how a unit is built nobody states
            if holds_on(None, tie.end_date, today()):
                found.setdefault(tie.id, (tie, known))
    return list(found.values())


def _waits(each: tuple[Tie, Sides], organization_id: str) -> bool:
    """Say whether somebody else states a tie and the organisation has not answered."""
    tie, known = each
    return tie.confirmation is Confirmation.STATED and organization_id in known.to_ask


def _own_end(graph: Graph, organization_id: str, tie: Tie) -> str:
    """Return the end of a tie that is the organisation itself, or a post of it."""
    if organization_id in (tie.subject_id, tie.object_id):
        return organization_id
    subject = graph.nodes[tie.subject_id]["record"]
    own_post = getattr(subject, "organization_id", None) == organization_id
    return tie.subject_id if own_post else tie.object_id


def _show_head(graph: Graph, organization_id: str, tie: Tie) -> None:
    """Show a tie read from the organisation's end, or from its post's."""
    own = _own_end(graph, organization_id, tie)
    if own != organization_id:
        st.text(name_with_home(graph, own))
    other = name_with_home(graph, other_end(tie, own))
    st.text(f"{tie_text(tie, own)}: {other}")
    icon, color = _LOOKS[tie.confirmation]
    st.badge(_(CONFIRMATIONS[tie.confirmation]), icon=icon, color=color)
    for line in (dated_text(tie), tie.note):
        if line:
            st.caption(inert(line))


def _show_question(
    graph: Graph, organization_id: str, tie: Tie, known: Sides, *, editing: bool
) -> None:
    with st.container(border=True, gap="small"):
        _show_head(graph, organization_id, tie)
        if not editing:
            return
        with st.container(horizontal=True, gap="small"):
            for outcome, label, icon in (
                (Outcome.CONFIRMED, _("Yes, this is right"), ":material/check:"),
                (Outcome.DISPUTED, _("No, this is not right"), ":material/close:"),
            ):
                _button(graph, organization_id, tie, known, outcome, label, icon)


def _button(
    graph: Graph,
    organization_id: str,
    tie: Tie,
    known: Sides,
    outcome: Outcome,
    label: str,
    icon: str,
) -> None:
    st.button(
        label,
        key=f"{outcome.value}_{tie.id}",
        icon=icon,
        help=inert(tie_line(graph, tie, _own_end(graph, organization_id, tie))),
        on_click=entry_tie_acts.answer,
        args=(organization_id, tie.id, outcome, known.revision, session.form_key(tie.id)),
    )


def _show_tie(graph: Graph, organization_id: str, tie: Tie, known: Sides, *, editing: bool) -> None:
    """Show a tie with what the organisation may do about it: answer otherwise, correct, end."""
    with st.container(border=True, gap="small"):
        _show_head(graph, organization_id, tie)
        session.show_kept_message(f"tie_{tie.id}")
        if not editing:
            return
        if known.stated_by_id and organization_id in known.to_ask:
            confirmed = tie.confirmation is Confirmation.CONFIRMED
            outcome = Outcome.DISPUTED if confirmed else Outcome.CONFIRMED
            label = _("No, this is not right") if confirmed else _("It is right after all")
            _button(graph, organization_id, tie, known, outcome, label, ":material/undo:")
        if organization_id in (known.stated_by_id, known.confirmed_by_id):
            overtaking = overtaken.happened(f"correct_{tie.id}")
            with st.expander(_("Correct or end"), expanded=overtaking):
                if known.stated_by_id == organization_id:
                    entry_tie_form.ask_correction(organization_id, tie, known)
                entry_tie_form.ask_end(organization_id, tie, known)
