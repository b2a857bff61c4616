"""How quick the inbox of registrations is in which 1,000 wait.

`PYTHONPATH=. python benchmarks/inbox.py` lets 1,000 lie in the inbox of the demo city, signs the
coordination in, and prints the seconds of one run of the page (without the browser) for each
thing that it does there.
"""

import os
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Role
from benchmarks.duplicate_names import endless, seeded
from data.demo import load_demo
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.test_pages import app, turn_to
from tests.test_registration_inbox import put

MANY = 1_000


def main() -> None:
    """Fill the inbox, do what a coordinator does, and print how long each took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inbox.db"
        os.environ["BINDEGLIED_DATABASE"] = str(path)
        store = SqliteStore(path)
        store.migrate()
        load_demo(store, OPERATOR)
        with store.atomic():
            fill(store)
        desk, other_desk = app(store, Role.COORDINATOR), app(store)
        other_desk.user = desk.user
        other_desk.run()
        decide_one(turn_to(desk, "registrations"))
        decide_many(turn_to(other_desk, "registrations"))
        store.close()


def fill(store: Store) -> None:
    """Let registrations wait that are named as organisations are."""
    for number, name in enumerate(islice(endless(seeded(1)), MANY)):
        put(store, name, number)


def decide_one(opened: AppTest) -> None:
    """Look through the list, and open and publish one."""
    measured("the list again", 5, opened.run)
    words = iter(("verein", "haus", "ini", "zentrum", ""))
    measured("a search", 5, lambda: _search(opened, next(words)))
    measured("one opened", 1, lambda: opened.button(key=_first(opened, "open_")).click().run())
    measured(
        "one published", 1, lambda: opened.button(key=_first(opened, "confirm_")).click().run()
    )


def decide_many(opened: AppTest) -> None:
    """Publish a page of the list at once."""
    measured("all of a page chosen", 1, lambda: opened.button(key="choose_all").click().run())
    batch = "confirm_registrations_batch"
    measured("a page of them published", 1, lambda: opened.button(key=batch).click().run())


def measured(what: str, times: int, act: Callable[[], AppTest]) -> None:
    """Print the median and the longest of several runs."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        run = act()
        found.append(time.perf_counter() - began)
        if run.exception:
            raise RuntimeError(run.exception[0].message)
    print(f"{what}: {median(found):.2f} s, longest {max(found):.2f} s")


def _search(opened: AppTest, word: str) -> AppTest:
    return opened.text_input(key="registrations_search").set_value(word).run()


def _first(opened: AppTest, start: str) -> str:
    return next(str(each.key) for each in opened.button if str(each.key).startswith(start))


if __name__ == "__main__":
    main()
