"""A whole concept with many amendments: what is alone is taken in, what clashes is told."""

import re
from dataclasses import replace
from itertools import permutations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from concept_review.amendment import Amendment
from concept_review.batch import compose_concept, compose_section
from concept_review.fingerprint import fingerprint
from concept_review.numbering import number_labels, parent_places
from concept_review.outline import text_of_blocks
from concept_review.placing import Tree
from concept_review.proposal import Placement, ProposalKind
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from tests.amended_concepts import (
    SIGNS,
    amended,
    concept,
    concepts,
    dropped,
    inserted,
    moved,
    reworded,
)

WORD = re.compile(r"\w+")
Situation = tuple[list[Section], list[Amendment]]


def text(section: Section) -> str:
    return text_of_blocks(section.blocks)


@given(concepts())
def test_without_amendments_the_concept_stays_as_it_is(sections: list[Section]) -> None:
    made = compose_concept(sections, [])

    assert (list(made.sections), made.dropped, made.clashes) == (sections, (), ())
    assert made.sources == {}


@settings(deadline=None)
@given(amended(most=3))
def test_the_order_of_amendments_changes_nothing_at_all(situation: Situation) -> None:
    sections, amendments = situation
    expected = compose_concept(sections, amendments)

    for order in permutations(amendments):
        assert compose_concept(sections, order) == expected


@settings(deadline=None)
@given(amended())
def test_every_amendment_is_taken_in_or_in_a_clash(situation: Situation) -> None:
    sections, amendments = situation

    made = compose_concept(sections, amendments)

    named = [*made.sources.values(), *(clash.amendment_ids for clash in made.clashes)]
    assert {each.id for each in amendments} == {identifier for ids in named for identifier in ids}


@settings(deadline=None)
@given(amended())
def test_no_section_is_lost_and_only_amendments_make_new_ones(situation: Situation) -> None:
    sections, amendments = situation

    made = compose_concept(sections, amendments)

    ids = [each.id for each in (*made.sections, *made.dropped)]
    new = {each.id for each in amendments if each.kind is ProposalKind.INSERT}
    assert len(ids) == len(set(ids))
    assert {each.id for each in sections} <= set(ids) <= {each.id for each in sections} | new


@settings(deadline=None)
@given(amended())
def test_labels_parents_and_fingerprints_are_those_of_the_new_text(situation: Situation) -> None:
    made = compose_concept(*situation).sections

    parents = parent_places([each.level for each in made])
    ids = [None if place is None else made[place].id for place in parents]
    assert [each.parent_id for each in made] == ids
    assert tuple(each.label for each in made) == number_labels(
        [(each.title, each.level) for each in made]
    )
    assert all(each.fingerprint == fingerprint(each.title, each.blocks) for each in made)
    assert sorted({each.position for each in made}) == [each.position for each in made]


@settings(deadline=None)
@given(amended())
def test_what_nobody_changed_is_the_same_to_the_id(situation: Situation) -> None:
    sections, amendments = situation
    before = {each.id: each for each in sections}

    made = compose_concept(sections, amendments)

    for each in made.sections:
        if each.id in before and each.id not in made.sources:
            assert (each.title, each.blocks) == (before[each.id].title, before[each.id].blocks)


@settings(deadline=None)
@given(amended(most=3))
def test_amendments_that_are_equal_count_once(situation: Situation) -> None:
    sections, amendments = situation
    twins = [replace(each, id=f"{each.id} again") for each in amendments]

    once = compose_concept(sections, amendments)
    twice = compose_concept(sections, amendments + twins)

    assert twice.sections == once.sections
    assert twice.dropped == once.dropped
    assert {key: set(ids) for key, ids in twice.sources.items()} == {
        key: {*ids, *(f"{each} again" for each in ids)} for key, ids in once.sources.items()
    }


@settings(deadline=None)
@given(concepts(), st.data())
def test_a_moved_section_takes_all_below_it_along(
    sections: list[Section], data: st.DataObject
) -> None:
    section, anchor = data.draw(st.sampled_from(sections)), data.draw(st.sampled_from(sections))
    placement = data.draw(st.sampled_from(Placement))
    before = subtree(sections, section.id)
    assume(anchor.id not in {identifier for identifier, _ in before})

    made = compose_concept(sections, [moved("m", section, anchor, placement)])

    assert made.clashes == ()
    assert subtree(made.sections, section.id) == before
    stands = {each.id: each for each in made.sections}
    below = placement is Placement.BELOW
    assert stands[section.id].parent_id == (anchor.id if below else stands[anchor.id].parent_id)
    siblings = [each.id for each in made.sections if each.parent_id == stands[section.id].parent_id]
    assert siblings.index(section.id) == (0 if below else siblings.index(anchor.id) + 1)
    others = [each.id for each in sections if (each.id, 0) not in before]
    inside = {identifier for identifier, _ in before}
    assert [each.id for each in made.sections if each.id not in inside] == [
        each for each in others if each not in inside
    ]


def subtree(
    sections: list[Section] | tuple[Section, ...], section_id: str
) -> list[tuple[str, int]]:
    """Return the ids of a section and those below it, with how much deeper they stand."""
    levels = {each.id: each.level for each in sections}
    below = Tree(sections).with_all_below(section_id)
    return [(each, levels[each] - levels[section_id]) for each in below]


@given(concepts(), st.data())
def test_a_dropped_section_takes_all_below_it_along(
    sections: list[Section], data: st.DataObject
) -> None:
    section = data.draw(st.sampled_from(sections))
    below = {identifier for identifier, _ in subtree(sections, section.id)}

    made = compose_concept(sections, [dropped("d", section)])

    assert {each.id for each in made.dropped} == below
    assert [each.id for each in made.sections] == [
        each.id for each in sections if each.id not in below
    ]
    assert made.sources == dict.fromkeys(below, ("d",))


@settings(deadline=None)
@given(concepts(), st.data())
def test_all_that_leave_each_other_alone_make_what_each_makes(
    sections: list[Section], data: st.DataObject
) -> None:
    wanted = [
        reworded(f"r{place}", each, data.draw(st.sampled_from(["Neu.", "", "- a\n- b"])))
        for place, each in enumerate(sections)
    ]
    wanted += [inserted(f"i{place}", each, "Neu.") for place, each in enumerate(sections)]

    made = compose_concept(sections, wanted)

    assert made.clashes == ()
    said = {each.id: each for each in made.sections}
    assert said.keys() == {each.id for each in sections} | {
        each.id for each in wanted if each.kind is ProposalKind.INSERT
    }
    for each in wanted:
        if each.rewords:
            assert text(said[each.section_id]) == text_of_blocks(each.offered.blocks)
        else:
            assert said[each.id].parent_id == said[each.section_id].parent_id


@settings(deadline=None)
@given(SIGNS, st.lists(SIGNS, min_size=2, max_size=3))
def test_no_letter_of_a_wording_is_lost_whatever_signs_it_holds(
    base: str, typed: list[str]
) -> None:
    try:
        (section,) = concept(("s", 1, base))
        offers = [reworded(f"a{place}", section, each) for place, each in enumerate(typed)]
    except UnreadableConcept:
        assume(False)  # headings in a wording are refused before they come here

    made = compose_section(section, offers)

    shown = [text_of_blocks(made.wording.blocks)]
    shown += [rival for conflict in made.conflicts for rival in conflict.rivals]
    for word in {
        word for each in offers for word in WORD.findall(text_of_blocks(each.offered.blocks))
    }:
        assert any(word in each for each in shown) or word in WORD.findall(text(section))
