"""The network map in a browser: opened, searched, pressed, and what its picture shows."""

from playwright.sync_api import Page, expect

from tests.browser import App, settle, visit

NAME = "Migrantenbeirat der Landeshauptstadt Potsdam"


def open_map(page: Page, app: App, query: str = "") -> None:
    visit(page, f"{app.url}/netzkarte{query}")
    page.wait_for_selector("[data-settled]")


def visible_nodes(page: Page) -> int:
    return int(
        page.evaluate(
            "() => globalThis.bindeglied.map.data.nodes.get().filter((n) => !n.hidden).length"
        )
    )


def wait_for_nodes(page: Page, count: int) -> None:
    """Wait until the picture shows so many nodes."""
    page.wait_for_function(
        "(n) => globalThis.bindeglied.map.data.nodes.get().filter((e) => !e.hidden).length === n",
        arg=count,
    )


def place_of(page: Page, label: str) -> tuple[float, float]:
    """Return where a node stands on the screen."""
    x, y = page.evaluate(
        """(label) => {
          const { network, data } = globalThis.bindeglied.map
          const node = data.nodes.get().find((each) => each.label.startsWith(label))
          const place = network.canvasToDOM(network.getPosition(node.id))
          const box = document.querySelector('.map .canvas').getBoundingClientRect()
          return [box.x + place.x, box.y + place.y]
        }""",
        label,
    )
    return x, y


def search(page: Page, typed: str, name: str) -> None:
    page.get_by_label("Suche", exact=True).press_sequentially(typed)
    page.get_by_role("button", name=name).first.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    settle(page)


def steps(page: Page, number: int) -> None:
    """Look so many steps around what is chosen."""
    group = page.get_by_test_id("stButtonGroup").filter(has_text="Umfeld, in Schritten")
    group.get_by_role("radio", name=str(number), exact=True).click()


def press(page: Page, name: str) -> None:
    """Reach a control with the keyboard alone and press it."""
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")
    settle(page)
