"""The process that reads one file: source on its standard input, answer on its standard output.

It gives up memory, time and the right to write files before it looks into the file, and says
nothing about what it read but the answer itself.
"""

import contextlib
import importlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from concept_review.draft import Draft, Format
from concept_review.files.container import MAX_BYTES
from concept_review.files.kind import kind_of
from concept_review.files.plain import draft_to_json
from concept_review.unreadable import Fault, UnreadableConcept

MAX_MEMORY = 768 * 1024 * 1024
"""Bytes of memory for reading one file."""
MAX_SECONDS = 7
"""Seconds of computing for reading one file."""
_MAX_TEXT_BYTES = 2_000_000  # `outline.MAX_BYTES`, whose module loads the Markdown parser
_OUT_OF_MEMORY = 2  # as libxml2 numbers its errors

Tell = Callable[[dict[str, Any]], None]


def read(source: bytes, tell: Tell = lambda _: None) -> Draft:
    """Return what the file says; raise `UnreadableConcept` and nothing else."""
    try:
        _check_size(len(source), MAX_BYTES)
        kind = kind_of(source)
        if kind is Format.MARKDOWN:
            _check_size(len(source), _MAX_TEXT_BYTES)
        tell({"progress": 0.1})
        # Only the reader of this kind is loaded: the others would cost a second.
        reader = importlib.import_module(f"concept_review.files.{kind.value}")
        _write_no_files()
        tell({"progress": 0.3})
        draft: Draft = (
            # Only a PDF takes long in even steps, page after page.
            reader.read(source, lambda share: tell({"progress": 0.3 + 0.6 * share}))
            if kind is Format.PDF
            else reader.read(source)
        )
    except Exception as error:  # noqa: BLE001  (libraries raise anything for a spoilt file)
        raise refusal(error) from None
    if not (draft.pieces or draft.accepted or draft.title):
        raise UnreadableConcept(Fault.EMPTY)
    return draft


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise UnreadableConcept(Fault.TOO_LARGE, bytes=size, limit=limit)


def refusal(error: BaseException) -> UnreadableConcept:
    """Return what a person is told instead of an error of a library."""
    if isinstance(error, UnreadableConcept):
        return error
    starved = type(error).__module__.startswith("lxml") and (
        getattr(error, "code", None) == _OUT_OF_MEMORY
    )
    if isinstance(error, MemoryError) or starved:
        return UnreadableConcept(Fault.TAKES_TOO_LONG)
    return UnreadableConcept(Fault.DAMAGED)


def main() -> None:
    """Read the file from the standard input and answer in lines of JSON."""
    channel = _own_channel()

    def tell(message: dict[str, Any]) -> None:
        channel.write(json.dumps(message).encode() + b"\n")
        channel.flush()

    _limit_memory_and_time()
    source = sys.stdin.buffer.read()
    try:
        tell({"draft": draft_to_json(read(source, tell))})
    except UnreadableConcept as error:
        tell({"fault": error.code.value, "detail": error.detail})
    except MemoryError:
        tell({"fault": Fault.TAKES_TOO_LONG.value, "detail": {}})


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


def _write_no_files() -> None:
    # After the import of a reader, whose compiled form may be written for the next time.
    if __name__ == "__main__":
        _limit("RLIMIT_FSIZE", 0)


def _limit(name: str, value: int) -> None:
    # Windows has no such limits; there the asking process ends this one by the clock alone.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (exists on Unix only)

        resource.setrlimit(getattr(resource, name), (value, value))


if __name__ == "__main__":
    main()
