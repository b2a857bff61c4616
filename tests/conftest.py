"""What many tests need: a store that is really SQLite, and people who act on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
import pytest
from hypothesis import HealthCheck, settings

from accounts.identity import OPERATOR, Identity, Role
from data.demo import load_demo
from data.sqlite_store import SqliteStore
from data.store import Store

# No law fails because the machine is busy; in CI the same examples come every time.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")

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


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Start Debian's Chromium, since Playwright's own download is not wanted."""
    from tests.browser import chromium  # noqa: PLC0415  (plain tests need no Playwright)

    return {
        "executable_path": chromium(),
        "args": ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    }


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """Browse as most people of the city do."""
    return {"locale": "de-DE", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(autouse=True)
def _patience(request: pytest.FixtureRequest) -> None:
    """Let a browser test fail after twenty seconds instead of thirty."""
    if "context" in request.fixturenames:
        request.getfixturevalue("context").set_default_timeout(20_000)


@pytest.fixture(scope="module")
def app(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Serve a copy of the demo city for the tests of one module."""
    from tests.browser import served  # noqa: PLC0415  (plain tests need no Playwright)

    folder = tmp_path_factory.mktemp("served")
    database = folder / "potsdam.db"
    database.write_bytes(demo_file.read_bytes())
    with served(database, folder / "server.log") as running:
        yield running
