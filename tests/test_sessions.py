"""Signing in, staying signed in, and being shut out at once."""

from datetime import timedelta

import pytest

from accounts.identity import GUEST, OPERATOR, Role
from accounts.password import WeakPassword
from data import sessions
from data.accounts import (
    LoginTaken,
    add_account,
    disable_account,
    invite_again,
    open_link,
)
from data.clock import now, timestamp
from data.store import NotFound, Store

PASSWORD = "vier Wörter sind genug"


def signed_in(store: Store) -> sessions.SignedIn:
    invitation = add_account(store, OPERATOR, "Anna", "Anna@Stadt.example", Role.STAFF)
    return sessions.redeem(store, invitation.token, PASSWORD)


def test_a_one_time_link_opens_its_account_once(store: Store) -> None:
    invitation = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)

    assert open_link(store, invitation.token).name == "Anna"
    assert open_link(store, invitation.token).name == "Anna"  # looking does not use it up
    sessions.redeem(store, invitation.token, PASSWORD)

    with pytest.raises(NotFound):
        sessions.redeem(store, invitation.token, PASSWORD)
    with pytest.raises(NotFound):
        open_link(store, invitation.token)


def test_a_new_link_ends_the_old_one(store: Store) -> None:
    invitation = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)

    newer = invite_again(store, OPERATOR, invitation.account.id)

    with pytest.raises(NotFound):
        open_link(store, invitation.token)
    assert open_link(store, newer.token).id == invitation.account.id


def test_an_old_link_has_ended(store: Store) -> None:
    invitation = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)
    link = store.find("one_time_links")[0]
    yesterday = timestamp(now() - timedelta(days=1))
    store.update("one_time_links", link["id"], {"expires_at": yesterday}, expected=1)

    with pytest.raises(NotFound):
        open_link(store, invitation.token)


def test_a_weak_password_leaves_the_link_usable(store: Store) -> None:
    invitation = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)

    with pytest.raises(WeakPassword):
        sessions.redeem(store, invitation.token, "kurz")

    assert open_link(store, invitation.token)


def test_the_login_counts_without_case_and_only_once(store: Store) -> None:
    signed_in(store)

    assert sessions.sign_in(store, " anna@stadt.EXAMPLE ", PASSWORD).identity.name == "Anna"
    with pytest.raises(LoginTaken):
        add_account(store, OPERATOR, "Andere", "ANNA@stadt.example", Role.STAFF)


def test_wrong_password_unknown_login_and_ended_account_say_the_same(store: Store) -> None:
    account = signed_in(store).identity

    with pytest.raises(sessions.NotSignedIn):
        sessions.sign_in(store, "anna@stadt.example", "ein anderes Passwort")
    with pytest.raises(sessions.NotSignedIn):
        sessions.sign_in(store, "nobody", PASSWORD)
    disable_account(store, OPERATOR, account.id)
    with pytest.raises(sessions.NotSignedIn):
        sessions.sign_in(store, "anna@stadt.example", PASSWORD)


def test_an_account_without_password_cannot_be_entered(store: Store) -> None:
    add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)

    with pytest.raises(sessions.NotSignedIn):
        sessions.sign_in(store, "anna", "")


def test_a_session_ends_when_one_signs_out(store: Store) -> None:
    session = signed_in(store)
    session_id = sessions.session_of(store, session.token)
    assert sessions.who_is(store, session_id) == session.identity

    sessions.sign_out(store, session.identity, str(session_id))

    assert sessions.who_is(store, session_id) == GUEST
    assert sessions.session_of(store, session.token) is None


def test_a_session_ends_when_its_account_does(store: Store) -> None:
    session = signed_in(store)
    session_id = sessions.session_of(store, session.token)

    disable_account(store, OPERATOR, session.identity.id)

    assert sessions.who_is(store, session_id) == GUEST


def test_a_session_ends_by_itself(store: Store) -> None:
    session = signed_in(store)
    session_id = str(sessions.session_of(store, session.token))
    past = timestamp(now() - timedelta(seconds=1))
    store.update("sessions", session_id, {"expires_at": past}, expected=1)

    assert sessions.who_is(store, session_id) == GUEST


def test_nobody_ends_the_session_of_another(store: Store) -> None:
    session = signed_in(store)
    session_id = str(sessions.session_of(store, session.token))
    other = add_account(store, OPERATOR, "Bert", "bert", Role.STAFF)
    bert = sessions.redeem(store, other.token, PASSWORD).identity

    with pytest.raises(sessions.NotSignedIn):
        sessions.sign_out(store, bert, session_id)

    assert sessions.who_is(store, session_id) == session.identity


def test_a_made_up_session_is_a_guest(store: Store) -> None:
    signed_in(store)

    assert sessions.who_is(store, None) == GUEST
    assert sessions.who_is(store, "") == GUEST
    assert sessions.who_is(store, "' or 1=1 --") == GUEST
    assert sessions.session_of(store, "made up") is None


def test_the_store_keeps_no_secret_in_clear(store: Store) -> None:
    invitation = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF)
    session = sessions.redeem(store, invitation.token, PASSWORD)
    tables = ("accounts", "sessions", "one_time_links", "events")

    everything = str([store.query(f"select * from {table}") for table in tables])  # noqa: S608

    for secret in (invitation.token, session.token, PASSWORD):
        assert secret not in everything
