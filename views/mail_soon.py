"""Mails leave soon after they were written, without anybody waiting for the mail server."""

import logging
import threading
from typing import Final

from views.connection import opened_store
from views.mail import deliver
from views.settings import mail_settings

_LOG = logging.getLogger("bindeglied")


class _Sender:
    """Sends in a thread of its own, one at a time; what came meanwhile is sent right after."""

    def __init__(self) -> None:
        """Begin with nobody at work."""
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._wanted = False

    def wake(self) -> None:
        """See to it that all that waits by now is tried once."""
        with self._lock:
            self._wanted = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="mails", daemon=True)
                self._thread.start()

    def settle(self, timeout: float) -> bool:
        """Wait until nobody is at work, and say whether that came about."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return thread is None or not thread.is_alive()

    def _work(self) -> None:
        while self._goes_on():
            try:
                with opened_store() as store:
                    deliver(store)
            except Exception as fault:  # noqa: BLE001  (mails wait on, the hourly round comes)
                _LOG.error("sending failed: %s", type(fault).__name__)  # no contents

    def _goes_on(self) -> bool:
        with self._lock:
            wanted, self._wanted = self._wanted, False
            if not wanted:
                self._thread = None
            return wanted


_SENDER: Final = _Sender()


def send_soon() -> None:
    """Send what waits, at once and beside the request; nothing where no mail server is set up.

    Call it after the change that wrote the mail, never inside. Whatever fails is kept in the
    outbox and tried again by the hourly round.
    """
    if mail_settings().ready:
        _SENDER.wake()


def sent_by_now(timeout: float = 10.0) -> bool:
    """Wait until nothing is being sent, at most so many seconds; for tests and shutting down."""
    return _SENDER.settle(timeout)
