"""What one says of every decision: who decided, when, under which reference, with what votes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from concept_review.decision import (
    BODY_LIMIT,
    NOTE_LIMIT,
    REFERENCE_LIMIT,
    VOTES_LIMIT,
    Competence,
    ConsultationRole,
    Decision,
    DecisionResult,
)
from concept_review.proposal_records import Consultation, Paper
from data.clock import today
from data.identifier import new_id
from views import session
from views.proposal_words import COMPETENCES
from views.words import _

FIELDS: Final = (
    "competence", "body", "decided_on", "reference", "agenda_item",
    "votes_yes", "votes_no", "votes_abstained", "note",
)  # fmt: skip
OF_BODIES: Final = (Competence.COUNCIL, Competence.COMMITTEE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What the decisions of one sitting have in common; the fields say the same as `Decision`'s."""

    competence: Competence = Competence.COUNCIL
    body: str = ""
    decided_on: date | None = None
    reference: str = ""
    agenda_item: str = ""
    votes_yes: int | None = None
    votes_no: int | None = None
    votes_abstained: int | None = None
    note: str = ""


def suggested(paper: Paper, known: Sequence[Consultation]) -> Sitting:
    """Return what the paper and the body that decides on it suggest."""
    deciding = [each for each in known if each.role is ConsultationRole.DECISION]
    body = deciding[-1] if deciding else None
    if body is None:
        return Sitting(reference=paper.reference)
    past = body.day if body.day and body.day <= today() else None
    return Sitting(
        body=body.body, decided_on=past, reference=paper.reference, agenda_item=body.agenda_item
    )


def ask(form: str, errors: Mapping[str, str], first: Sitting) -> None:
    """Ask for body, day, reference, agenda item, votes and a note."""
    for name in FIELDS:
        value = getattr(first, name)
        if value not in (None, ""):
            st.session_state.setdefault(f"{name}_{form}", value)
    _ask_body(form, errors)
    session.show_error(errors, "competence")
    st.session_state.setdefault(f"decided_on_{form}", today())
    st.date_input(
        _("Decided on"),
        min_value=date(1949, 1, 1),
        max_value=today(),
        format="DD.MM.YYYY",
        key=f"decided_on_{form}",
    )
    session.show_error(errors, "decided_on")
    _ask_agenda(form, errors)
    _ask_votes(form, errors)
    st.text_area(_("Note"), max_chars=NOTE_LIMIT, height=80, key=f"note_{form}")
    session.show_error(errors, "note")
    session.show_error(errors, "recorded_by")


def typed(form: str) -> Sitting:
    """Return what stands in the fields of `ask`."""
    found = {name: st.session_state.get(f"{name}_{form}") for name in FIELDS}
    texts = {
        name: str(found[name] or "").strip()
        for name in ("body", "reference", "agenda_item", "note")
    }
    return Sitting(
        competence=found["competence"] or Competence.COUNCIL,
        decided_on=found["decided_on"],
        votes_yes=found["votes_yes"],
        votes_no=found["votes_no"],
        votes_abstained=found["votes_abstained"],
        **texts,
    )


def without_day(form: str) -> bool:
    """Say at its field, and here, that nobody has said on which day it was decided."""
    if st.session_state.get(f"decided_on_{form}"):
        return False
    session.keep_errors(form, {"decided_on": _("Please fill in this field.")})
    return True


def decision(sitting: Sitting, proposal_id: str, result: DecisionResult) -> Decision:
    """Return the decision of a sitting on one proposal, still without who recorded it."""
    return Decision(
        id=new_id(),
        proposal_id=proposal_id,
        result=result,
        competence=sitting.competence,
        body=sitting.body,
        decided_on=sitting.decided_on or today(),
        reference=sitting.reference,
        note=sitting.note,
        recorded_by="",
        agenda_item=sitting.agenda_item,
        votes_yes=sitting.votes_yes,
        votes_no=sitting.votes_no,
        votes_abstained=sitting.votes_abstained,
    )


def forget(form: str) -> None:
    """Let the fields begin anew."""
    for name in FIELDS:
        st.session_state.pop(f"{name}_{form}", None)


def _ask_body(form: str, errors: Mapping[str, str]) -> None:
    st.selectbox(
        _("Decided by"),
        OF_BODIES,
        format_func=lambda each: _(COMPETENCES[each]),
        key=f"competence_{form}",
    )
    st.text_input(
        _("Body (required), for example Stadtverordnetenversammlung"),
        max_chars=BODY_LIMIT,
        key=f"body_{form}",
    )
    session.show_error(errors, "body")


def _ask_agenda(form: str, errors: Mapping[str, str]) -> None:
    reference, item = st.columns(2)
    with reference:
        st.text_input(
            _("Reference (required), for example 24/SVV/0093"),
            max_chars=REFERENCE_LIMIT,
            key=f"reference_{form}",
        )
        session.show_error(errors, "reference")
    with item:
        st.text_input(_("Agenda item"), max_chars=REFERENCE_LIMIT, key=f"agenda_item_{form}")
        session.show_error(errors, "agenda_item")


def _ask_votes(form: str, errors: Mapping[str, str]) -> None:
    names = {
        "votes_yes": _("Votes for"),
        "votes_no": _("Votes against"),
        "votes_abstained": _("Abstentions"),
    }
    for place, (name, label) in zip(st.columns(3), names.items(), strict=True):
        st.session_state.setdefault(f"{name}_{form}", None)
        place.number_input(label, min_value=0, max_value=VOTES_LIMIT, step=1, key=f"{name}_{form}")
    session.show_error(errors, "votes")
