"""Opaque ids: UUIDs of version 7, which sort by the time they were made."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a new UUIDv7 as text: 48 bits of milliseconds, then 74 that are random.

    Within one process each id sorts behind the one before, even in the same millisecond
    (RFC 9562, section 6.2, method 2: the random part goes up by a random step).
    """
    global _last  # noqa: PLW0603  (the one place that knows the last id)
    with _lock:
        fresh = (time.time_ns() // 1_000_000) << 74 | secrets.randbits(74)
        if fresh >> 74 <= _last >> 74:
            fresh = _last + 1 + secrets.randbits(32)
        _last = fresh
    milliseconds, random = fresh >> 74, fresh & ((1 << 74) - 1)
    high, low = random >> 62, random & ((1 << 62) - 1)
    value = milliseconds << 80 | 0x7 << 76 | high << 64 | 0x2 << 62 | low
    return str(UUID(int=value))
