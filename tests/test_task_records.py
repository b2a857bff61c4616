"""In which function somebody acts on a review, which signatures count, what editorial carries."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.editorial import carried
from concept_review.task import Capacity, TaskState
from concept_review.task_records import (
    Answer,
    Cosignature,
    EditorialChange,
    Part,
    Responsibility,
    ReviewTask,
    all_signed,
    capacities,
    holders,
    inherited,
    valid,
)

C = Capacity
OFFICE = {C.STAFF}


def part(organization_id: str, part_: Part = Part.LEAD, section_id: str = "s") -> Responsibility:
    return Responsibility(
        id=f"{section_id}{organization_id}", section_id=section_id,
        organization_id=organization_id, part=part_,
    )  # fmt: skip


def task(organization_id: str | None, state: TaskState = TaskState.ASSIGNED) -> ReviewTask:
    return ReviewTask(
        id="t", section_id="s", state=state, reason="", organization_id=organization_id
    )


def signature(
    organization_id: str = "other",
    answer: Answer | None = None,
    *,
    fingerprint: str = "v2:text",
    void: bool = False,
) -> Cosignature:
    return Cosignature(
        id=organization_id, task_id="t", organization_id=organization_id, due_on=None,
        answer=answer, fingerprint=fingerprint, void=void,
    )  # fmt: skip


def held(
    unit: str | None,
    *,
    of: ReviewTask | None = None,
    responsible: Sequence[Responsibility] | None = None,
    asked: Sequence[Cosignature] = (),
    coordinates: bool = False,
    reviews: bool = True,
) -> set[Capacity]:
    named = [part("lead"), part("deputy", Part.DEPUTY), part("guest", Part.TAKING_PART)]
    return set(
        capacities(
            coordinates=coordinates,
            reviews=reviews,
            organization_id=unit,
            responsible=named if responsible is None else responsible,
            task=of,
            asked=asked,
        )
    )


@pytest.mark.parametrize(
    ("unit", "leads"),
    [("lead", True), ("deputy", True), ("guest", False), ("other", False), (None, False)],
)
def test_lead_and_deputy_have_a_review_that_was_given_to_nobody(
    unit: str | None, *, leads: bool
) -> None:
    for given_to_nobody in (None, task(None)):
        assert held(unit, of=given_to_nobody) == OFFICE | ({C.LEAD} if leads else set())


def test_the_unit_that_has_the_task_goes_before_lead_and_deputy() -> None:
    given_ = task("other")

    assert held("other", of=given_) == OFFICE | {C.LEAD}
    assert held("lead", of=given_) == held("deputy", of=given_) == OFFICE
    assert holders([part("lead")], given_) == {"other"}


def test_where_nobody_is_named_everybody_of_the_staff_leads() -> None:
    taking_part = [part("guest", Part.TAKING_PART)]

    for responsible in ([], taking_part):
        assert held(None, responsible=responsible) == OFFICE | {C.LEAD}
        assert held("any", responsible=responsible) == OFFICE | {C.LEAD}
        assert held("any", responsible=responsible, of=task("other")) == OFFICE
        assert holders(responsible, None) == frozenset()


def test_a_unit_is_asked_to_sign_only_while_it_has_not_answered() -> None:
    assert held("other", asked=[signature()]) == OFFICE | {C.COSIGNER}
    assert held("third", asked=[signature()]) == OFFICE
    assert held("other", asked=[signature(void=True)]) == OFFICE
    for answer in Answer:
        assert held("other", asked=[signature(answer=answer)]) == OFFICE
    again = [signature(answer=Answer.SIGNED, void=True), signature()]
    assert held("other", asked=again) == OFFICE | {C.COSIGNER}


def test_an_account_without_a_unit_signs_for_nobody() -> None:
    assert held(None, asked=[signature()]) == OFFICE


def test_an_organisation_outside_only_speaks_for_itself() -> None:
    outside = [part("traeger")]

    assert held("traeger", reviews=False) == {C.PROVIDER}
    assert held("traeger", reviews=False, responsible=outside) == {C.PROVIDER}
    assert held("other", reviews=False, asked=[signature()]) == {C.PROVIDER}
    assert held(None, reviews=False) == set()


def test_the_coordination_leads_only_what_it_has_itself() -> None:
    assert held(None, coordinates=True) == OFFICE | {C.COORDINATION}
    assert held("lead", coordinates=True) == OFFICE | {C.COORDINATION, C.LEAD}
    assert held(None, coordinates=True, reviews=False) == {C.COORDINATION}


def test_a_section_without_lead_has_that_of_the_section_above() -> None:
    above = (part("lead", section_id="above"), part("deputy", Part.DEPUTY, "above"))
    guest = part("guest", Part.TAKING_PART)

    assert inherited([], above) == above
    assert inherited([guest], above) == (guest, *above)
    assert inherited([guest], []) == (guest,)


def test_an_own_lead_leaves_nothing_of_the_section_above() -> None:
    above = (part("lead", section_id="above"), part("deputy", Part.DEPUTY, "above"))

    assert inherited([part("own")], above) == (part("own"),)


def test_an_own_deputy_stands_in_for_the_lead_above() -> None:
    above = (part("lead", section_id="above"), part("deputy", Part.DEPUTY, "above"))
    own = part("own", Part.DEPUTY)

    assert inherited([own], above) == (own, above[0])


def test_who_only_takes_part_above_takes_no_part_below() -> None:
    assert inherited([], [part("guest", Part.TAKING_PART, "above")]) == ()


def test_a_signature_counts_for_the_very_wording_it_was_given_to() -> None:
    signed = signature(answer=Answer.SIGNED)

    assert valid(signed, "v2:text")
    assert not valid(signed, "v2:other")
    assert not valid(signature(answer=Answer.SIGNED, void=True), "v2:text")


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        (Answer.SIGNED, True),
        (Answer.WITH_RESERVATION, True),
        (Answer.NOTED, True),
        (Answer.REFUSED, False),
        (None, False),
    ],
)
def test_all_have_signed_when_each_has_answered_and_none_refused(
    answer: Answer | None, *, counts: bool
) -> None:
    others = [signature("a", Answer.SIGNED), signature("b", Answer.NOTED)]

    assert all_signed([*others, signature("c", answer)], "v2:text") is counts
    assert not all_signed([*others, signature("c", answer)], "v2:other")


def test_what_is_void_neither_helps_nor_hinders() -> None:
    void = [signature(each, answer, void=True) for each, answer in zip("abc", Answer, strict=False)]

    assert all_signed([*void, signature("d", Answer.SIGNED)], "v2:text")
    assert not all_signed([*void, signature("d")], "v2:text")


def editorial(old: str, new: str, by: str | None = "second") -> EditorialChange:
    return EditorialChange(
        id=old + new, section_id="s", old_fingerprint=old, new_fingerprint=new,
        stated_by="first", confirmed_by=by,
    )  # fmt: skip


def test_the_wording_reviewed_carries_itself() -> None:
    assert carried("a", "a", [])
    assert not carried("a", "b", [])


def test_a_chain_of_confirmed_changes_carries_to_its_end_in_any_order() -> None:
    chain = [editorial("a", "b"), editorial("b", "c"), editorial("c", "d")]

    for order in permutations(chain):
        assert all(carried("a", end, order) for end in "abcd")
        assert not carried("b", "a", order)


def test_what_nobody_confirmed_breaks_the_chain() -> None:
    assert not carried("a", "c", [editorial("a", "b"), editorial("b", "c", None)])
    assert not carried("a", "c", [editorial("a", "b", None), editorial("b", "c")])


def test_a_way_there_and_back_comes_to_an_end() -> None:
    circle = [editorial("a", "b"), editorial("b", "a"), editorial("b", "b")]

    assert carried("b", "a", circle)
    assert not carried("a", "c", circle)


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.booleans())))
def test_one_wording_carries_to_another_exactly_where_confirmed_steps_lead(
    steps: list[tuple[str, str, bool]],
) -> None:
    changes = [editorial(old, new, "second" if sure else None) for old, new, sure in steps]
    reach = {each: {each} for each in "abcde"}
    for _ in "abcde":  # as often as a way can be long
        for old, new, sure in steps:
            for ends in reach.values():
                if sure and old in ends:
                    ends.add(new)

    for start, ends in reach.items():
        assert {end for end in "abcde" if carried(start, end, changes)} == ends
