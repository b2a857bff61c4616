"""Answers of units that were asked to sign a proposal."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission
from concept_review.proposal_records import ProposalCosignature
from concept_review.proposal_steps import InvalidProposalStep, ProposalAction, ProposalStep
from concept_review.task_records import Answer
from data.change import change
from data.clock import today
from data.proposal_acts import allowed
from data.proposal_history import record_step
from data.proposals import proposal
from data.rows import from_row
from data.store import Conflict, Store

_WITH_REASON = (Answer.WITH_RESERVATION, Answer.REFUSED)


def sign_proposal(
    store: Store,
    actor: Identity,
    cosignature_id: str,
    answer: Answer,
    reservation: str,
    *,
    number: int,
    key: str | None = None,
) -> ProposalCosignature:
    """Answer for one's unit, to the revision of the proposal that was read.

    Raises `InvalidProposalStep` where a reservation or refusal has no reason, `NotPermitted` for
    other units, `NotPossible` where nobody is asked any more, and `Conflict` where the proposal
    has another revision by now.
    """
    if answer in _WITH_REASON and not reservation.strip():
        raise InvalidProposalStep({"reason": "required"})
    asked = from_row(ProposalCosignature, store.get("proposal_cosignatures", cosignature_id))
    with change(
        store, actor, Permission.PROPOSAL_STEER, Verb.COSIGNED, ("proposal", asked.proposal_id),
        key=key,
    ) as detail:  # fmt: skip
        wanted = proposal(store, actor, asked.proposal_id)
        allowed(store, actor, wanted, ProposalAction.COSIGN)
        if asked.organization_id != actor.organization_id:
            raise NotPermitted(actor, Permission.PROPOSAL_STEER)
        if wanted.number != number or asked.void or asked.answer:
            raise Conflict({"id": asked.id})
        store.update(
            "proposal_cosignatures",
            asked.id,
            {
                "answer": answer.value,
                "reservation": reservation.strip(),
                "number": number,
                "answered_by": actor.id,
                "answered_on": today().isoformat(),
            },
            expected=asked.revision,
        )
        said = ProposalStep(
            organization_ids=(asked.organization_id,), reason=reservation, result=answer.value
        )
        record_step(store, actor, wanted, ProposalAction.COSIGN, said)
        detail |= {"cosignature": asked.id, "answer": answer.value}
    return from_row(ProposalCosignature, store.get("proposal_cosignatures", cosignature_id))
