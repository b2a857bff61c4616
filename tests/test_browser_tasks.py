"""Reviews as tasks: given to a unit, signed by another, concluded from the list."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.demo import unit_of_staff
from data.sqlite_store import SqliteStore
from tests.browser import PASSWORD, App, settle, visit
from tests.browser_proposals import open_section, person
from tests.test_browser_concept import BADGE

pytestmark = pytest.mark.browser


def of_unit(browser: Browser, app: App, name: str, unit: str) -> Page:
    """Sign in somebody of the staff who works for a unit, given by the key of the demo."""
    store = SqliteStore(app.database)
    unit_id = store.find("organizations", source_key=unit)[0]["id"]
    token = add_account(store, OPERATOR, name, name.casefold(), Role.STAFF, unit_id).token
    store.close()
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 1000}).new_page()
    page.goto(f"{app.url}/einladung/{token}")
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_label("Passwort wiederholen", exact=True).fill(PASSWORD)
    page.get_by_role("button").click()
    page.get_by_role("heading", level=1).wait_for()
    settle(page)
    return page


def fold_out(page: Page, label: str) -> None:
    settle(page)
    page.locator("summary").filter(has_text=re.compile(f"{label}$")).click()
    settle(page)


def choose(page: Page, field: str, words: str) -> None:
    """Choose by keyboard the one that the words leave; under a mouse the list may still move.

    Keys come as from a person: between quicker ones Streamlit moves the focus to and fro.
    """
    box = page.get_by_role("combobox", name=field)
    box.click()
    box.press_sequentially(words, delay=120)
    expect(page.get_by_role("option")).to_have_count(1)
    page.wait_for_timeout(300)  # as a person reads
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)


def test_a_review_is_given_signed_and_concluded(app: App, browser: Browser) -> None:
    title = "Mindeststandards in allen Unterkünften"
    head = person(browser, app, "Olga", Role.COORDINATOR)
    open_section(head, app, title)
    fold_out(head, "Prüfung zuweisen")
    choose(head, "Stelle (Pflichtfeld)", "Fachbereich Soz")
    head.get_by_role("button", name="Prüfung zuweisen").click()
    expect(
        head.get_by_text("Prüfung: zugewiesen, Fachbereich Soziales", exact=False)
    ).to_be_visible()

    lead = of_unit(browser, app, "Lea", "fb-soziales-und-gesundheit")
    open_section(lead, app, title)
    lead.get_by_role("button", name="Prüfung beginnen").click()
    expect(lead.locator(BADGE).first).to_contain_text("In Prüfung")
    fold_out(lead, "Um Mitzeichnung bitten")
    choose(lead, "Stellen (Pflichtfeld)", "Kommunaler Immo")
    lead.keyboard.press("Escape")
    expect(
        lead.get_by_role("button", name="Kommunaler Immobilien Service entfernen")
    ).to_be_visible()
    settle(lead)
    lead.get_by_role("button", name="Um Mitzeichnung bitten").click()
    expect(lead.get_by_text("gefragt, noch keine Antwort", exact=False)).to_be_visible()
    lead.get_by_role("button", name="Weiterhin aktuell").click()
    expect(lead.get_by_text("Noch nicht alle Gefragten", exact=False)).to_be_visible()

    signer = of_unit(browser, app, "Kai", "kis")
    visit(signer, f"{app.url}/aufgaben")
    expect(
        signer.get_by_role("heading", name="Ihre Stelle ist um Mitzeichnung gebeten")
    ).to_be_visible()
    signer.get_by_role("link", name=re.compile(title)).first.click()
    expect(signer.get_by_role("heading", level=1, name=title)).to_be_visible()
    settle(signer)
    signer.get_by_role("button", name="Antwort senden").click()
    expect(signer.get_by_text("Ihre Antwort ist gespeichert.")).to_be_visible()

    open_section(lead, app, title)
    expect(
        lead.get_by_text("Kommunaler Immobilien Service: mitgezeichnet", exact=False)
    ).to_be_visible()
    lead.get_by_role("button", name="Weiterhin aktuell").click()
    expect(lead.locator(BADGE).first).to_contain_text("Aktuell")
    fold_out(lead, "Verlauf der Prüfung")
    expect(lead.get_by_text("zugewiesen, Fachbereich Soziales", exact=False).first).to_be_visible()


def tick(page: Page, card: Locator) -> None:
    """Tick the box of a card, again where a busy page did not hear it."""
    for _ in range(4):
        settle(page)
        if card.get_by_role("checkbox").is_checked():
            break
        card.get_by_text("Gelesen und weiterhin aktuell").click()
        page.wait_for_timeout(1_000)
    expect(card.get_by_role("checkbox")).to_be_checked()
    settle(page)


def test_several_sections_are_confirmed_after_reading_each(app: App, browser: Browser) -> None:
    page = of_unit(browser, app, "Mia", "fb-soziales-und-gesundheit")
    visit(page, f"{app.url}/aufgaben")
    before = int(page.get_by_text(re.compile(r"^\d+ Aufgaben")).inner_text().split()[0])
    for card in page.locator("[class*=st-key-card_]").all()[:2]:
        card.locator("summary").filter(has_text="Text lesen").click()
        tick(page, card)
    page.get_by_role("button", name="2 gelesene Abschnitte sind weiterhin aktuell").click()
    expect(page.get_by_text("2 Prüfungen sind gespeichert.")).to_be_visible()
    expect(page.get_by_text(f"{before - 2} Aufgaben warten auf Sie.")).to_be_visible()


def test_the_list_is_worked_off_by_keyboard_alone(app: App, browser: Browser) -> None:
    store = SqliteStore(app.database)
    assert unit_of_staff(store)
    store.close()
    page = of_unit(browser, app, "Nils", "gb-3")
    visit(page, f"{app.url}/aufgaben")
    button = page.get_by_role("button", name="Weiterhin aktuell").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ihre Prüfung ist gespeichert.")).to_be_visible()
