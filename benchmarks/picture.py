"""How long until the picture of a town has settled, ours beside its peers, in one run.

`python -m benchmarks.picture [SIZE ...] [--patience 240] [--only-ours] [--quick] [--runs 3]`
prints for every size the median seconds in headless Chromium from navigation to a picture
that rests: pyvis' own page with its physics, the same with stored places, streamlit-agraph,
our picture alone, and our whole page in its app; then the whole page against the first paint
of an empty Streamlit app, and a click on a node against that app's rerun.
"""

import argparse
import contextlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
import httpx
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from benchmarks import browser_signs, peer_pages
from benchmarks.browser_signs import WATCH, clicked, counted, first_paint, rested, settled_at
from benchmarks.town import load, region, town
from data.positions import positions
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.graph import Graph, build_graph
from network.layout import Point
from tests.browser import chromium, served


@dataclass(frozen=True, slots=True)
class Town:
    """A town, its places, and the database that holds both."""

    graph: Graph
    places: dict[str, Point]
    database: Path


def main() -> None:
    """Measure all sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 500, 2_000, 10_000])
    parser.add_argument("--patience", type=float, default=240, help="seconds for one picture")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--quick", action="store_true", help="without what takes minutes")
    asked = parser.parse_args()
    browser_signs.patience = asked.patience
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        agraph = None
        if not (asked.only_ours or asked.quick):
            agraph = peer_pages.agraph_python(Path("/tmp/agraph_venv"))  # noqa: S108
        if agraph is None:
            print("streamlit-agraph is left out: not asked for, or it could not be installed")
        for size in asked.sizes:
            bench = Bench(browser, folder, made(folder, size), asked.runs, asked.patience)
            print(f"\n{size} organisations, {len(bench.town.graph)} nodes, median seconds")
            bench.pictures(agraph, only_ours=asked.only_ours, quick=asked.quick)
            bench.page()
        browser.close()


def made(folder: Path, size: int) -> Town:
    """Make a town in a database of its own."""
    database = folder / f"{size}.db"
    store = SqliteStore(database)
    store.migrate()
    load(store, (region if size >= 50_000 else town)(size))
    graph, places = build_graph(roster(store), None), positions(store)
    store.close()
    return Town(graph, places, database)


@dataclass(slots=True)
class Bench:
    """Opens one page after the other in fresh windows of one browser."""

    browser: Browser
    folder: Path
    town: Town
    runs: int
    patience: float

    def pictures(self, agraph: Path | None, *, only_ours: bool, quick: bool) -> None:
        """Print the times of the pictures, and how many times as long as ours they take."""
        graph, places = self.town.graph, self.town.places
        drawing = peer_pages.our_drawing(graph, places)
        alone = self.median(lambda page: self._settled_file(page, drawing))
        rows = {"ours, picture alone": alone}
        if not only_ours:
            fixed = peer_pages.pyvis_page(graph, places)
            rows["pyvis, stored places"] = self.median(lambda page: self._settled_html(page, fixed))
        if not only_ours and not quick:
            moving = peer_pages.pyvis_page(graph, None)
            rows["pyvis, its own page"] = self.once(lambda page: self._settled_html(page, moving))
        if agraph is not None:
            script = peer_pages.agraph_app(self.folder, graph)
            with app(agraph, script) as url:
                rows["streamlit-agraph"] = self.once(lambda page: rested(page, url))
        for name, seconds in rows.items():
            ratio = "" if seconds is None or not alone else f"{seconds / alone:8.1f} times ours"
            told = f"not within {self.patience:.0f} s" if seconds is None else f"{seconds:8.2f}"
            print(f"  {name:24}{told} {ratio}", flush=True)

    def page(self) -> None:
        """Print the whole page and a click, beside an empty app."""
        empty = self.folder / "empty.py"
        empty.write_text(peer_pages.EMPTY, "utf-8")
        with app(Path(sys.executable), empty) as url:
            paint = self.median(lambda page: first_paint(page, url))
            rerun = self.median(lambda page: counted(page, url))
        with served(self.town.database, self.folder / "server.log") as ours:
            address = f"{ours.url}/netzkarte?ebene=alle"
            whole = self.median(lambda page: self._whole(page, address))
            overview = self.median(lambda page: self._whole(page, f"{ours.url}/netzkarte"))
            click = self.median(lambda page: clicked(page, address))
        compare("whole page, all nodes", whole, "an empty app", paint)
        compare("whole page, as it opens", overview, "an empty app", paint)
        compare("click to details", click, "an empty app's rerun", rerun)

    def once(self, measure: Callable[[Page], float]) -> float | None:
        """Return the seconds of one opening in a fresh window; None where patience ends."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
        context.add_init_script(WATCH)
        context.route(_elsewhere, lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(self.patience * 1000)
        try:
            return measure(page)
        except (Error, TimeoutError) as fault:
            if "Timeout" not in f"{type(fault)} {fault}":
                print(f"  {str(fault).splitlines()[0]}")
            return None
        finally:
            context.close()

    def median(self, measure: Callable[[Page], float]) -> float | None:
        """Return the median of several openings; the first one only warms up."""
        if self.once(measure) is None:
            return None
        found = [self.once(measure) for _ in range(self.runs)]
        return statistics.median([each for each in found if each is not None] or [float("nan")])

    def _settled_html(self, page: Page, html: str) -> float:
        page.route(
            "http://bench/", lambda route: route.fulfill(body=html, content_type="text/html")
        )
        page.goto("http://bench/", wait_until="commit")
        return settled_at(page)

    def _settled_file(self, page: Page, drawing: bytes) -> float:
        def answer(route: Route) -> None:
            found = peer_pages.ours_alone("/" + route.request.url.split("/", 3)[3], drawing)
            if found is None:
                route.fulfill(status=404)
            else:
                route.fulfill(body=found[0], content_type=found[1])

        page.route("http://bench/**", answer)
        page.goto("http://bench/", wait_until="commit")
        return settled_at(page)

    def _whole(self, page: Page, address: str) -> float:
        page.goto(address, wait_until="commit")
        return settled_at(page)


def _elsewhere(url: str) -> bool:
    return "://127.0.0.1" not in url and "://bench/" not in url


def compare(name: str, ours: float | None, other: str, theirs: float | None) -> None:
    """Print one ratio."""
    if ours is None or not theirs:
        print(f"  {name:24}not measured")
    else:
        print(f"  {name:24}{ours:8.3f} = {ours / theirs:.2f} times {other} ({theirs:.3f})")


@contextlib.contextmanager
def app(python: Path, script: Path) -> Iterator[str]:
    """Serve a Streamlit script while it is measured."""
    port = free_port()
    options = [
        f"--server.port={port}",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]
    command = [str(python), "-m", "streamlit", "run", str(script), *options]
    url = f"http://127.0.0.1:{port}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
    try:
        for _ in range(300):
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{url}/_stcore/health").text == "ok":
                    break
            time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


if __name__ == "__main__":
    main()
