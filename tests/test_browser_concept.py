"""Staff review a section and propose a wording; the text changes once it is decided."""

import pytest
from playwright.sync_api import Browser, expect

from accounts.identity import OPERATOR, Role
from data.accounts import accounts, disable_account
from data.proposals import proposals
from data.sqlite_store import SqliteStore
from tests import proposal_walk
from tests.browser import App
from tests.browser_proposals import (
    admit_and_recommend,
    open_proposal,
    open_section,
    person,
    propose,
)
from tests.conftest import COORDINATOR

pytestmark = pytest.mark.browser

BADGE = ".stMarkdownBadge >> nth=0"  # the first is the Prüfstand


def decide_and_work_in(app: App, headline: str) -> None:
    """Let the council adopt a proposal and its words become part of the text."""
    store = SqliteStore(app.database)
    (wanted,) = [each for each in proposals(store, COORDINATOR) if each.headline == headline]
    proposal_walk.accept(store, wanted)
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
    open_proposal(head, app, "Neue Prognose")
    expect(head.locator(".diff ins").first).to_have_text("980")
    admit_and_recommend(head)
    decide_and_work_in(app, "Neue Prognose")

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
    decide_and_work_in(app, "Zuerst")

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
