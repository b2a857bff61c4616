"""Where the file of a network is read: in a process of its own that can do no harm."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from network.exchange.foreign import MAX_BYTES, ForeignNetwork, Format
from network.exchange.plain import network_from_plain, refusal_from_plain
from network.exchange.unreadable import Fault, UnreadableNetwork

MAX_WAIT: Final = 60.0
"""Seconds by the clock after which reading is stopped."""
_ROOT: Final = Path(__file__).resolve().parents[2]
_LONGEST_ANSWER: Final = 1_000_000_000
_KEPT_SETTINGS: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # without which Python might not start

Files = Sequence[tuple[str, bytes]]
Progress = Callable[[float], None]


def read_apart(
    files: Files,
    form: Format | None = None,
    group_column: str = "",
    progress: Progress | None = None,
    *,
    listed: bool = False,
    wait: float = MAX_WAIT,
) -> ForeignNetwork:
    """Return what one file holds, or several together, as `reading.read_files` does.

    With `listed` the second file lists the nodes, whatever it looks like. `progress` hears
    shares from 0 to 1. Raises `UnreadableNetwork` for every file that is not read to its end.
    """
    if sum(len(source) for _name, source in files) > MAX_BYTES:
        raise UnreadableNetwork(Fault.TOO_LARGE, limit=MAX_BYTES)
    asked = {
        "form": form.value if form else None,
        "group_column": group_column,
        "listed": listed,
        "files": [[name, len(source)] for name, source in files],
    }
    with subprocess.Popen(
        # Our own module, and nothing from outside on its command line.
        [sys.executable, "-P", "-s", "-m", "network.exchange.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_settings(),
        cwd=_ROOT,
    ) as process:
        clock = threading.Timer(wait, process.kill)
        clock.daemon = True
        clock.start()
        try:
            sources = (source for _name, source in files)
            return _answer(process, asked, sources, progress or (lambda _: None))
        finally:
            clock.cancel()
            process.kill()


def _settings() -> dict[str, str]:
    """Return the environment of the reading process: no secrets, only where modules are."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def _answer(
    process: "subprocess.Popen[bytes]",
    asked: dict[str, Any],
    sources: Iterable[bytes],
    progress: Progress,
) -> ForeignNetwork:
    if process.stdin is None or process.stdout is None:  # cannot be: both were asked for
        raise UnreadableNetwork(Fault.TAKES_TOO_LONG)
    # It may have ended already; that is told by the missing answer.
    with suppress(OSError):
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        for source in sources:
            process.stdin.write(source)
    with suppress(OSError):
        process.stdin.close()
    while line := process.stdout.readline(_LONGEST_ANSWER):
        if not line.endswith(b"\n"):
            break
        message: dict[str, Any] = json.loads(line)
        if "network" in message:
            return network_from_plain(message["network"])
        if "fault" in message:
            raise refusal_from_plain(message["fault"])
        progress(message["progress"])
    process.kill()
    # Without an answer it was ended by the clock, by a limit or for want of memory.
    raise UnreadableNetwork(Fault.TAKES_TOO_LONG)
