"""Getting into one's own entry by a link from a mail: asked for, sent, looked at, used once."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import GUEST, Account, Identity, identity_of
from accounts.permissions import Permission
from data.accounts import InvalidEmail, account
from data.change import change
from data.clock import now, timestamp
from data.entries import entry_of
from data.entry_links import Purpose, issue, usable, use
from data.identifier import new_id
from data.letters import Compose, Letter, Occasion, post
from data.limits import Form, count_try
from data.link_accounts import account_for
from data.sessions import SignedIn, begin
from data.store import Store
from network.address import email_address
from network.organization import Organization

SESSION_LIFETIME: Final = timedelta(days=1)
MOST_AN_HOUR: Final = 3
"""Links that one address gets within an hour for one entry, whoever asks for them."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose entry somebody may open, at which address, and in which language they read."""

    organization_id: str
    email: str
    language: str


def request_link(
    store: Store,
    email: str,
    address: str,
    compose: Compose,
    *,
    organization_id: str | None = None,
    language: str = "de",
) -> None:
    """Mail a link to each entry whose contact person or account has this e-mail address.

    Nothing tells the visitor at `address` whether there is any; links go to the address as it
    is kept, never as it was typed. Raises `InvalidEmail`, and `TooMany`.
    """
    wanted, identifier = _checked(email), new_id()
    with change(
        store, GUEST, Permission.LINK_REDEEM, Verb.REQUESTED, ("entry_link", identifier)
    ) as detail:
        count_try(store, Form.ENTRY_LINK, address)
        readers = _readers(store, wanted, organization_id, language)
        detail["mails"] = [
            _mail_link(store, compose, each) for each in readers if not _had_enough(store, each)
        ]


def send_link(
    store: Store,
    actor: Identity,
    organization_id: str,
    email: str,
    compose: Compose,
    language: str = "de",
    *,
    key: str | None = None,
) -> None:
    """Mail a link to an entry to an address that the coordination knows; raise `InvalidEmail`."""
    address = _checked(email)
    with change(
        store,
        actor,
        Permission.ENTRY_LINK_SEND,
        Verb.INVITED,
        ("organization", organization_id),
        key=key,
    ) as detail:
        reader = _Reader(entry_of(store, organization_id).id, address, language)
        detail["mail"] = _mail_link(store, compose, reader)


def open_link(store: Store, token: str) -> Organization:
    """Return whose entry a link opens, without using it.

    Raises `NotFound` where it is used, too old, of another kind or made up. A link to an entry
    that was merged opens the one that it went into.
    """
    link = usable(store, token, Purpose.OPEN_ENTRY)
    row = store.get("organizations", link.organization_id or "")
    while row["merged_into_id"]:
        row = store.get("organizations", row["merged_into_id"])
    return entry_of(store, row["id"])


def take_part(store: Store, token: str) -> SignedIn:
    """Use a link: begin a session of one day for its organisation; raise as `open_link` does."""
    link = usable(store, token, Purpose.OPEN_ENTRY)
    with change(
        store, link.identity, Permission.LINK_REDEEM, Verb.REDEEMED, ("entry_link", link.id)
    ) as detail:
        opened = open_link(store, token)
        use(store, token, Purpose.OPEN_ENTRY)
        account_id = account_for(store, opened, link.email)
        row = store.get("entry_links", link.id)
        store.update("entry_links", link.id, {"account_id": account_id}, expected=row["revision"])
        editor: Account = account(store, account_id)
        session_token, session_id = begin(store, identity_of(editor), SESSION_LIFETIME)
        detail |= {"organization": opened.id, "session": session_id, "account": account_id}
    return SignedIn(identity_of(editor), session_token)


def _checked(email: str) -> str:
    try:
        return email_address(email.strip())
    except ValueError as fault:
        raise InvalidEmail(email) from fault


def _readers(store: Store, email: str, organization_id: str | None, language: str) -> list[_Reader]:
    """Return who has this address; letters beyond ASCII have to be the very same."""
    rows = store.query(
        "select organization_id, persons.email, persons.language from persons"
        " join organizations on organizations.id = organization_id"
        " where lower(persons.email) = lower(:email) and merged_into_id is null"
        " union all select organization_id, accounts.email, :language from accounts"
        " join organizations on organizations.id = organization_id"
        " where lower(accounts.email) = lower(:email) and merged_into_id is null"
        " and disabled_at is null",
        {"email": email, "language": language},
    )
    found = {row["organization_id"]: _Reader(**row) for row in reversed(rows)}
    return [each for each in found.values() if organization_id in (None, each.organization_id)]


def _had_enough(store: Store, reader: _Reader) -> bool:
    rows = store.query(
        "select count(*) as n from entry_links where organization_id = :id and email = :email"
        " and purpose = :purpose and created_at > :since",
        {
            "id": reader.organization_id,
            "email": reader.email,
            "purpose": Purpose.OPEN_ENTRY.value,
            "since": timestamp(now() - timedelta(hours=1)),
        },
    )
    return bool(rows[0]["n"] >= MOST_AN_HOUR)


def _mail_link(store: Store, compose: Compose, reader: _Reader) -> str:
    about = entry_of(store, reader.organization_id)
    issued = issue(
        store, Purpose.OPEN_ENTRY, reader.email, reader.language, organization_id=about.id
    )
    letter = Letter(
        occasion=Occasion.ENTRY_LINK,
        name=about.name,
        language=reader.language,
        token=issued.token,
        until=issued.until,
    )
    return post(store, compose, letter, reader.email, issued.id)
