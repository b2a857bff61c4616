"""The coordinator takes in a table of the network, and chooses a file that is too large."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accounts.identity import Role
from data.organizations import organizations
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_proposals import person

pytestmark = pytest.mark.browser

TABLE = "Name;Art\n=1+1 Verein;Verein\n<b>Treff</b>;Initiative\n"


def test_a_table_is_looked_at_and_taken_over(app: App, browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "Organisationen.csv"
    file.write_text(TABLE, "utf-8")
    page = person(browser, app, "Ute", Role.COORDINATOR)
    visit(page, f"{app.url}/netzwerk-einlesen")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Einträge: 2 neu, 0 geändert, 0 unverändert")).to_be_visible()
    expect(page.get_by_text("<b>Treff</b>").first).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Ausgewähltes übernehmen").click()
    expect(page.get_by_text("Das Netzwerk ist übernommen", exact=False)).to_be_visible()

    store = SqliteStore(app.database)
    names = {each.name for each in organizations(store)}
    store.close()
    assert {"=1+1 Verein", "<b>Treff</b>"} <= names


def test_a_file_that_is_too_large_is_refused_in_german(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "netz.graphml"
    file.write_bytes(b"x" * 53_000_000)
    page = person(browser, app, "Uwe", Role.COORDINATOR)
    visit(page, f"{app.url}/netzwerk-einlesen")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Die Datei ist größer als 50 MB", exact=False).first).to_be_visible()
