"""Registered, asked back, answered on a phone, merged into the entry that was there."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import GUEST, Role
from data.clock import timestamp
from data.organizations import organizations
from data.registrations import submit
from data.sqlite_store import SqliteStore
from network.registration import parse_registration
from tests.browser import App, settle, sign_in, visit
from tests.injections import ALL
from tests.test_browser_everywhere import faults_of
from tests.writing_verbs_inbox import a_change

pytestmark = pytest.mark.browser

ENTRY = "Soziale Stadt Potsdam e. V."


def register(app: App, name: str, **more: object) -> str:
    """Let an organisation register and confirm its address."""
    store = SqliteStore(app.database)
    typed = {
        "name": name,
        "classification": "association",
        "contact_name": "Erika Beispiel",
        "contact_email": "erika@soziale-stadt.example.org",
        "consent": True,
        **more,
    }
    sent = submit(store, GUEST, parse_registration(typed))
    store.update("registrations", sent.id, {"email_confirmed_at": timestamp()}, expected=1)
    store.close()
    return sent.id


def token_of(app: App, registration_id: str) -> str:
    """Read the link out of the mail that waits."""
    store = SqliteStore(app.database)
    mail = store.find("mails", subject_id=registration_id)[-1]
    store.close()
    found = re.search(r"/anmeldung/antwort/\S+", mail["body"])
    assert found
    return found.group()


@pytest.fixture
def desk(app: App, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A desk at which a coordinator is signed in."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, app, f"Ada {request.node.name}", Role.COORDINATOR)
    yield page
    context.close()


def test_from_the_question_to_the_merged_entry(app: App, browser: Browser, desk: Page) -> None:
    identifier = register(app, "Soziale Stadt Potsdam", offers="Räume", district="Schlaatz")
    visit(desk, f"{app.url}/anmeldungen?id={identifier}")
    expect(desk.get_by_text("Ähnlichkeit der Namen", exact=False)).to_be_visible()
    desk.get_by_text("Nachfragen", exact=True).click()
    question = desk.get_by_role("textbox", name="Ihre Frage")
    question.fill("Sind Sie der Verein, den es schon gibt?")
    question.press("Tab")
    settle(desk)
    desk.get_by_role("button", name="Frage senden").click()
    expect(desk.get_by_text("ist unterwegs", exact=False)).to_be_visible()

    answer_on_a_phone(app, browser, token_of(app, identifier))

    visit(desk, f"{app.url}/anmeldungen?id={identifier}")
    expect(desk.get_by_text("Ja, genau der.")).to_be_visible()
    expect(desk.get_by_text("Am Schlaatz").first).to_be_visible()
    assert faults_of(desk) == []
    desk.get_by_text("Mit einem Eintrag zusammenführen").click()
    stadtteil = desk.get_by_role("radiogroup", name="Was soll bei „Stadtteil“ gelten?")
    expect(stadtteil.get_by_role("radio").first).to_be_checked()
    assert faults_of(desk) == []
    desk.get_by_role("button", name=f"Mit „{ENTRY}“ zusammenführen").click()
    expect(desk.get_by_text("zusammengeführt", exact=False).first).to_be_visible()
    settle(desk)

    store = SqliteStore(app.database)
    (entry,) = [each for each in organizations(store) if each.name == ENTRY]
    store.close()
    assert (entry.district, "Räume" in entry.offers) == ("Am Schlaatz", True)


def answer_on_a_phone(app: App, browser: Browser, link: str) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 740})
    phone = context.new_page()
    phone.goto(f"{app.url}{link}")
    expect(phone.get_by_text("Sind Sie der Verein, den es schon gibt?")).to_be_visible()
    assert faults_of(phone) == []
    phone.get_by_label("Internetseite").fill("keine Seite")
    phone.get_by_role("button", name="Antwort senden").click()
    expect(phone.get_by_text("keine vollständige", exact=False)).to_be_visible()
    assert faults_of(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.get_by_label("Internetseite").fill("")
    phone.get_by_label("Ihre Antwort").fill("Ja, genau der.")
    phone.get_by_label("Stadtteil").fill("Am Schlaatz")
    phone.get_by_role("button", name="Antwort senden").click()
    expect(phone.get_by_role("heading", name="Vielen Dank")).to_be_visible()
    assert faults_of(phone) == []
    phone.goto(f"{app.url}{link}")
    expect(phone.get_by_text("schon beantwortet", exact=False)).to_be_visible()
    assert faults_of(phone) == []
    context.close()


def test_the_lists_and_the_changes_are_accessible_and_fit_a_phone(app: App, desk: Page) -> None:
    for number in range(25):
        register(app, f"Gartenrunde Nummer {number}")
    store = SqliteStore(app.database)
    entry = next(each for each in organizations(store) if each.description)
    before = {"description": entry.description, "district": "Anders"}
    a_change(store, entry, before, {"description": f"{entry.description} Neu.", "district": "Nord"})
    store.close()
    outside: list[str] = []
    desk.on("request", lambda each: None if app.url[7:] in each.url else outside.append(each.url))

    for address in ("anmeldungen", "anmeldungen?liste=changes", "anmeldungen?liste=decided"):
        visit(desk, f"{app.url}/{address}")
        assert faults_of(desk) == []
        desk.set_viewport_size({"width": 360, "height": 740})
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360
        desk.set_viewport_size({"width": 1280, "height": 900})
    visit(desk, f"{app.url}/anmeldungen?liste=waiting")
    desk.get_by_text("Mehrere auf einmal").click()
    desk.get_by_role("button", name="Alle auf dieser Seite").click()
    expect(desk.get_by_text("20 Anmeldungen ausgewählt")).to_be_visible()
    assert faults_of(desk) == []
    assert [each for each in outside if not each.startswith("data:")] == []


def test_markup_in_every_field_runs_nowhere(app: App, desk: Page) -> None:
    text = "\n".join(ALL)[:2000]
    lines = [each[:200] for each in ALL]
    said = {"description": text, "offers": lines[:30], "needs": lines[30:]}
    identifier = register(app, f"Verein {ALL[0]}", **said, district=ALL[1], contact_name=ALL[2])
    outside: list[str] = []
    desk.on("request", lambda each: outside.append(each.url) if "tracker" in each.url else None)

    visit(desk, f"{app.url}/anmeldungen?id={identifier}")
    expect(desk.get_by_text("onerror").first).to_be_visible()
    visit(desk, f"{app.url}/anmeldungen?liste=waiting")
    settle(desk)

    assert desk.evaluate("window.PWN") is None
    assert outside == []
    assert desk.locator("[data-testid=stMain] img").count() == 0
