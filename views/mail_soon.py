"""Mails that a visitor waits for: handed to the mail server at once, while the page goes on."""

import logging
import threading
from typing import Final

from views.connection import opened_store
from views.mail import deliver
from views.settings import mail_settings

_LOG = logging.getLogger("bindeglied")
_WANTED: Final = threading.Event()
_ONE: Final = threading.Lock()


def hand_over() -> None:
    """Send what waits in a thread of its own; what fails waits for the hourly round.

    Nobody waits for a mail server that is slow. One thread at a time does it for all of a
    process; a mail that comes in while it is at work is sent by the same thread.
    """
    if not mail_settings().ready or _WANTED.is_set():
        return  # else a thread waits for its turn already
    _WANTED.set()
    threading.Thread(target=_send_all, name="mail", daemon=True).start()


def _send_all() -> None:
    with _ONE:
        if not _WANTED.is_set():
            return  # whoever was at work has sent it, too
        _WANTED.clear()
        try:
            with opened_store() as store:
                deliver(store)
        except Exception as fault:  # noqa: BLE001  (whatever it is, the round tries again)
            _LOG.error("sending mails failed: %s", type(fault).__name__)  # no contents
