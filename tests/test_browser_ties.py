"""One walk through the browser: a tie is stated, asked about by mail, confirmed, and shown."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from data.mails import mails
from data.organizations import organization
from data.sqlite_store import SqliteStore
from data.stated_ties import state_tie
from data.store import Store
from data.upkeep import ask_if_still_right
from tests.browser import App, settle, visit
from tests.conftest import COORDINATOR
from tests.entry_stage import opened
from tests.test_browser_everywhere import faults_of
from tests.writing_verbs_upkeep import EDITOR, OWN, a_tie, long_ago, two_clubs
from views.identity_gate import COOKIE
from views.letters import compose

pytestmark = pytest.mark.browser

SIZES = ((1280, 900), (360, 740))


@pytest.fixture(scope="module")
def clubs(app: App) -> Iterator[Store]:
    store = SqliteStore(app.database)
    two_clubs(store)
    yield store
    store.close()


def mailed(store: Store, recipient: str, address: str) -> str:
    """Return the path of the link in the newest mail to somebody."""
    mail = next(each for each in mails(store, COORDINATOR) if each.recipient == recipient)
    assert f"{address}/{mail.secret}" in mail.body
    return f"{address}/{mail.secret}"


def assert_fits(page: Page) -> None:
    """Look for what stands out of a narrow window, and for faults of accessibility."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults_of(page) == []


def test_a_stated_tie_is_confirmed_by_its_link_and_the_map_says_so(
    page: Page, app: App, clubs: Store
) -> None:
    state_tie(clubs, EDITOR, OWN, a_tie(since="2024-05"), compose)
    visit(page, f"{app.url}/netzkarte?stelle={OWN}")
    expect(page.get_by_text("von einer Seite angegeben").first).to_be_visible()

    page.goto(app.url + mailed(clubs, "zwei@example.org", "/beziehung"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Stimmt diese Verbindung?")
    assert_fits(page)
    page.get_by_role("button", name="Ja, das stimmt").click()
    expect(page.get_by_text("Stand: von beiden Seiten bestätigt")).to_be_visible()
    assert_fits(page)
    page.get_by_role("link", name="Verein Zwei").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verein Zwei")
    expect(page).to_have_title("Verein Zwei – Bindeglied")

    visit(page, f"{app.url}/netzkarte?stelle={OWN}")
    expect(page.get_by_text("von beiden Seiten bestätigt").first).to_be_visible()


def pick(page: Page, label: str, option: str) -> None:
    """Choose from a list as one does with the keyboard."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(option, delay=120)
    page.get_by_role("option", name=option).first.click()
    settle(page)


def test_the_whole_walk_from_the_form_to_the_confirmed_line(
    page: Page, app: App, clubs: Store
) -> None:
    club = organization(clubs, OWN)
    page.context.add_cookies([{"name": COOKIE, "value": opened(clubs, club).token, "url": app.url}])
    visit(page, f"{app.url}/eintrag")
    pick(page, "Ihre Organisation …", "unterstützt")
    pick(page, "Organisation, Gruppe oder Stelle", "Verein Zwei")
    page.get_by_role("textbox", name="Seit").last.fill("5.2024")
    page.get_by_role("button", name="Verbindung angeben").click()
    expect(page.get_by_text("Die Verbindung ist angegeben", exact=False)).to_be_visible()
    settle(page)
    assert faults_of(page) == []

    other = page.context.browser.new_context(locale="de-DE").new_page()  # type: ignore[union-attr]
    address = mailed(clubs, "zwei@example.org", "/beziehung")
    other.goto(app.url + address)
    other.goto(app.url + address)  # a scanner of mails looked first; that changed nothing
    other.get_by_role("button", name="Ja, das stimmt").click()
    expect(other.get_by_text("Stand: von beiden Seiten bestätigt")).to_be_visible()
    other.goto(app.url + address)  # opened a second time it says that it is used
    expect(other.get_by_role("button", name="Ja, das stimmt")).to_have_count(0)
    other.context.close()

    visit(page, f"{app.url}/netzkarte?stelle={OWN}")
    shared = page.get_by_text("unterstützt", exact=True).first
    expect(shared).to_be_visible()
    expect(page.get_by_text("seit Mai 2024", exact=False).first).to_be_visible()
    expect(page.get_by_text("von beiden Seiten bestätigt").first).to_be_visible()


def test_an_entry_is_confirmed_by_its_link_without_a_script(
    page: Page, app: App, clubs: Store
) -> None:
    long_ago(clubs, OWN, 800)
    ask_if_still_right(clubs, COORDINATOR, compose)
    page.goto(app.url + mailed(clubs, "eins@example.org", "/eintrag/stimmt"))
    expect(page.get_by_text("möglicherweise veraltet")).to_be_visible()
    assert_fits(page)
    page.get_by_role("button", name="Ja, alles stimmt noch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vielen Dank")
    assert_fits(page)

    visit(page, f"{app.url}/organisation?id={OWN}")
    expect(page.get_by_text("bestätigt am").first).to_be_visible()
    expect(page.get_by_text("möglicherweise veraltet")).to_have_count(0)
    assert_fits(page)


def test_the_bytes_of_public_pages_hold_no_internal_contact(
    page: Page, app: App, clubs: Store
) -> None:
    received: list[bytes] = []

    def keep(payload: str | bytes) -> None:
        received.append(payload if isinstance(payload, bytes) else payload.encode())

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    for address in (f"organisation?id={OWN}", f"netzkarte?stelle={OWN}", "verzeichnis"):
        visit(page, f"{app.url}/{address}")
        assert "eins@example.org" not in page.content()
    whole = b"".join(received)

    assert clubs.find("persons", email="eins@example.org")
    assert whole.count(b"Verein Eins") > 2
    for secret in (b"eins@example.org", b"Frau eins", b"zwei@example.org"):
        assert secret not in whole


def test_on_paper_the_page_of_an_organisation_has_nothing_to_press(
    page: Page, app: App, clubs: Store
) -> None:
    assert clubs
    visit(page, f"{app.url}/organisation?id={OWN}")
    brief = page.get_by_role("link", name="Steckbrief als PDF")
    expect(brief).to_be_visible()
    page.emulate_media(media="print")
    expect(brief).to_be_hidden()
    expect(page.get_by_role("link", name="Anmelden", exact=True)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
