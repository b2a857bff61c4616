"""The process that reads the file of a network: asked on its input, answering on its output.

It gives up memory, time and the right to write files before it looks into a file, and says
nothing about what it read but the answer itself.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final

from network.exchange.foreign import ForeignNetwork, Format
from network.exchange.plain import network_to_plain, refusal_to_plain
from network.exchange.reading import read_files, read_network
from network.exchange.unreadable import Fault, UnreadableNetwork

MAX_MEMORY: Final = 1_024 * 1024 * 1024
"""Bytes of address space for reading; what is really used is much less."""
MAX_SECONDS: Final = 45
"""Seconds of computing for reading."""
_OUT_OF_MEMORY: Final = 2  # as libxml2 numbers its errors

Tell = Callable[[dict[str, Any]], None]


def read(asked: dict[str, Any], source: BinaryIO) -> ForeignNetwork:
    """Return what was asked for; raise `UnreadableNetwork` and nothing else."""
    try:
        files = [(name, source.read(size)) for name, size in asked["files"]]
        form = Format(asked["form"]) if asked["form"] else None
        if asked["listed"]:
            (name, first), (_name, nodes) = files
            return read_network(first, name, form, nodes, asked["group_column"])
        return read_files(files, form, asked["group_column"])
    except Exception as error:  # noqa: BLE001  (libraries raise anything for a spoilt file)
        raise refusal(error) from None


def refusal(error: BaseException) -> UnreadableNetwork:
    """Return what a person is told instead of an error of a library."""
    if isinstance(error, UnreadableNetwork):
        return error
    starved = type(error).__module__.startswith("lxml") and (
        getattr(error, "code", None) == _OUT_OF_MEMORY
    )
    if isinstance(error, MemoryError) or starved:
        return UnreadableNetwork(Fault.TAKES_TOO_LONG)
    return UnreadableNetwork(Fault.DAMAGED)


def main() -> None:
    """Read what is asked for on the standard input and answer in lines of JSON."""
    channel = _own_channel()

    def tell(message: dict[str, Any]) -> None:
        channel.write(json.dumps(message).encode() + b"\n")
        channel.flush()

    _limit_memory_and_time()
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    _load(asked)
    _limit("RLIMIT_FSIZE", 0)
    tell({"progress": 0.1})
    try:
        network = read(asked, sys.stdin.buffer)
        tell({"progress": 0.8})
        tell({"network": network_to_plain(network)})
    except UnreadableNetwork as error:
        tell({"fault": refusal_to_plain(error)})
    except MemoryError:
        tell({"fault": refusal_to_plain(UnreadableNetwork(Fault.TAKES_TOO_LONG))})


def _load(asked: dict[str, Any]) -> None:
    """Load the library for workbooks while its compiled form may still be written."""
    if any(name.lower().endswith((".xlsx", ".xlsm")) for name, _size in asked["files"]):
        import openpyxl  # noqa: F401, PLC0415  (only workbooks need it)


def _own_channel() -> BinaryIO:
    """Return the way to the asking process; what a library prints goes nowhere."""
    channel = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return channel


def _limit_memory_and_time() -> None:
    _limit("RLIMIT_AS", MAX_MEMORY)
    _limit("RLIMIT_CPU", MAX_SECONDS)
    _limit("RLIMIT_CORE", 0)


def _limit(name: str, value: int) -> None:
    # Windows has no such limits; there the asking process ends this one by the clock alone.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (exists on Unix only)

        resource.setrlimit(getattr(resource, name), (value, value))


if __name__ == "__main__":
    main()
