"""Every page, as guest and as coordinator: whole, German, accessible, and only from here."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from accounts.identity import Role
from data.concepts import concepts, sections
from data.organizations import organizations
from data.sqlite_store import SqliteStore
from tests.browser import App, sign_in, visit

pytestmark = pytest.mark.browser

PUBLIC = (
    "", "netzkarte", "kennzahlen", "verzeichnis", "konzept", "auswertung", "fassungen", "abschnitt",
    "anmeldung", "erzaehlungen", "organisation",
)  # fmt: skip
INTERNAL = (
    "aufgaben",
    "einlesen",
    "netzwerk-einlesen",
    "postausgang",
    "mailtexte",
    "anmeldungen",
    "vorschlaege",
    "zusammen",
    "vorlagen",
    "vorschlaege-einlesen",
    "hinweise",
    "umgestalten",
    "eintrag",
)
PARTS = tuple(f"hinweise?teil={part}" for part in ("abdeckung", "wenn", "reichweite", "offenes"))
"""Parts of a page that are as large as pages."""
AXE = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice",
    ]
}  # fmt: skip


def address_of(app: App, page: str) -> str:
    """Return the address of a page; of a section with text or an organisation, the first one."""
    if page not in ("abschnitt", "organisation", "eintrag"):
        return f"{app.url}/{page}"
    store = SqliteStore(app.database)
    if page != "abschnitt":
        first = organizations(store)[0].id
        store.close()
        return f"{app.url}/{page}?id={first}"
    concept = concepts(store)[0]
    section = next(each for each in sections(store, concept.id) if each.reviewable)
    store.close()
    return f"{app.url}/abschnitt?id={section.id}"


@pytest.fixture(scope="module")
def coordinator(app: App, browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which the coordinator is signed in."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, app, "Ada", Role.COORDINATOR)
    page.close()
    yield context
    context.close()


def faults_of(page: Page) -> list[str]:
    """Return what axe finds wrong, as rule and place."""
    results = Axe().run(page, options=AXE)
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


def assert_whole(page: Page, app: App, address: str) -> None:
    """Open a page and look for other hosts, scripts that failed, and raw exceptions."""
    outside: list[str] = []
    failed: list[str] = []
    page.on(
        "request",
        lambda request: (
            outside.append(request.url)
            if not request.url.startswith((app.url, app.url.replace("http", "ws"), "data:"))
            else None
        ),
    )
    page.on("pageerror", lambda error: failed.append(str(error)))

    visit(page, address)
    if "netzkarte" in address:
        page.wait_for_selector("[data-settled]")

    assert outside == []
    assert failed == []
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator("text=Traceback").count() == 0


@pytest.mark.parametrize("name", PUBLIC)
def test_a_guest_sees_whole_pages_from_this_host_alone(page: Page, app: App, name: str) -> None:
    assert_whole(page, app, address_of(app, name))


@pytest.mark.parametrize("name", PUBLIC + INTERNAL)
def test_a_coordinator_sees_whole_pages_from_this_host_alone(
    coordinator: BrowserContext, app: App, name: str
) -> None:
    page = coordinator.new_page()
    assert_whole(page, app, address_of(app, name))
    page.close()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", PUBLIC + INTERNAL + PARTS)
def test_every_page_is_free_of_barriers_that_axe_knows(
    coordinator: BrowserContext, app: App, name: str, language: str
) -> None:
    page = coordinator.new_page()
    address = address_of(app, name)
    joint = "&" if "?" in address else "?"
    visit(page, f"{address}{joint}lang={language}")
    if name == "netzkarte":
        page.wait_for_selector("[data-settled]")

    assert page.locator("html").get_attribute("lang") == language
    assert faults_of(page) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_page_is_free_of_barriers_on_a_narrow_screen(
    browser: Browser, app: App, name: str, scheme: str
) -> None:
    context = browser.new_context(
        locale="de-DE",
        viewport={"width": 320, "height": 700},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    visit(page, address_of(app, name))

    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= 320
    assert faults_of(page) == []
    context.close()


def test_every_page_has_a_title_of_its_own(coordinator: BrowserContext, app: App) -> None:
    page = coordinator.new_page()
    titles = []
    for name in PUBLIC + INTERNAL:
        visit(page, address_of(app, name))
        titles.append(page.title())

    assert len(set(titles)) == len(titles), titles
    page.close()


def test_the_plain_pages_are_free_of_barriers_that_axe_knows(page: Page, app: App) -> None:
    for address in (
        "/anmelden",
        "/abmelden",
        "/einladung/made-up",
        "/anmeldung/bestaetigen/made-up",
        "/api",
    ):
        page.goto(f"{app.url}{address}")
        assert faults_of(page) == []
    page.goto(app.invitation("Neu", Role.STAFF))
    assert faults_of(page) == []


def test_single_keys_do_nothing(page: Page, app: App) -> None:
    visit(page, f"{app.url}/konzept")

    page.keyboard.press("c")
    page.keyboard.press("r")

    assert page.locator("[role=dialog]").count() == 0
