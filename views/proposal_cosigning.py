"""Who was asked to sign a proposal, what they answered, and answering for one's own unit."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.proposal import Proposal
from concept_review.proposal_records import ProposalCosignature
from concept_review.proposal_steps import REASON_LIMIT, ProposalAction
from concept_review.task_records import Answer
from data.proposal_cosigning import sign_proposal
from data.store import Store
from views import session
from views.account_names import name_of
from views.proposal_acting import act
from views.proposal_step_form import Names
from views.task_words import ANSWERS
from views.words import _, date_text

ICONS: Final = {
    Answer.SIGNED: "✓",
    Answer.WITH_RESERVATION: "(✓)",
    Answer.REFUSED: "✗",
    Answer.NOTED: "○",
}


def show(store: Store, asked: Sequence[ProposalCosignature], names: Names) -> None:
    """List who was asked and what they answered, void answers as such."""
    if not asked:
        return
    st.header(_("Cosignatures"), anchor=False)
    for each in asked:
        st.text(_line(store, each, names))


def ask(wanted: Proposal, mine: ProposalCosignature) -> None:
    """Ask for the answer of one's own unit; the button carries the revision that was read."""
    form = _form(mine.id)
    errors = session.kept_errors(form)
    with st.container(border=True):
        st.subheader(_("Your unit is asked to sign"), anchor=False)
        if mine.due_on:
            st.text(_("due on {day}", day=date_text(mine.due_on)))
        st.radio(
            _("Answer"),
            list(Answer),
            format_func=lambda each: _(ANSWERS[each]),
            key=f"answer_{form}",
            horizontal=True,
        )
        st.text_area(
            _("Reservation or reason"), key=f"why_{form}", max_chars=REASON_LIMIT, height=80
        )
        session.show_error(errors, "reason")
        st.button(
            _("Send answer"),
            type="primary",
            key=f"do_{form}",
            on_click=_send,
            args=(mine.id, wanted.number, session.form_key(form)),
        )


def _form(cosignature_id: str) -> str:
    return f"step_cosign_{cosignature_id}"


def _line(store: Store, each: ProposalCosignature, names: Names) -> str:
    unit = names.get(each.organization_id, "?")
    if each.answer is None:
        state = _("asked, void") if each.void else _("asked, no answer yet")
        return f"… {unit}: {state}"
    words = [
        _(ANSWERS[each.answer]),
        name_of(store, each.answered_by or ""),
        date_text(each.answered_on),
        each.reservation,
    ]
    line = f"{ICONS[each.answer]} {unit}: {', '.join(word for word in words if word)}"
    if not each.void:
        return line
    return _("{line} (void: given to revision {number})", line=line, number=each.number)


def _send(cosignature_id: str, number: int, key: str) -> None:
    form = _form(cosignature_id)
    answer, why = st.session_state[f"answer_{form}"], str(st.session_state[f"why_{form}"])
    act(
        form, ProposalAction.COSIGN, sign_proposal, cosignature_id, answer, why,
        number=number, key=key,
    )  # fmt: skip
