"""The embedded store: one SQLite file through sqlite-utils."""

import contextlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from sqlite_utils import Database

from data import migrations
from data.clock import timestamp
from data.sqlite_faults import translated
from data.store import Conflict, NotFound, Row, TooNew, Unavailable

_PRAGMAS = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged commits when power fails
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
)

_WRITER = threading.RLock()
"""One writer of this process at a time waits less than several that ask SQLite."""


class SqliteStore:
    """One connection to the file; see `data.store.Store` for what each method promises."""

    def __init__(self, path: Path | str) -> None:
        """Open the file, or make it in an existing folder."""
        with translated():
            self._connection = sqlite3.connect(str(path), timeout=10)
            try:
                for pragma in _PRAGMAS:
                    self._connection.execute(pragma)
            except sqlite3.Error:
                self._connection.close()
                raise
            self._database = Database(self._connection)
        self._tables: dict[str, frozenset[str]] = {}

    def migrate(self) -> tuple[str, ...]:
        """Apply pending migrations, alone even when several processes start at once."""
        with self.atomic():
            known = {migration.name for migration in migrations.ALL.pending(Database(memory=True))}
            done = {each.name for each in migrations.ALL.applied(self._database)}
            if done - known:
                raise TooNew(", ".join(sorted(done - known)))
            migrations.ALL.apply(self._database)
            applied = {each.name for each in migrations.ALL.applied(self._database)}
        self._tables.clear()
        return tuple(sorted(applied - done))

    def get(self, table: str, identifier: str) -> Row:
        """Return one record by its id."""
        rows = self.find(table, id=identifier)
        if not rows:
            raise NotFound(f"{table} {identifier}")
        return rows[0]

    def find(self, table: str, order: str = "id", **equal: object) -> list[Row]:
        """Return records by equal columns; None means that the column is empty."""
        self._check(table, order.removesuffix(" desc"), *equal)
        tests = [f'"{name}" is :{name}' for name in equal]
        where = f" where {' and '.join(tests)}" if tests else ""
        column, _, direction = order.partition(" ")
        return self.query(f'select * from "{table}"{where} order by "{column}" {direction}', equal)  # noqa: S608  (names are checked against the schema)

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Return the rows of one reading statement."""
        with translated():
            cursor = self._connection.execute(sql, parameters or {})
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def insert(self, table: str, row: Mapping[str, Any]) -> Row:
        """Add one record."""
        whole = self._stamped(table, row)
        with self.atomic(), translated():
            self._database.table(table).insert(whole)
        return whole

    def insert_all(self, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Add many records; those with the same columns by one prepared statement."""
        count = 0
        with self.atomic(), translated():
            for _names, alike in groupby(rows, key=tuple):
                whole = [self._stamped(table, row) for row in alike]
                columns = ", ".join(f'"{name}"' for name in whole[0])
                values = ", ".join(f":{name}" for name in whole[0])
                statement = f'insert into "{table}" ({columns}) values ({values})'  # noqa: S608  (names are checked against the schema)
                self._connection.executemany(statement, whole)
                count += len(whole)
        return count

    def update(
        self, table: str, identifier: str, changes: Mapping[str, Any], *, expected: int
    ) -> Row:
        """Change one record in one statement that tests the revision itself."""
        self._check(table, *changes)
        stamped = {**changes, "revision": expected + 1, "modified_at": timestamp()}
        assignments = ", ".join(f'"{name}"=:{name}' for name in stamped)
        with self.atomic(), translated():
            cursor = self._connection.execute(
                f'update "{table}" set {assignments} where id=:_id and revision=:_expected',  # noqa: S608  (names are checked against the schema)
                {**stamped, "_id": identifier, "_expected": expected},
            )
            if cursor.rowcount == 1:
                return self.get(table, identifier)
        raise Conflict(self.get(table, identifier))

    def delete(self, table: str, **equal: object) -> int:
        """Remove rows by equal columns; at least one column must be given."""
        self._check(table, *equal)
        if not equal:
            raise ValueError("name the rows to remove")
        tests = " and ".join(f'"{name}" is :{name}' for name in equal)
        with self.atomic(), translated():
            return int(
                self._connection.execute(f'delete from "{table}" where {tests}', equal).rowcount  # noqa: S608  (names are checked against the schema)
            )

    def index(self, kind: str, identifier: str, text: str) -> None:
        """Replace the words by which a record is found."""
        self.index_all(kind, {identifier: text})

    def index_all(self, kind: str, texts: Mapping[str, str]) -> None:
        """Replace the words of many; looking for those of before goes through all, so once."""
        if not texts:
            return
        with self.atomic(), translated():
            self._connection.execute(
                "delete from search_index where kind=?"
                " and subject_id in (select value from json_each(?))",
                (kind, json.dumps(list(texts))),
            )
            self._connection.executemany(
                "insert into search_index(kind, subject_id, text) values (?, ?, ?)",
                ((kind, identifier, text) for identifier, text in texts.items()),
            )

    def search(self, kind: str, words: Sequence[str], limit: int = 20) -> list[str]:
        """Find by the beginnings of words, best rank first (FTS5, bm25)."""
        terms = [f'"{word.replace(chr(34), "")}"*' for word in words if word.strip()]
        if not terms:
            return []
        rows = self.query(
            "select subject_id from search_index where kind=:kind and text match :terms"
            " order by rank limit :limit",
            {"kind": kind, "terms": " ".join(terms), "limit": limit},
        )
        return [row["subject_id"] for row in rows]

    @contextlib.contextmanager
    def atomic(self) -> Iterator[None]:
        """Begin immediately, since a deferred transaction that turns to writing is refused."""
        if self._connection.in_transaction:
            with self._database.atomic():
                yield
            return
        with _WRITER:
            with translated():
                self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                with translated():
                    self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise

    def backup(self, target: Path) -> None:
        """Copy by `VACUUM INTO` beside the target, check the copy, then rename it."""
        partial = target.with_name(f"{target.name}.partial")
        partial.unlink(missing_ok=True)
        try:
            with translated():
                self._connection.execute("VACUUM INTO ?", (str(partial),))
            copy = SqliteStore(partial)
            try:
                if copy.faults():
                    raise Unavailable("damaged")
                copy.query("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def faults(self) -> list[str]:
        """Ask SQLite for broken pages and for references that lead nowhere."""
        try:
            pages = [row["integrity_check"] for row in self.query("PRAGMA integrity_check")]
            links = self.query("PRAGMA foreign_key_check")
        except Unavailable as fault:
            return [fault.code]
        broken = [text for text in pages if text != "ok"]
        return broken + [f"{row['table']} → {row['parent']}" for row in links]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _stamped(self, table: str, row: Mapping[str, Any]) -> Row:
        self._check(table, *row)
        columns, now = self._tables[table], timestamp()
        stamps = {"revision": 1, "created_at": now, "modified_at": now}
        return {name: value for name, value in stamps.items() if name in columns} | dict(row)

    def _check(self, table: str, *names: str) -> None:
        """Refuse names that are not in the schema, for they become part of the statement."""
        if table not in self._tables:
            rows = self.query("select name from pragma_table_info(:table)", {"table": table})
            self._tables[table] = frozenset(cast("str", row["name"]) for row in rows)
        unknown = set(names) - self._tables[table]
        if unknown or not self._tables[table]:
            raise ValueError(f"no such column in {table}: {sorted(unknown)}")
