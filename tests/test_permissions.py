"""The policy, cell by cell."""

import pytest

from accounts.identity import GUEST, OPERATOR, Identity, Role
from accounts.permissions import POLICY, NotPermitted, Permission, may, require

# A line for each permission, a column for each role; x is held, . is not.
TABLE = """
                       public org_editor staff lead coordinator clerk admin operator
organization:register  x      x          x     x    x           x     x     .
registration:read      .      .          .     .    x           .     .     .
registration:decide    .      .          .     .    x           .     .     .
entry:edit             .      x          x     x    x           .     .     .
entry:edit_any         .      .          .     .    x           .     .     .
entry:check            .      .          .     .    x           .     .     .
entry_link:send        .      .          .     .    x           .     .     .
link:redeem            x      x          x     x    x           x     x     .
organization:reshape   .      .          .     .    x           .     .     .
mail_text:edit         .      .          .     .    x           .     .     .
contact:read           .      .          x     x    x           .     .     .
network:import         .      .          .     .    x           .     .     x
advice:read            .      .          x     x    x           .     .     .
introduction:record    .      .          .     .    x           .     .     .
tie:settle             .      .          .     .    x           .     .     .
post:fill              .      .          .     .    x           .     .     .
story:edit             .      .          x     x    x           .     .     .
arrangement:save       .      .          .     .    x           .     .     .
concept:import         .      .          .     .    x           .     .     x
section:review         .      .          x     x    x           .     .     x
section:link           .      .          x     x    x           .     .     x
responsibility:set     .      .          .     .    x           .     .     x
task:coordinate        .      .          .     .    x           .     .     x
task:hint              .      x          x     x    x           .     .     .
task:read              .      .          x     x    x           .     .     x
reminder:send          .      .          .     .    x           .     .     x
mail:read              .      .          .     .    x           .     .     .
calendar:subscribe     .      .          x     x    x           .     .     .
proposal:read          .      x          x     x    x           x     .     x
proposal:submit        .      x          x     x    x           .     .     x
proposal:steer         .      .          x     x    x           .     .     .
proposal:decide        .      .          .     .    x           x     .     .
proposal:invite        .      .          .     .    x           .     .     .
proposal:submit_as_citizen x  .          .     .    .           .     .     .
comment:read           .      x          x     x    x           x     .     .
comment:write          .      x          x     x    x           .     .     .
comment:settle         .      .          x     x    x           .     .     .
switch:set             .      .          .     .    x           .     .     .
account:manage         .      .          .     .    x           .     x     x
session:sign_in        .      x          x     x    x           x     x     .
"""


def read_table() -> dict[tuple[str, str], bool]:
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (role, permission): cell == "x"
        for permission, *cells in lines
        for role, cell in zip(head, cells, strict=True)
    }


CELLS = read_table()


@pytest.mark.parametrize(("role", "permission"), CELLS)
def test_a_role_may_do_exactly_what_the_table_says(role: str, permission: str) -> None:
    actor = Identity("somebody", "", Role(role))

    assert may(actor, Permission(permission)) is CELLS[role, permission]


def test_the_table_has_a_cell_for_every_role_and_every_permission() -> None:
    assert set(CELLS) == {(role, permission) for role in Role for permission in Permission}


def test_every_role_has_an_entry_in_the_policy() -> None:
    assert set(POLICY) == set(Role)


def test_every_permission_is_held_by_someone() -> None:
    held = frozenset[Permission]().union(*POLICY.values())

    assert held == set(Permission)


def test_whoever_may_not_do_something_is_told_so_before_anything_happens() -> None:
    with pytest.raises(NotPermitted) as refused:
        require(GUEST, Permission.CONTACT_READ)

    assert refused.value.actor is GUEST
    assert refused.value.permission is Permission.CONTACT_READ


def test_a_refusal_names_the_role_and_never_the_person() -> None:
    staff = Identity("account-7", "Ayşe Öztürk", Role.STAFF)

    with pytest.raises(NotPermitted) as refused:
        require(staff, Permission.ACCOUNT_MANAGE)

    assert str(refused.value) == "staff may not account:manage"


@pytest.mark.parametrize(("role", "permission"), [cell for cell, held in CELLS.items() if held])
def test_whoever_may_do_something_is_let_through(role: str, permission: str) -> None:
    require(Identity("somebody", "", Role(role)), Permission(permission))


def test_what_counts_is_the_role_and_not_the_name_of_an_identity() -> None:
    disguised = Identity(OPERATOR.id, "coordinator", Role.PUBLIC, "operator")

    assert not may(disguised, Permission.ACCOUNT_MANAGE)
    assert may(OPERATOR, Permission.ACCOUNT_MANAGE)
