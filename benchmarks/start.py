"""How long from starting the app to its first whole page, with the demo city loaded.

`python benchmarks/start.py [runs]` prints for each page the median seconds until the server
answers and until the page is whole in Chromium, beside an empty Streamlit app as the floor.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from accounts.identity import OPERATOR
from data.demo import load_demo
from data.sqlite_store import SqliteStore
from tests.browser import chromium
from tests.conftest import ROOT

PORT = 8791
PAGES = {"": "h1", "netzkarte": "[data-settled]", "konzept": "h1"}


def main() -> None:
    """Measure every page, and an empty app beside them."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        database = Path(folder) / "potsdam.db"
        store = SqliteStore(database)
        store.migrate()
        load_demo(store, OPERATOR)
        store.close()
        empty = Path(folder) / "empty.py"
        empty.write_text("import streamlit as st\nst.title('leer')\n")
        options = [f"--server.port={PORT}", "--server.headless=true"]
        floor = [sys.executable, "-m", "streamlit", "run", str(empty), *options]
        ours = [sys.executable, "-m", "views.command", "run", "--database", str(database)]
        report("empty app", [once(browser, floor, "", "h1") for _ in range(runs)])
        for page, whole in PAGES.items():
            report(page or "start page", [once(browser, ours, page, whole) for _ in range(runs)])
        browser.close()


def once(browser: Browser, command: list[str], page: str, whole: str) -> tuple[float, float]:
    """Start a server, open a page in a new window, and return both times in seconds."""
    begun = time.perf_counter()
    environment = {**os.environ, "BINDEGLIED_PORT": str(PORT)}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        url = f"http://localhost:{PORT}"
        while not _answers(url):
            time.sleep(0.02)
        answered = time.perf_counter() - begun
        context = browser.new_context()
        window = context.new_page()
        window.goto(f"{url}/{page}")
        window.wait_for_selector(whole)
        shown = time.perf_counter() - begun
        context.close()
    finally:
        server.terminate()
        server.wait()
    return answered, shown


def report(name: str, times: list[tuple[float, float]]) -> None:
    """Print the medians of one page."""
    answered, shown = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{name:12} answers after {answered:.2f} s, whole after {shown:.2f} s")


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/_stcore/health").status_code == 200
    except httpx.TransportError:
        return False


if __name__ == "__main__":
    main()
