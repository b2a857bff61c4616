"""Stories in the browser: played by keyboard alone, and printed page by page."""

import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Page, expect

from data import stories
from data.sqlite_store import SqliteStore
from network.story import Told
from tests.browser import App, settle, visit
from tests.conftest import STAFF
from tests.writing_verbs_network import a_story

pytestmark = pytest.mark.browser


@pytest.fixture
def story_id(app: App) -> Iterator[str]:
    store = SqliteStore(app.database)
    made, _steps = a_story(store, public=True)
    stories.add_step(
        store, STAFF, made.id, Told("Zwei Tage", "", "seit=2015-01-01&stand=2018-06-01")
    )
    yield made.id
    store.close()


def press_until(page: Page, keys: str, text: str) -> None:
    """Press keys as a person does: again, where a busy page did not hear them; then expect."""
    for _ in range(6):
        page.keyboard.press(keys)
        try:
            expect(page.get_by_text(text)).to_be_visible(timeout=6_000)
        except AssertionError:
            continue
        return
    expect(page.get_by_text(text)).to_be_visible()


def test_a_story_is_played_by_keyboard_and_shows_exactly_its_views(
    page: Page, app: App, story_id: str
) -> None:
    visit(page, f"{app.url}/erzaehlungen?id={story_id}")
    page.get_by_role("link", name="Von Anfang an abspielen").press("Enter")
    expect(page.get_by_text("Schritt 1 von 2")).to_be_visible()
    assert "art=office&stand=2026-01-02" in page.url
    page.wait_for_selector("[data-settled]")
    settle(page)  # keys count once the page is whole

    press_until(page, "Alt+PageDown", "Schritt 2 von 2")
    expect(page).to_have_url(re.compile(r"\?stand=2018-06-01&seit=2015-01-01&erzaehlung="))
    settle(page)  # until then the buttons of the step before may stand beside the new ones
    bar = page.locator(".st-key-story_bar")
    expect(bar.get_by_role("button", name="Weiter")).to_be_disabled()
    bar.get_by_role("button", name="Beenden").press("Enter")
    expect(page.get_by_text("Schritt 2 von 2")).to_have_count(0)


def test_a_printed_story_has_a_page_for_each_step(page: Page, app: App, story_id: str) -> None:
    page.goto(f"{app.url}/erzaehlungen/druck?id={story_id}")
    for picture in page.locator("img").all():
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    texts = [each.extract_text() for each in printed.pages]
    assert len(texts) == 2
    assert "Wer fehlt" in texts[0]
    assert "Zwei Tage" in texts[1]


def test_a_printed_story_fits_a_phone(page: Page, app: App, story_id: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{app.url}/erzaehlungen/druck?id={story_id}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
