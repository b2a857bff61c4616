"""What was acknowledged is kept, whole and recorded, even if the process dies at once."""

import signal
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest

from data.concepts import concepts, sections
from data.events import broken_event, events
from data.sqlite_store import SqliteStore
from tests.conftest import ROOT

WRITER = textwrap.dedent("""
    import sys

    import data

    from accounts.identity import OPERATOR
    from concept_review.review import Verdict
    from data.concepts import section
    from data.reviews import review
    from data.sqlite_store import SqliteStore

    store, fingerprints = SqliteStore(sys.argv[1]), {}
    wanted = sys.argv[2:]
    for identifier in wanted:
        fingerprints[identifier] = section(store, identifier).fingerprint
    while True:
        for identifier, fingerprint in fingerprints.items():
            made = review(
                store, OPERATOR, identifier, Verdict.STILL_CURRENT, "Geprüft.",
                fingerprint=fingerprint
            )
            print(made.id, flush=True)
""")
MOMENTS = [step / 400 for step in range(10)]
"""Seconds that a writer lives on after its first acknowledged write."""


@pytest.fixture
def city(demo_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "potsdam.db"
    path.write_bytes(demo_file.read_bytes())
    return path


def some_sections(path: Path) -> list[str]:
    store = SqliteStore(path)
    found = [each.id for each in sections(store, concepts(store)[0].id) if each.reviewable]
    store.close()
    return found[:3]


def start_writer(path: Path, wanted: list[str]) -> subprocess.Popen[str]:
    """Start a process that reviews again and again, and prints each review once it is kept."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), *wanted],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def acknowledged_until_killed(path: Path, wanted: list[str], moment: float) -> list[str]:
    """Kill a writer amid its writing; return all that it acknowledged."""
    with start_writer(path, wanted) as writer:
        assert writer.stdout is not None
        heard = [writer.stdout.readline()]
        with suppress(subprocess.TimeoutExpired):
            writer.wait(timeout=moment)
        writer.kill()
        heard += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return [line.strip() for line in heard if line.endswith("\n")]


def recorded_reviews(store: SqliteStore) -> set[str]:
    """Return the ids of reviews that the log tells of."""
    rows = store.query(
        "select json_extract(detail, '$.review') as id from events where verb = 'reviewed'"
    )
    return {row["id"] for row in rows}


def test_a_killed_process_loses_nothing_that_it_acknowledged(city: Path) -> None:
    wanted, acknowledged = some_sections(city), list[str]()
    before = SqliteStore(city)
    kept, logged = len(before.find("reviews")), len(events(before))
    before.close()

    for moment in MOMENTS:
        acknowledged += acknowledged_until_killed(city, wanted, moment)

        store = SqliteStore(city)
        reviews = {row["id"] for row in store.find("reviews")}
        assert store.faults() == []
        assert broken_event(store) is None
        assert set(acknowledged) <= reviews
        assert recorded_reviews(store) == reviews
        assert len(events(store)) - logged == len(reviews) - kept
        store.close()

    assert len(acknowledged) == len(set(acknowledged)) >= len(MOMENTS)
