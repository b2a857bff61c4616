"""Who is asking: accounts, roles and the identity behind a request."""

import dataclasses
from datetime import UTC, datetime

import pytest

from accounts.identity import GUEST, OPERATOR, Account, Identity, Role, identity_of

PEOPLE = [role for role in Role if role not in (Role.PUBLIC, Role.OPERATOR)]

ACCOUNT = Account(
    id="account-1",
    name="Ayşe Öztürk",
    login="oeztuerk",
    role=Role.ORG_EDITOR,
    organization_id="organization-1",
)


def test_a_visitor_without_an_account_is_not_signed_in() -> None:
    assert not GUEST.signed_in
    assert GUEST.role is Role.PUBLIC


def test_the_command_line_is_nobody_who_is_signed_in() -> None:
    assert not OPERATOR.signed_in
    assert OPERATOR.role is Role.OPERATOR


@pytest.mark.parametrize("role", PEOPLE)
def test_whoever_has_an_account_is_signed_in(role: Role) -> None:
    assert Identity("account-1", "Ayşe Öztürk", role).signed_in


def test_an_account_acts_under_its_own_id_name_role_and_organization() -> None:
    identity = identity_of(ACCOUNT)

    assert identity == Identity("account-1", "Ayşe Öztürk", Role.ORG_EDITOR, "organization-1")


def test_an_identity_does_not_carry_the_login() -> None:
    assert ACCOUNT.login not in repr(identity_of(ACCOUNT))


def test_nobody_can_raise_the_role_of_an_identity_in_passing() -> None:
    identity = identity_of(ACCOUNT)

    with pytest.raises(dataclasses.FrozenInstanceError):
        identity.role = Role.COORDINATOR  # type: ignore[misc]


def test_a_new_account_is_open_and_speaks_for_no_organization() -> None:
    account = Account(id="account-2", name="Jan Kowalski", login="kowalski", role=Role.STAFF)

    assert account.disabled_at is None
    assert account.organization_id is None


def test_an_account_that_was_ended_differs_from_one_that_is_open() -> None:
    ended = dataclasses.replace(ACCOUNT, disabled_at=datetime(2026, 11, 3, tzinfo=UTC))

    assert ended != ACCOUNT
    assert identity_of(ended) == identity_of(ACCOUNT)


def test_roles_are_kept_under_the_words_that_stored_accounts_bear() -> None:
    assert {role.value for role in Role} == {
        "public",
        "org_editor",
        "staff",
        "lead",
        "coordinator",
        "clerk",
        "admin",
        "operator",
    }
