"""Signatures: who gives them, to which wording, and what a refusal does."""

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.task import InvalidStep, NotNow, TaskState
from concept_review.task_records import Answer, Cosignature
from data import concepts, events, reviews
from data.cosignatures import cosignatures
from data.cosigning import cosign
from data.review_tasks import steps_of
from data.reviews import InvalidReview
from data.store import AlreadyDone, Conflict, Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER
from tests.proposal_walk import accept
from tests.review_steps import DEPUTY, A, a_led_section, go, state, task_of
from tests.test_change import content
from tests.test_decisions import propose

UNITS = {"other": OTHER, "deputy": DEPUTY}


@pytest.fixture
def section(store: Store) -> Section:
    """A section whose review two units are asked to sign."""
    found = a_led_section(store)
    go(store, found, A.START, A.REQUEST_COSIGN)
    return found


def asked(store: Store, section: Section, unit: str) -> Cosignature:
    found = cosignatures(store, task_of(store, section).id)
    return next(each for each in found if each.organization_id == unit and not each.void)


def sign(
    store: Store, section: Section, unit: str, answer: Answer = Answer.SIGNED, why: str = ""
) -> Cosignature:
    read = concepts.section(store, section.id).fingerprint
    mine = asked(store, section, unit)
    return cosign(store, UNITS[unit], mine.id, answer, why, fingerprint=read)


def conclude(store: Store, section: Section, actor: Identity = LEAD) -> None:
    read = concepts.section(store, section.id).fingerprint
    reviews.review(
        store, actor, section.id, Verdict.STILL_CURRENT, "Geprüft.", fingerprint=read
    )  # fmt: skip


def change_text(store: Store, section: Section) -> None:
    accept(store, propose(store, section, "Alle finden eine gute Wohnung."))


@pytest.mark.parametrize("answer", [Answer.SIGNED, Answer.WITH_RESERVATION, Answer.NOTED])
def test_who_signs_does_so_for_the_unit_and_for_the_wording_read(
    store: Store, section: Section, answer: Answer
) -> None:
    signed = sign(store, section, "other", answer, " Nur bis Juni ")

    assert (signed.answer, signed.reservation, signed.fingerprint) == (
        answer, "Nur bis Juni", section.fingerprint
    )  # fmt: skip
    assert (signed.answered_by, signed.void) == (OTHER.id, False)
    assert asked(store, section, "deputy").answer is None
    assert state(store, section) is TaskState.COSIGN
    told = steps_of(store, STAFF, section.id)[0]
    assert (told.action, told.organization_id, told.reason) == (A.COSIGN, "other", "Nur bis Juni")


def test_the_log_names_the_answer_and_not_the_reservation(store: Store, section: Section) -> None:
    sign(store, section, "other", Answer.WITH_RESERVATION, "Frau Beispiel widerspricht")

    event = events.events(store)[-1]
    assert (event.verb, event.subject_id) == ("cosigned", section.id)
    assert "with_reservation" in event.detail
    assert "Beispiel" not in event.detail


def test_a_review_is_concluded_once_everybody_has_signed(store: Store, section: Section) -> None:
    with pytest.raises(InvalidReview, match="not_signed"):
        conclude(store, section)
    sign(store, section, "other")
    with pytest.raises(InvalidReview, match="not_signed"):
        conclude(store, section, COORDINATOR)

    sign(store, section, "deputy", Answer.NOTED)
    conclude(store, section)
    assert state(store, section) is TaskState.ABSENT


def test_a_refusal_gives_the_review_back_and_voids_what_others_signed(
    store: Store, section: Section
) -> None:
    sign(store, section, "deputy")

    refused = sign(store, section, "other", Answer.REFUSED, "Die Zahl stimmt nicht")

    assert (refused.answer, refused.reservation) == (Answer.REFUSED, "Die Zahl stimmt nicht")
    assert state(store, section) is TaskState.IN_REVIEW
    assert all(each.void for each in cosignatures(store, task_of(store, section).id))


