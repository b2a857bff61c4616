"""Uncertain pairs: left open until a person says, and then nothing of either is lost."""

import pytest

from accounts.permissions import NotPermitted
from concept_review.currency import Currency
from concept_review.outline import text_of_blocks
from concept_review.section import Section
from concept_review.succession import Succession, SuccessionState
from concept_review.task_records import Part
from data import concepts, events
from data.proposals import proposals
from data.responsibilities import own_responsibilities
from data.review_tasks import active_task, active_tasks, steps_of
from data.reviews import reviews_of
from data.section_links import link, targets_by_section
from data.standings import standings
from data.store import Conflict, Store
from data.successions import open_successions, settle, successions
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import name_parts, units
from tests.proposal_walk import accept
from tests.review_steps import A, go
from tests.test_change import content
from tests.test_decisions import propose, say_current
from tests.versions import (
    DIVIDED,
    TITLES,
    UNSURE,
    WORK,
    imported,
    named,
    retired,
    take,
)


def use(store: Store, section: Section, unit: str, part: Part, text: str) -> None:
    """Let a section rest on a unit that has a part in it; review it, propose, and give a hint."""
    link(store, STAFF, section.id, ("organization", unit))
    name_parts(store, section, {part: [unit]})
    propose(store, section, text, section.title)
    say_current(store, section)
    go(store, section, A.HINT)


@pytest.fixture
def pair(store: Store) -> Succession:
    """An open pair, and much that was said of both sections."""
    units(store)
    concept_id = imported(store)
    old = named(store, concept_id, "Arbeit")
    link(store, STAFF, named(store, concept_id, "Wohnen").id, ("section", old.id))
    use(store, old, "lead", Part.LEAD, f"{WORK} Und mehr.")
    take(store, concept_id, UNSURE)
    new = named(store, concept_id, "Arbeit")
    link(store, STAFF, named(store, concept_id, "Sprache").id, ("section", new.id))
    use(store, new, "other", Part.TAKING_PART, "Eine Messe und mehr.")
    (found,) = open_successions(store, concept_id)
    return found


def concept_of(store: Store) -> str:
    return concepts.concepts(store)[0].id


def say(store: Store, pair: Succession, *, same: bool) -> Succession:
    return settle(store, COORDINATOR, pair.id, same=same, expected=pair.revision)


def test_an_uncertain_pair_waits_for_a_person(store: Store, pair: Succession) -> None:
    concept_id = concept_of(store)

    assert pair.state is SuccessionState.OPEN
    assert retired(store, concept_id, "Arbeit").id == pair.old_id
    assert named(store, concept_id, "Arbeit").id == pair.new_id
    assert named(store, concept_id, "Anerkennung").parent_id == pair.new_id
    assert successions(store, pair.old_id) == successions(store, pair.new_id) == [pair]


@pytest.mark.parametrize("same", [True, False])
def test_what_is_answered_before_taking_over_never_waits(store: Store, *, same: bool) -> None:
    concept_id = imported(store)
    before = named(store, concept_id, "Arbeit")
    say_current(store, before)
    take(store, concept_id, UNSURE, {(3, 3): same})

    after = named(store, concept_id, "Arbeit")
    assert (after.id == before.id) is same
    assert open_successions(store, concept_id) == []
    states = [each.state for each in successions(store, before.id)]
    assert states == ([] if same else [SuccessionState.DIFFERENT])
    found = {each.section.id: each.standing.currency for each in standings(store, concept_id)}
    assert found[after.id] is (Currency.STALE_TEXT if same else Currency.NEVER)


def test_said_to_be_different_both_stay_as_they_are(store: Store, pair: Succession) -> None:
    before = content(store)

    settled = say(store, pair, same=False)

    after = content(store)
    assert settled.state is SuccessionState.DIFFERENT
    assert {name for name in after if after[name] != before[name]} == {
        "section_successions", "events"
    }  # fmt: skip
    assert open_successions(store, concept_of(store)) == []


def test_said_to_be_the_same_the_old_one_lives_on_with_all_wordings(
    store: Store, pair: Succession
) -> None:
    settled = say(store, pair, same=True)

    assert settled.state is SuccessionState.SAME
    concept_id = concept_of(store)
    present = named(store, concept_id, "Arbeit")
    assert (present.id, present.number, present.retired_on) == (pair.old_id, 2, None)
    told = concepts.wordings(store, present.id)
    assert [each.number for each, _ in told] == [2, 1]
    assert [text_of_blocks(each.blocks) for each, _ in told] == [
        "Eine Messe bringt Betriebe und Bewerber zusammen.", WORK
    ]  # fmt: skip
    assert [each.title for each in concepts.sections(store, concept_id)] == TITLES
    assert store.find("section_versions", section_id=pair.new_id) == []
    assert open_successions(store, concept_id) == []


