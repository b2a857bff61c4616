"""Links by mail: one organisation, one use, fourteen days, and the log names it."""

import json
from datetime import timedelta

import pytest

from accounts.identity import OPERATOR, Role
from accounts.permissions import NotPermitted
from accounts.token import token_hash
from data import events, guest_links, sessions
from data.accounts import InvalidEmail, account, add_account, disable_account, open_link
from data.clock import now, timestamp
from data.mails import BLOT, claim, mails, note_failed, note_sent, waiting_mails
from data.store import AlreadyDone, NotFound, Row, Store
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import a_section
from tests.writing_verbs_discussion import ADDRESS, a_provider, invited, letter, token_of


def only_link(store: Store) -> Row:
    (row,) = store.find("guest_links")
    return row


def test_a_link_opens_a_session_of_one_day_for_its_organisation(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)
    token = invited(store, section, provider)

    signed_in, about = guest_links.take_part(store, token)

    assert about.id == section.id
    assert signed_in.identity.role is Role.ORG_EDITOR
    assert signed_in.identity.organization_id == provider.id
    assert signed_in.identity.name == provider.name
    session_id = sessions.session_of(store, signed_in.token)
    assert sessions.who_is(store, session_id) == signed_in.identity
    lasts = now().fromisoformat(store.get("sessions", session_id or "")["expires_at"]) - now()
    assert timedelta(hours=23) < lasts <= timedelta(days=1)


def test_looking_uses_nothing_up_and_a_second_use_is_refused(store: Store) -> None:
    token = invited(store, a_section(store), a_provider(store))

    for _ in range(3):
        assert guest_links.open_guest_link(store, token).organization.name == "Sprachcafé am Kanal"
    guest_links.take_part(store, token)

    with pytest.raises(NotFound):
        guest_links.take_part(store, token)
    with pytest.raises(NotFound):
        guest_links.open_guest_link(store, token)
    assert len(store.find("sessions")) == 1


def test_a_link_ends_after_fourteen_days(store: Store) -> None:
    token = invited(store, a_section(store), a_provider(store))
    row = only_link(store)
    left = now().fromisoformat(row["expires_at"]) - now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)

    past = timestamp(now() - timedelta(seconds=1))
    store.update("guest_links", row["id"], {"expires_at": past}, expected=row["revision"])

    with pytest.raises(NotFound):
        guest_links.take_part(store, token)


def test_tokens_of_other_kinds_open_nothing(store: Store) -> None:
    token = invited(store, a_section(store), a_provider(store))
    foreign = add_account(store, OPERATOR, "Anna", "anna", Role.STAFF).token

    for other in (foreign, "", "made up", token_hash(token), token[:-1]):
        with pytest.raises(NotFound):
            guest_links.take_part(store, other)
    with pytest.raises(NotFound):
        open_link(store, token)
    with pytest.raises(NotFound):
        sessions.redeem(store, token, "ein langes Passwort")


def test_the_log_names_the_organisation_and_never_the_token(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)
    token = invited(store, section, provider)
    guest_links.take_part(store, token)

    asked, used = events.events(store)[-2:]
    for event in (asked, used):
        detail = json.loads(event.detail)
        assert detail["organization"] == provider.id
        assert detail["section"] == section.id
        assert event.subject_id == only_link(store)["id"]
        assert token not in event.detail
        assert ADDRESS not in event.detail
    assert (asked.verb, asked.actor) == ("invited", COORDINATOR.id)
    assert (used.verb, used.actor) == ("redeemed", only_link(store)["account_id"])


def test_one_account_for_an_organisation_at_an_address(store: Store) -> None:
    section, one, two = a_section(store), a_provider(store), a_provider(store, "Verein")
    invited(store, section, one)
    invited(store, section, one)
    invited(store, section, one, "anders@sprachcafe.example.org")
    invited(store, section, two)

    rows = store.find("guest_links")
    assert [row["account_id"] == rows[0]["account_id"] for row in rows] == [
        True,
        True,
        False,
        False,
    ]
    assert len(store.find("accounts")) == 3


def test_nobody_signs_in_to_the_account_by_a_password(store: Store) -> None:
    invited(store, a_section(store), a_provider(store))
    row = store.get("accounts", only_link(store)["account_id"])

    assert row["password_hash"] is None
    assert len(row["login"]) > 40
    for password in ("", "ein langes Passwort"):
        with pytest.raises(sessions.NotSignedIn):
            sessions.sign_in(store, row["login"], password)


def test_an_account_that_was_ended_stays_ended(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)
    first = invited(store, section, provider)
    ended = only_link(store)["account_id"]
    disable_account(store, COORDINATOR, ended)

    with pytest.raises(NotFound):
        guest_links.take_part(store, first)
    signed_in, _ = guest_links.take_part(store, invited(store, section, provider))

    assert signed_in.identity.id != ended
    assert account(store, ended).disabled_at


def test_the_token_is_kept_in_the_mail_until_it_is_sent_and_else_as_hash(store: Store) -> None:
    token = invited(store, a_section(store), a_provider(store))
    (waiting,) = waiting_mails(store)
    claimed = claim(store, waiting)
    assert claimed
    assert token in claimed.body
    assert token not in repr(claimed).replace(claimed.body, "")
    failed = note_failed(store, claimed, "later")
    assert token in failed.body

    note_sent(store, failed)

    (sent,) = mails(store, COORDINATOR)
    assert sent.body == f"/mitreden/{BLOT}"
    everything = [str(store.find(table)) for table in ("mails", "guest_links", "accounts")]
    assert token not in "".join(everything)
    assert guest_links.open_guest_link(store, token)


@pytest.mark.parametrize(
    "email", ["", "kein-at", "a@b", "a@b.example, c@d.example", "a b@c.example"]
)
def test_an_invitation_needs_one_address(store: Store, email: str) -> None:
    section, provider = a_section(store), a_provider(store)

    with pytest.raises(InvalidEmail):
        guest_links.invite(store, COORDINATOR, section.id, provider.id, email, "", letter)

    assert store.find("mails") == []


def test_an_invitation_needs_an_organisation_a_section_and_a_short_message(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)

    for about, asked in ((section.id, "made up"), ("made up", provider.id)):
        with pytest.raises(NotFound):
            guest_links.invite(store, COORDINATOR, about, asked, ADDRESS, "", letter)
    with pytest.raises(ValueError, match="x"):
        guest_links.invite(store, COORDINATOR, section.id, provider.id, ADDRESS, "x" * 2001, letter)
    assert store.find("accounts") == []


def test_a_form_is_sent_once(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)
    asked = (section.id, provider.id, ADDRESS, "", letter)
    guest_links.invite(store, COORDINATOR, *asked, key="form")

    with pytest.raises(AlreadyDone):
        guest_links.invite(store, COORDINATOR, *asked, key="form")

    assert len(store.find("mails")) == 1


def test_the_coordination_sees_who_was_asked_and_who_came(store: Store) -> None:
    section, provider = a_section(store), a_provider(store)
    invited(store, section, provider)
    guest_links.take_part(store, token_of(store))
    invited(store, section, provider, "zwei@sprachcafe.example.org")

    newer, older = guest_links.invitations(store, COORDINATOR, section.id)

    assert (older.email, newer.email) == (ADDRESS, "zwei@sprachcafe.example.org")
    assert older.used_at
    assert newer.used_at is None
    with pytest.raises(NotPermitted):
        guest_links.invitations(store, STAFF, section.id)
