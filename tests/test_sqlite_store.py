"""What only the SQLite engine promises: its settings, its files, its one library."""

import subprocess
import sys
from pathlib import Path

import pytest

from data import sqlite_library
from data.sqlite_store import SqliteStore
from data.store import TooNew, Unavailable
from tests.conftest import ROOT


def pragma(store: SqliteStore, name: str) -> object:
    return next(iter(store.query(f"PRAGMA {name}")[0].values()))


def test_every_connection_is_durable_and_strict(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "a.db")

    found = {
        name: pragma(store, name)
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    store.close()


def test_the_library_is_one_without_the_wal_reset_bug() -> None:
    assert sqlite_library.is_fixed(), sqlite_library.version()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux")
def test_the_whole_app_maps_exactly_one_sqlite_library() -> None:
    script = (
        "import app, views.command, data.sqlite_store, data.sqlite_library, sqlite3, sys;"
        "data.sqlite_store.SqliteStore(':memory:').migrate();"
        "print(len(data.sqlite_library.loaded_libraries()))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "1"


def test_a_file_that_is_no_database_is_named_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Sehr geehrte Damen und Herren, " * 100)

    with pytest.raises(Unavailable) as fault:
        SqliteStore(path)

    assert fault.value.code == "not_a_database"
    assert path.read_text().startswith("Sehr geehrte")


def test_a_missing_folder_is_named_so(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as fault:
        SqliteStore(tmp_path / "nowhere" / "a.db")

    assert fault.value.code == "cannot_open"


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "a.db")
    store.migrate()
    store.insert(
        "_sqlite_migrations",
        {"migration_set": "bindeglied", "name": "m9999_later", "applied_at": "2030-01-01"},
    )

    with pytest.raises(TooNew):
        store.migrate()

    store.close()


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = SqliteStore(path)
    store.migrate()
    store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\x00" * 4096
    path.write_bytes(content)

    damaged = SqliteStore(path)

    assert damaged.faults() != []
    damaged.close()
