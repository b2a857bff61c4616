"""SQLite's errors in the words of the store port."""

import contextlib
import sqlite3
from collections.abc import Iterator

from data.store import Unavailable

_CODES = {
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_PERM": "cannot_open",
    "SQLITE_NOTADB": "not_a_database",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_READONLY": "read_only",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "failed",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
}


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Raise `Unavailable` for faults of file and machine; a broken rule stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = str(getattr(error, "sqlite_errorname", "") or "")
        for prefix, code in _CODES.items():
            if name.startswith(prefix):
                raise Unavailable(code) from error
        raise
