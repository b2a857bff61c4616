"""How much one address may send by one form, counted in the store so that it holds everywhere."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from data.clock import now, timestamp
from data.store import Store, StoreError

_KEY: Final = "source"
_KEPT: Final = timedelta(days=1)


class TooMany(StoreError):
    """More came from one address, or in all, than anybody could read; later ones are welcome."""


class Form(StrEnum):
    """What strangers can send."""

    REGISTRATION = "registration"
    ENTRY_LINK = "entry_link"


@dataclass(frozen=True, slots=True)
class Limit:
    """How often within one hour: from one address, and from all together."""

    from_one: int
    in_all: int


LIMITS: Final[Mapping[Form, Limit]] = {
    Form.REGISTRATION: Limit(10, 60),
    Form.ENTRY_LINK: Limit(5, 120),
}


def count_try(store: Store, form: Form, address: str) -> None:
    """Count that something was sent from an address; part of the change that takes it.

    Addresses are kept as keyed hashes, for one day. Raises `TooMany`.
    """
    limit, source = LIMITS[form], _source(store, address)
    since = timestamp(now() - timedelta(hours=1))
    rows = store.query(
        "select count(*) as all_of_them, coalesce(sum(source = :source), 0) as from_one"
        " from tries where form = :form and at > :since",
        {"form": form.value, "source": source, "since": since},
    )
    if rows[0]["from_one"] >= limit.from_one or rows[0]["all_of_them"] >= limit.in_all:
        raise TooMany(form.value)
    store.insert("tries", {"form": form.value, "source": source, "at": timestamp()})


def forget_tries(store: Store) -> None:
    """Drop what was counted before yesterday; part of a change or of a round."""
    for row in store.query(
        "select distinct at from tries where at < :before", {"before": timestamp(now() - _KEPT)}
    ):
        store.delete("tries", at=row["at"])


def _source(store: Store, address: str) -> str:
    rows = store.find("keys", order="name", name=_KEY)
    if not rows:
        store.insert("keys", {"name": _KEY, "value": secrets.token_hex(32)})
        rows = store.find("keys", order="name", name=_KEY)
    return hmac.new(rows[0]["value"].encode(), address.encode(), hashlib.sha256).hexdigest()
