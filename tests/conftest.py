"""What many tests need: a store that is really SQLite, and people who act on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
import pytest

from accounts.identity import OPERATOR, Identity, Role
from data.demo import load_demo
from data.sqlite_store import SqliteStore
from data.store import Store

ROOT = Path(__file__).resolve().parent.parent

COORDINATOR = Identity("coordinator", "Koordination", Role.COORDINATOR)
STAFF = Identity("staff", "Fachbereich", Role.STAFF)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store with the present schema."""
    opened = SqliteStore(tmp_path / "bindeglied.db")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the demo city in it; copy it before writing."""
    path = tmp_path_factory.mktemp("demo") / "potsdam.db"
    opened = SqliteStore(path)
    opened.migrate()
    load_demo(opened, OPERATOR)
    copy = path.with_name("copy.db")
    opened.backup(copy)
    opened.close()
    return copy


@pytest.fixture
def demo_path(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo city that the app of this test uses."""
    path = tmp_path / "potsdam.db"
    path.write_bytes(demo_file.read_bytes())
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    return path


@pytest.fixture
def demo_store(demo_path: Path) -> Iterator[Store]:
    """The demo city, for this test alone."""
    opened = SqliteStore(demo_path)
    yield opened
    opened.close()


def in_ci() -> bool:
    """Whether this is the project's own check, where nothing may be skipped."""
    return os.environ.get("CI") == "true"