def test_after_a_refusal_all_are_asked_anew(store: Store, section: Section) -> None:
    sign(store, section, "deputy")
    sign(store, section, "other", Answer.REFUSED, "Die Zahl stimmt nicht")
    go(store, section, A.REQUEST_COSIGN)

    with pytest.raises(InvalidReview, match="not_signed"):
        conclude(store, section)
    sign(store, section, "deputy")
    sign(store, section, "other")
    conclude(store, section)

    assert steps_of(store, STAFF, section.id)[0].action is A.CONCLUDE
    assert len(store.find("cosignatures")) == 4


def test_a_refusal_is_no_longer_in_the_way_once_the_lead_has_it_back(
    store: Store, section: Section
) -> None:
    sign(store, section, "other", Answer.REFUSED, "Die Zahl stimmt nicht")

    conclude(store, section)
    assert state(store, section) is TaskState.ABSENT


@pytest.mark.parametrize("answer", [Answer.WITH_RESERVATION, Answer.REFUSED])
def test_a_reservation_or_refusal_says_why(store: Store, section: Section, answer: Answer) -> None:
    before = content(store)

    with pytest.raises(InvalidStep) as invalid:
        sign(store, section, "other", answer, " \n")
    assert dict(invalid.value.errors) == {"reason": "required"}
    assert content(store) == before


@pytest.mark.parametrize(
    "actor",
    [
        LEAD,
        COORDINATOR,
        DEPUTY,
        Identity("third-account", "", Role.STAFF, "third"),
        Identity("provider", "", Role.ORG_EDITOR, "other"),
    ],
)
def test_nobody_signs_for_another_unit(store: Store, section: Section, actor: Identity) -> None:
    mine = asked(store, section, "other")
    before = content(store)

    with pytest.raises(NotPermitted):
        cosign(store, actor, mine.id, Answer.SIGNED, "", fingerprint=section.fingerprint)
    assert content(store) == before


def test_nobody_signs_twice_for_a_unit(store: Store, section: Section) -> None:
    mine = sign(store, section, "other")
    colleague = Identity("colleague", "", Role.STAFF, "other")
    before = content(store)

    for actor in (OTHER, colleague):
        with pytest.raises(NotPermitted):
            cosign(store, actor, mine.id, Answer.NOTED, "", fingerprint=section.fingerprint)
    assert content(store) == before


def test_a_double_click_signs_once(store: Store, section: Section) -> None:
    mine, read = asked(store, section, "other"), section.fingerprint
    cosign(store, OTHER, mine.id, Answer.SIGNED, "", fingerprint=read, key="form")

    with pytest.raises(AlreadyDone):
        cosign(store, OTHER, mine.id, Answer.SIGNED, "", fingerprint=read, key="form")


@pytest.mark.parametrize("action", [A.RETURN, A.DEFER, A.CANCEL])
def test_a_request_that_was_taken_back_is_not_signed(
    store: Store, section: Section, action: A
) -> None:
    mine = asked(store, section, "other")
    go(store, section, action)
    before = content(store)

    with pytest.raises(NotNow):
        cosign(store, OTHER, mine.id, Answer.SIGNED, "", fingerprint=section.fingerprint)
    assert content(store) == before


def test_a_request_of_an_earlier_round_is_not_signed_in_the_next(
    store: Store, section: Section
) -> None:
    first = asked(store, section, "other")
    go(store, section, A.RETURN, A.REQUEST_COSIGN)

    with pytest.raises(Conflict):
        cosign(store, OTHER, first.id, Answer.SIGNED, "", fingerprint=section.fingerprint)


def test_who_read_an_older_wording_reads_the_new_one_first(store: Store, section: Section) -> None:
    mine = asked(store, section, "other")
    change_text(store, section)

    with pytest.raises(Conflict):
        cosign(store, OTHER, mine.id, Answer.SIGNED, "", fingerprint=section.fingerprint)
    assert sign(store, section, "other").fingerprint != section.fingerprint


def test_another_wording_needs_all_signatures_anew(store: Store, section: Section) -> None:
    sign(store, section, "other")
    sign(store, section, "deputy")
    change_text(store, section)

    with pytest.raises(InvalidReview, match="not_signed"):
        conclude(store, section)
    go(store, section, A.RETURN, A.REQUEST_COSIGN)
    sign(store, section, "other")
    with pytest.raises(InvalidReview, match="not_signed"):
        conclude(store, section)
    sign(store, section, "deputy")
    conclude(store, section)
