"""Accounts and the one-time links that open them."""

from dataclasses import dataclass
from datetime import timedelta

from accounts.event import Verb
from accounts.identity import Account, Identity, Role
from accounts.permissions import Permission
from accounts.token import new_token, token_hash
from data.change import change
from data.clock import now, timestamp
from data.identifier import new_id
from data.rows import from_row
from data.store import NotFound, Row, Store, StoreError
from network.address import email_address

LINK_LIFETIME = timedelta(days=7)


class InvalidAccount(StoreError):
    """An account needs a name and a login."""


class InvalidEmail(StoreError):
    """No mail can go to this address."""


class LoginTaken(StoreError):
    """Another account signs in under this name."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An account and the token of its one-time link, which is nowhere else to be had."""

    account: Account
    token: str


def accounts(store: Store) -> list[Account]:
    """Return all accounts by name, without their secrets."""
    return [from_row(Account, row) for row in store.find("accounts", order="name")]


def account(store: Store, identifier: str) -> Account:
    """Return one account; raise `NotFound`."""
    return from_row(Account, store.get("accounts", identifier))


def add_account(
    store: Store,
    actor: Identity,
    name: str,
    login: str,
    role: Role,
    organization_id: str | None = None,
    *,
    email: str = "",
) -> Invitation:
    """Add an account that can be opened by its one-time link, and hand out that link.

    The login counts without case and without blanks around it. Raises `LoginTaken` where it
    is in use, `InvalidAccount` where name or login are empty, and `InvalidEmail`.
    """
    email = _checked(email)
    name, typed, login = name.strip(), login, login.strip().casefold()
    if not name or not login:
        raise InvalidAccount
    identifier, token = new_id(), new_token()
    with change(
        store, actor, Permission.ACCOUNT_MANAGE, Verb.ADDED, ("account", identifier)
    ) as detail:
        if store.find("accounts", login=login):
            raise LoginTaken(typed)
        store.insert(
            "accounts",
            {
                "id": identifier,
                "name": name,
                "login": login,
                "role": role.value,
                "organization_id": organization_id,
                "email": email,
            },
        )
        _store_link(store, identifier, token)
        detail["role"] = role.value
    return Invitation(account(store, identifier), token)


def invite_again(store: Store, actor: Identity, account_id: str) -> Invitation:
    """Hand out a new one-time link for an account; earlier unused ones end."""
    token = new_token()
    with change(store, actor, Permission.ACCOUNT_MANAGE, Verb.INVITED, ("account", account_id)):
        invited = account(store, account_id)
        for link in store.find("one_time_links", account_id=account_id, used_at=None):
            store.update(
                "one_time_links", link["id"], {"used_at": timestamp()}, expected=link["revision"]
            )
        _store_link(store, account_id, token)
    return Invitation(invited, token)


def set_email(
    store: Store, actor: Identity, account_id: str, email: str, *, expected: int
) -> Account:
    """Say where mails to an account go, "" for nowhere; raise `InvalidEmail`."""
    email = _checked(email)
    with change(
        store, actor, Permission.ACCOUNT_MANAGE, Verb.CHANGED, ("account", account_id)
    ) as detail:
        store.update("accounts", account_id, {"email": email}, expected=expected)
        detail["fields"] = ["email"]
    return account(store, account_id)


def disable_account(store: Store, actor: Identity, account_id: str) -> None:
    """End an account and every session of it, at once."""
    with change(store, actor, Permission.ACCOUNT_MANAGE, Verb.DISABLED, ("account", account_id)):
        row = store.get("accounts", account_id)
        store.update("accounts", account_id, {"disabled_at": timestamp()}, expected=row["revision"])
        for session in store.find("sessions", account_id=account_id, revoked_at=None):
            store.update(
                "sessions",
                session["id"],
                {"revoked_at": timestamp()},
                expected=session["revision"],
            )


def open_link(store: Store, token: str) -> Account:
    """Return whose one-time link this is; raise `NotFound` where it is used or too old."""
    return account(store, usable_link(store, token)["account_id"])


def usable_link(store: Store, token: str) -> Row:
    """Return the row of a link that may still be redeemed; raise `NotFound`."""
    links = store.find("one_time_links", token_hash=token_hash(token), used_at=None)
    if not links or links[0]["expires_at"] < timestamp():
        raise NotFound("link")
    return links[0]


def _checked(email: str) -> str:
    try:
        return email_address(email.strip()) if email.strip() else ""
    except ValueError as fault:
        raise InvalidEmail(email) from fault


def _store_link(store: Store, account_id: str, token: str) -> None:
    store.insert(
        "one_time_links",
        {
            "id": new_id(),
            "token_hash": token_hash(token),
            "account_id": account_id,
            "expires_at": timestamp(now() + LINK_LIFETIME),
        },
    )
