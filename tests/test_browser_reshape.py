"""Reshaping in a browser: merged, found by the old link, undone; and each job without barriers."""

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, sign_in, visit
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser

COUNCIL = "Migrantenbeirat der Landeshauptstadt Potsdam"


def id_of(app: App, name: str) -> str:
    store = SqliteStore(app.database)
    (row,) = store.find("organizations", name=name)
    store.close()
    return str(row["id"])


def coordinator(browser: Browser, app: App, name: str, width: int) -> Page:
    context = browser.new_context(locale="de-DE", viewport={"width": width, "height": 900})
    page = context.new_page()
    sign_in(page, app, name, Role.COORDINATOR)
    return page


def test_each_job_is_free_of_barriers_and_fits_a_narrow_screen(browser: Browser, app: App) -> None:
    page = coordinator(browser, app, "Ida", 320)
    council, other = id_of(app, COUNCIL), id_of(app, "HelpTo")
    for job in ("umbenennen", "zusammenfuehren", "nachfolge", "aufloesen"):
        visit(page, f"{app.url}/umgestalten?id={council}&was={job}&mit={other}")
        settle(page)
        assert faults_of(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_two_become_one_the_old_link_leads_on_and_all_is_undone(browser: Browser, app: App) -> None:
    page = coordinator(browser, app, "Eva", 1280)
    council, other = id_of(app, COUNCIL), id_of(app, "HelpTo")
    visit(page, f"{app.url}/umgestalten?id={council}&was=zusammenfuehren")
    settle(page)
    page.get_by_label("Name des Eintrags").press_sequentially("helpto", delay=120)
    page.get_by_role("button", name="HelpTo").click()
    expect(page.get_by_text("wird Teil dieses Eintrags")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Zusammenführen", exact=True).click()
    undo = page.get_by_role("button", name="Rückgängig machen")
    expect(undo).to_be_visible()

    visit(page, f"{app.url}/netzkarte?stelle={other}&schritte=1")
    expect(page.get_by_text(f"„HelpTo“ ist jetzt Teil von „{COUNCIL}“.")).to_be_visible()
    page.wait_for_selector("[data-settled]")
    assert f"stelle={council}" in page.url
    brief = page.request.get(f"{app.url}/netzkarte/steckbrief.pdf?stelle={other}")
    assert brief.headers["content-type"] == "application/pdf"

    visit(page, f"{app.url}/umgestalten?id={council}")
    settle(page)
    undo.click()
    expect(page.get_by_text("Alles ist wieder wie zuvor.")).to_be_visible()
    page.context.close()
