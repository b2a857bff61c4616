"""Sign-in: who holds a cookie, until when, and how it ends."""

from dataclasses import dataclass
from datetime import timedelta

from accounts.event import Verb
from accounts.identity import GUEST, Identity, identity_of
from accounts.password import hash_password, matches
from accounts.permissions import Permission
from accounts.token import new_token, token_hash
from data.accounts import account, open_link, usable_link
from data.change import change
from data.clock import now, timestamp
from data.identifier import new_id
from data.store import Store, StoreError

LIFETIME = timedelta(hours=10)
"""A working day; afterwards one signs in again."""


class NotSignedIn(StoreError):
    """Login and password do not belong together, or the account has ended."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: whose it is, and the token for the cookie."""

    identity: Identity
    token: str


def sign_in(store: Store, login: str, password: str) -> SignedIn:
    """Begin a session for whoever knows the password; raise `NotSignedIn`.

    Unknown login, wrong password and ended account take the same time and say the same.
    """
    rows = store.find("accounts", login=login.strip().casefold())
    kept = rows[0]["password_hash"] if rows and rows[0]["disabled_at"] is None else None
    if not matches(password, kept):
        raise NotSignedIn
    identity = identity_of(account(store, rows[0]["id"]))
    with change(
        store, identity, Permission.SIGN_IN, Verb.SIGNED_IN, ("account", identity.id)
    ) as detail:
        token, detail["session"] = begin(store, identity)
    return SignedIn(identity, token)


def redeem(store: Store, token: str, password: str) -> SignedIn:
    """Use a one-time link: set the password and begin a session.

    Raises `NotFound` for a used or old link and `WeakPassword` for a password too weak.
    """
    hashed = hash_password(password)
    identity = identity_of(open_link(store, token))
    with change(
        store, identity, Permission.SIGN_IN, Verb.REDEEMED, ("account", identity.id)
    ) as detail:
        link = usable_link(store, token)
        store.update(
            "one_time_links", link["id"], {"used_at": timestamp()}, expected=link["revision"]
        )
        row = store.get("accounts", identity.id)
        store.update("accounts", identity.id, {"password_hash": hashed}, expected=row["revision"])
        session_token, detail["session"] = begin(store, identity)
    return SignedIn(identity, session_token)


def sign_out(store: Store, actor: Identity, session_id: str) -> None:
    """End one session of the actor's own, in every window that uses it."""
    with change(store, actor, Permission.SIGN_IN, Verb.SIGNED_OUT, ("account", actor.id)) as detail:
        session = store.get("sessions", session_id)
        if session["account_id"] != actor.id:
            raise NotSignedIn
        store.update(
            "sessions", session_id, {"revoked_at": timestamp()}, expected=session["revision"]
        )
        detail["session"] = session_id


def session_of(store: Store, cookie: str) -> str | None:
    """Return the id of the running session that a cookie names, or None."""
    rows = store.find("sessions", token_hash=token_hash(cookie))
    return rows[0]["id"] if rows and who_is(store, rows[0]["id"]).signed_in else None


def who_is(store: Store, session_id: str | None) -> Identity:
    """Return who acts in a session; a guest where it has ended, expired or never was."""
    rows = store.query(
        "select accounts.id from sessions join accounts on accounts.id = sessions.account_id"
        " where sessions.id = :session and sessions.revoked_at is null"
        " and sessions.expires_at > :now and accounts.disabled_at is null",
        {"session": session_id, "now": timestamp()},
    )
    return identity_of(account(store, rows[0]["id"])) if rows else GUEST


def begin(store: Store, identity: Identity, lifetime: timedelta = LIFETIME) -> tuple[str, str]:
    """Keep a session and return the token for its cookie, and its id; part of a change."""
    token, identifier = new_token(), new_id()
    store.insert(
        "sessions",
        {
            "id": identifier,
            "token_hash": token_hash(token),
            "account_id": identity.id,
            "expires_at": timestamp(now() + lifetime),
        },
    )
    return token, identifier
