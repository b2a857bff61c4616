"""The table of steps: every function, state and action, against the table as it was agreed."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.task import (
    ENDED,
    REASON_LIMIT,
    REQUIRES,
    TRANSITIONS,
    UNDER_REVIEW,
    Capacity,
    Input,
    InvalidStep,
    NotNow,
    Step,
    TaskAction,
    TaskState,
    check_step,
    effective,
    possible,
)

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)
# Who may take which step: Koordination, Lead, Staff, Provider, asked to Sign (X).
WHO = """
            hint assign hand_on start request_cosign cosign return conclude defer resume cancel
absent      KLSP K      .       KL    .              .      .      KLS      KL    .      .
open        KLSP K      .       KL    .              .      .      KLS      KL    .      K
assigned    KLSP .      KL      KL    .              .      .      KL       KL    .      K
in_review   KLSP .      KL      .     KL             .      .      KL       KL    .      K
cosign      KLSP .      .       .     .              X      KL     KL       KL    .      K
deferred    KLSP .      .       .     .              .      .      .        .     KL     K
concluded   .    .      .       .     .              .      .      .        .     .      .
cancelled   .    .      .       .     .              .      .      .        .     .      .
"""
# Where a step leads; a hint alone leaves a review where it is.
WHERE = {
    "assign": "assigned", "hand_on": "assigned", "start": "in_review",
    "request_cosign": "cosign", "cosign": "cosign", "return": "in_review",
    "conclude": "concluded", "defer": "deferred", "resume": "assigned", "cancel": "cancelled",
}  # fmt: skip
LETTERS = {"coordination": "K", "lead": "L", "staff": "S", "provider": "P", "cosigner": "X"}
# What is to be said with a step.
WHAT = """
hint reason
assign organization day
hand_on organization reason
start
request_cosign organizations day
cosign
return reason
conclude
defer day reason
resume
cancel reason
"""


def cells() -> dict[tuple[str, str], str]:
    head, *lines = [line.split() for line in WHO.strip().splitlines()]
    return {
        (state, action): letters
        for state, *row in lines
        for action, letters in zip(head, row, strict=True)
    }


def wanted(action: TaskAction) -> set[str]:
    lines = [line.split() for line in WHAT.strip().splitlines()]
    return {inputs for name, *all_ in lines for inputs in all_ if name == action}


def allowed(state: TaskState, capacities: Collection[Capacity]) -> tuple[TaskAction, ...]:
    letters = {LETTERS[each] for each in capacities}
    return tuple(
        action for action in TaskAction if letters & set(cells()[state.value, action.value])
    )


CELLS = cells()


def test_the_agreed_table_speaks_of_every_state_action_and_function() -> None:
    assert set(CELLS) == set(product(TaskState, TaskAction))
    assert set(LETTERS) == set(Capacity)
    assert set(WHERE) == set(TaskAction) - {TaskAction.HINT}
    assert set("".join(CELLS.values())) == {*LETTERS.values(), "."}


@pytest.mark.parametrize(("state", "action"), list(product(TaskState, TaskAction)))
def test_in_each_function_each_step_is_there_or_not_as_agreed(
    state: TaskState, action: TaskAction
) -> None:
    for capacity in Capacity:
        agreed = LETTERS[capacity] in CELLS[state.value, action.value]
        assert (action in possible(state, [capacity])) is agreed


@pytest.mark.parametrize(("state", "action"), list(product(TaskState, TaskAction)))
def test_each_step_leads_where_it_was_agreed(state: TaskState, action: TaskAction) -> None:
    stays = "open" if state is TaskState.ABSENT else state.value
    found = TRANSITIONS.get((state, action))

    if CELLS[state.value, action.value] == ".":
        assert found is None
    else:
        assert found is not None
        assert found.to == WHERE.get(action.value, stays)


@given(st.sampled_from(TaskState), st.frozensets(st.sampled_from(Capacity)))
def test_several_functions_may_do_what_any_of_them_may_and_nothing_else(
    state: TaskState, capacities: frozenset[Capacity]
) -> None:
    offered = possible(state, capacities)

    assert offered == allowed(state, capacities)
    assert set(offered) == {each for one in capacities for each in possible(state, [one])}
    assert possible(state, list(capacities) * 2) == offered


def reached(start: TaskState) -> set[TaskState]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for (state, _), step in TRANSITIONS.items():
            if state is here and step.to not in found:
                found.add(step.to)
                waiting.append(step.to)
    return found


def test_every_state_can_be_reached_from_nothing() -> None:
    assert reached(TaskState.ABSENT) == set(TaskState)


@pytest.mark.parametrize("state", sorted(set(TaskState) - ENDED))
def test_every_review_can_come_to_its_end(state: TaskState) -> None:
    assert TaskState.CONCLUDED in reached(state)


@pytest.mark.parametrize("state", sorted(set(TaskState) - ENDED - {TaskState.ABSENT}))
def test_the_coordination_can_call_off_whatever_has_begun(state: TaskState) -> None:
    assert TaskAction.CANCEL in possible(state, [Capacity.COORDINATION])


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_stays_as_it_is(state: TaskState) -> None:
    assert possible(state, list(Capacity)) == ()


def test_nothing_leads_back_to_having_no_review_and_only_some_states_are_under_review() -> None:
    assert TaskState.ABSENT not in {step.to for step in TRANSITIONS.values()}
    assert {TaskState.IN_REVIEW, TaskState.COSIGN} == UNDER_REVIEW
    assert {TaskState.CONCLUDED, TaskState.CANCELLED} == ENDED


WHOLE = Step(organization_ids=("a", "b"), day=TOMORROW, reason="Darum")
LACKING = {
    Input.ORGANIZATION: Step(day=TOMORROW, reason="Darum"),
    Input.ORGANIZATIONS: Step(day=TOMORROW, reason="Darum"),
    Input.DAY: Step(organization_ids=("a",), reason="Darum"),
    Input.REASON: Step(organization_ids=("a",), day=TOMORROW, reason=" \n"),
}


def errors(action: TaskAction, step: Step, holder: str | None = None) -> dict[Input, str]:
    try:
        check_step(action, step, today=TODAY, holder=holder)
    except InvalidStep as invalid:
        return dict(invalid.errors)
    return {}


@pytest.mark.parametrize("action", TaskAction)
def test_with_all_that_is_asked_for_every_step_can_be_taken(action: TaskAction) -> None:
    assert errors(action, WHOLE) == {}
    assert set(REQUIRES.get(action, ())) == wanted(action)


@pytest.mark.parametrize(("action", "field"), list(product(TaskAction, Input)))
def test_what_is_missing_is_named_where_it_is_asked_for(action: TaskAction, field: Input) -> None:
    told = errors(action, LACKING[field])

    organizations = {Input.ORGANIZATION, Input.ORGANIZATIONS}
    same = organizations if field in organizations else {field}
    assert told == {each: "required" for each in same if each in wanted(action)}


@pytest.mark.parametrize("action", TaskAction)
def test_with_nothing_said_all_that_is_asked_for_is_named_at_once(action: TaskAction) -> None:
    assert errors(action, Step()) == {Input(each): "required" for each in wanted(action)}


@pytest.mark.parametrize("action", TaskAction)
@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=400)])
def test_a_day_is_one_that_is_still_to_come(action: TaskAction, day: date) -> None:
    told = errors(action, Step(organization_ids=("a",), day=day, reason="Darum"))

    assert told == ({Input.DAY: "in_past"} if "day" in wanted(action) else {})


@pytest.mark.parametrize("action", TaskAction)
def test_no_step_takes_a_reason_beyond_the_limit(action: TaskAction) -> None:
    at_limit = Step(organization_ids=("a",), day=TOMORROW, reason="x" * REASON_LIMIT)
    beyond = Step(organization_ids=("a",), day=TOMORROW, reason="x" * (REASON_LIMIT + 1))

    assert errors(action, at_limit) == {}
    assert errors(action, beyond) == {Input.REASON: "too_long"}


@pytest.mark.parametrize("action", TaskAction)
def test_nobody_hands_a_review_on_to_whoever_has_it(action: TaskAction) -> None:
    told = errors(action, WHOLE, holder="a")

    assert told == ({Input.ORGANIZATION: "same"} if action is TaskAction.HAND_ON else {})
    assert errors(action, WHOLE, holder="b") == {}


@pytest.mark.parametrize("state", TaskState)
def test_what_was_put_off_is_assigned_from_its_day_on(state: TaskState) -> None:
    put_off = state is TaskState.DEFERRED

    assert effective(state, None, TODAY) is state
    assert effective(state, TOMORROW, TODAY) is state
    for day in (TOMORROW, TOMORROW + timedelta(days=30)):
        assert effective(state, TOMORROW, day) is (TaskState.ASSIGNED if put_off else state)


def test_errors_say_where_the_review_stood_and_what_was_wanted() -> None:
    refused = NotNow(TaskState.OPEN, TaskAction.RETURN)

    assert (refused.state, refused.action) == (TaskState.OPEN, TaskAction.RETURN)
    assert str(refused) == "return from open"
    assert str(InvalidStep({Input.DAY: "required"})) == "day: required"
