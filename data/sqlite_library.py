"""One SQLite library for the whole process, without the WAL-reset bug.

Two libraries on one file drop each other's locks, and Python's own may be one of
3.7.0 to 3.51.2, in which a write-ahead log could be reset over committed data.
"""

import sys
from pathlib import Path

import pysqlite3
import pysqlite3.dbapi2

FIXED_IN = (3, 51, 3)
BACKPORTS = ((3, 44, 6), (3, 50, 7))
"""Patch levels of older series that carry the fix as well."""


def use_one() -> None:
    """Let every later `import sqlite3` get the bundled library."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version() -> str:
    """Return the version of the SQLite library in use."""
    return str(pysqlite3.sqlite_version)


def is_fixed() -> bool:
    """Say whether the library in use is free of the WAL-reset bug."""
    found = tuple(int(part) for part in version().split("."))
    return found >= FIXED_IN or any(
        found[:2] == series[:2] and found >= series for series in BACKPORTS
    )


def loaded_libraries() -> tuple[str, ...]:
    """Return the files of all SQLite libraries mapped into this process (Linux only)."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return ()
    paths = {line.split()[-1] for line in maps.read_text().splitlines() if "sqlite3" in line}
    return tuple(sorted(path for path in paths if path.startswith("/")))
