"""A freier Träger adds itself on a phone, and the coordinator confirms it."""

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.mails import mails
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, sign_in, visit
from tests.browser_register import choose, fill_contact, fill_name, go_on, send, thanked
from tests.conftest import COORDINATOR

pytestmark = pytest.mark.browser

MARKUP = '<img src=x onerror="window.PWN=1">![x](http://tracker.example/a.png)[l](javascript:0)'


def test_an_organisation_registers_on_a_phone_and_is_published(app: App, browser: Browser) -> None:
    phone = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 740})
    page = phone.new_page()
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "Sprachcafé am Kanal")
    go_on(page, 2)
    page.get_by_label("Internetseite").fill("sprachcafe punkt org")
    settle(page)
    page.get_by_role("button", name="Weiter", exact=True).click()
    expect(page.get_by_text("keine vollständige", exact=False)).to_be_visible()
    expect(page.get_by_label("Internetseite")).to_be_focused()
    page.get_by_label("Internetseite").fill("www.sprachcafe.example.org")
    go_on(page, 3)
    page.get_by_label("Was Sie anbieten können").fill("Sprachtandems\nRäume am Abend")
    choose(page, "In welchen Arbeitsgruppen", "Kita und Schule")
    go_on(page, 4)
    fill_contact(page)
    send(page)
    thanked(page)
    phone.close()

    confirm_by_mail(app)
    address = confirm_and_find(app, browser)
    assert_stranger_gets_no_contact(browser, address)


def confirm_by_mail(app: App) -> None:
    """Follow the link of the mail, as whoever reads the mailbox does."""
    store = SqliteStore(app.database)
    (mail,) = [each for each in mails(store, COORDINATOR) if "Sprachcafé" in each.subject]
    address = f"{app.url}/anmeldung/bestaetigen/{mail.secret}"
    assert "Sprachcafé am Kanal" in httpx.get(address).text
    assert "bestätigt" in httpx.post(address).text
    assert store.get("registrations", mail.subject_id)["email_confirmed_at"]
    store.close()


def confirm_and_find(app: App, browser: Browser) -> str:
    """Confirm the one registration, find it on the map, and return the address of that view."""
    office = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    desk = office.new_page()
    sign_in(desk, app, "Ada", Role.COORDINATOR)
    visit(desk, f"{app.url}/anmeldungen")
    expect(desk.get_by_role("heading", name="Sprachcafé am Kanal")).to_be_visible()
    expect(desk.get_by_text("kontakt@sprachcafe.example.org")).to_be_visible()
    desk.get_by_role("button", name="Bestätigen und veröffentlichen").click()
    expect(desk.get_by_text("„Sprachcafé am Kanal“", exact=False).first).to_be_visible()
    settle(desk)

    visit(desk, f"{app.url}/netzkarte")
    desk.wait_for_selector("[data-settled]")
    desk.get_by_label("Suche", exact=True).press_sequentially("sprachcafe")
    desk.get_by_role("button", name="Sprachcafé am Kanal").first.click()
    expect(desk.get_by_role("heading", name="Sprachcafé am Kanal")).to_be_visible()
    expect(desk.get_by_role("button", name="Arbeitsgruppe Kita und Schule").first).to_be_visible()
    expect(desk.get_by_text("kontakt@sprachcafe.example.org")).to_be_visible()
    address = desk.url
    office.close()
    return address


def assert_stranger_gets_no_contact(browser: Browser, address: str) -> None:
    """Look at every byte that a guest's browser gets for this view."""
    stranger = browser.new_context(locale="de-DE").new_page()
    frames: list[str] = []
    stranger.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda data: frames.append(repr(data))),
    )
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="Sprachcafé am Kanal")).to_be_visible()
    settle(stranger)
    assert frames
    assert not any("kontakt@sprachcafe" in frame for frame in frames)
    stranger.context.close()


def test_a_name_that_is_entered_already_is_pointed_out(page: Page, app: App) -> None:
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "soziale stadt potsdam")
    page.get_by_role("button", name="Weiter", exact=True).click()

    expect(page.get_by_text("ist schon eingetragen", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Nein, wir sind eine andere").click()
    go_on(page, 2)


def test_an_endless_text_is_refused_at_its_field_and_nothing_is_lost(page: Page, app: App) -> None:
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "Viel zu sagen")
    go_on(page, 2)
    text = page.get_by_role("textbox", name="In wenigen Sätzen")
    text.fill("ä" * 100_000)
    settle(page)
    page.get_by_role("button", name="Weiter", exact=True).click()

    expect(page.get_by_text("höchstens 2.000", exact=False).first).to_be_visible()
    expect(text).to_have_value("ä" * 100_000)


def test_markup_in_every_field_is_shown_as_text_and_calls_nobody(
    app: App, browser: Browser
) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    outside: list[str] = []
    page.on(
        "request",
        lambda request: outside.append(request.url) if "tracker.example" in request.url else None,
    )
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, f"Markup {MARKUP}")
    for number, labels in (
        (2, ("In wenigen Sätzen", "Für wen", "Stadtteil")),
        (3, ("Was Sie anbieten können", "Was Sie brauchen")),
        (4, ("Name der Ansprechperson",)),
    ):
        go_on(page, number)
        for label in labels:
            page.get_by_role("textbox", name=label).first.fill(MARKUP)
            settle(page)
    fill_contact(page)
    send(page)
    thanked(page)
    sign_in(page, app, "Bea", Role.COORDINATOR)
    visit(page, f"{app.url}/anmeldungen")
    expect(page.get_by_text("onerror").first).to_be_visible()
    card = page.locator("[data-testid=stVerticalBlock]").filter(has_text="Markup")
    card.get_by_role("button", name="Bestätigen und veröffentlichen").last.click()
    settle(page)

    visit(page, f"{app.url}/netzkarte")
    page.wait_for_selector("[data-settled]")
    page.get_by_label("Suche", exact=True).press_sequentially("markup")
    page.get_by_role("button", name="Markup").first.click()
    expect(page.get_by_role("heading", name="Markup")).to_be_visible()
    settle(page)

    assert page.evaluate("window.PWN") is None
    assert outside == []
    assert page.locator("[data-testid=stMain] img").count() == 0
    context.close()
