"""Reviews end tasks, need their reasons, and can be given to several sections at once."""

from datetime import timedelta

import pytest

from accounts.identity import Identity
from accounts.permissions import NotPermitted
from concept_review.review import Review, Verdict
from concept_review.section import Section
from concept_review.task import NotNow, TaskState
from data import concepts, events, proposals, reviews
from data.clock import today
from data.review_tasks import active_task, steps_of
from data.reviews import InvalidReview, confirm_read, reviews_of
from data.store import AlreadyDone, Conflict, NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER, step
from tests.proposal_walk import accept, offer
from tests.review_steps import CLERK, SAID, A, a_led_section, go, task_of
from tests.test_change import content
from tests.test_decisions import propose
from tests.writing_verbs import a_section, wording


@pytest.fixture
def section(store: Store) -> Section:
    """A section with a lead and a deputy."""
    return a_led_section(store)


def review(
    store: Store,
    section: Section,
    actor: Identity = LEAD,
    verdict: Verdict = Verdict.STILL_CURRENT,
    rationale: str = "",
) -> Review:
    return reviews.review(
        store, actor, section.id, verdict, rationale, fingerprint=section.fingerprint,
        promised_on=today() + timedelta(days=90) if verdict != Verdict.STILL_CURRENT else None,
    )  # fmt: skip


@pytest.mark.parametrize("way", [(A.HINT,), (A.HINT, A.ASSIGN), (A.START,)])
def test_a_review_concludes_the_task_and_stands_in_its_history(
    store: Store, section: Section, way: tuple[A, ...]
) -> None:
    go(store, section, *way)
    task = task_of(store, section)

    made = review(store, section, OTHER if A.ASSIGN in way else LEAD, rationale="Zahlen geprüft.")

    row = store.get("review_tasks", task.id)
    assert (row["state"], row["review_id"]) == (TaskState.CONCLUDED, made.id)
    assert active_task(store, section.id) is None
    told = steps_of(store, STAFF, section.id)[0]
    assert (told.task_id, told.action, told.reason) == (task.id, A.CONCLUDE, "Zahlen geprüft.")


def test_after_a_review_the_next_is_a_task_of_its_own(store: Store, section: Section) -> None:
    go(store, section, A.START)
    first = task_of(store, section)
    review(store, section)

    go(store, section, A.HINT)
    assert task_of(store, section).id != first.id
    assert store.get("review_tasks", first.id)["state"] == TaskState.CONCLUDED


def test_without_a_task_one_click_of_the_staff_suffices(store: Store, section: Section) -> None:
    review(store, section, STAFF)

    assert len(reviews_of(store, section.id)) == 1
    assert store.find("review_tasks") == []


@pytest.mark.parametrize("actor", [OTHER, STAFF, CLERK])
def test_what_a_unit_has_nobody_else_concludes(
    store: Store, section: Section, actor: Identity
) -> None:
    go(store, section, A.START)
    before = content(store)

    with pytest.raises(NotPermitted):
        review(store, section, actor)
    assert content(store) == before


def test_what_is_put_off_is_not_reviewed_meanwhile(store: Store, section: Section) -> None:
    go(store, section, A.DEFER)
    before = content(store)

    with pytest.raises(NotNow):
        review(store, section)
    assert content(store) == before


def test_while_other_wordings_wait_still_current_takes_a_word_on_them(
    store: Store, section: Section
) -> None:
    propose(store, section, "Alle finden eine gute Wohnung.")

    with pytest.raises(InvalidReview, match="proposals_open"):
        review(store, section, rationale=" ")
    review(store, section, verdict=Verdict.SUBSTANTIVE, rationale="Siehe Vorschlag.")
    review(store, section, rationale="Der Vorschlag ändert nichts an der Sache.")


