"""Mails that go out at once, while whoever caused them need not wait for the mail server."""

import logging
import threading
from typing import Final

from views.connection import opened_store
from views.mail import deliver
from views.settings import mail_settings

_LOG = logging.getLogger("bindeglied")
_ONE_AT_A_TIME: Final = threading.Lock()


def send_soon() -> threading.Thread | None:
    """Send what waits in a thread of its own and return that; None without a mail server.

    Call it after the change: what the thread cannot send, the hourly round tries again.
    """
    if not mail_settings().ready:
        return None
    thread = threading.Thread(target=_send, name="mails", daemon=True)
    thread.start()
    return thread


def _send() -> None:
    try:
        with _ONE_AT_A_TIME, opened_store() as store:
            deliver(store)
    except Exception as fault:  # noqa: BLE001  (whatever it is, the mail is kept)
        _LOG.error("sending mails failed: %s", type(fault).__name__)  # no contents
