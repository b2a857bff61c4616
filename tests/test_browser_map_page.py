"""What else the page around the picture must do: by keyboard, on a phone, as plain text."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from data.sqlite_store import SqliteStore
from tests.browser import App
from tests.browser_map import (
    NAME,
    open_map,
    press,
    wait_for_nodes,
)
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser


def test_who_connects_two_is_found_by_keyboard_alone(page: Page, app: App) -> None:
    open_map(page, app)
    field = page.get_by_label("Suche", exact=True)
    field.focus()
    page.keyboard.type("stadtverordnetenvers")
    press(page, "Stadtverordnetenversammlung der Landeshauptstadt Potsdam")
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("toleranzedikt")
    press(page, "Neues Potsdamer Toleranzedikt e. V. dazu")
    press(page, "Wer verbindet beide?")

    expect(page.get_by_test_id("stText").get_by_text("Angezeigt: 3 von")).to_be_visible()
    told = f"wird beraten von → {NAME} – wirkt mit in (Mitglied) → Neues Potsdamer Toleranzedikt"
    expect(page.get_by_text(told)).to_be_visible()
    wait_for_nodes(page, 3)


@pytest.mark.parametrize("query", ["", "?art=post&status=vacant&verbunden=1"])
def test_nothing_of_the_map_is_wider_than_a_phone(page: Page, app: App, query: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_map(page, app, query)

    for name in ("Stand", "Filter", "Darstellung", "Herunterladen"):
        page.get_by_role("button", name=name).first.click()
        panel = page.get_by_test_id("stPopoverBody")
        expect(panel).to_be_visible()
        box = panel.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 360


def test_the_text_reads_the_same_address_without_script(browser: Browser, app: App) -> None:
    context = browser.new_context(locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{app.url}/netzkarte/text?art=working_group")

    page.get_by_role("link", name="Arbeitsgruppe (").click()

    expect(page.get_by_role("heading", name="AG Asyl")).to_be_visible()
    assert page.get_by_role("link", name="Zur Netzkarte").get_attribute("href") == (
        "/netzkarte?art=working_group&lang=de"
    )
    context.close()


def test_the_text_and_the_panels_of_several_are_accessible(page: Page, app: App) -> None:
    store = SqliteStore(app.database)
    known = {row["name"]: row["id"] for row in store.find("organizations")}
    store.close()
    query = f"?stelle={known[NAME]}&stelle={known['AG Asyl']}&art=office"
    page.goto(f"{app.url}/netzkarte/text{query}")
    assert faults_of(page) == []

    open_map(page, app, query)
    page.get_by_role("tab", name="Als Text").click()
    expect(page.get_by_role("heading", name="AG Asyl")).to_be_visible()
    page.get_by_role("button", name="Filter (1)").click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()

    assert faults_of(page) == []


def test_what_pops_up_is_reached_and_left_by_keyboard(page: Page, app: App) -> None:
    open_map(page, app)
    page.get_by_role("button", name="Darstellung").press("Enter")
    switch = page.get_by_role("switch", name="Gruppen kennzeichnen")
    expect(switch).to_be_attached()
    for _stop in range(8):
        page.keyboard.press("Tab")
        if switch.evaluate("each => each === document.activeElement"):
            break

    page.keyboard.press("Space")

    expect(page).to_have_url(re.compile(r"\?gruppen=1$"))
    expect(page.get_by_label("Legende").get_by_text(" · um ").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Darstellung")).to_be_focused()
