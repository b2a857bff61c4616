"""The picture on a phone: names that can be read, taps beside a symbol, fingers that move it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import App
from tests.test_browser_picture import (
    MAP,
    camera,
    chosen,
    id_of,
    open_map,
    place_of,
    wait_for_chosen,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow screen that is touched."""
    context = browser.new_context(
        locale="de-DE", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_names_can_be_read_on_a_phone_without_zooming(phone: Page, app: App) -> None:
    open_map(phone, app)

    labels = phone.evaluate(f"() => [...{MAP}.layout.labels.values()].map((each) => each.letter)")
    assert len(labels) > 15
    assert min(labels) >= 12
    width = phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= 360


def test_a_tap_beside_a_symbol_chooses_the_nearest(phone: Page, app: App) -> None:
    open_map(phone, app)
    x, y = place_of(phone, "RAA")

    phone.touchscreen.tap(x + 16, y + 12)

    wait_for_chosen(phone, 1)
    assert chosen(phone) == [id_of(phone, "RAA")]


def drag(page: Page, *fingers: tuple[float, float, float, float]) -> None:
    """Put fingers on the screen at x, y, move each by so much, and lift them."""
    session = page.context.new_cdp_session(page)
    for step in range(6):
        points = [
            {"x": x + across * step / 5, "y": y + down * step / 5, "id": finger}
            for finger, (x, y, across, down) in enumerate(fingers)
        ]
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_one_finger_moves_the_map_and_two_zoom_it(phone: Page, app: App) -> None:
    open_map(phone, app)
    box = phone.locator(".map .canvas").bounding_box()
    assert box
    x, y = box["x"] + 150, box["y"] + 60
    scale, view = camera(phone)
    scrolled = phone.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")

    drag(phone, (x, y, 0, 60))
    phone.wait_for_function(f"(y) => {MAP}.network.getViewPosition().y < y - 20", arg=view["y"])
    assert camera(phone)[0] == scale
    drag(phone, (x, y, -25, 0), (x + 40, y, 75, 0))

    phone.wait_for_function(f"(scale) => {MAP}.network.getScale() > scale * 1.3", arg=scale)
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == scrolled


def test_one_finger_scrolls_the_page_beside_the_map(phone: Page, app: App) -> None:
    open_map(phone, app)
    view = camera(phone)
    place = phone.locator(".map").bounding_box()
    assert place
    assert place["height"] < 0.8 * 740
    y = place["y"] - 20

    drag(phone, (180, y, 0, -75))

    phone.wait_for_function(
        "(y) => document.querySelector('.map').getBoundingClientRect().y < y - 20",
        arg=place["y"],
    )
    assert camera(phone) == view
