"""One round of reminding: what is due is put into the outbox, and what waits there is sent."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from accounts.identity import OPERATOR
from data.limits import forget_tries
from data.registration_addresses import archive_unconfirmed
from data.registration_erasure import forget_contacts
from data.reminders import remind
from data.store import Store
from data.upkeep import ask_if_still_right
from views import letters
from views.connection import opened_store
from views.mail import Delivery, deliver
from views.reminder_letter import compose

FIRST: Final = 5 * 60.0
"""So many seconds after the start comes the first round; the start itself has enough to do."""
EVERY: Final = 60 * 60.0

_LOG = logging.getLogger("bindeglied")


@dataclass(frozen=True, slots=True)
class Round:
    """How many reminders there were, and what became of the mails; None without a mail server.

    `asked` is how many organisations were asked whether their entry is still right.
    """

    reminders: int
    delivery: Delivery | None
    asked: int = 0


def go_round(store: Store, day: date | None = None) -> Round:
    """Remind of all that is due on a day, as the installation itself, and send what waits.

    Registrations whose address nobody confirmed in time are closed before, and what is kept too
    long is forgotten. Organisations are asked whether their entries are still right, so many in
    a round.
    """
    with store.atomic():
        forget_tries(store)
    archive_unconfirmed(store, OPERATOR, day)
    forget_contacts(store, OPERATOR)
    reminders = remind(store, OPERATOR, partial(compose, store=store), day)
    asked = ask_if_still_right(store, OPERATOR, letters.compose, day)
    return Round(reminders, deliver(store), asked)


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
