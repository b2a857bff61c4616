"""Auswertung and the reading page in a browser: whole, accessible, narrow, printed."""

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.concepts import concepts, sections
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser

PAGES = ("/auswertung", "/konzept/lesen")


def open_page(page: Page, app: App, address: str) -> None:
    if address.startswith("/auswertung"):
        visit(page, f"{app.url}{address}")
        page.locator("ul.bars").first.wait_for()
    else:
        page.goto(f"{app.url}{address}")


@pytest.fixture(params=[("light", 1280), ("dark", 360)])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A window, wide or narrow, light or dark."""
    scheme, width = request.param
    opened = browser.new_context(
        locale="de-DE", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    yield opened
    opened.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_page_is_whole_without_barriers_and_from_here_alone(
    context: BrowserContext, app: App, address: str
) -> None:
    page = context.new_page()
    outside: list[str] = []
    failed: list[str] = []
    page.on("request", lambda each: outside.append(each.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    # Streamlit asks for two files below the address of a page, and then above it.
    page.on(
        "console",
        lambda said: (
            failed.append(said.text)
            if said.type == "error" and "/_stcore/" not in said.location["url"]
            else None
        ),
    )

    open_page(page, app, address)

    here = (app.url, app.url.replace("http", "ws"), "data:")
    assert [each for each in outside if not each.startswith(here)] == []
    assert failed == []
    assert faults_of(page) == []
    widths = "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
    wide = page.evaluate(f"{widths}.map(each => each ? each.scrollWidth : 0)")
    assert max(wide) <= page.evaluate("window.innerWidth")
    page.close()


def test_bars_are_as_long_as_their_share(page: Page, app: App) -> None:
    open_page(page, app, "/auswertung")

    bars = page.locator("ul.bars").first.locator("li")
    for place in range(bars.count()):
        value = bars.nth(place).locator(".value").inner_text()
        track = bars.nth(place).locator(".track").bounding_box()
        fill = bars.nth(place).locator(".fill").bounding_box()
        assert track
        assert fill
        assert fill["width"] / track["width"] == pytest.approx(
            int(value.split()[0]) / 100, abs=0.02
        )


def test_the_table_is_reached_by_keyboard_and_says_the_same(page: Page, app: App) -> None:
    open_page(page, app, "/auswertung")
    bars = page.locator("ul.bars").first.locator(".value").all_inner_texts()

    page.get_by_role("tab").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    table = page.get_by_role("table").first
    expect(table).to_be_visible()

    assert table.locator("tbody td:nth-child(2)").all_inner_texts() == bars
    assert faults_of(page) == []


def test_what_is_due_leads_to_its_section(page: Page, app: App) -> None:
    open_page(page, app, "/auswertung?bis=2030-01-01")

    link = page.locator("[data-testid=stPageLink-NavLink]").nth(1)
    name = link.inner_text()
    link.click()

    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    settle(page)


def test_the_reading_page_needs_no_script(browser: Browser, app: App) -> None:
    store = SqliteStore(app.database)
    last = sections(store, concepts(store)[-1].id)[-1]
    store.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{app.url}/konzept/lesen")

    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").count() == 1
    page.get_by_role("link", name=last.heading, exact=True).click()

    assert page.url.endswith(f"#{last.id}")
    expect(page.get_by_role("heading", name=last.heading, exact=True)).to_be_in_viewport()
    context.close()


def test_the_print_has_pages_of_a4_and_no_heading_at_their_foot(page: Page, app: App) -> None:
    store = SqliteStore(app.database)
    headings = {each.heading for each in sections(store, concepts(store)[-1].id)}
    store.close()
    page.goto(f"{app.url}/konzept/lesen")

    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    assert [round(float(each)) for each in printed.pages[0].mediabox[2:]] == [595, 842]
    last_lines = [each.extract_text().strip().splitlines()[-1] for each in printed.pages]
    in_text = last_lines[2:]  # the table of contents ends with one
    assert len(in_text) > 5
    assert [line for line in in_text if line in headings] == []
    assert f"3 / {len(printed.pages)}" in printed.pages[2].extract_text()
