"""Staff review a section and propose a wording; the coordinator records the decision."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import OPERATOR, Role
from data.accounts import accounts, disable_account
from data.proposals import proposals
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, sign_in, visit
from tests.conftest import COORDINATOR
from tests.proposal_walk import accept

pytestmark = pytest.mark.browser

BADGE = ".stMarkdownBadge >> nth=0"  # the first is the Prüfstand


def person(browser: Browser, app: App, name: str, role: Role) -> Page:
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 1000}).new_page()
    sign_in(page, app, name, role)
    return page


def open_section(page: Page, app: App, title: str) -> None:
    visit(page, f"{app.url}/konzept")
    page.get_by_role("link", name=re.compile(re.escape(title))).first.click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    settle(page)


def propose(page: Page, headline: str, old: str, new: str) -> None:
    page.locator("summary").filter(has_text="Änderung vorschlagen").click()
    page.get_by_label("Worum geht es?").fill(headline)
    area = page.get_by_label("Neuer Wortlaut")
    expect(area).not_to_have_value("")
    area.fill(area.input_value().replace(old, new))
    expect(page.locator(".diff ins").first).to_have_text(new)  # while still in the field
    settle(page)
    page.locator("[class*=st-key-rationale] textarea").fill("Neuer Stand der Prognose.")
    page.get_by_role("button", name="Änderungsvorschlag einreichen").click()
    expect(page.get_by_text("Ihr Änderungsvorschlag ist eingereicht", exact=False)).to_be_visible()


def adopt(app: App, headline: str) -> None:
    """Let the council adopt a proposal; the papers have browser tests of their own."""
    store = SqliteStore(app.database)
    accept(store, next(p for p in proposals(store, COORDINATOR) if p.headline == headline))
    store.close()


def test_from_reading_to_a_decided_text(app: App, browser: Browser) -> None:
    staff = person(browser, app, "Sam", Role.STAFF)
    open_section(staff, app, "Zahlen und Prognose")
    expect(staff.locator(BADGE)).to_contain_text("Bezug geändert")
    expect(staff.get_by_text("2.245 Personen", exact=False)).to_be_visible()
    staff.get_by_role("button", name="Weiterhin aktuell").click()
    expect(staff.locator(BADGE)).to_contain_text("Aktuell")
    propose(staff, "Neue Prognose", "450", "980")

    head = person(browser, app, "Kim", Role.COORDINATOR)
    visit(head, f"{app.url}/vorschlaege")
    head.get_by_role("link", name=re.compile("Neue Prognose")).first.click()
    expect(head.get_by_role("heading", level=1, name="Neue Prognose")).to_be_visible()
    expect(head.locator(".diff ins").first).to_have_text("980")
    adopt(app, "Neue Prognose")

    open_section(staff, app, "Zahlen und Prognose")
    expect(staff.locator(BADGE)).to_contain_text("Text seit Prüfung geändert")
    expect(staff.get_by_text("rund 980 Menschen", exact=False).first).to_be_visible()
    staff.get_by_text("Fassungen vergleichen").click()
    expect(staff.locator(".diff del").last).to_have_text("450")
    staff.get_by_role("button", name="Weiterhin aktuell").click()
    expect(staff.locator(BADGE)).to_contain_text("Aktuell")
    staff.context.close()
    head.context.close()


def test_a_stale_second_editor_is_shown_the_first_ones_change(app: App, browser: Browser) -> None:
    first = person(browser, app, "Anne", Role.COORDINATOR)
    second = person(browser, app, "Bernd", Role.STAFF)
    open_section(second, app, "Geltungsbereich")
    open_section(first, app, "Geltungsbereich")
    propose(first, "Zuerst", "vorrangig", "zunächst")
    adopt(app, "Zuerst")

    second.get_by_role("button", name="Weiterhin aktuell").click()

    expect(second.get_by_text("zunächst", exact=False).first).to_be_visible()
    expect(second.get_by_text("Ihre Prüfung ist gespeichert", exact=False)).to_have_count(0)
    first.context.close()
    second.context.close()


def test_an_ended_account_can_do_nothing_more_in_its_open_window(
    app: App, browser: Browser
) -> None:
    page = person(browser, app, "Gone", Role.STAFF)
    open_section(page, app, "Arbeitsweise")
    store = SqliteStore(app.database)
    account = next(each for each in accounts(store) if each.name == "Gone")
    disable_account(store, OPERATOR, account.id)
    before = len(store.find("reviews"))

    page.get_by_role("button", name="Weiterhin aktuell").click()
    page.get_by_role("link", name="Anmelden", exact=True).wait_for()

    assert len(store.find("reviews")) == before
    store.close()
    page.context.close()
