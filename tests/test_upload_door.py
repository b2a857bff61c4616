"""Whose files come in: what anybody else sends never reaches Streamlit."""

import httpx

from accounts.identity import Role
from data.sqlite_store import SqliteStore
from tests.browser import App
from tests.test_identity_gate import Header, client, cookie, person


def test_only_who_may_propose_or_import_reaches_the_door_for_files(app: App) -> None:
    store = SqliteStore(app.database)

    def answer(*headers: Header) -> str:
        with client(app, headers) as visitor:
            door = f"{app.url}/_stcore/upload_file/{visitor.ask().session_id}/file"
            return httpx.put(door, files={"file": b"x"}, headers=list(headers)).text

    assert answer() == "Not found"
    assert answer(cookie(person(store, Role.ADMIN))) == "Not found"
    # Streamlit itself refuses what no page asked for, in other words.
    assert answer(cookie(person(store, Role.ORG_EDITOR))) != "Not found"
    store.close()


def test_who_brings_no_networks_brings_no_large_files(app: App) -> None:
    store = SqliteStore(app.database)
    large = b"x" * 11_000_000

    def answer(*headers: Header) -> int:
        with client(app, headers) as visitor:
            door = f"{app.url}/_stcore/upload_file/{visitor.ask().session_id}/file"
            return httpx.put(door, files={"file": large}, headers=list(headers)).status_code

    too_large = 413
    assert answer(cookie(person(store, Role.ORG_EDITOR))) == too_large
    assert answer(cookie(person(store, Role.COORDINATOR))) != too_large
    store.close()
