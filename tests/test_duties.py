"""What somebody is shown to act on: all that is theirs, the worst first, and nothing else."""

from datetime import date, timedelta

import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.currency import Currency
from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.task import TaskAction, TaskState
from concept_review.task_records import Answer, Part
from data import concepts, cosigning, reviews
from data.clock import today
from data.cosignatures import cosignatures
from data.duties import Duty, DutyKind, duties
from data.editorial_changes import confirm_editorial, state_editorial
from data.section_links import link
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER, name_parts, step, units
from tests.proposal_walk import accept
from tests.review_steps import DEPUTY, LATER, SAID, SOON, A, go, task_of
from tests.test_decisions import propose
from tests.versions import TITLES, imported

COLLEAGUE = Identity("lead-colleague", "", Role.STAFF, "lead")


@pytest.fixture
def concept_id(store: Store) -> str:
    """A concept of five sections that one unit leads, none of them reviewed."""
    units(store)
    found = imported(store)
    for each in concepts.sections(store, found):
        name_parts(store, each, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})
    return found


def place(store: Store, concept_id: str, number: int) -> Section:
    return concepts.sections(store, concept_id)[number]


def review(store: Store, section: Section, ago: int = 0) -> None:
    reviews.review(
        store, LEAD, section.id, Verdict.STILL_CURRENT, "Gilt.",
        fingerprint=section.fingerprint, day=today() - timedelta(days=ago),
    )  # fmt: skip


def review_all(store: Store, concept_id: str) -> None:
    for each in concepts.sections(store, concept_id):
        review(store, each)


def seen(store: Store, actor: Identity, day: date | None = None) -> list[tuple[str, str]]:
    return [(each.kind.value, each.here.section.title) for each in duties(store, actor, day)]


def only(store: Store, actor: Identity, kind: DutyKind) -> Duty:
    (found,) = [each for each in duties(store, actor) if each.kind is kind]
    return found


def change_text(store: Store, section: Section) -> None:
    accept(store, propose(store, section, "Ein anderer Text steht hier.", section.title))


def test_the_worst_comes_first_and_what_holds_not_at_all(store: Store, concept_id: str) -> None:
    soon, overdue, suspect, stale, never = concepts.sections(store, concept_id)
    review(store, soon, ago=350)
    review(store, overdue, ago=400)
    review(store, suspect)
    link(store, STAFF, suspect.id, ("section", soon.id))
    review(store, stale)
    change_text(store, stale)

    assert [each.here.standing.currency for each in duties(store, LEAD)] == [
        Currency.STALE_TEXT, Currency.SUSPECT_LINK, Currency.OVERDUE, Currency.NEVER,
        Currency.DUE_SOON,
    ]  # fmt: skip
    review(store, never)
    assert never.title not in {title for _, title in seen(store, LEAD)}


def test_what_stands_alike_comes_by_its_day_and_then_by_its_place(
    store: Store, concept_id: str
) -> None:
    for number, ago in enumerate((400, 390, 410)):
        review(store, place(store, concept_id, number), ago)

    assert [title for _, title in seen(store, LEAD)] == [
        TITLES[2], TITLES[0], TITLES[1], TITLES[3], TITLES[4]
    ]  # fmt: skip


def test_lead_and_deputy_see_it_and_other_units_do_not(store: Store, concept_id: str) -> None:
    assert concept_id
    everything = [("review", title) for title in TITLES]

    assert seen(store, LEAD) == seen(store, DEPUTY) == seen(store, COLLEAGUE) == everything
    assert seen(store, OTHER) == seen(store, STAFF) == []


def test_what_nobody_leads_the_whole_staff_sees(store: Store) -> None:
    imported(store)

    for actor in (STAFF, OTHER, COORDINATOR):
        assert seen(store, actor) == [("review", title) for title in TITLES]


def test_only_the_administration_has_duties(store: Store, concept_id: str) -> None:
    assert concept_id
    for actor in (GUEST, Identity("o", "", Role.ORG_EDITOR, "lead"), Identity("c", "", Role.CLERK)):
        with pytest.raises(NotPermitted):
            duties(store, actor)


def test_what_was_given_to_a_unit_is_its_duty_alone(store: Store, concept_id: str) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 1)
    step(store, section, A.ASSIGN, SAID[A.ASSIGN], COORDINATOR)

    assert seen(store, OTHER) == [("review", section.title)]
    assert duties(store, OTHER)[0].due == SOON
    assert seen(store, LEAD) == seen(store, COORDINATOR) == []


