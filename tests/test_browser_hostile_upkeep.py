"""Texts of strangers on the pages of registration, upkeep and reshaping are text, in Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.entry_links import Purpose, issue
from data.sqlite_store import SqliteStore
from tests.browser import App, served, sign_in, visit
from tests.hostile_upkeep import plant_hostile
from tests.test_browser_injections import FOREIGN, watched

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Hostile:
    """The server, and what to look at: pages of the coordination, and plain pages."""

    app: App
    pages: list[str]
    plain: list[str]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    folder: Path = tmp_path_factory.mktemp("hostile_upkeep")
    store = SqliteStore(folder / "x.db")
    store.migrate()
    one, other, registered = plant_hostile(store)
    with store.atomic():
        tie = ("relations", store.find("relations")[0]["id"])
        links = [
            (
                "/eintrag/oeffnen",
                issue(store, Purpose.OPEN_ENTRY, "a@b.example", organization_id=one),
            ),
            (
                "/eintrag/stimmt",
                issue(store, Purpose.STILL_RIGHT, "a@b.example", organization_id=one),
            ),
            (
                "/beziehung",
                issue(store, Purpose.SETTLE_TIE, "a@b.example", organization_id=one, tie=tie),
            ),
            (
                "/anmeldung/antwort",
                issue(store, Purpose.ANSWER, "a@b.example", registration_id=registered[1]),
            ),
            (
                "/anmeldung/bestaetigen",
                issue(store, Purpose.CONFIRM_EMAIL, "a@b.example", registration_id=registered[0]),
            ),
        ]
    store.close()
    pages = [f"/anmeldungen?id={each}" for each in registered]
    pages += [f"/anmeldungen?liste={each}" for each in ("asked", "decided", "changes", "waiting")]
    pages += [f"/eintrag?id={one}", f"/organisation?id={one}", f"/netzkarte?stelle={one}"]
    pages += [f"/umgestalten?id={one}&was={each}" for each in ("umbenennen", "aufloesen")]
    pages += [f"/umgestalten?id={one}&was=zusammenfuehren&mit={other}"]
    pages += [f"/umgestalten?id={one}&was=nachfolge", "/mailtexte", "/postausgang"]
    plain = [f"{path}/{issued.token}" for path, issued in links]
    plain += [f"/eintrag/link?id={one}", f"/netzkarte/text?stelle={one}"]
    with served(folder / "x.db", folder / "server.log") as running:
        yield Hostile(running, pages, plain)


def test_every_page_of_the_coordination_shows_text(hostile: Hostile, browser: Browser) -> None:
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, hostile.app, "Ada", Role.COORDINATOR)
    for address in hostile.pages:
        with watched(page, hostile.app):
            visit(page, hostile.app.url + address)
            main = page.get_by_test_id("stMain")
            expect(main, address).to_contain_text("onerror", use_inner_text=True)
    page.context.close()


def test_every_plain_page_behind_a_link_shows_text(hostile: Hostile, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in hostile.plain:
        answer = page.goto(hostile.app.url + address)
        assert answer, address
        assert answer.status == 200, address
        assert "onerror" in page.content()
        assert page.evaluate("window.PWN") is None
        assert page.locator("body").evaluate(FOREIGN) == [], address
    assert [each for each in asked if not each.startswith(hostile.app.url)] == []
