"""An organisation gets into its entry by a link from a mail; strangers never get what is inside."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accounts.identity import Role
from data import entries
from data.organizations import organization
from data.sqlite_store import SqliteStore
from data.store import Store
from network.organization import Organization
from tests.browser import App, settle, sign_in, visit
from tests.entry_stage import (
    EMAIL,
    SECRET_PHONE,
    an_entry,
    check_changes,
    contact_of,
    editor_of,
    facts,
    opened,
)
from tests.test_browser_everywhere import faults_of
from views.identity_gate import COOKIE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def city(app: App) -> Iterator[Store]:
    found = SqliteStore(app.database)
    yield found
    found.close()


@pytest.fixture(scope="module")
def entry(city: Store) -> Organization:
    found = an_entry(city)
    contact_of(city, found)
    return found


def newest_link(city: Store) -> str:
    body = str(city.find("mails", order="id desc")[0]["body"])
    found = re.search(r"/eintrag/oeffnen/\S+", body)
    assert found
    return found.group()


def test_ask_for_a_link_open_it_change_the_offers_and_see_them_on_the_map(
    app: App, city: Store, browser: Browser, entry: Organization
) -> None:
    phone = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 740})
    page = phone.new_page()
    page.goto(f"{app.url}/eintrag/link")
    page.get_by_label("E-Mail-Adresse").fill(EMAIL)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Postfach")).to_be_visible()

    page.goto(f"{app.url}{newest_link(city)}")
    assert faults_of(page) == []
    page.get_by_role("button", name=f"Eintrag „{entry.name}“ öffnen").click()
    expect(page.get_by_role("heading", name="Mein Eintrag")).to_be_visible()
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    assert faults_of(page) == []

    offers = page.get_by_label("Angebote (öffentlich")
    expect(offers).to_have_value("Sprachtandems")
    website = page.get_by_label("Internetseite (öffentlich)")
    website.fill("ohne punkt")
    page.get_by_role("button", name="Eintrag speichern").click()
    expect(page.get_by_text("keine vollständige", exact=False)).to_be_visible()
    settle(page)  # an error moves all fields below it, and none of them may lose what it holds
    expect(offers).to_have_value("Sprachtandems")
    expect(page.get_by_role("textbox", name="Beschreibung")).to_have_value("Wir üben Deutsch.")
    website.fill("")
    offers.fill("Sprachtandems\nRäume am Abend")
    page.get_by_role("button", name="Eintrag speichern").press("Enter")
    expect(page.get_by_text("Der Eintrag ist gespeichert", exact=False)).to_be_visible()
    now = organization(city, entry.id)
    assert now.offers == ("Sprachtandems", "Räume am Abend")
    assert (now.description, now.website) == (entry.description, "")

    visit(page, f"{app.url}/netzkarte?stelle={entry.id}&schritte=1")
    expect(page.get_by_text("Räume am Abend", exact=False).first).to_be_visible()
    phone.close()


def frames_of(page: Page) -> list[str]:
    """Collect whatever the server says to a page."""
    frames: list[str] = []

    def keep(data: bytes | str) -> None:
        frames.append(data.decode("utf-8", "replace") if isinstance(data, bytes) else data)

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    return frames


def looked_around(app: App, entry: Organization, page: Page) -> str:
    """Visit what shows an entry, and return all that came, page by page."""
    frames = frames_of(page)
    for address in (
        f"/netzkarte?stelle={entry.id}&schritte=1",
        "/verzeichnis?suche=Sprachcaf%C3%A9",
        f"/eintrag?id={entry.id}",
    ):
        visit(page, f"{app.url}{address}")
    for plain in (f"/eintrag/link?id={entry.id}", f"/netzkarte/steckbrief.pdf?stelle={entry.id}"):
        frames.append(page.request.get(f"{app.url}{plain}").body().decode("utf-8", "replace"))
    whole = "".join(frames)
    assert entry.name in whole
    return whole


@pytest.fixture(scope="module")
def secretive(city: Store) -> Organization:
    """An entry with an internal contact person and a change that waits."""
    found = an_entry(city, "Haus der leisen Töne")
    contact_of(city, found, name="Grace Geheim", email="grace@toene.example.org")
    check_changes(city)
    waits = facts(found, description="Bald ziehen wir nach Golm um.", offers=("Klavier",))
    entries.change_entry(city, editor_of(found), found.id, waits, expected=found.revision)
    check_changes(city, is_on=False)
    return organization(city, found.id)


def editor_context(app: App, city: Store, browser: Browser, whose: Organization) -> BrowserContext:
    """A browser in which somebody of an organisation came in by a link."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": COOKIE, "value": opened(city, whose).token, "url": app.url}])
    return context


def test_no_stranger_gets_internal_contacts_or_what_waits(
    app: App, city: Store, browser: Browser, secretive: Organization
) -> None:
    other = editor_context(app, city, browser, an_entry(city, "Chor der Welt"))
    for context in (browser.new_context(locale="de-DE"), other):
        whole = looked_around(app, secretive, context.new_page())
        for inside in ("Grace Geheim", "grace@toene", SECRET_PHONE, "nach Golm"):
            assert inside not in whole
        context.close()


def test_staff_never_get_what_waits(app: App, browser: Browser, secretive: Organization) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    sign_in(page, app, "Emil", Role.STAFF)
    assert "nach Golm" not in looked_around(app, secretive, page)
    context.close()


def test_its_own_gets_all_of_it(
    app: App, city: Store, browser: Browser, secretive: Organization
) -> None:
    context = editor_context(app, city, browser, secretive)
    whole = looked_around(app, secretive, context.new_page())
    for inside in ("Grace Geheim", "grace@toene", SECRET_PHONE, "nach Golm"):
        assert inside in whole
    context.close()


def test_the_plain_pages_are_free_of_barriers(page: Page, app: App) -> None:
    for address in ("/eintrag/link", "/eintrag/oeffnen/made-up"):
        page.goto(f"{app.url}{address}")
        assert faults_of(page) == []
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
