"""Samples of the writing verbs on proposals, papers and decisions; see `writing_verbs`."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from accounts.identity import Identity, Role
from concept_review.decision import Competence, ConsultationRole, DecisionResult
from concept_review.proposal import Proposal
from concept_review.proposal_records import Consultation
from concept_review.proposal_steps import ProposalAction, ProposalStep
from concept_review.task_records import Answer
from data import (
    carrying_over,
    competences,
    concepts,
    decisions,
    incorporation,
    papers,
    proposal_acts,
    proposal_cosigning,
    proposals,
)
from data.clock import today
from data.proposal_history import proposal_cosignatures
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import (
    a_decision,
    decided,
    offer,
    organization,
    recommended,
    step,
    tabled,
    worked_in,
)
from tests.writing_verbs import Sample, a_proposal, a_section, wording

Call = Callable[[Store, Identity], object]
Preparation = Callable[[Store], Call]
JOINER = Identity("verein", "Verein", Role.ORG_EDITOR)


def _propose(base: str | None = None) -> Preparation:
    def prepare(store: Store) -> Call:
        section = a_section(store)
        return lambda s, actor: proposals.propose(
            s, actor, section.id, offer(wording("Wohnungen für alle.")),
            base_version_id=base or section.version_id,
        )  # fmt: skip

    return prepare


def _join(store: Store) -> Call:
    proposal = a_proposal(store)
    return lambda s, actor: proposals.join(s, actor, proposal.id)


def _step(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal = a_proposal(store)
        return lambda s, actor: proposal_acts.take_step(
            s, actor, proposal.id, ProposalAction.WITHDRAW, ProposalStep(),
            expected=proposal.revision + shift,
        )  # fmt: skip

    return prepare


def _reword(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal = step(
            store, a_proposal(store), ProposalAction.RETURN, ProposalStep(reason="Kürzer.")
        )
        return lambda s, actor: proposal_acts.reword(
            s, actor, proposal.id, offer(wording("Wohnungen.")),
            base_version_id=proposal.base_version_id, expected=proposal.revision + shift,
        )  # fmt: skip

    return prepare


def _carry_over(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal = a_proposal(store)
        return lambda s, actor: carrying_over.carry_over(
            s, actor, proposal.id, expected=proposal.revision + shift,
            against_version_id=proposal.base_version_id,
        )  # fmt: skip

    return prepare


SIGNER = Identity("signer", "", Role.STAFF, "unit")


def _sign(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        organization(store, "unit")
        proposal = step(store, a_proposal(store), ProposalAction.ADMIT)
        asked = ProposalStep(organization_ids=("unit",), day=today() + timedelta(days=7))
        step(store, proposal, ProposalAction.REQUEST_COSIGN, asked)
        (wanted,) = proposal_cosignatures(store, proposal.id)
        return lambda s, actor: proposal_cosigning.sign_proposal(
            s, actor, wanted.id, Answer.SIGNED, "", number=1 + shift
        )

    return prepare


def _table(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal = recommended(store, a_proposal(store))
        concept_id = concepts.concepts(store)[0].id
        return lambda s, actor: papers.table(
            s, actor, concept_id, {proposal.id: proposal.revision + shift},
            papers.Draft(title="Fortschreibung"),
        )  # fmt: skip

    return prepare


def _paper_of(store: Store) -> tuple[Proposal, str]:
    (proposal,) = tabled(store, a_proposal(store))
    return proposal, str(proposal.paper_id)


def _change_paper(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        _, paper_id = _paper_of(store)
        return lambda s, actor: papers.change_paper(
            s, actor, paper_id, papers.Draft(title="Anders"), expected=1 + shift
        )

    return prepare


def _consultation(paper_id: str) -> Consultation:
    return Consultation(
        id="", paper_id=paper_id, position=0, body="Sozialausschuss",
        role=ConsultationRole.PRELIMINARY,
    )  # fmt: skip


def _add_consultation(store: Store) -> Call:
    _, paper_id = _paper_of(store)
    return lambda s, actor: papers.add_consultation(s, actor, _consultation(paper_id))


def _record_consultation(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        _, paper_id = _paper_of(store)
        added = papers.add_consultation(store, COORDINATOR, _consultation(paper_id))
        return lambda s, actor: papers.record_consultation(s, actor, added, expected=1 + shift)

    return prepare


def _decide(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal, _ = _paper_of(store)
        return lambda s, actor: decisions.decide(
            s, actor, a_decision(proposal, DecisionResult.ACCEPTED),
            expected=proposal.revision + shift, against_version_id=proposal.base_version_id,
        )  # fmt: skip

    return prepare


def _incorporate(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal, _ = _paper_of(store)
        adopted = decided(store, proposal)
        concept_id = concepts.concepts(store)[0].id
        newest = concepts.versions(store, concept_id)[0].id
        return lambda s, actor: incorporation.incorporate(
            s, actor, concept_id, {adopted.id: adopted.revision + shift},
            against_version_id=newest,
        )  # fmt: skip

    return prepare


def _publish(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        proposal, _ = _paper_of(store)
        version = worked_in(store, decided(store, proposal))
        return lambda s, actor: incorporation.publish(
            s, actor, version.id, today(), expected=version.revision + shift
        )

    return prepare


def _set_competence(shift: int) -> Preparation:
    def prepare(store: Store) -> Call:
        section = a_section(store)
        return lambda s, actor: competences.set_competence(
            s, actor, section.id, Competence.COMMITTEE, expected=section.revision + shift
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "proposals.propose": Sample(STAFF, _propose(), _propose("an older wording")),
    "proposals.join": Sample(JOINER, _join),
    "proposal_acts.take_step": Sample(STAFF, _step(0), _step(1)),
    "proposal_acts.reword": Sample(STAFF, _reword(0), _reword(1)),
    "carrying_over.carry_over": Sample(STAFF, _carry_over(0), _carry_over(1)),
    "proposal_cosigning.sign_proposal": Sample(SIGNER, _sign(0), _sign(1)),
    "papers.table": Sample(COORDINATOR, _table(0), _table(1)),
    "papers.change_paper": Sample(COORDINATOR, _change_paper(0), _change_paper(1)),
    "papers.add_consultation": Sample(COORDINATOR, _add_consultation),
    "papers.record_consultation": Sample(
        COORDINATOR, _record_consultation(0), _record_consultation(1)
    ),
    "decisions.decide": Sample(COORDINATOR, _decide(0), _decide(1)),
    "incorporation.incorporate": Sample(COORDINATOR, _incorporate(0), _incorporate(1)),
    "incorporation.publish": Sample(COORDINATOR, _publish(0), _publish(1)),
    "competences.set_competence": Sample(COORDINATOR, _set_competence(0), _set_competence(1)),
}
