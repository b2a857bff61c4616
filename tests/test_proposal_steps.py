"""The way of a proposal: every role, state and action, straight from the table."""

from datetime import date, timedelta
from itertools import product

import pytest

from accounts.identity import Role
from accounts.permissions import POLICY, Permission
from concept_review.proposal_records import ProposalCosignature, proposal_capacities
from concept_review.proposal_steps import (
    REQUIRES,
    TRANSITIONS,
    UNDECIDED,
    InvalidProposalStep,
    NotPossible,
    ProposalAction,
    ProposalCapacity,
    ProposalInput,
    ProposalState,
    ProposalStep,
    check_step,
    next_state,
    possible,
)
from concept_review.task_records import Answer, Part, Responsibility

TODAY = date(2026, 6, 15)
S, A = ProposalState, ProposalAction
C = ProposalCapacity
LEAD = Responsibility(id="r", section_id="s", organization_id="lead", part=Part.LEAD)


@pytest.mark.parametrize(("state", "action", "capacity"), list(product(S, A, C)))
def test_a_step_is_offered_exactly_where_the_table_has_it(
    state: ProposalState, action: ProposalAction, capacity: C
) -> None:
    listed = TRANSITIONS.get((state, action))
    wanted = listed is not None and capacity in listed.by
    if listed and listed.second_person and capacity is C.AUTHOR:
        wanted = False

    assert (action in possible(state, {capacity})) == wanted


@pytest.mark.parametrize(("state", "action"), list(product(S, A)))
def test_a_step_leads_where_the_table_says_or_nowhere(
    state: ProposalState, action: ProposalAction
) -> None:
    if (state, action) in TRANSITIONS:
        assert next_state(state, action) is TRANSITIONS[state, action].to
    else:
        with pytest.raises(NotPossible) as caught:
            next_state(state, action)
        assert (caught.value.state, caught.value.action) == (state, action)


def test_every_state_can_be_reached_and_left_or_is_an_end() -> None:
    reached = {S.DRAFT}
    for _ in S:
        reached |= {each.to for (state, _), each in TRANSITIONS.items() if state in reached}

    assert reached == set(S)
    left = {state for state, _ in TRANSITIONS}
    assert set(S) - left == {S.IN_FORCE, S.WITHDRAWN}


def test_every_function_has_something_to_do() -> None:
    assert frozenset().union(*(each.by for each in TRANSITIONS.values())) == set(C)


@pytest.mark.parametrize("action", [A.RECOMMEND, A.SETTLE])
def test_nobody_recommends_or_settles_what_they_proposed_themselves(action: ProposalAction) -> None:
    everything = set(C)

    assert action not in possible(S.DISCUSSION, everything)
    assert action in possible(S.DISCUSSION, everything - {C.AUTHOR})


def test_from_being_tabled_on_no_author_can_withdraw() -> None:
    for state in (S.TABLED, S.DECIDED, S.INCORPORATED, S.IN_FORCE):
        assert A.WITHDRAW not in possible(state, set(C))


def test_only_the_clerk_records_what_a_body_decided() -> None:
    for capacity in set(C) - {C.CLERK}:
        assert A.DECIDE not in possible(S.TABLED, {capacity})


def test_open_are_those_of_which_nobody_has_decided() -> None:
    assert {S.DRAFT, S.DECIDED, S.WITHDRAWN, S.INADMISSIBLE} & UNDECIDED == set()


EMPTY_ERRORS = {
    ProposalInput.REASON: ("reason", "required"),
    ProposalInput.RESULT: ("result", "required"),
    ProposalInput.ORGANIZATIONS: ("organizations", "required"),
    ProposalInput.DAY: ("day", "required"),
    ProposalInput.PUBLISHED: ("published", "required"),
}


@pytest.mark.parametrize("action", list(A))
def test_an_action_asks_for_exactly_what_is_listed(action: ProposalAction) -> None:
    wanted = dict(EMPTY_ERRORS[each] for each in REQUIRES.get(action, frozenset()))
    found: dict[str, str] = {}
    try:
        check_step(action, ProposalStep(), today=TODAY)
    except InvalidProposalStep as invalid:
        found = dict(invalid.errors)

    assert found == wanted


@pytest.mark.parametrize(
    ("action", "shift", "errors"),
    [
        (A.REQUEST_COSIGN, 0, {"day": "in_past"}),
        (A.REQUEST_COSIGN, 1, {}),
        (A.PUBLISH, 1, {"published": "in_future"}),
        (A.PUBLISH, 0, {}),
    ],
)
def test_days_lie_where_they_make_sense(
    action: ProposalAction, shift: int, errors: dict[str, str]
) -> None:
    step = ProposalStep(day=TODAY + timedelta(days=shift), organization_ids=("o",))
    found: dict[str, str] = {}
    try:
        check_step(action, step, today=TODAY)
    except InvalidProposalStep as invalid:
        found = dict(invalid.errors)

    assert found == errors


def functions_of(
    role: Role, organization_id: str | None, *, author: bool = False
) -> frozenset[ProposalCapacity]:
    held = POLICY[role]
    return proposal_capacities(
        is_author=author,
        coordinates=Permission.TASK_COORDINATE in held,
        reviews=Permission.PROPOSAL_STEER in held,
        decides=Permission.PROPOSAL_DECIDE in held,
        organization_id=organization_id,
        responsible=[LEAD],
        asked=[
            ProposalCosignature(id="c", proposal_id="p", organization_id="asked", due_on=TODAY),
            ProposalCosignature(
                id="d", proposal_id="p", organization_id="done", due_on=TODAY, answer=Answer.NOTED
            ),
        ],
    )


@pytest.mark.parametrize(
    ("role", "unit", "functions"),
    [
        (Role.PUBLIC, None, set()),
        (Role.ORG_EDITOR, "lead", set()),
        (Role.STAFF, "other", set()),
        (Role.STAFF, "lead", {C.LEAD}),
        (Role.LEAD, "lead", {C.LEAD}),
        (Role.STAFF, "asked", {C.COSIGNER}),
        (Role.STAFF, "done", set()),
        (Role.COORDINATOR, None, {C.COORDINATION, C.CLERK}),
        (Role.CLERK, None, {C.CLERK}),
        (Role.ADMIN, None, set()),
    ],
)
def test_each_role_has_the_functions_that_its_unit_gives_it(
    role: Role, unit: str | None, functions: set[ProposalCapacity]
) -> None:
    assert functions_of(role, unit) == functions
    assert functions_of(role, unit, author=True) == functions | {C.AUTHOR}
