"""Doing something with a proposal from a form: done once, and explained where it fails."""

from collections.abc import Callable, Mapping
from typing import Concatenate, Final, ParamSpec

import streamlit as st

from accounts.identity import Identity
from concept_review.decision import InvalidDecision
from concept_review.outline import blocks_of_text
from concept_review.proposal import InvalidProposal
from concept_review.proposal_steps import InvalidProposalStep, NotPossible, ProposalAction
from concept_review.rebase import Contradicted, Wording
from concept_review.unreadable import UnreadableConcept
from data.store import Conflict, Store
from views import session
from views.proposal_words import DECISION_ERRORS, DONE, PROPOSAL_ERRORS, STEP_ERRORS
from views.unreadable_words import unreadable_text
from views.words import _

P = ParamSpec("P")
_ERRORS: Final[Mapping[str, str]] = {**DECISION_ERRORS, **PROPOSAL_ERRORS, **STEP_ERRORS}


def act(
    form: str,
    action: ProposalAction,
    verb: Callable[Concatenate[Store, Identity, P], object],
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    """Let the person signed in do something with a proposal, and say so; False where it failed.

    What is wrong with the fields is kept for the form; all else is said at the top of the page.
    """
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(verb, session.store(), session.identity(), *args, **kwargs)
        except (InvalidProposalStep, InvalidProposal, InvalidDecision) as invalid:
            errors = {at: _(_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return False
        except (NotPossible, Contradicted):
            raise Conflict({"form": form}) from None
        session.form_done(form)
        session.tell(_("Saved: {action}.", action=_(DONE[action])))
        return True
    return False


def typed_wording(form: str) -> Wording | None:
    """Return the wording typed into a form; None, with the fault kept, where it cannot be read."""
    session.language()
    try:
        blocks = blocks_of_text(str(st.session_state[f"wording_{form}"]))
    except UnreadableConcept as unreadable:
        session.keep_errors(form, {"wording": unreadable_text(unreadable)})
        return None
    return Wording(str(st.session_state[f"title_{form}"]), blocks)


def hand_on(form: str, other: str, fields: tuple[str, ...]) -> None:
    """Keep what was typed for the form that is shown next, so that nothing is lost."""
    if form == other:
        return
    for field in fields:
        st.session_state[f"{field}_{other}"] = st.session_state[f"{field}_{form}"]
    st.session_state[f"carried_{other}"] = True


def is_open(form: str) -> bool:
    """Say whether a form should stand open: something in it waits for an answer."""
    return bool(session.kept_errors(form)) or bool(st.session_state.get(f"carried_{form}"))
