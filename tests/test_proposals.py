"""Who may do what with a proposal, and what becomes of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from accounts.identity import GUEST, OPERATOR, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.decision import Competence, DecisionResult, InvalidDecision
from concept_review.proposal import InvalidProposal, Proposal
from concept_review.proposal_steps import (
    InvalidProposalStep,
    NotPossible,
    ProposalAction,
    ProposalState,
    ProposalStep,
)
from concept_review.task_records import Answer, Part
from data import concepts, decisions, proposal_history, proposals
from data.clock import today
from data.proposal_acts import reword, take_step
from data.proposal_cosigning import sign_proposal
from data.responsibilities import set_responsibilities
from data.store import Conflict, NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import (
    a_decision,
    accept,
    again,
    decided,
    offer,
    organization,
    propose_on,
    step,
    tabled,
)
from tests.writing_verbs import a_proposal, a_section, wording

ACTION = ProposalAction


def withdraw(store: Store, actor: Identity, proposal: Proposal) -> Proposal:
    return take_step(
        store, actor, proposal.id, ACTION.WITHDRAW, ProposalStep(), expected=proposal.revision
    )


def test_what_is_decided_can_neither_be_decided_again_nor_withdrawn(store: Store) -> None:
    proposal = a_proposal(store)
    accept(store, proposal)

    with pytest.raises(NotPossible):
        decided(store, proposal)
    with pytest.raises(NotPossible):
        withdraw(store, STAFF, again(store, proposal))


def test_the_author_withdraws_and_the_proposal_stays_readable(store: Store) -> None:
    proposal = a_proposal(store)
    stranger = Identity("stranger", "", Role.STAFF, "other unit")

    with pytest.raises(NotPermitted):
        withdraw(store, stranger, proposal)

    withdrawn = withdraw(store, STAFF, proposal)
    assert withdrawn.state is ProposalState.WITHDRAWN
    assert withdrawn.headline == "Gute Wohnung"


def test_a_change_of_form_needs_two_names_and_no_body(store: Store) -> None:
    section = a_section(store)
    proposal = propose_on(store, section, wording("Alle finden eine Wohnung!"), editorial=True)
    step(store, proposal, ACTION.ADMIT)
    settles: dict[str, Any] = {
        "competence": Competence.ADMINISTRATION,
        "body": "",
        "reference": "",
    }

    with pytest.raises(NotPermitted):
        decided(store, proposal, actor=replace(COORDINATOR, id=STAFF.id), **settles)

    assert decided(store, proposal, **settles).state is ProposalState.DECIDED


def test_the_administration_cannot_settle_what_changes_the_sense(store: Store) -> None:
    proposal = a_proposal(store)
    step(store, proposal, ACTION.ADMIT)

    with pytest.raises(InvalidDecision) as invalid:
        decided(store, proposal, competence=Competence.ADMINISTRATION, body="", reference="")

    assert invalid.value.errors == {"competence": "not_editorial"}


def test_nobody_records_a_decision_in_another_name(store: Store) -> None:
    (proposal,) = tabled(store, a_proposal(store))

    decided(store, proposal, recorded_by="somebody else")

    kept = decisions.decision_on(store, proposal.id)
    assert kept is not None
    assert kept.recorded_by == COORDINATOR.id


def test_two_people_decide_at_once_and_the_second_is_told(store: Store) -> None:
    (proposal,) = tabled(store, a_proposal(store))
    present = concepts.section(store, proposal.section_id)
    decided(store, proposal)

    with pytest.raises(Conflict):
        decisions.decide(
            store,
            COORDINATOR,
            a_decision(proposal, DecisionResult.REJECTED),
            expected=proposal.revision,
            against_version_id=present.version_id,
        )
    assert again(store, proposal).result is DecisionResult.ACCEPTED


def test_a_proposal_without_difference_or_reason_is_refused(store: Store) -> None:
    section = a_section(store)
    empty = replace(offer(wording("Alle  finden eine Wohnung.")), headline="", rationale=" ")

    with pytest.raises(InvalidProposal) as invalid:
        proposals.propose(store, STAFF, section.id, empty, base_version_id=section.version_id)

    assert set(invalid.value.errors) == {"headline", "rationale", "wording"}
    assert proposals.proposals(store, STAFF) == []


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.ADMIN])
def test_open_proposals_are_not_for_everyone(store: Store, role: Role) -> None:
    proposal = a_proposal(store)
    stranger = GUEST if role is Role.PUBLIC else Identity("x", "", role)

    with pytest.raises(NotPermitted):
        proposals.proposals(store, stranger)
    with pytest.raises(NotPermitted):
        proposals.proposal(store, stranger, proposal.id)


def test_a_draft_is_seen_by_its_author_alone_until_it_is_submitted(store: Store) -> None:
    section = a_section(store)
    draft = proposals.propose(
        store, STAFF, section.id, offer(wording("Entwurf.")), base_version_id=section.version_id,
        draft=True,
    )  # fmt: skip

    assert proposals.proposals(store, COORDINATOR) == []
    with pytest.raises(NotFound):
        proposals.proposal(store, COORDINATOR, draft.id)

    step(store, draft, ACTION.SUBMIT, actor=STAFF)
    assert [each.id for each in proposals.proposals(store, COORDINATOR)] == [draft.id]


def test_what_is_returned_is_worked_over_and_every_revision_stays_readable(store: Store) -> None:
    proposal = a_proposal(store)
    with pytest.raises(InvalidProposalStep):
        step(store, proposal, ACTION.RETURN)
    returned = step(store, proposal, ACTION.RETURN, ProposalStep(reason="Bitte kürzer."))
    section = concepts.section(store, proposal.section_id)

    reworded = reword(
        store, STAFF, proposal.id, offer(wording("Wohnungen."), "Kurz"),
        base_version_id=section.version_id, expected=returned.revision,
    )  # fmt: skip

    assert (reworded.headline, reworded.number) == ("Kurz", 2)
    texts = [
        each.blocks[0].text for each in proposal_history.revisions(store, COORDINATOR, proposal.id)
    ]
    assert texts == ["Wohnungen.", "Alle finden eine gute Wohnung."]
    steps = proposal_history.steps_of(store, COORDINATOR, proposal.id)
    assert [each.action for each in steps] == [ACTION.REVISE, ACTION.RETURN]


def test_an_excluded_proposal_stays_listed_and_can_be_readmitted(store: Store) -> None:
    proposal = a_proposal(store)

    step(store, proposal, ACTION.EXCLUDE, ProposalStep(reason="Nicht zuständig."))
    assert again(store, proposal).state is ProposalState.INADMISSIBLE
    assert [each.id for each in proposals.proposals(store, STAFF)] == [proposal.id]

    step(store, proposal, ACTION.READMIT, ProposalStep(reason="Doch."))
    assert again(store, proposal).state is ProposalState.SUBMITTED


def test_one_joins_an_open_proposal_once_and_not_one_s_own(store: Store) -> None:
    proposal = a_proposal(store)
    verein = Identity("verein", "Verein", Role.ORG_EDITOR)

    proposals.join(store, verein, proposal.id)

    assert proposals.supporters(store, STAFF, proposal.id) == ["Verein"]
    for actor in (verein, STAFF):
        with pytest.raises(Conflict):
            proposals.join(store, actor, proposal.id)


def test_what_was_signed_is_void_after_another_revision(store: Store) -> None:
    proposal = a_proposal(store)
    section = concepts.section(store, proposal.section_id)
    unit, lead = organization(store, "unit"), organization(store, "lead")
    set_responsibilities(store, OPERATOR, section.id, {Part.LEAD: [lead]}, expected=())
    step(store, proposal, ACTION.ADMIT)
    asked = ProposalStep(organization_ids=(unit,), day=today() + timedelta(days=7))
    step(store, proposal, ACTION.REQUEST_COSIGN, asked)
    (wanted,) = proposal_history.proposal_cosignatures(store, proposal.id)
    signer = Identity("signer", "", Role.STAFF, unit)

    with pytest.raises(InvalidProposalStep):
        sign_proposal(store, signer, wanted.id, Answer.REFUSED, "", number=1)
    sign_proposal(store, signer, wanted.id, Answer.SIGNED, "", number=1)
    with pytest.raises(NotPermitted):
        sign_proposal(store, signer, wanted.id, Answer.SIGNED, "", number=1)
    ended = step(store, proposal, ACTION.END_COSIGN)
    assert not proposal_history.proposal_cosignatures(store, proposal.id)[0].void

    reword(
        store, STAFF, proposal.id, offer(wording("Noch anders.")),
        base_version_id=section.version_id, expected=ended.revision,
    )  # fmt: skip
    assert proposal_history.proposal_cosignatures(store, proposal.id)[0].void
