"""Several proposals decided by one body in one sitting, recorded together or not at all."""

from collections.abc import Mapping, Sequence

from accounts.identity import Identity
from concept_review.decision import Decision, InvalidDecision
from data.decisions import decide
from data.store import Store


class InvalidAmong(InvalidDecision):
    """One of several decisions cannot be recorded; `proposal_id` says on which proposal."""

    def __init__(self, proposal_id: str, errors: Mapping[str, str]) -> None:
        """Keep the proposal and what is wrong, field by field."""
        super().__init__(errors)
        self.proposal_id = proposal_id


def decide_together(
    store: Store,
    actor: Identity,
    decided: Sequence[Decision],
    *,
    expected: Mapping[str, int],
    against: Mapping[str, str],
    key: str | None = None,
) -> None:
    """Record all these decisions, or none of them.

    `expected` and `against` map the ids of the proposals to the revision and to the wording of
    the section that the page showed. Raises `InvalidAmong` for the first that cannot stand, and
    what `decide` raises.
    """
    with store.atomic():
        for place, each in enumerate(decided):
            try:
                decide(
                    store,
                    actor,
                    each,
                    expected=expected[each.proposal_id],
                    against_version_id=against[each.proposal_id],
                    key=f"{key}:{place}" if key else None,
                )
            except InvalidDecision as invalid:
                raise InvalidAmong(each.proposal_id, invalid.errors) from invalid
