"""Links by mail with which an organisation joins in without a password: asked once, used once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.event import Verb
from accounts.identity import Account, Identity, identity_of
from accounts.permissions import Permission, require
from accounts.token import new_token, token_hash
from concept_review.section import Section
from data.accounts import InvalidEmail, account
from data.change import change
from data.clock import day_of, now, timestamp
from data.concepts import section
from data.identifier import new_id
from data.link_accounts import account_for
from data.mails import insert_mail
from data.organizations import organization
from data.rows import from_row
from data.sessions import SignedIn, begin
from data.store import NotFound, Row, Store
from network.address import email_address
from network.organization import Organization

LINK_LIFETIME = timedelta(days=14)
SESSION_LIFETIME = timedelta(days=1)
PURPOSE = "guest_link"
MESSAGE_LIMIT = 2_000
"""Characters that the coordination may add to the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLetter:
    """What the mail has to say: who is asked about what, by which link, until when."""

    organization: Organization
    section: Section
    message: str
    token: str
    until: date


Compose = Callable[[GuestLetter], tuple[str, str]]
"""Puts a letter into words: its subject and its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An organisation was asked at an address; `used_at` is when it came, None if it has not."""

    organization_id: str
    email: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class GuestLink:
    """A link that may still be used: for whom, and where it leads."""

    organization: Organization
    section: Section
    account: Account


def invite(
    store: Store,
    actor: Identity,
    section_id: str,
    organization_id: str,
    email: str,
    message: str,
    compose: Compose,
    *,
    key: str | None = None,
) -> str:
    """Put a mail with a one-time link into the outbox and return the id of the link.

    The same organisation at the same address keeps one account, which nobody can open by a
    password. Raises `InvalidEmail`, `NotFound`, and `ValueError` for a message that is too long.
    """
    address = _checked(email)
    if len(message) > MESSAGE_LIMIT:
        raise ValueError(message[:20])
    identifier, token, until = new_id(), new_token(), now() + LINK_LIFETIME
    with change(
        store, actor, Permission.PROPOSAL_INVITE, Verb.INVITED, ("guest_link", identifier), key=key
    ) as detail:
        asked, about = organization(store, organization_id), section(store, section_id)
        account_id = account_for(store, asked, address)
        store.insert(
            "guest_links",
            {
                "id": identifier,
                "token_hash": token_hash(token),
                "organization_id": asked.id,
                "section_id": about.id,
                "account_id": account_id,
                "email": address,
                "invited_by": actor.id,
                "expires_at": timestamp(until),
            },
        )
        letter = GuestLetter(
            organization=asked,
            section=about,
            message=message.strip(),
            token=token,
            until=day_of(until),
        )
        mail_id = _keep_mail(store, address, compose, letter, identifier)
        detail |= {"organization": asked.id, "section": about.id, "mail": mail_id}
    return identifier


def invitations(store: Store, actor: Identity, section_id: str) -> list[Invited]:
    """Return who was asked about a section, newest first; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_INVITE)
    rows = store.find("guest_links", order="id desc", section_id=section_id)
    return [from_row(Invited, row) for row in rows]


def open_guest_link(store: Store, token: str) -> GuestLink:
    """Return for whom a link is and where it leads, without using it.

    Raises `NotFound` where it is used, too old, of another kind or made up, or where the
    account behind it has ended.
    """
    row = _usable(store, token)
    return GuestLink(
        organization(store, row["organization_id"]),
        section(store, row["section_id"]),
        account(store, row["account_id"]),
    )


def take_part(store: Store, token: str) -> tuple[SignedIn, Section]:
    """Use a link: begin a session of one day for its organisation, and say about which section.

    Raises `NotFound` as `open_guest_link` does.
    """
    link = open_guest_link(store, token)
    identity = identity_of(link.account)
    link_id = _usable(store, token)["id"]
    with change(
        store, identity, Permission.SIGN_IN, Verb.REDEEMED, ("guest_link", link_id)
    ) as detail:
        row = _usable(store, token)  # asked once more, now that nobody else can write
        store.update("guest_links", row["id"], {"used_at": timestamp()}, expected=row["revision"])
        session_token, session_id = begin(store, identity, SESSION_LIFETIME)
        detail |= {
            "organization": link.organization.id,
            "section": link.section.id,
            "session": session_id,
        }
    return SignedIn(identity, session_token), link.section


def _usable(store: Store, token: str) -> Row:
    rows = store.find("guest_links", token_hash=token_hash(token), used_at=None)
    if not rows or rows[0]["expires_at"] < timestamp():
        raise NotFound("link")
    if account(store, rows[0]["account_id"]).disabled_at:
        raise NotFound("link")
    return rows[0]


def _keep_mail(
    store: Store, address: str, compose: Compose, letter: GuestLetter, link_id: str
) -> str:
    subject, body = compose(letter)
    return insert_mail(
        store, address, subject, body, purpose=PURPOSE, subject_id=link_id, secret=letter.token
    )


def _checked(email: str) -> str:
    try:
        return email_address(email.strip())
    except ValueError as fault:
        raise InvalidEmail(email) from fault
