"""The steps one can take in a review, as buttons made from the table of transitions."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from concept_review.task import (
    REASON_LIMIT,
    REQUIRES,
    Input,
    InvalidStep,
    Step,
    TaskAction,
)
from data.clock import today
from data.review_tasks import act
from views import session
from views.task_words import ACTIONS, DONE, INPUTS, STEP_ERRORS
from views.words import _

_ELSEWHERE: Final = (TaskAction.CONCLUDE, TaskAction.COSIGN)
"""These have forms of their own."""
_FURTHEST: Final = timedelta(days=365 * 5)
Names = Mapping[str, str]
"""Names of organisations by id, in order of the names."""


def show(section_id: str, revision: int, actions: Collection[TaskAction], names: Names) -> None:
    """Offer every step that is possible now; the buttons carry the revision that was seen."""
    offered = [each for each in actions if each not in _ELSEWHERE]
    plain = [each for each in offered if not REQUIRES.get(each)]
    if plain:
        with st.container(horizontal=True):
            for action in plain:
                _button(section_id, revision, action)
    for action in offered:
        if action in plain:
            continue
        form = _form(section_id, action)
        errors = session.kept_errors(form)
        with st.expander(_(ACTIONS[action]), expanded=bool(errors)):
            for field in Input:
                if field in REQUIRES[action]:
                    hint = action is TaskAction.HINT
                    label = _("Your hint (required)") if hint else _(INPUTS[field])
                    _ask(form, field, label, names)
                    session.show_error(errors, field.value)
            _button(section_id, revision, action)


def _form(section_id: str, action: TaskAction) -> str:
    return f"task_{action.value}_{section_id}"


def _button(section_id: str, revision: int, action: TaskAction) -> None:
    form = _form(section_id, action)
    st.button(
        _(ACTIONS[action]),
        key=f"do_{form}",
        on_click=_act,
        args=(section_id, revision, action, session.form_key(form)),
    )


def _ask(form: str, field: Input, label: str, names: Names) -> None:
    key = f"{field.value}_{form}"
    match field:
        case Input.ORGANIZATION:
            st.selectbox(
                label, list(names), index=None, key=key, format_func=lambda each: names[each]
            )
        case Input.ORGANIZATIONS:
            st.multiselect(
                label,
                list(names),
                key=key,
                format_func=lambda each: names[each],
                select_all=False,
                filter_mode="contains",
            )
        case Input.DAY:
            first = today() + timedelta(days=1)
            st.session_state.setdefault(key, today() + timedelta(days=28))
            st.date_input(
                label, min_value=first, max_value=today() + _FURTHEST, key=key, format="DD.MM.YYYY"
            )
        case Input.REASON:
            st.text_area(label, key=key, max_chars=REASON_LIMIT, height=80)


def _typed(form: str, action: TaskAction) -> Step:
    wanted = REQUIRES.get(action, frozenset())
    one = st.session_state.get(f"{Input.ORGANIZATION.value}_{form}")
    many = st.session_state.get(f"{Input.ORGANIZATIONS.value}_{form}") or []
    day = st.session_state.get(f"{Input.DAY.value}_{form}")
    reason = str(st.session_state.get(f"{Input.REASON.value}_{form}") or "")
    chosen = tuple(many) if Input.ORGANIZATIONS in wanted else (one,) if one else ()
    return Step(organization_ids=chosen, day=day if isinstance(day, date) else None, reason=reason)


def _act(section_id: str, revision: int, action: TaskAction, key: str) -> None:
    session.language()
    form = _form(section_id, action)
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                act,
                session.store(),
                session.identity(),
                section_id,
                action,
                _typed(form, action),
                expected=revision,
                key=key,
            )
        except InvalidStep as invalid:
            errors = {at.value: _(STEP_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return
        session.form_done(form)
        for field in Input:
            st.session_state.pop(f"{field.value}_{form}", None)
        session.tell(_("Saved: {action}.", action=_(DONE[action])))
