"""Navigation and links in a browser: one line, German, in the same tab, by keyboard."""

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from accounts.identity import Role
from tests.browser import App, settle, sign_in, visit

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 900}


def test_the_coordinators_navigation_is_one_line_and_what_is_too_much_is_in_german(
    browser: Browser, app: App
) -> None:
    context = browser.new_context(locale="de-DE", viewport=WIDE)
    page = context.new_page()
    sign_in(page, app, "Navigation", Role.COORDINATOR)

    expect(page.get_by_test_id("stTopNavLink").last).to_contain_text("Beschlussvorlagen")
    expect(page.get_by_test_id("stTopNavSection")).to_have_count(0)

    page.set_viewport_size({"width": 900, "height": 900})
    expect(page.get_by_test_id("stTopNavSection")).to_contain_text("weitere")
    context.close()


def test_a_link_in_a_table_leads_on_in_the_same_tab_by_keyboard(browser: Browser, app: App) -> None:
    context = browser.new_context(locale="de-DE", viewport=WIDE)
    page = context.new_page()
    sign_in(page, app, "Tabelle", Role.COORDINATOR)
    visit(page, f"{app.url}/hinweise?teil=abdeckung")
    page.get_by_role("tab", name="Abschnitte und Organisationen").click()
    link = page.locator("[data-testid=stTable] a:visible").first
    expect(link).not_to_have_attribute("target", "_blank")

    link.focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/abschnitt?id=*")
    settle(page)
    assert len(context.pages) == 1
    context.close()
