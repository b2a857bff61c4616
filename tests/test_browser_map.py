"""The coordinator's job: find one's way in the network map."""

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.clock import today
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.graph import build_graph, ties
from network.view import Direction, kinds_present, reached
from tests.browser import App, settle, sign_in
from tests.browser_map import (
    NAME,
    open_map,
    place_of,
    search,
    steps,
    visible_nodes,
    wait_for_nodes,
)

pytestmark = pytest.mark.browser


def test_the_coordinator_finds_an_organisation_and_what_surrounds_it(page: Page, app: App) -> None:
    sign_in(page, app, "Ada", Role.COORDINATOR)
    open_map(page, app)
    everyone = visible_nodes(page)

    search(page, "migrantenb", NAME)

    for text in ("Beratendes Organ", "P22", "wirkt mit in", "Neues Potsdamer Toleranzedikt"):
        expect(page.get_by_text(text).first).to_be_visible()
    steps(page, 1)
    expect(page.get_by_text("Angezeigt: 4 von")).to_be_visible()
    wait_for_nodes(page, 4)
    steps(page, 2)
    expect(page.get_by_text("Angezeigt: 4 von")).to_have_count(0)
    page.wait_for_function(
        "(n) => globalThis.bindeglied.map.data.nodes.get().filter((e) => !e.hidden).length > n",
        arg=4,
    )
    assert visible_nodes(page) < everyone


def test_a_link_shows_the_same_view_in_another_window(
    page: Page, app: App, browser: Browser
) -> None:
    open_map(page, app)
    search(page, "migrantenb", NAME)
    steps(page, 1)
    expect(page.get_by_text("Angezeigt: 4 von").first).to_be_visible()
    settle(page)

    other = browser.new_context(locale="de-DE").new_page()
    other.goto(page.url)
    other.wait_for_selector("[data-settled]")

    expect(other.get_by_role("heading", name=NAME)).to_be_visible()
    expect(other.get_by_text("Angezeigt: 4 von").first).to_be_visible()
    wait_for_nodes(other, 4)
    other.context.close()


def test_picture_table_and_graph_say_the_same(page: Page, app: App) -> None:
    store = SqliteStore(app.database)
    graph = build_graph(roster(store), as_of=None)
    store.close()
    chosen = next(
        node for node, data in graph.nodes(data=True)
        if getattr(data["record"], "name", "") == NAME
    )  # fmt: skip
    expected = reached(ties(graph), [chosen], 1, Direction.BOTH)

    open_map(page, app, f"?stelle={chosen}&schritte=1")

    expect(page.get_by_text(f"Angezeigt: {len(expected)} von").first).to_be_visible()
    rows = page.locator("[data-testid=stTable]").first.locator("tbody tr")
    expect(rows).to_have_count(len(expected))
    wait_for_nodes(page, len(expected))


def test_a_click_in_the_picture_chooses_and_keeps_the_canvas(page: Page, app: App) -> None:
    open_map(page, app)
    page.evaluate("() => { globalThis.firstMap = globalThis.bindeglied.map.network }")
    place = place_of(page, "Migrantenbeirat")

    page.mouse.click(*place)

    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    settle(page)
    assert page.evaluate("() => globalThis.firstMap === globalThis.bindeglied.map.network")
    assert page.evaluate("() => globalThis.bindeglied.map.network.getSelectedNodes().length") == 1


def test_back_and_forward_lead_through_what_was_chosen(page: Page, app: App) -> None:
    open_map(page, app)
    search(page, "migrantenb", NAME)
    page.get_by_role("button", name="Neues Potsdamer Toleranzedikt").first.click()
    expect(page.get_by_role("heading", name="Neues Potsdamer Toleranzedikt")).to_be_visible()
    settle(page)

    page.go_back()

    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    settle(page)

    page.go_forward()

    expect(page.get_by_role("heading", name="Neues Potsdamer Toleranzedikt")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Ohne diese Stelle ansehen").click()
    expect(page.get_by_role("button", name="ohne Neues Potsdamer Toleranzedikt")).to_be_visible()
    settle(page)

    page.go_back()

    expect(page.get_by_role("heading", name="Neues Potsdamer Toleranzedikt")).to_be_visible()


def test_kinds_filter_picture_and_table_and_stand_in_the_address(page: Page, app: App) -> None:
    open_map(page, app, "?art=working_group&art=post")

    expect(page.get_by_role("button", name="Art: Arbeitsgruppe, Stelle/Funktion")).to_be_visible()
    store = SqliteStore(app.database)
    present = kinds_present(build_graph(roster(store), today()))
    store.close()
    wait_for_nodes(page, present["working_group"] + present["post"])


def test_a_day_in_the_past_shows_who_was_there(page: Page, app: App) -> None:
    open_map(page, app, "?stand=2014-09-20")
    then = visible_nodes(page)
    labels = page.evaluate("() => globalThis.bindeglied.map.data.nodes.get().map((n) => n.title)")

    open_map(page, app)

    assert visible_nodes(page) != then
    assert labels


def test_faulty_addresses_show_the_whole_map(page: Page, app: App) -> None:
    open_map(page, app)
    everyone = visible_nodes(page)

    open_map(page, app, "?stelle=nobody&schritte=x&art=made-up&stand=yesterday")

    assert visible_nodes(page) == everyone
    assert page.locator("[data-testid=stException]").count() == 0


def test_the_map_can_be_used_by_keyboard_alone(page: Page, app: App) -> None:
    open_map(page, app)

    page.get_by_label("Suche", exact=True).focus()
    page.keyboard.type("tosip")
    hit = page.get_by_role("button", name="Tolerantes").first
    hit.wait_for()
    hit.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Tolerantes")).to_be_visible()
    zoom = page.get_by_role("button", name="Vergrößern")
    before = page.evaluate("() => globalThis.bindeglied.map.network.getScale()")
    zoom.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "(before) => globalThis.bindeglied.map.network.getScale() > before", arg=before
    )
