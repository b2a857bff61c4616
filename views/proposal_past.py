"""What became of a proposal: the steps taken with it, and each revision with what it changed."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.decision import DecisionResult
from concept_review.proposal import Proposal
from concept_review.proposal_records import ProposalRevision, TakenStep
from concept_review.proposal_steps import ProposalAction
from concept_review.task_records import Answer
from data.proposal_history import revisions, steps_of
from data.store import Store
from views import diff_view
from views.account_names import name_of
from views.proposal_step_form import Names
from views.proposal_words import DONE, RECOMMENDATIONS, RESULTS
from views.task_words import ANSWERS
from views.wording_text import full_text
from views.words import _, date_text, mark, moment_text

_REASONS: Final[Mapping[str, str]] = {
    "proposed": mark("proposed"),
    "revised": mark("worked over"),
    "carried_over": mark("carried over to the text as it had become"),
    "decided": mark("as it was decided"),
}


def show(store: Store, actor: Identity, wanted: Proposal, names: Names) -> None:
    """Show steps and revisions, folded until somebody asks."""
    steps = steps_of(store, actor, wanted.id)
    if steps:
        with st.expander(_("What was done with the proposal"), icon=":material/timeline:"):
            for step in steps:
                st.text(_line(store, step, names))
    known = revisions(store, actor, wanted.id)
    if len(known) > 1:
        with st.expander(_("Revisions"), icon=":material/history:"):
            _show_revisions(store, wanted, known)


def _line(store: Store, step: TakenStep, names: Names) -> str:
    words = [
        moment_text(step.created_at),
        name_of(store, step.actor_id),
        _(DONE[step.action]),
        names.get(step.organization_id or "", ""),
        _result(step),
        date_text(step.day),
        step.reason,
    ]
    return ", ".join(word for word in words if word)


def _result(step: TakenStep) -> str:
    if not step.result:
        return ""
    if step.action is ProposalAction.COSIGN:
        return _(ANSWERS[Answer(step.result)])
    recommends = step.action is ProposalAction.RECOMMEND
    return _((RECOMMENDATIONS if recommends else RESULTS)[DecisionResult(step.result)])


def _show_revisions(store: Store, wanted: Proposal, known: Sequence[ProposalRevision]) -> None:
    """Let one choose a revision, and show it with what it changed in the one before."""
    by_number = {each.number: each for each in known}
    number = st.selectbox(
        _("Revision"),
        list(by_number),
        key=f"revision_{wanted.id}",
        format_func=lambda each: _name(store, by_number[each]),
    )
    shown, older = by_number[number], by_number.get(number - 1)
    st.text(shown.headline)
    if older is None:
        st.text(full_text(shown.title, shown.blocks))
    else:
        st.caption(_("Differences to the revision before"))
        diff_view.show(full_text(older.title, older.blocks), full_text(shown.title, shown.blocks))
    st.caption(_("Rationale"))
    st.text(shown.rationale)


def _name(store: Store, each: ProposalRevision) -> str:
    return _(
        "Revision {number} of {moment}, {author}: {reason}",
        number=each.number,
        moment=moment_text(each.created_at),
        author=name_of(store, each.author_id),
        reason=_(_REASONS.get(each.reason, "proposed")),
    )
