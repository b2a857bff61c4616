"""The picture by keyboard alone: along ties, through all entries, and out again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import App
from tests.test_browser_picture import (
    COUNCIL,
    LARGEST,
    MAP,
    chosen,
    id_of,
    open_map,
    said,
    wait_for_chosen,
)

pytestmark = pytest.mark.browser


def test_arrow_keys_follow_ties_and_tell_where_one_is(page: Page, app: App) -> None:
    open_map(page, app)

    page.locator(".map .stage").focus()
    page.keyboard.press("Home")
    assert "Verbindung" in said(page)
    page.evaluate(f"(id) => {{ {MAP}.focus = id }}", id_of(page, COUNCIL))
    page.keyboard.press("ArrowUp")
    expect(page.locator(".map .said")).to_contain_text("Stadtverordnetenversammlung")
    page.keyboard.press("Enter")
    wait_for_chosen(page, 1)
    page.keyboard.press("PageDown")
    page.keyboard.press("Space")
    wait_for_chosen(page, 2)

    assert chosen(page)[0] == id_of(page, "SVV")
    expect(page.locator(".map .stage")).to_be_focused()


def test_all_entries_can_be_walked_through_by_keys(page: Page, app: App) -> None:
    open_map(page, app)
    count = page.evaluate(f"() => {MAP}.nodes.length")
    page.locator(".map .stage").focus()
    page.keyboard.press("Home")
    met = set()

    for _ in range(count):
        met.add(page.evaluate(f"() => {MAP}.focus"))
        page.keyboard.press("PageDown")

    assert len(met) == count
    last = page.evaluate(f"() => {MAP}.focus")
    page.keyboard.press("End")
    assert page.evaluate(f"() => {MAP}.focus") == last
    page.keyboard.press("Escape")
    assert page.evaluate(f"() => {MAP}.focus") is None


def test_the_tab_key_stops_once_at_the_map_and_leaves_it(page: Page, app: App) -> None:
    open_map(page, app)
    page.locator(".map .stage").focus()

    page.keyboard.press("Tab")

    expect(page.get_by_role("button", name="Vergrößern")).to_be_focused()


def test_a_plus_key_unfolds_a_part(page: Page, app: App) -> None:
    open_map(page, app, "?ebene=einheiten")
    page.locator(".map .stage").focus()
    part, count = page.evaluate(LARGEST), page.evaluate(f"() => {MAP}.nodes.length")
    page.evaluate(f"(id) => {{ {MAP}.focus = id; {MAP}.keyed = true }}", part["id"])

    page.keyboard.press("+")

    page.wait_for_function(f"(count) => {MAP}.nodes.length > count", arg=count)