def test_what_is_only_wanted_the_coordination_gives_and_the_lead_may_take(
    store: Store, concept_id: str
) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 1)
    go(store, section, A.HINT)

    assert seen(store, COORDINATOR) == [("assign", section.title)]
    duty = only(store, COORDINATOR, DutyKind.ASSIGN)
    assert duty.state is TaskState.OPEN
    assert {TaskAction.ASSIGN, TaskAction.CANCEL} <= set(duty.actions)
    assert seen(store, LEAD) == [("review", section.title)]
    assert TaskAction.ASSIGN not in duties(store, LEAD)[0].actions
    assert seen(store, OTHER) == []


def test_what_is_late_with_others_the_coordination_chases(store: Store, concept_id: str) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 1)
    step(store, section, A.ASSIGN, SAID[A.ASSIGN], COORDINATOR)

    assert seen(store, COORDINATOR, SOON) == []
    assert seen(store, COORDINATOR, SOON + timedelta(days=1)) == [("chase", section.title)]
    late = today() + timedelta(days=400)
    assert {kind for kind, _ in seen(store, COORDINATOR, late)} == {"chase"}


def test_what_is_put_off_nobody_sees_until_its_day(store: Store, concept_id: str) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 2)
    change_text(store, section)
    step(store, section, A.DEFER, SAID[A.DEFER], LEAD)

    for actor in (LEAD, DEPUTY, COORDINATOR):
        assert seen(store, actor, LATER - timedelta(days=1)) == []
    assert seen(store, LEAD, LATER) == [("review", section.title)]
    assert duties(store, LEAD, LATER)[0].state is TaskState.ASSIGNED


def test_who_is_asked_signs_and_the_lead_waits(store: Store, concept_id: str) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 0)
    go(store, section, A.START)
    assert seen(store, LEAD) == [("review", section.title)]

    go(store, section, A.REQUEST_COSIGN)
    assert seen(store, LEAD) == seen(store, COORDINATOR) == []
    for actor in (OTHER, DEPUTY):
        assert seen(store, actor) == [("cosign", section.title)]
    duty = only(store, OTHER, DutyKind.COSIGN)
    assert duty.cosignature
    assert (duty.due, duty.cosignature.organization_id) == (SOON, "other")

    sign(store, section, OTHER)
    assert seen(store, OTHER) == seen(store, LEAD) == []
    sign(store, section, DEPUTY)
    assert seen(store, LEAD) == [("review", section.title)]
    assert TaskAction.CONCLUDE in duties(store, LEAD)[0].actions


def sign(store: Store, section: Section, actor: Identity, answer: Answer = Answer.SIGNED) -> None:
    read = concepts.section(store, section.id).fingerprint
    (mine,) = [
        each
        for each in cosignatures(store, task_of(store, section).id)
        if each.organization_id == actor.organization_id
    ]
    cosigning.cosign(store, actor, mine.id, answer, "Nein.", fingerprint=read)


def test_what_was_refused_is_with_its_lead_again(store: Store, concept_id: str) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 0)
    go(store, section, A.START, A.REQUEST_COSIGN)

    sign(store, section, OTHER, Answer.REFUSED)
    assert seen(store, LEAD) == [("review", section.title)]
    assert seen(store, OTHER) == seen(store, DEPUTY) == []


def test_where_the_text_changed_after_all_signed_somebody_is_told(
    store: Store, concept_id: str
) -> None:
    review_all(store, concept_id)
    section = place(store, concept_id, 0)
    go(store, section, A.START, A.REQUEST_COSIGN)
    sign(store, section, OTHER)
    sign(store, section, DEPUTY)
    change_text(store, section)

    actors = (LEAD, OTHER, DEPUTY, COORDINATOR)
    assert any(seen(store, actor) for actor in actors)


def test_a_second_person_is_asked_whether_it_is_editorial_and_the_first_is_not(
    store: Store, concept_id: str
) -> None:
    review_all(store, concept_id)
    before = place(store, concept_id, 3)
    change_text(store, before)
    after = place(store, concept_id, 3)
    stated = state_editorial(
        store, LEAD, after.id, reviewed=before.fingerprint, present=after.fingerprint
    )

    assert seen(store, LEAD) == [("review", after.title)]
    assert seen(store, COLLEAGUE) == [("editorial", after.title), ("review", after.title)]
    assert seen(store, OTHER) == seen(store, COORDINATOR) == [("editorial", after.title)]
    shown = only(store, OTHER, DutyKind.EDITORIAL).editorial
    assert shown
    assert shown.id == stated.id

    confirm_editorial(store, OTHER, stated.id, expected=1)
    for actor in (LEAD, COLLEAGUE, OTHER, COORDINATOR):
        assert seen(store, actor) == []


def test_headings_alone_are_nobodys_duty(store: Store) -> None:
    imported(store, "# Konzept\n\n## Leer\n\n## Auch leer\n\n### Text\n\nHier steht etwas.\n")

    assert seen(store, STAFF) == [("review", "Text")]
