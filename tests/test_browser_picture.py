"""The picture in a browser: read, moved, chosen from, by mouse, by finger and by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import App, settle, visit
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser

MAP = "globalThis.bindeglied.map"
COUNCIL = "Migrantenbeirat"
COUNCIL_WHOLE = "Migrantenbeirat der Landeshauptstadt Potsdam"
WAY = f"""(label) => {{
  const {{ network, nodes }} = {MAP}
  const node = nodes.find((each) => each.label.startsWith(label))
  const place = network.canvasToDOM(network.getPosition(node.id))
  const box = document.querySelector('.map .canvas').getBoundingClientRect()
  return [box.x + place.x, box.y + place.y]
}}"""


def open_map(page: Page, app: App, query: str = "") -> None:
    visit(page, f"{app.url}/netzkarte{query}")
    page.wait_for_selector("[data-settled]")
    page.wait_for_function(f"() => {MAP}?.settled && {MAP}.layout")
    page.locator(".map").scroll_into_view_if_needed()


def place_of(page: Page, label: str) -> tuple[float, float]:
    x, y = page.evaluate(WAY, label)
    return x, y


def id_of(page: Page, label: str) -> str:
    found = page.evaluate(
        f"(label) => {MAP}.nodes.find((each) => each.label.startsWith(label)).id", label
    )
    return str(found)


def camera(page: Page) -> Any:  # noqa: ANN401  (what the browser says)
    return page.evaluate(f"() => [{MAP}.network.getScale(), {MAP}.network.getViewPosition()]")


def chosen(page: Page) -> list[str]:
    return list(page.evaluate(f"() => {MAP}.chosen"))


def wait_for_chosen(page: Page, count: int) -> None:
    page.wait_for_function(f"(count) => {MAP}.chosen.length === count", arg=count)
    settle(page)


def said(page: Page) -> str:
    return page.locator(".map .said").inner_text()


def test_most_names_can_be_read_as_soon_as_the_map_is_there(page: Page, app: App) -> None:
    open_map(page, app)

    labels = page.evaluate(f"() => [...{MAP}.layout.labels.values()].map((each) => each.letter)")
    assert len(labels) > 45
    assert min(labels) >= 12


def test_a_click_chooses_one_and_a_click_with_ctrl_adds_another(page: Page, app: App) -> None:
    open_map(page, app)
    before = camera(page)

    page.mouse.click(*place_of(page, COUNCIL))
    wait_for_chosen(page, 1)
    page.keyboard.down("Control")
    page.mouse.click(*place_of(page, "HelpTo"))
    page.keyboard.up("Control")
    wait_for_chosen(page, 2)

    assert set(chosen(page)) == {id_of(page, COUNCIL), id_of(page, "HelpTo")}
    assert camera(page) == before
    assert page.url.count("stelle=") == 2


def test_a_click_on_a_line_chooses_its_two_ends_and_says_what_it_means(
    page: Page, app: App
) -> None:
    open_map(page, app)
    (x, y), (other_x, other_y) = place_of(page, COUNCIL), place_of(page, "SVV")

    page.mouse.click((x + other_x) / 2, (y + other_y) / 2)

    wait_for_chosen(page, 2)
    assert set(chosen(page)) == {id_of(page, COUNCIL), id_of(page, "SVV")}
    assert COUNCIL_WHOLE in said(page)


def test_the_wheel_scrolls_the_page_and_zooms_only_with_ctrl(page: Page, app: App) -> None:
    open_map(page, app)
    before = camera(page)
    page.mouse.move(*place_of(page, COUNCIL))

    page.mouse.wheel(0, 100)
    expect(page.get_by_text("Zum Vergrößern Strg halten", exact=False)).to_be_visible()
    assert camera(page) == before

    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(f"(before) => {MAP}.network.getScale() > before", arg=before[0])


def test_who_was_dragged_stays_there_when_new_bytes_come(page: Page, app: App) -> None:
    open_map(page, app)
    page.evaluate(f"() => {{ globalThis.first = {MAP}.network }}")
    x, y = place_of(page, "HelpTo")

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    settle(page)
    there, view = place_of(page, "HelpTo"), camera(page)
    assert abs(there[0] - x - 60) < 6
    page.get_by_role("link", name="Netzkarte").click()
    settle(page)
    assert page.evaluate(f"() => {MAP}.network === globalThis.first")

    assert place_of(page, "HelpTo") == there
    assert camera(page) == view


LARGEST = f"""() => {MAP}.nodes.filter((node) => node.sort === 'part')
  .sort((one, other) => other.count - one.count)[0]"""
PLACES = f"() => {MAP}.network.getPositions()"


def test_a_double_click_unfolds_a_part_and_nothing_else_moves(page: Page, app: App) -> None:
    open_map(page, app, "?ebene=einheiten")
    view, before, part = camera(page), page.evaluate(PLACES), page.evaluate(LARGEST)

    page.mouse.dblclick(*place_of(page, part["label"]))
    page.wait_for_function(f"(count) => {MAP}.nodes.length > count", arg=len(before))
    settle(page)

    assert "offen=" in page.url
    assert camera(page) == view
    after = page.evaluate(PLACES)
    assert set(before) - set(after) == {part["id"]}
    assert {node: after[node] for node in before if node != part["id"]} == {
        node: place for node, place in before.items() if node != part["id"]
    }


def test_hubs_are_told_as_derived_and_not_as_ties(page: Page, app: App) -> None:
    open_map(page, app, "?ueber=thema")

    hubs = page.evaluate(f"() => {MAP}.nodes.filter((each) => each.sort === 'hub')")
    assert len(hubs) > 5
    assert all("abgeleitet" in hub["label"] and "abgeleitet" in hub["title"] for hub in hubs)


def test_nothing_moves_by_itself_where_less_motion_is_wished(browser: Browser, app: App) -> None:
    page = browser.new_context(locale="de-DE", reduced_motion="reduce").new_page()
    open_map(page, app)
    before = camera(page)

    moved = page.evaluate(
        f"""() => {{
          const {{ map, zoom }} = globalThis.bindeglied
          zoom(map, 2)
          return map.network.getScale() / {before[0]}
        }}"""
    )

    assert moved == pytest.approx(2)
    page.context.close()


@pytest.mark.parametrize(
    "query", ["?ueber=thema", "?ebene=einheiten", "?seit=2014-09-20", "?blass=1&art=post"]
)
def test_every_kind_of_picture_is_free_of_barriers_that_axe_knows(
    page: Page, app: App, query: str
) -> None:
    open_map(page, app, query)

    assert faults_of(page) == []
