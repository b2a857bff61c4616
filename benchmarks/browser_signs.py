"""By what a page in the browser shows that it is ready, and when that was."""

import json
import time

from playwright.sync_api import Page

patience = 240.0
"""For so many seconds a sign is waited for."""

WATCH = """
for (const name of ["clearRect", "stroke", "fill"]) {
  const before = CanvasRenderingContext2D.prototype[name]
  CanvasRenderingContext2D.prototype[name] = function (...given) {
    window.drawnAt = performance.now(); return before.apply(this, given) }
}
const look = () => {
  const rests = document.querySelector('.map .canvas[data-settled="true"]')
  if (rests) window.settledAt ??= performance.now()
  else requestAnimationFrame(look)
}
look()
"""
"""Notes when something was drawn last, and when our picture has settled."""
_REST = 1_500
"""A picture without an event for it has settled when it was not drawn for so many milliseconds."""


_HEADERS = (
    "[...document.querySelectorAll('[data-testid=stMain] h2')].map((e) => e.textContent).join()"
)
_MIDDLE_NODE = f"""() => {{
  const network = globalThis.bindeglied.map.network
  const canvas = document.querySelector(".map .canvas"), box = canvas.getBoundingClientRect()
  const spots = Object.values(network.getPositions()).map((at) => network.canvasToDOM(at))
  const far = (at) => Math.hypot(at.x - box.width / 2, at.y - box.height / 2)
  const best = spots.sort((a, b) => far(a) - far(b))[0]
  return [box.x + best.x, box.y + best.y, {_HEADERS}]
}}"""


def until(page: Page, expression: str, pause: float = 0.003) -> None:
    """Ask again and again, since our security policy lets no page wait by itself."""
    ends = time.monotonic() + patience
    while not page.evaluate(expression):
        if time.monotonic() > ends:
            raise TimeoutError(expression)
        time.sleep(pause)


def settled_at(page: Page) -> float:
    """Return the seconds from navigation to the settled picture."""
    until(page, "Boolean(window.settledAt)", pause=0.1)
    return float(page.evaluate("window.settledAt")) / 1000


def first_paint(page: Page, url: str) -> float:
    """Return the seconds from navigation until an empty app shows its title."""
    page.goto(url, wait_until="commit")
    until(page, "Boolean(document.querySelector('h2'))")
    return float(page.evaluate("performance.now()")) / 1000


def counted(page: Page, url: str) -> float:
    """Return the seconds from a click in an empty app until its number has changed."""
    page.goto(url)
    box = page.get_by_role("button", name="zählen").bounding_box()
    if box is None:
        return float("nan")
    page.wait_for_timeout(500)
    begun = time.perf_counter()
    page.mouse.click(box["x"] + 10, box["y"] + 10)
    until(page, "document.querySelector('h2').textContent !== 'Zahl 0'")
    return time.perf_counter() - begun


def rested(page: Page, url: str) -> float:
    """Return when the last frame was drawn in a picture that tells nobody that it rests."""
    page.goto(url)
    frame = page.wait_for_selector("iframe").content_frame()
    if frame is None:
        return float("nan")
    before = page.evaluate("performance.now()") - frame.evaluate("performance.now()")
    rests = f"window.drawnAt && performance.now() - window.drawnAt > {_REST}"
    frame.wait_for_function(rests, polling=200)
    return float(frame.evaluate("window.drawnAt") + before) / 1000


def clicked(page: Page, address: str) -> float:
    """Return the seconds from a click on the node in the middle to its name in the panel."""
    page.goto(address)
    page.wait_for_selector('.map .canvas[data-settled="true"]')
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(500)
    x, y, old = page.evaluate(_MIDDLE_NODE)
    begun = time.perf_counter()
    page.mouse.click(x, y)
    until(page, f"{_HEADERS} !== {json.dumps(old)}")
    return time.perf_counter() - begun
