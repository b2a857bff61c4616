"""Carrying a proposal over to the text as it has become, with a preview that was confirmed."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction, ProposalStep
from concept_review.rebase import Wording
from data.amendments import carried_over
from data.change import change
from data.concepts import section
from data.proposal_acts import allowed, write_wording
from data.proposal_history import record_step
from data.proposals import proposal
from data.store import Conflict, Store


def carry_over(
    store: Store,
    actor: Identity,
    proposal_id: str,
    *,
    expected: int,
    against_version_id: str,
    written: Wording | None = None,
    key: str | None = None,
) -> Proposal:
    """Confirm what a proposal says on the present text: as shown, or as a person has written it.

    `against_version_id` is the wording of the section that was shown. Raises `Contradicted`
    where the two meet in one passage and nobody has written the result, `NotPossible`,
    `NotPermitted`, and `Conflict` where proposal or text has changed since it was shown.
    """
    with change(
        store, actor, Permission.PROPOSAL_READ, Verb.CARRIED_OVER, ("proposal", proposal_id),
        key=key,
    ) as detail:  # fmt: skip
        wanted = proposal(store, actor, proposal_id)
        present = section(store, wanted.section_id)
        known = wanted.revision == expected and present.version_id == against_version_id
        if not known or present.retired_on:
            raise Conflict({"id": proposal_id})
        allowed(store, actor, wanted, ProposalAction.CARRY_OVER)
        wording = written or carried_over(store, wanted, present).required()
        write_wording(store, actor, wanted, wording, present, "carried_over")
        record_step(store, actor, wanted, ProposalAction.CARRY_OVER, ProposalStep())
        detail["number"] = wanted.number + 1
    return proposal(store, actor, proposal_id)
