"""The form of registration in a browser: nothing typed is lost, and all goes by keyboard."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_register import choose, fill_contact, fill_name, go_on, send, step, thanked
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser

KEPT = "JSON.parse(localStorage.getItem('bindeglied-anmeldung') ?? 'null')"


def again(page: Page) -> None:
    """Load the page anew, as by mistake."""
    page.reload()
    page.locator("[data-testid=stMain] h1").first.wait_for()
    settle(page)


def test_a_reload_in_every_step_loses_nothing_not_even_the_last_letters(
    page: Page, app: App
) -> None:
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "Garten für alle")
    again(page)
    expect(page.get_by_label("Name der Organisation")).to_have_value("Garten für alle")
    expect(page.get_by_role("combobox", name="Art der")).to_have_value("Initiative")

    go_on(page, 2)
    choose(page, "Themen", "Wohn")
    wait_until_kept(page, "reg_topics")
    text = page.get_by_role("textbox", name="In wenigen Sätzen")
    text.press_sequentially("Wir gärtnern")  # and nobody leaves the field
    again(page)
    step(page, 2)
    expect(text).to_have_value("Wir gärtnern")
    expect(page.get_by_role("button", name="Wohn", exact=False).first).to_be_visible()

    go_on(page, 3)
    page.get_by_label("Was Sie brauchen").press_sequentially("Wasser")
    again(page)
    step(page, 3)
    expect(page.get_by_label("Was Sie brauchen")).to_have_value("Wasser")

    go_on(page, 4)
    fill_contact(page)
    page.get_by_label("Telefon").press_sequentially("0331 99")
    again(page)
    step(page, 4)
    expect(page.get_by_label("Telefon")).to_have_value("0331 99")
    expect(page.get_by_label("E-Mail-Adresse")).to_have_value("kontakt@sprachcafe.example.org")
    expect(page.get_by_role("checkbox", name="Ich willige ein")).to_be_checked()
    assert nothing_stored(app)

    send(page)
    thanked(page)
    assert page.evaluate(KEPT) is None
    again(page)
    expect(page.get_by_label("Name der Organisation")).to_have_value("")
    (sent,) = [text for text in stored(app) if "Garten für alle" in text]
    for kept in ("Wir gärtnern", "Wasser", "0331 99"):
        assert kept in sent


def wait_until_kept(page: Page, key: str) -> None:
    """Wait until the browser keeps a choice, of which it learns from the server."""
    for _ in range(100):
        if ((page.evaluate(KEPT) or {}).get("values") or {}).get(key):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{key} is not kept")


def stored(app: App) -> list[str]:
    store = SqliteStore(app.database)
    found = [str(row["content"]) for row in store.find("registrations")]
    store.close()
    return found


def nothing_stored(app: App) -> bool:
    """Say that no byte of the database has what was typed and not sent."""
    files = app.database.parent.glob(f"{app.database.name}*")
    return not any("Wir gärtnern".encode() in file.read_bytes() for file in files)


def test_a_tab_closed_by_mistake_and_a_new_visit_later_find_all_again(
    app: App, browser: Browser
) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 740})
    first = context.new_page()
    visit(first, f"{app.url}/anmeldung")
    fill_name(first, "Werkstatt Nord")
    first.close()

    second = context.new_page()
    visit(second, f"{app.url}/anmeldung")
    expect(second.get_by_label("Name der Organisation")).to_have_value("Werkstatt Nord")

    kept = second.evaluate(KEPT)
    old = json.dumps({**kept, "at": kept["at"] - 8 * 24 * 3_600_000})
    second.evaluate("text => localStorage.setItem('bindeglied-anmeldung', text)", old)
    third = context.new_page()
    second.close()
    visit(third, f"{app.url}/anmeldung")
    expect(third.get_by_label("Name der Organisation")).to_have_value("")
    context.close()


def test_whoever_lost_the_connection_while_sending_learns_that_it_arrived(
    page: Page, app: App
) -> None:
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "Funkloch")
    page.get_by_role("button", name="Gleich zu den Kontaktdaten").click()
    step(page, 4)
    fill_contact(page)
    wait_until_kept(page, "reg_consent")
    before = json.dumps(page.evaluate(KEPT))
    send(page)
    thanked(page)

    page.evaluate("text => localStorage.setItem('bindeglied-anmeldung', text)", before)
    again(page)
    expect(page.get_by_text("ist angekommen", exact=False)).to_be_visible()
    expect(page.get_by_label("Name der Organisation")).to_have_value("")
    settle(page)
    assert page.evaluate(KEPT) is None
    assert len([text for text in stored(app) if "Funkloch" in text]) == 1


def test_thrown_away_is_thrown_away(page: Page, app: App) -> None:
    visit(page, f"{app.url}/anmeldung")
    fill_name(page, "Doch nicht")
    page.get_by_role("button", name="Eingaben verwerfen").click()
    page.get_by_role("button", name="Ja, alles verwerfen").click()
    expect(page.get_by_label("Name der Organisation")).to_have_value("")
    settle(page)
    assert page.evaluate(KEPT) is None
    again(page)
    expect(page.get_by_label("Name der Organisation")).to_have_value("")


def test_the_whole_form_goes_by_keyboard(page: Page, app: App) -> None:
    visit(page, f"{app.url}/anmeldung")
    page.get_by_label("Name der Organisation").focus()
    page.keyboard.type("Tastenfreunde", delay=60)
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name="Weiter", exact=True).press("Enter")
    kind = page.get_by_role("combobox", name="Art der Organisation")
    expect(kind).to_be_focused()
    expect(kind).to_have_attribute("aria-invalid", "true")
    expect(kind).to_have_attribute("aria-describedby", re.compile("fault_"))
    fault = kind.get_attribute("aria-describedby")
    expect(page.locator(f"#{fault}")).to_contain_text("Bitte füllen Sie dieses Feld aus.")

    page.keyboard.type("Initi", delay=60)
    expect(page.get_by_role("option").first).to_contain_text("Initiative")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name="Gleich zu den Kontaktdaten").press("Enter")
    expect(page.get_by_role("heading", name="Schritt 4 von 4", exact=False)).to_be_focused()
    settle(page)
    page.keyboard.press("Tab")
    expect(page.get_by_label("E-Mail-Adresse")).to_be_focused()
    page.keyboard.type("tasten@beispiel.example", delay=30)
    for _ in range(3):
        page.keyboard.press("Tab")
    settle(page)
    expect(page.get_by_role("checkbox", name="Ich willige ein")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Ich willige ein")).to_be_checked()
    settle(page)
    page.get_by_role("button", name="Anmeldung abschicken").press("Enter")
    expect(page.get_by_role("heading", name="Vielen Dank", exact=False)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_is_free_of_barriers_on_a_phone(app: App, browser: Browser, scheme: str) -> None:
    context = browser.new_context(
        locale="de-DE",
        viewport={"width": 320, "height": 740},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    visit(page, f"{app.url}/anmeldung")
    page.get_by_label("Name der Organisation").press_sequentially(
        "Sozialle Stadt Potsdam", delay=120
    )
    expect(page.get_by_role("heading", name="Sind Sie das schon?")).to_be_visible()
    assert_good(page)
    way = page.get_by_role("link", name="Ja, das sind wir").first
    assert "/eintrag/link?id=" in str(way.get_attribute("href"))
    page.get_by_role("button", name="Nein, wir sind eine andere").click()
    fill_name(page, f"Leicht zu lesen {scheme}")
    for number in (2, 3, 4):
        go_on(page, number)
        assert_good(page)
    send(page)
    expect(page.get_by_label("E-Mail-Adresse")).to_be_focused()
    assert_good(page)
    fill_contact(page)
    send(page)
    thanked(page)
    assert_good(page)
    context.close()


def assert_good(page: Page) -> None:
    """Say that nothing is wider than the screen, small to the thumb, or a barrier axe knows."""
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 320
    small = page.evaluate(
        "[...document.querySelectorAll('.st-key-register :is(.stButton button, .sign, input)')]"
        ".filter(each => each.offsetParent && each.type !== 'checkbox')"
        ".map(each => each.getBoundingClientRect().height).filter(height => height < 40)"
    )
    assert small == []
    assert faults_of(page) == []
