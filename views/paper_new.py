"""A new paper: which proposals go before the bodies together, and what it says."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from concept_review.decision import NOTE_LIMIT, REFERENCE_LIMIT, InvalidDecision
from concept_review.proposal import Proposal
from concept_review.proposal_steps import NotPossible, ProposalState
from concept_review.section import Concept
from concept_review.tabling import Hindrance, NotReady
from data.concepts import sections
from data.papers import Draft, table
from data.store import Conflict, Store
from views import kit_links, paper_candidates, paper_prefill, session
from views.page_files import PROPOSALS
from views.paper_candidates import Candidate
from views.paper_words import HINDRANCES
from views.proposal_text import Known, choice_text
from views.proposal_words import DECISION_ERRORS
from views.words import _

_FORM: Final = "new_paper"
_TEXTS: Final = ("title", "reference", "motion", "rationale")


def ask(store: Store, concept: Concept, held: Sequence[Proposal]) -> None:
    """Ask for a new paper of proposals that are discussed and recommended."""
    errors = session.kept_errors(_FORM)
    with st.expander(_("New paper"), icon=":material/add:", expanded=bool(errors)):
        text = sections(store, concept.id)
        known = {each.id: each for each in text}
        talked = [each for each in held if each.state is ProposalState.DISCUSSION]
        found = paper_candidates.candidates(store, text, talked)
        if not found:
            st.text(_("No proposal is under discussion."))
            return
        chosen = _choose(found, known, errors)
        _show_others([each for each in found if not each.ready], known)
        if not chosen:
            st.text(_("Choose at least one proposal."))
            return
        rivals = paper_candidates.rival_groups(store, text, chosen)
        _prefill("title", paper_prefill.title(concept.title))
        _prefill("motion", paper_prefill.motion(concept.title, chosen, rivals, known))
        _prefill("rationale", paper_prefill.rationale(store, chosen, known))
        ask_texts(_FORM, errors)
        if rivals:
            _ask_alternatives(rivals, known, errors)
        kit_links.show_for_proposals([each.id for each in chosen])
        st.button(
            _("Put before the bodies"),
            type="primary",
            key=f"save_{_FORM}",
            on_click=_save,
            args=(
                concept.id,
                {each.id: each.revision for each in chosen},
                bool(rivals),
                session.form_key(_FORM),
            ),
        )


def _choose(found: Sequence[Candidate], known: Known, errors: Mapping[str, str]) -> list[Proposal]:
    ready = [each for each in found if each.ready]
    if ready:
        st.text(_("Which proposals shall be decided together?"))
    session.show_error(errors, "proposals")
    chosen = []
    by_id = {each.proposal.id: each.proposal for each in found}
    for each in ready:
        wanted = each.proposal
        if st.checkbox(choice_text(wanted, known), key=f"table_{wanted.id}"):
            chosen.append(wanted)
        session.show_error(errors, wanted.id)
        for rival in each.rivals:
            st.caption(_("contradicts {rival}", rival=choice_text(by_id[rival], known)))
    return chosen


def _show_others(others: Sequence[Candidate], known: Known) -> None:
    if others:
        st.text(_("Not ready yet:"))
    for each in others:
        reasons = " ".join(_(HINDRANCES[one]) for one in each.hindrances)
        st.page_link(
            PROPOSALS,
            label=choice_text(each.proposal, known),
            query_params={"id": each.proposal.id},
        )
        st.caption(reasons)


def ask_texts(form: str, errors: Mapping[str, str]) -> None:
    """Ask for title, reference, Beschlussvorschlag and Begründung; prefill them before."""
    st.text_input(_("Title (required)"), key=f"title_{form}", max_chars=REFERENCE_LIMIT)
    session.show_error(errors, "title")
    st.text_input(
        _("Reference (Drucksache), for example 24/SVV/0093"),
        key=f"reference_{form}",
        max_chars=REFERENCE_LIMIT,
    )
    session.show_error(errors, "reference")
    limit = 10 * NOTE_LIMIT
    st.text_area(_("Motion"), key=f"motion_{form}", height=220, max_chars=limit)
    session.show_error(errors, "motion")
    st.text_area(_("Reasons"), key=f"rationale_{form}", height=220, max_chars=limit)
    session.show_error(errors, "rationale")


def typed_draft(form: str) -> Draft:
    """Return what stands in the fields of `ask_texts`."""
    return Draft(**{name: str(st.session_state.get(f"{name}_{form}") or "") for name in _TEXTS})


def _prefill(field: str, words: str) -> None:
    """Put words into a field, and other ones later, as long as nobody has written there."""
    key, kept = f"{field}_{_FORM}", f"prefilled_{field}_{_FORM}"
    if st.session_state.get(key) in (None, "", st.session_state.get(kept)):
        st.session_state[key] = words
        st.session_state[kept] = words


def _ask_alternatives(
    rivals: Sequence[Sequence[Proposal]], known: Known, errors: Mapping[str, str]
) -> None:
    st.warning(
        _("These proposals cannot stand together; bodies can only decide on one of each group:")
    )
    for group in rivals:
        names = "\n".join(f"- {choice_text(each, known)}" for each in group)
        st.markdown(names)
    st.checkbox(
        _("Put them before the bodies as alternatives, of which only one can be adopted"),
        key=f"alternatives_{_FORM}",
    )
    session.show_error(errors, "alternatives")


def _save(concept_id: str, expected: Mapping[str, int], contested: bool, key: str) -> None:
    session.language()
    session.keep_errors(_FORM, {})
    declared = contested and bool(st.session_state.get(f"alternatives_{_FORM}"))
    draft = typed_draft(_FORM)
    with session.explained():
        try:
            made = session.done_once(
                table,
                session.store(),
                session.identity(),
                concept_id,
                expected,
                draft,
                as_alternatives=declared,
                key=key,
            )
        except NotReady as unready:
            session.keep_errors(_FORM, _not_ready(unready.hindrances))
            return
        except InvalidDecision as invalid:
            errors = {at: _(DECISION_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(_FORM, errors)
            return
        except NotPossible:
            raise Conflict({"id": concept_id}) from None
        _forget(expected)
        if made:
            session.tell(_("The paper is made. What follows are consultations and decisions."))
            st.query_params["id"] = made.id


def _forget(expected: Mapping[str, int]) -> None:
    session.form_done(_FORM)
    for name in [*_TEXTS, "alternatives"]:
        st.session_state.pop(f"{name}_{_FORM}", None)
    for proposal_id in expected:
        st.session_state.pop(f"table_{proposal_id}", None)


def _not_ready(hindrances: Mapping[str, Sequence[Hindrance]]) -> dict[str, str]:
    return {
        proposal_id: " ".join(_(HINDRANCES[each]) for each in found)
        for proposal_id, found in hindrances.items()
    }
