"""Where a file of unknown origin is read: in a process of its own that can do no harm."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from concept_review.draft import Draft
from concept_review.files.plain import draft_from_json
from concept_review.unreadable import Fault, UnreadableConcept

MAX_WAIT = 8.0
"""Seconds by the clock after which reading is stopped: with all else, an answer within 10."""
_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_ANSWER = 100_000_000
_KEPT_SETTINGS = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # without which Python might not start


def read_file(source: bytes, progress: Callable[[float], None] | None = None) -> Draft:
    """Return what the file says, whatever kind it is; `progress` hears shares from 0 to 1.

    Raises `UnreadableConcept` for every file that cannot be read to its end.
    """
    with subprocess.Popen(
        # Our own module, and nothing from outside on its command line.
        [sys.executable, "-P", "-s", "-m", "concept_review.files.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_settings(),
        cwd=_ROOT,
    ) as process:
        clock = threading.Timer(MAX_WAIT, process.kill)
        clock.daemon = True
        clock.start()
        try:
            return _answer(process, source, progress or (lambda _: None))
        finally:
            clock.cancel()
            process.kill()


def _settings() -> dict[str, str]:
    """Return the environment of the reading process: no secrets, only where modules are."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def _answer(
    process: "subprocess.Popen[bytes]", source: bytes, progress: Callable[[float], None]
) -> Draft:
    if process.stdin is None or process.stdout is None:  # cannot be: both were asked for
        raise UnreadableConcept(Fault.DAMAGED)
    # It may have ended already; that is told by the missing answer.
    with suppress(OSError):
        process.stdin.write(source)
    with suppress(OSError):
        process.stdin.close()
    while line := process.stdout.readline(_LONGEST_ANSWER):
        if not line.endswith(b"\n"):
            break
        message: dict[str, Any] = json.loads(line)
        if "draft" in message:
            return draft_from_json(message["draft"])
        if "fault" in message:
            raise UnreadableConcept(Fault(message["fault"]), **message["detail"])
        progress(message["progress"])
    process.kill()
    # Without an answer it was ended by the clock, by a limit or for want of memory.
    raise UnreadableConcept(Fault.TAKES_TOO_LONG)