def test_nobody_proposes_records_and_confirms_the_same_wording_alone(store: Store) -> None:
    section = a_section(store)
    proposals.propose(
        store, COORDINATOR, section.id, offer(wording("Wohnungen für alle.")),
        base_version_id=section.version_id,
    )  # fmt: skip
    (proposal,) = proposals.proposals(store, COORDINATOR)
    accept(store, proposal)
    present = concepts.section(store, section.id)

    with pytest.raises(InvalidReview, match="own_text"):
        review(store, present, COORDINATOR)
    review(store, present, COORDINATOR, Verdict.EDITORIAL, "Komma.")
    review(store, present, STAFF)


@pytest.mark.parametrize("verdict", [each for each in Verdict if each != Verdict.STILL_CURRENT])
def test_every_other_verdict_takes_a_rationale(
    store: Store, section: Section, verdict: Verdict
) -> None:
    with pytest.raises(InvalidReview, match="required"):
        review(store, section, verdict=verdict)
    with pytest.raises(InvalidReview, match="too_long"):
        review(store, section, verdict=verdict, rationale="x" * (reviews.MAXIMUM_REMARK + 1))

    made = review(store, section, verdict=verdict, rationale="Zahl.")
    assert reviews_of(store, section.id) == [made]


def test_a_needed_change_is_proposed_or_promised(store: Store, section: Section) -> None:
    def needs_change() -> None:
        reviews.review(
            store, LEAD, section.id, Verdict.SUBSTANTIVE, "Zahl.", fingerprint=section.fingerprint
        )

    with pytest.raises(InvalidReview):
        needs_change()
    propose(store, section, "Alle finden eine gute Wohnung.")
    needs_change()


def two_sections(store: Store) -> tuple[Section, Section]:
    first, second = concepts.sections(store, a_section(store).concept_id)
    return first, second


def test_what_was_read_is_confirmed_section_by_section_in_one_go(store: Store) -> None:
    both = two_sections(store)
    before = len(events.events(store))

    refused = confirm_read(store, STAFF, {each.id: each.fingerprint for each in both})

    assert refused == {}
    assert [len(reviews_of(store, each.id)) for each in both] == [1, 1]
    assert len(events.events(store)) == before + 2


def test_what_cannot_be_confirmed_is_named_and_the_rest_is_kept(store: Store) -> None:
    first, second = two_sections(store)
    propose(store, first, "Alle finden eine gute Wohnung.")
    read = {first.id: first.fingerprint, "gone": "v2:", second.id: second.fingerprint}

    refused = confirm_read(store, STAFF, read)
    assert {each: type(why) for each, why in refused.items()} == {
        first.id: InvalidReview, "gone": NotFound
    }  # fmt: skip
    assert [len(reviews_of(store, each.id)) for each in (first, second)] == [0, 1]

    again = confirm_read(store, STAFF, {second.id: "v2:another wording"})
    assert [type(why) for why in again.values()] == [Conflict]
    assert len(reviews_of(store, second.id)) == 1


def test_a_section_put_off_meanwhile_is_named_too(store: Store) -> None:
    first, second = two_sections(store)
    step(store, first, A.DEFER, SAID[A.DEFER], STAFF)

    refused = confirm_read(store, STAFF, {each.id: each.fingerprint for each in (first, second)})
    assert {each: type(why) for each, why in refused.items()} == {first.id: NotNow}
    assert len(reviews_of(store, second.id)) == 1


def test_what_another_unit_has_is_named_too(store: Store, section: Section) -> None:
    second = concepts.sections(store, section.concept_id)[1]
    go(store, section, A.START)

    refused = confirm_read(store, STAFF, {each.id: each.fingerprint for each in (section, second)})
    assert {each: type(why) for each, why in refused.items()} == {section.id: NotPermitted}
    assert len(reviews_of(store, second.id)) == 1


def test_confirming_twice_with_one_form_is_done_once(store: Store) -> None:
    read = {each.id: each.fingerprint for each in two_sections(store)}
    confirm_read(store, STAFF, read, key="form")
    before = content(store)

    with pytest.raises(AlreadyDone):
        confirm_read(store, STAFF, read, key="form")
    assert content(store) == before
