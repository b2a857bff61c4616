"""Joining in with a link and by keyboard: a remark, its answer, and a citizen's proposal."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_proposals import open_section, person
from tests.test_browser_everywhere import faults_of
from tests.test_browser_tasks import choose, fold_out
from tests.writing_verbs_discussion import token_of

pytestmark = pytest.mark.browser

SECTION = "Zahlen und Prognose"
OFFER = "Ohne Konto einen anderen Wortlaut vorschlagen"


def guest(browser: Browser, width: int = 360) -> Page:
    context = browser.new_context(locale="de-DE", viewport={"width": width, "height": 800})
    return context.new_page()


def link_in_outbox(app: App) -> str:
    store = SqliteStore(app.database)
    token = token_of(store)
    store.close()
    return f"{app.url}/mitreden/{token}"


def assert_accessible(page: Page) -> None:
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.viewport_size["width"]  # type: ignore[index]
    assert faults_of(page) == []


def remark_by_keyboard(page: Page, words: str, text: str) -> None:
    """Open the form, choose the first passage, and save, all without a mouse."""
    settle(page)
    page.locator("summary").filter(has_text="Zu einer Stelle etwas anmerken").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox", name="Stelle im Text")
    expect(box).to_be_visible()
    box.focus()
    box.press_sequentially("Für das Jahr", delay=120)
    expect(page.get_by_role("option")).to_have_count(1)
    page.wait_for_timeout(300)  # as a person reads
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    quote = page.get_by_label("Nur diese Wörter daraus")
    expect(quote).to_be_visible()
    settle(page)
    quote.focus()
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_label("Ihre Anmerkung").focus()
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name="Anmerkung speichern").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ihre Anmerkung ist gespeichert.")).to_be_visible()
    settle(page)


def test_an_invited_organisation_joins_in_and_is_answered(app: App, browser: Browser) -> None:
    head = person(browser, app, "Ina", Role.COORDINATOR)
    open_section(head, app, SECTION)
    fold_out(head, "Träger einladen")
    choose(head, "Organisation (Pflichtfeld)", "Internationaler B")
    head.get_by_label("E-Mail-Adresse (Pflichtfeld)").fill("kontakt@traeger.example")
    head.get_by_label("Ein paar Worte dazu").fill("Stimmt die Zahl?")
    head.get_by_role("button", name="Einladung senden").click()
    expect(head.get_by_text("liegt im Postausgang", exact=False)).to_be_visible()

    address = link_in_outbox(app)
    provider = guest(browser)
    provider.goto(address)
    expect(provider.get_by_role("heading", name="Mitreden")).to_be_visible()
    assert_plain(provider)
    provider.get_by_role("button").press("Enter")
    expect(provider.get_by_role("heading", level=1, name=SECTION)).to_be_visible()
    settle(provider)
    remark_by_keyboard(provider, "450", "Woher stammt diese Zahl?")
    expect(provider.locator("blockquote")).to_have_text("450")
    expect(provider.get_by_label("Ihre Anmerkung")).to_have_value("")
    assert_accessible(provider)

    again = guest(browser)
    again.goto(address)
    expect(again.get_by_text("schon benutzt", exact=False)).to_be_visible()
    assert_plain(again)

    head.reload()
    settle(head)
    expect(head.get_by_text("Woher stammt diese Zahl?")).to_be_visible()
    fold_out(head, "Antworten")
    head.get_by_label("Ihre Antwort").fill("Aus der Prognose des Landes.")
    head.get_by_role("button", name="Antwort speichern").click()
    expect(head.get_by_text("Aus der Prognose des Landes.").first).to_be_visible()
    settle(head)
    assert_accessible(head)
    head.get_by_role("button", name="Als erledigt kennzeichnen").click()
    expect(head.get_by_text("1 erledigte Anmerkung")).to_be_visible()
    for page in (head, provider, again):
        page.context.close()


def test_a_citizen_proposes_once_the_city_allows_it(app: App, browser: Browser) -> None:
    citizen = guest(browser)
    open_section(citizen, app, "Geltungsbereich")
    expect(citizen.get_by_text(OFFER)).to_have_count(0)

    head = person(browser, app, "Jana", Role.COORDINATOR)
    visit(head, f"{app.url}/vorschlaege")
    head.get_by_role("button", name="Vorschläge von allen zulassen").click()
    expect(head.get_by_text("können ab jetzt Vorschläge machen", exact=False)).to_be_visible()

    citizen.reload()
    settle(citizen)
    fold_out(citizen, OFFER)
    expect(citizen.get_by_label("Bitte leer lassen")).not_to_be_visible()
    citizen.get_by_label("Worum geht es?").fill("Alle Stadtteile")
    area = citizen.get_by_label("Neuer Wortlaut")
    expect(area).not_to_have_value("")
    area.fill(f"{area.input_value()} Das gilt überall.")
    expect(citizen.locator(".diff ins").first).to_contain_text("Das gilt überall.")
    settle(citizen)
    citizen.get_by_label("Warum?").fill("Damit es klar ist.")
    assert_accessible(citizen)
    citizen.get_by_role("button", name=re.compile("einreichen$")).click()
    expect(citizen.get_by_text("Vielen Dank!", exact=False)).to_be_visible()

    visit(head, f"{app.url}/vorschlaege")
    expect(head.get_by_role("link", name=re.compile("Alle Stadtteile"))).to_be_visible()
    head.context.close()
    citizen.context.close()


def assert_plain(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults_of(page) == []
