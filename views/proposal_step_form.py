"""The steps one can take with a proposal, as buttons made from the table of transitions."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from concept_review.proposal import Proposal
from concept_review.proposal_steps import (
    REASON_LIMIT,
    REQUIRES,
    ProposalAction,
    ProposalInput,
    ProposalStep,
)
from data.clock import today
from data.proposal_acts import VERBS, take_step
from views import session
from views.page_files import PAPERS
from views.proposal_acting import act
from views.proposal_words import ACTIONS, INPUTS, RECOMMENDATIONS
from views.words import _

ON_PAPERS: Final = (
    ProposalAction.TABLE,
    ProposalAction.DECIDE,
    ProposalAction.INCORPORATE,
    ProposalAction.PUBLISH,
)
"""These are done for several proposals at once, on the page of their paper."""
_FORWARD: Final = (ProposalAction.SUBMIT, ProposalAction.ADMIT)
_ORDER: Final = sorted(ProposalInput, key=lambda each: each is ProposalInput.REASON)
"""What is wanted comes before the reason for it."""
_FURTHEST: Final = timedelta(days=365 * 5)
Names = Mapping[str, str]
"""Names of organisations by id, in order of the names."""


def show(wanted: Proposal, actions: Collection[ProposalAction], names: Names) -> None:
    """Offer every step that is possible now; the buttons carry the revision that was seen."""
    offered = [each for each in actions if each in VERBS]
    final = ProposalAction.WITHDRAW
    plain = [each for each in offered if not REQUIRES.get(each) and each is not final]
    if plain:
        with st.container(horizontal=True):
            for action in plain:
                _button(wanted, action)
    for action in actions:
        if action in ON_PAPERS:
            _link(wanted, action)
    for action in offered:
        if action not in plain:
            _fold(wanted, action, names)


def _fold(wanted: Proposal, action: ProposalAction, names: Names) -> None:
    form = _form(wanted.id, action)
    errors = session.kept_errors(form)
    with st.expander(_(ACTIONS[action]), expanded=bool(errors)):
        if action is ProposalAction.WITHDRAW:
            st.text(_("A withdrawn proposal stays readable, but cannot be taken up again."))
        for field in _ORDER:
            if field in REQUIRES.get(action, ()):
                _ask(form, field, names)
                session.show_error(errors, field.value)
        _button(wanted, action)


def _link(wanted: Proposal, action: ProposalAction) -> None:
    st.page_link(
        PAPERS,
        label=_(ACTIONS[action]),
        icon=":material/description:",
        query_params={"id": wanted.paper_id} if wanted.paper_id else {},
    )


def _form(proposal_id: str, action: ProposalAction) -> str:
    return f"step_{action.value}_{proposal_id}"


def _button(wanted: Proposal, action: ProposalAction) -> None:
    form = _form(wanted.id, action)
    st.button(
        _(ACTIONS[action]),
        key=f"do_{form}",
        type="primary" if action in _FORWARD else "secondary",
        on_click=_take,
        args=(wanted.id, wanted.revision, action, session.form_key(form)),
    )


def _ask(form: str, field: ProposalInput, names: Names) -> None:
    key, label = f"{field.value}_{form}", _(INPUTS[field])
    match field:
        case ProposalInput.RESULT:
            st.radio(
                label,
                list(RECOMMENDATIONS),
                index=None,
                key=key,
                format_func=lambda each: _(RECOMMENDATIONS[each]),
            )
        case ProposalInput.ORGANIZATIONS:
            st.multiselect(
                label,
                list(names),
                key=key,
                format_func=lambda each: names[each],
                select_all=False,
                filter_mode="contains",
            )
        case ProposalInput.DAY:
            first = today() + timedelta(days=1)
            st.session_state.setdefault(key, today() + timedelta(days=14))
            st.date_input(
                label, min_value=first, max_value=today() + _FURTHEST, key=key, format="DD.MM.YYYY"
            )
        case ProposalInput.REASON:
            st.text_area(label, key=key, max_chars=REASON_LIMIT, height=80)
        case ProposalInput.PUBLISHED:
            """Asked for on the page of the paper."""


def _typed(form: str) -> ProposalStep:
    day = st.session_state.get(f"{ProposalInput.DAY.value}_{form}")
    return ProposalStep(
        reason=str(st.session_state.get(f"{ProposalInput.REASON.value}_{form}") or ""),
        result=st.session_state.get(f"{ProposalInput.RESULT.value}_{form}") or "",
        organization_ids=tuple(
            st.session_state.get(f"{ProposalInput.ORGANIZATIONS.value}_{form}") or ()
        ),
        day=day if isinstance(day, date) else None,
    )


def _take(proposal_id: str, revision: int, action: ProposalAction, key: str) -> None:
    form = _form(proposal_id, action)
    typed = _typed(form)
    if act(form, action, take_step, proposal_id, action, typed, expected=revision, key=key):
        for field in ProposalInput:
            st.session_state.pop(f"{field.value}_{form}", None)