def test_reviews_and_proposals_of_both_belong_to_it(store: Store, pair: Succession) -> None:
    both = [
        {each.id for section_id in (pair.old_id, pair.new_id) for each in found(section_id)}
        for found in (
            lambda section_id: reviews_of(store, section_id),
            lambda section_id: proposals(store, STAFF, section_id=section_id),
        )
    ]
    say(store, pair, same=True)

    assert [len(each) for each in both] == [2, 2]
    assert {each.id for each in reviews_of(store, pair.old_id)} == both[0]
    assert {each.id for each in proposals(store, STAFF, section_id=pair.old_id)} == both[1]
    assert reviews_of(store, pair.new_id) == []
    assert proposals(store, STAFF, section_id=pair.new_id) == []


def test_a_proposal_on_the_new_wording_can_be_decided_afterwards(
    store: Store, pair: Succession
) -> None:
    say(store, pair, same=True)

    accept(store, proposals(store, STAFF, section_id=pair.old_id)[0])
    present = concepts.section(store, pair.old_id)
    assert text_of_blocks(present.blocks) == "Eine Messe und mehr."
    assert present.number == 3


def test_it_rests_on_what_both_rested_on_and_others_rest_on_it(
    store: Store, pair: Succession
) -> None:
    say(store, pair, same=True)

    links = targets_by_section(store, concept_of(store))
    told = {each: sorted(target.id for target in found) for each, found in links.items()}
    concept_id = concept_of(store)
    assert told[pair.old_id] == ["lead", "other"]
    for title in ("Wohnen", "Sprache"):
        assert told[named(store, concept_id, title).id] == [pair.old_id]


def test_it_has_one_review_under_way_and_the_history_of_both(
    store: Store, pair: Succession
) -> None:
    new = active_task(store, pair.new_id)
    assert active_task(store, pair.old_id) is None  # called off when the section ended
    say(store, pair, same=True)

    assert new
    assert {each.id for each in active_tasks(store).values()} == {new.id}
    assert len(steps_of(store, STAFF, pair.old_id)) == 3
    assert active_task(store, pair.new_id) is None


def test_whoever_has_a_part_in_either_has_one_in_it(store: Store, pair: Succession) -> None:
    say(store, pair, same=True)

    parts = own_responsibilities(store, pair.old_id)
    assert {(each.organization_id, each.part) for each in parts} == {
        ("lead", Part.LEAD), ("other", Part.TAKING_PART)
    }  # fmt: skip


def test_it_has_one_lead(store: Store, pair: Succession) -> None:
    name_parts(store, concepts.section(store, pair.new_id), {Part.LEAD: ["other"]})
    say(store, pair, same=True)

    parts = own_responsibilities(store, pair.old_id)
    assert len([each for each in parts if each.part is Part.LEAD]) == 1


def test_what_rested_on_both_rests_on_it_once(store: Store, pair: Succession) -> None:
    citing = named(store, concept_of(store), "Wohnen")
    link(store, STAFF, citing.id, ("section", pair.new_id))
    say(store, pair, same=True)

    links = targets_by_section(store, concept_of(store))
    assert [each.id for each in links[citing.id]] == [pair.old_id]


def test_sections_below_keep_it_above_them(store: Store, pair: Succession) -> None:
    say(store, pair, same=True)

    below = named(store, concept_of(store), "Anerkennung")
    assert below.parent_id == pair.old_id
    take(store, concept_of(store), UNSURE)
    assert {each.id for each in concepts.sections(store, concept_of(store))} >= {pair.old_id}
    assert len(concepts.versions(store, concept_of(store))) == 3


@pytest.mark.parametrize("same", [True, False])
def test_a_pair_is_settled_once_by_one_event(store: Store, pair: Succession, *, same: bool) -> None:
    count = len(events.events(store))
    say(store, pair, same=same)
    assert len(events.events(store)) == count + 1
    before = content(store)

    for again in (True, False):
        with pytest.raises(Conflict):
            settle(store, COORDINATOR, pair.id, same=again, expected=pair.revision + 1)
    assert content(store) == before


def test_only_the_coordination_settles_and_only_what_is_uncertain(store: Store) -> None:
    concept_id = imported(store)
    take(store, concept_id, DIVIDED)
    (piece,) = successions(store, named(store, concept_id, "Kita").id)

    with pytest.raises(NotPermitted):
        settle(store, STAFF, piece.id, same=True, expected=piece.revision)
    with pytest.raises(Conflict):
        say(store, piece, same=True)
