"""Reviews: who said of which wording that it holds."""

from collections.abc import Mapping
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission
from concept_review.proposal_steps import UNDECIDED
from concept_review.review import Review, Verdict, next_due
from concept_review.section import Section
from concept_review.task import NotNow, Step, TaskAction, TaskState
from concept_review.task_records import ReviewTask, all_signed
from data.change import change
from data.clock import today
from data.concepts import section
from data.cosignatures import cosignatures
from data.identifier import new_id
from data.review_tasks import active_task, check_allowed, record_step, state_of
from data.rows import from_row, to_row
from data.section_links import basis, targets_by_section
from data.store import Conflict, NotFound, Store

MAXIMUM_REMARK = 5000


class InvalidReview(ValueError):
    """The review cannot be taken; `code` says why.

    Codes: `too_long`, `required`, `not_signed` (somebody has not signed yet, or refused),
    `own_text` (the reviewer wrote it alone), `proposals_open` (other wordings wait),
    `unpromised` (a change is needed that nobody proposes or promises).
    """

    def __init__(self, code: str) -> None:
        """Keep the reason as a code that pages translate."""
        super().__init__(code)
        self.code = code


def review(  # noqa: PLR0913  (what is said of a wording, in one call)
    store: Store,
    actor: Identity,
    section_id: str,
    verdict: Verdict,
    rationale: str,
    *,
    fingerprint: str,
    promised_on: date | None = None,
    day: date | None = None,
    key: str | None = None,
) -> Review:
    """Say whether the wording that was read still holds.

    `fingerprint` is that of the wording on the screen: where the text has changed since,
    `Conflict` is raised. Everything but "still current" needs a rationale, and a proposal or the
    day until which there is to be one; "still current" needs a rationale where proposals wait.
    Raises `InvalidReview`, and `NotPermitted` where another unit has the review. A task of the
    section is concluded with it. `day` is for reviews entered later.
    """
    _check_rationale(verdict, rationale)
    identifier, reviewed_on = new_id(), day or today()
    with change(
        store, actor, Permission.SECTION_REVIEW, Verb.REVIEWED, ("section", section_id), key=key
    ) as detail:
        present = section(store, section_id)
        if present.fingerprint != fingerprint or present.retired_on:
            raise Conflict({"id": section_id})
        _check_persons(store, actor, present, verdict)
        _check_proposals(store, present, verdict, rationale, promised_on)
        targets = targets_by_section(store, present.concept_id).get(section_id, [])
        made = Review(
            id=identifier,
            section_id=section_id,
            verdict=verdict,
            rationale=rationale.strip(),
            fingerprint=fingerprint,
            basis=basis(targets),
            reviewer_id=actor.id,
            reviewed_on=reviewed_on,
            next_due=next_due(reviewed_on, present.interval_months),
            promised_on=promised_on,
        )
        store.insert("reviews", to_row(made))
        _conclude(store, actor, present, made, active_task(store, section_id))
        detail |= {"review": identifier, "verdict": verdict.value}
    return made


def confirm_read(
    store: Store, actor: Identity, read: Mapping[str, str], *, key: str | None = None
) -> Mapping[str, Exception]:
    """Say of several sections that they are still current, each as it was read.

    `read` maps ids of sections to the fingerprints of the wordings read. Returns why some could
    not be confirmed, by section; the others are.
    """
    refused: dict[str, Exception] = {}
    with store.atomic():
        for place, (section_id, fingerprint) in enumerate(read.items()):
            own_key = f"{key}_{place}" if key else None
            try:
                review(
                    store, actor, section_id, Verdict.STILL_CURRENT, "",
                    fingerprint=fingerprint, key=own_key,
                )  # fmt: skip
            except (Conflict, InvalidReview, NotNow, NotPermitted, NotFound) as reason:
                refused[section_id] = reason
    return refused


def reviews_of(store: Store, section_id: str) -> list[Review]:
    """Return all reviews of a section, newest first."""
    rows = store.find("reviews", order="id desc", section_id=section_id)
    return [from_row(Review, row) for row in rows]


def _conclude(
    store: Store, actor: Identity, present: Section, made: Review, task: ReviewTask | None
) -> None:
    """End the task of a section, if there is one, by the review."""
    check_allowed(store, actor, present, task, TaskAction.CONCLUDE)
    if task is None:
        return
    if state_of(task, today()) is TaskState.COSIGN and not all_signed(
        cosignatures(store, task.id), present.fingerprint
    ):
        raise InvalidReview("not_signed")
    store.update(
        "review_tasks",
        task.id,
        {"state": TaskState.CONCLUDED.value, "review_id": made.id},
        expected=task.revision,
    )
    record_step(store, actor, task.id, TaskAction.CONCLUDE, Step(reason=made.rationale))


def _check_persons(store: Store, actor: Identity, present: Section, verdict: Verdict) -> None:
    """Refuse that somebody proposed, recorded as decided and found to hold the same wording."""
    if verdict is not Verdict.STILL_CURRENT or present.decision_id is None:
        return
    decision = store.get("decisions", present.decision_id)
    author = store.get("proposals", decision["proposal_id"])["author_id"]
    if author == decision["recorded_by"] == actor.id:
        raise InvalidReview("own_text")


def _check_proposals(
    store: Store, present: Section, verdict: Verdict, rationale: str, promised_on: date | None
) -> None:
    """Refuse "still current" without a word while somebody proposes another wording.

    And refuse a needed change that nobody has proposed and nobody promises to propose.
    """
    known = store.find("proposals", section_id=present.id)
    waiting = [row for row in known if row["state"] in UNDECIDED]
    if verdict is Verdict.STILL_CURRENT and waiting and not rationale.strip():
        raise InvalidReview("proposals_open")
    if verdict is not Verdict.STILL_CURRENT and not waiting and promised_on is None:
        raise InvalidReview("unpromised")


def _check_rationale(verdict: Verdict, rationale: str) -> None:
    if len(rationale) > MAXIMUM_REMARK:
        raise InvalidReview("too_long")
    if verdict is not Verdict.STILL_CURRENT and not rationale.strip():
        raise InvalidReview("required")
