"""One round of reminding: what is due is put into the outbox, and what waits there is sent."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.identity import OPERATOR
from data.registration_addresses import archive_unconfirmed
from data.reminders import remind
from data.store import Store
from views.connection import opened_store
from views.mail import Delivery, deliver
from views.reminder_letter import compose

FIRST: Final = 5 * 60.0
"""So many seconds after the start comes the first round; the start itself has enough to do."""
EVERY: Final = 60 * 60.0

_LOG = logging.getLogger("bindeglied")


@dataclass(frozen=True, slots=True)
class Round:
    """How many reminders there were, and what became of the mails; None without a mail server."""

    reminders: int
    delivery: Delivery | None


def go_round(store: Store, day: date | None = None) -> Round:
    """Remind of all that is due on a day, as the installation itself, and send what waits.

    Registrations whose address nobody confirmed in time are closed before.
    """
    archive_unconfirmed(store, OPERATOR, day)
    return Round(remind(store, OPERATOR, compose, day), deliver(store))


def start(first: float = FIRST, every: float = EVERY) -> Callable[[], None]:
    """Go round in a thread of its own again and again; call what is returned to end that."""
    over = threading.Event()
    thread = threading.Thread(
        target=_go_on, args=(over, first, every), name="reminders", daemon=True
    )
    thread.start()

    def stop() -> None:
        over.set()
        thread.join(timeout=5)  # a mail server that does not answer keeps nobody waiting

    return stop


def _go_on(over: threading.Event, first: float, every: float) -> None:
    pause = first
    while not over.wait(pause):
        pause = every
        try:
            with opened_store() as store:
                go_round(store)
        except Exception as fault:  # noqa: BLE001  (whatever it is, the server goes on)
            _LOG.error("reminding failed: %s", type(fault).__name__)  # no contents
