"""Steps with proposals that several browser tests take, as people take them on the pages."""

import re

from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from tests.browser import App, settle, sign_in, visit


def person(browser: Browser, app: App, name: str, role: Role) -> Page:
    """Open a window in which somebody has signed in."""
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 1000}).new_page()
    sign_in(page, app, name, role)
    return page


def open_section(page: Page, app: App, title: str) -> None:
    """Go to a section from the list of the concept."""
    visit(page, f"{app.url}/konzept")
    page.get_by_role("link", name=re.compile(re.escape(title))).first.click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    settle(page)


def propose(page: Page, headline: str, old: str, new: str) -> None:
    """Propose other words for the section that is open, and see the difference while typing."""
    page.get_by_text("Änderung vorschlagen").click()
    page.get_by_label("Worum geht es?").fill(headline)
    area = page.get_by_label("Neuer Wortlaut")
    expect(area).not_to_have_value("")
    area.fill(area.input_value().replace(old, new))
    expect(page.locator(".diff ins").first).to_have_text(new)  # while still in the field
    settle(page)
    page.locator("[class*=st-key-rationale] textarea").fill("Neuer Stand der Prognose.")
    page.get_by_role("button", name="Änderungsvorschlag einreichen").click()
    expect(page.get_by_text("Ihr Änderungsvorschlag ist eingereicht", exact=False)).to_be_visible()


def open_proposal(page: Page, app: App, headline: str) -> None:
    """Go to a proposal from the list of them all."""
    visit(page, f"{app.url}/vorschlaege")
    page.get_by_role("link", name=headline, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=headline)).to_be_visible()
    settle(page)


def admit_and_recommend(page: Page) -> None:
    """Bring the proposal that is open so far that it can be put into a paper."""
    page.get_by_role("button", name="Zur Beratung zulassen").click()
    expect(page.get_by_text("zur Beratung zugelassen", exact=False).first).to_be_visible()
    page.locator("summary", has_text="Beschluss empfehlen").click()
    page.get_by_label("Empfohlener Beschluss").click()
    page.get_by_role("option", name="ungeändert beschließen").click()
    page.locator("[class*=st-key-reason_step_recommend] textarea").fill("Nichts spricht dagegen.")
    page.get_by_role("button", name="Beschluss empfehlen").click()
    expect(page.get_by_role("heading", name="Empfehlung der Verwaltung")).to_be_visible()
    settle(page)
