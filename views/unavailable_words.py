"""Why the store cannot be used, and what to do about it."""

from collections.abc import Mapping
from typing import Final

from data.store import Unavailable
from views.words import _, mark

_CODES: Final[Mapping[str, str]] = {
    "cannot_open": mark(
        "The database cannot be opened. Does its folder exist, and may it be read?"
    ),
    "not_a_database": mark("The file is no database of Bindeglied. Nothing was changed."),
    "damaged": mark("The database is damaged. Please restore the last backup."),
    "read_only": mark("The database can only be read just now. Nothing was saved."),
    "full": mark("The disk of the server is full. Nothing was saved; please tell your operator."),
    "busy": mark("The store is busy just now. Nothing was saved; please try again."),
    "failed": mark("The database could not be read or written. Nothing was saved."),
}


def unavailable_text(fault: Unavailable) -> str:
    """Return the reason in the reader's language."""
    return _(_CODES[fault.code])


def fault_text(fault: str) -> str:
    """Return what the engine found broken; a sentence of SQLite's own is named as such."""
    return _(_CODES[fault]) if fault in _CODES else f"SQLite: {fault}"
