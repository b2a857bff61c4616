"""A running app and a Chromium for tests of what only a browser shows."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.sqlite_store import SqliteStore
from tests.conftest import ROOT, in_ci

# A page may be drawn late while other tests keep the machine busy.
expect.set_options(timeout=20_000)

PASSWORD = "vier Wörter sind genug"


def chromium() -> str:
    """Return Debian's Chromium; without one the test is skipped, or fails in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        message = "no Chromium found: install the package chromium for the browser tests"
        if in_ci():
            pytest.fail(message)
        pytest.skip(message)
    return found


@dataclass(frozen=True)
class App:
    """A server on this machine with a database of its own."""

    url: str
    database: Path

    def invitation(self, name: str, role: Role) -> str:
        """Add an account and return the address of its one-time link."""
        store = SqliteStore(self.database)
        token = add_account(store, OPERATOR, name, name.casefold(), role).token
        store.close()
        return f"{self.url}/einladung/{token}"


@contextmanager
def served(database: Path, log: Path) -> Iterator[App]:
    """Serve a database until the test is over."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "BINDEGLIED_DATABASE": str(database),
        "BINDEGLIED_PORT": str(port),
        "BINDEGLIED_REMINDERS": "off",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "views.command", "run"],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        url = f"http://127.0.0.1:{port}"
        try:
            _wait_until_ready(server, url, log)
            yield App(url, database)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_ready(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    transport = httpx.HTTPTransport(retries=100)
    with httpx.Client(transport=transport) as client:
        for _ in range(600):
            if server.poll() is not None:
                pytest.fail(f"the server stopped: {log.read_text()}")
            try:
                if client.get(f"{url}/_stcore/health").text == "ok":
                    return
            except httpx.TransportError:
                continue
    pytest.fail(f"the server never became ready: {log.read_text()}")


def sign_in(page: Page, app: App, name: str, role: Role) -> None:
    """Open a one-time link, choose a password, and arrive on the start page."""
    page.goto(app.invitation(name, role))
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_label("Passwort wiederholen", exact=True).fill(PASSWORD)
    page.get_by_role("button").click()
    page.get_by_role("heading", level=1).wait_for()
    settle(page)


def settle(page: Page) -> None:
    """Wait until Streamlit has finished the run that is under way."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def visit(page: Page, address: str) -> None:
    """Open a page and wait until it is whole."""
    page.goto(address)
    page.locator("[data-testid=stMain] h1").first.wait_for()
    settle(page)
