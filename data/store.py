"""The port to the store: what every engine can do, and the words for what goes wrong.

StoreError
├── NotFound        no such record
├── Conflict        somebody changed the record since it was read
├── AlreadyDone     this very form was saved before
├── Unavailable     the store cannot be opened, read or written
└── TooNew          the store was written by a newer version of the program
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

Row = dict[str, Any]


class StoreError(Exception):
    """Anything that the store refuses."""


class NotFound(StoreError):
    """There is no such record."""


class Conflict(StoreError):
    """The record was changed since it was read; `current` is how it stands now."""

    def __init__(self, current: Row) -> None:
        """Keep the present record, for the page to show."""
        super().__init__(str(current.get("id")))
        self.current = current


class AlreadyDone(StoreError):
    """The form with this key was saved before; `subject_id` is what it made."""

    def __init__(self, subject_id: str) -> None:
        """Keep what the first saving made."""
        super().__init__(subject_id)
        self.subject_id = subject_id


class Unavailable(StoreError):
    """The store cannot be used; `code` says why.

    Codes: `cannot_open`, `not_a_database`, `damaged`, `read_only`, `full`, `busy`, `failed`.
    """

    def __init__(self, code: str) -> None:
        """Keep the reason as a code that pages translate."""
        super().__init__(code)
        self.code = code


class TooNew(StoreError):
    """The store has migrations that this program does not know."""


class Store(Protocol):
    """One connection to the store, for one thread, one script run or one request."""

    def migrate(self) -> tuple[str, ...]:
        """Bring the schema up to date and return the migrations applied now."""

    def get(self, table: str, identifier: str) -> Row:
        """Return one record; raise `NotFound`."""

    def find(self, table: str, order: str = "id", **equal: object) -> list[Row]:
        """Return the records whose columns equal the given values, in order of a column."""

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Return the rows of a reading statement with named parameters (`:name`)."""

    def insert(self, table: str, row: Mapping[str, Any]) -> Row:
        """Add a record, with revision and times where its table has them, and return it."""

    def insert_all(self, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Add many records and return how many."""

    def update(
        self, table: str, identifier: str, changes: Mapping[str, Any], *, expected: int
    ) -> Row:
        """Change a record if its revision is still the expected one; else raise `Conflict`."""

    def delete(self, table: str, **equal: object) -> int:
        """Remove rows for good: only for keys, sessions and personal data."""

    def index(self, kind: str, identifier: str, text: str) -> None:
        """Make a record findable by the words of a text."""

    def index_all(self, kind: str, texts: Mapping[str, str]) -> None:
        """Make many records findable, each id by the words of its text."""

    def search(self, kind: str, words: Sequence[str], limit: int = 20) -> list[str]:
        """Return ids of records that have words beginning with each given word, best first."""

    def atomic(self) -> AbstractContextManager[None]:
        """Hold one transaction: all of it is kept, or none. Nests as savepoints."""

    def backup(self, target: Path) -> None:
        """Write a whole, checked copy of the store to a file."""

    def faults(self) -> list[str]:
        """Return what the engine finds broken in its own files; empty where all is well."""

    def close(self) -> None:
        """Give the connection back."""
