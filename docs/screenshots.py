"""Make the pictures of the README: one of each job, from the demo city.

Run it by `make screenshots`; it needs Debian's Chromium.
"""

import tempfile
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from playwright.sync_api import Page, sync_playwright

from accounts.identity import OPERATOR, Role
from data.concepts import concepts, sections
from data.demo import load_demo
from data.sqlite_store import SqliteStore
from tests.browser import App, chromium, served, sign_in, visit

PICTURES = Path(__file__).parent / "pictures"
SKELETON = "[data-testid=stSkeleton]"


def main() -> None:
    """Load the demo city, serve it, and take the three pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "potsdam.db"
        store = SqliteStore(database)
        store.migrate()
        load_demo(store, OPERATOR)
        section = _section(store)
        store.close()
        with served(database, Path(folder) / "server.log") as app, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
            page = context.new_page()
            _take(page, app, section)
            phone = browser.new_page(locale="de-DE", viewport={"width": 360, "height": 740})
            visit(phone, f"{app.url}/anmeldung")
            phone.get_by_label("Name der Organisation").wait_for()
            phone.wait_for_selector(SKELETON, state="detached")
            phone.screenshot(path=PICTURES / "anmeldung.png")
            browser.close()


def _take(page: Page, app: App, section: str) -> None:
    sign_in(page, app, "Musterkoordination", Role.COORDINATOR)
    visit(page, f"{app.url}/netzkarte")
    page.wait_for_selector("[data-settled]")
    page.get_by_label("Suche", exact=True).press_sequentially("migrantenb")
    page.get_by_role("button", name="Migrantenbeirat").first.click()
    page.get_by_role("heading", name="Migrantenbeirat").wait_for()
    page.screenshot(path=PICTURES / "netzkarte.png")
    visit(page, f"{app.url}/abschnitt?id={section}")
    page.get_by_role("button", name="Weiterhin aktuell").wait_for()
    page.wait_for_selector(SKELETON, state="detached")
    page.screenshot(path=PICTURES / "abschnitt.png")


def _section(store: SqliteStore) -> str:
    """Return the section that still counts on 450 people."""
    found = sections(store, concepts(store)[0].id)
    return next(each.id for each in found if each.title == "Zahlen und Prognose")


if __name__ == "__main__":
    main()
