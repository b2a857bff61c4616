"""How much one address may send by one form, counted in the store so that it holds everywhere."""

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from data.clock import now, timestamp
from data.store import Store, StoreError

_KEY: Final = "source"
_KEPT: Final = timedelta(days=1)


class TooMany(StoreError):
    """More came from one address, or in all, than anybody could read; later ones are welcome.

    `wait` is how long at most until the next one is taken.
    """

    def __init__(self, form: str = "", wait: timedelta = timedelta(hours=1)) -> None:
        """Keep which form it was, and how long to wait."""
        super().__init__(form)
        self.wait = wait

    @property
    def minutes(self) -> int:
        """Return whole minutes to wait, at least one."""
        return max(1, -(-int(self.wait.total_seconds()) // 60))


class Form(StrEnum):
    """What strangers can send."""

    REGISTRATION = "registration"
    ENTRY_LINK = "entry_link"
    CITIZEN_PROPOSAL = "citizen_proposal"
    SIGN_IN_LOGIN = "sign_in_login"
    """Tries to sign in under one login; its source is the login, whether there is one or not."""
    SIGN_IN_ADDRESS = "sign_in_address"
    """Tries to sign in from one address."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How often within a time: from one source, and from all together (None: no matter)."""

    from_one: int
    in_all: int | None
    within: timedelta = timedelta(hours=1)


_QUARTER: Final = timedelta(minutes=15)
LIMITS: Final[Mapping[Form, Limit]] = {
    Form.REGISTRATION: Limit(10, 200),
    Form.ENTRY_LINK: Limit(5, 120),
    Form.CITIZEN_PROPOSAL: Limit(10, 20),
    Form.SIGN_IN_LOGIN: Limit(10, None, _QUARTER),
    Form.SIGN_IN_ADDRESS: Limit(30, None, _QUARTER),
}


def count_try(store: Store, form: Form, address: str) -> str:
    """Count that something was sent from an address; part of the change that takes it.

    Returns when. Sources are kept as keyed hashes, for one day; the network of an IPv6 address
    counts as one. Raises `TooMany`, and then counts nothing, so that trying on keeps nobody out
    for longer.
    """
    with store.atomic():  # nobody else counts between reading and writing
        limit, source = LIMITS[form], _source(store, address)
        since = timestamp(now() - limit.within)
        rows = store.query(
            "select source, at from tries where form = :form and at > :since order by at",
            {"form": form.value, "since": since},
        )
        own = [row["at"] for row in rows if row["source"] == source]
        if len(own) >= limit.from_one:
            raise TooMany(form.value, _wait(own[-limit.from_one], limit))
        if limit.in_all is not None and len(rows) >= limit.in_all:
            raise TooMany(form.value, _wait(rows[-limit.in_all]["at"], limit))
        at = timestamp()
        store.insert("tries", {"form": form.value, "source": source, "at": at})
        return at


def forgive(store: Store, form: Form, address: str, at: str | None = None) -> None:
    """Forget one try of a source by a form, or all: it turned out to be right."""
    with store.atomic():
        only = {} if at is None else {"at": at}
        store.delete("tries", form=form.value, source=_source(store, address), **only)


def forget_tries(store: Store) -> None:
    """Drop what was counted before yesterday; part of a change or of a round."""
    for row in store.query(
        "select distinct at from tries where at < :before", {"before": timestamp(now() - _KEPT)}
    ):
        store.delete("tries", at=row["at"])


def _wait(oldest: str, limit: Limit) -> timedelta:
    """Return how long until the oldest try that counts is too old to count."""
    return max(timedelta(0), datetime.fromisoformat(oldest) + limit.within - now())


def _source(store: Store, address: str) -> str:
    rows = store.find("keys", order="name", name=_KEY)
    if not rows:
        store.insert("keys", {"name": _KEY, "value": secrets.token_hex(32)})
        rows = store.find("keys", order="name", name=_KEY)
    key, source = rows[0]["value"].encode(), _one_source(address).encode("utf-8", "replace")
    return hmac.new(key, source, hashlib.sha256).hexdigest()


def _one_source(address: str) -> str:
    """Return the network that one household or office has: of IPv6 the first half."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
