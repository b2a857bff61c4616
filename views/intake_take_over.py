"""Taking a file over: what was decided on the page becomes a concept or a new version."""

import streamlit as st

from concept_review.draft import Piece
from concept_review.intake import Tracking
from concept_review.matching import MatchKind
from concept_review.outline import Outline, assemble
from concept_review.section import Concept
from concept_review.tracked import suggestions
from concept_review.unreadable import Fault, UnreadableConcept
from data.concepts import concept, versions
from data.intake import Intake, Suggested, take_over
from data.new_versions import Plan, plan_version
from data.store import Store
from views import intake_upload, session
from views.inert import inert
from views.intake_upload import File
from views.tracked_words import suggested
from views.unreadable_words import unreadable_text
from views.words import _, number_text, plural

FORM = "intake"


def outline_of(file: File, pieces: tuple[Piece, ...], levels: dict[int, int]) -> Outline | None:
    """Return what the pieces make with the chosen levels, or say why they make nothing."""
    try:
        return assemble(pieces, file.draft.title, levels)
    except UnreadableConcept as fault:
        if fault.code is Fault.NO_HEADINGS and any(piece.suspected for piece in pieces):
            st.warning(
                _("No line is marked as a heading yet. Please choose below what is one."),
                icon=":material/format_bold:",
            )
        else:
            st.error(unreadable_text(fault), icon=":material/error:")
        return None


def ask_target(known: list[Concept]) -> Concept | None:
    """Ask whether the file is a new concept or continues one; None for a new one."""
    if not known:
        return None
    by_id = {each.id: each for each in known}
    chosen = st.selectbox(
        _("What is it?"),
        ["", *by_id],
        format_func=lambda each: (
            _("New version of “{title}”", title=by_id[each].title) if each else _("A new concept")
        ),
        key="intake_target",
    )
    if not chosen:
        st.caption(_("The concept taken in last is the one that the start page shows."))
    return by_id.get(chosen)


def planned(store: Store, target: Concept | None, file: File, outline: Outline) -> Plan | None:
    """Return how the file continues a concept; matched once for each state of both."""
    if target is None:
        return None
    state = (file.digest, target.id, versions(store, target.id)[0].id, outline)
    kept = st.session_state.get("intake_plan")
    if kept and kept[0] == state:
        plan: Plan = kept[1]
        return plan
    with st.spinner(_("The sections are being compared …")):
        plan = plan_version(store, target.id, outline)
    st.session_state["intake_plan"] = (state, plan)
    return plan


def proposals_of(
    file: File, tracking: Tracking, pieces: tuple[Piece, ...], levels: dict[int, int]
) -> tuple[list[Suggested], int]:
    """Return the proposals to be made from tracked changes, and how many cannot be made."""
    if tracking is not Tracking.PROPOSALS:
        return [], 0
    found, left = suggestions(pieces, file.draft.changes, file.draft.title, levels)
    outline = assemble(pieces, file.draft.title, levels)
    titles = [each.title for each in outline.sections]
    return suggested(found, file.name, titles), len(left)


def _taken_words(intake: Intake, title: str) -> str:
    sections = plural("{n} section", "{n} sections", len(intake.outline.sections))
    if intake.plan is None:
        return _("“{title}” is taken over: {sections}.", title=inert(title), sections=sections)
    kept = (MatchKind.UNCHANGED, MatchKind.MOVED, MatchKind.GONE)
    new = len({each.new for each in intake.plan.matches if each.kind not in kept})
    return _(
        "The new version of “{title}” is taken over: {sections}, {new} of them new or changed.",
        title=inert(title),
        sections=sections,
        new=number_text(new),
    )


def take(intake: Intake, key: str) -> None:
    """Store what was decided; the message says what came of it."""
    session.language()
    with session.explained():
        taken = session.done_once(take_over, session.store(), session.identity(), intake, key=key)
        session.form_done(FORM)
        intake_upload.forget()
        st.session_state.pop("intake_plan", None)
        if taken is None:
            return
        message = _taken_words(intake, concept(session.store(), taken.concept_id).title)
        if taken.proposals:
            more = plural("{n} proposal.", "{n} proposals.", taken.proposals)
            message = f"{message} {more}"
        st.session_state["intake_taken"] = taken.concept_id
        session.tell(message)
