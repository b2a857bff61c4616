"""Who may do what with a proposal, and what a decision on it needs."""

from dataclasses import replace

import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.proposal import (
    Competence,
    DecisionResult,
    InvalidDecision,
    InvalidProposal,
    NotPossible,
    Proposal,
    ProposalState,
)
from concept_review.section import Section
from data import concepts, decisions, proposals
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import a_decision, a_proposal, a_section, wording


def accept(store: Store, proposal: Proposal) -> None:
    present = concepts.section(store, proposal.section_id)
    decisions.decide(
        store,
        COORDINATOR,
        a_decision(proposal, DecisionResult.ACCEPTED, COORDINATOR),
        expected=proposal.revision,
        against_version_id=present.version_id,
    )


def propose(store: Store, section: Section, text: str, title: str = "Ziele") -> Proposal:
    return proposals.propose(
        store, STAFF, section.id, "Anders", "Darum.", wording(text, title),
        base_version_id=section.version_id,
    )  # fmt: skip


def test_what_is_decided_cannot_be_decided_again(store: Store) -> None:
    proposal = a_proposal(store)
    accept(store, proposal)
    decided = proposals.proposal(store, STAFF, proposal.id)

    with pytest.raises(NotPossible):
        accept(store, decided)
    with pytest.raises(NotPossible):
        proposals.withdraw(store, STAFF, decided.id, expected=decided.revision)


def test_only_the_author_withdraws(store: Store) -> None:
    proposal = a_proposal(store)

    with pytest.raises(NotPermitted):
        proposals.withdraw(store, COORDINATOR, proposal.id, expected=proposal.revision)

    withdrawn = proposals.withdraw(store, STAFF, proposal.id, expected=proposal.revision)
    assert withdrawn.state is ProposalState.WITHDRAWN
    assert withdrawn.headline == "Gute Wohnung"


def test_an_editorial_change_needs_two_names(store: Store) -> None:
    proposal = a_proposal(store)
    alone = replace(COORDINATOR, id=STAFF.id)
    editorial = replace(
        a_decision(proposal, DecisionResult.ACCEPTED, alone),
        competence=Competence.ADMINISTRATION, body="", reference="",
    )  # fmt: skip

    with pytest.raises(InvalidDecision):
        decisions.decide(
            store, alone, editorial, expected=1, against_version_id=proposal.base_version_id
        )

    second = replace(editorial, recorded_by=COORDINATOR.id)
    decisions.decide(
        store, COORDINATOR, second, expected=1, against_version_id=proposal.base_version_id
    )
    assert proposals.proposal(store, STAFF, proposal.id).state is ProposalState.INCORPORATED


def test_nobody_records_a_decision_in_another_name(store: Store) -> None:
    proposal = a_proposal(store)
    forged = replace(
        a_decision(proposal, DecisionResult.ACCEPTED, COORDINATOR), recorded_by="somebody else"
    )

    decisions.decide(
        store, COORDINATOR, forged, expected=1, against_version_id=proposal.base_version_id
    )

    kept = decisions.decision_on(store, proposal.id)
    assert kept is not None
    assert kept.recorded_by == COORDINATOR.id


def test_a_proposal_without_difference_or_reason_is_refused(store: Store) -> None:
    section = a_section(store)

    with pytest.raises(InvalidProposal) as invalid:
        proposals.propose(
            store, STAFF, section.id, "", " ", wording("Alle  finden eine Wohnung."),
            base_version_id=section.version_id,
        )  # fmt: skip

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
