"""The coordinator takes in a Word file, and then its next version."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from data.concepts import concepts, sections
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_proposals import person
from tests.intake_files import plain_file, tracked_file
from tests.office_pdf import Text, pdf

pytestmark = pytest.mark.browser

OLD = [("Ziele", ["Alle wohnen gut."]), ("Wege", ["Es gibt Kurse."]), ("Lage", ["Ruhig."])]
NEW = [("Lage", ["Ruhig."]), ("Ziele", ["Alle wohnen sehr gut."]), ("Wege", ["Es gibt Kurse."])]


def choose(page: Page, app: App, name: str, content: bytes, folder: Path) -> None:
    file = folder / name
    file.write_bytes(content)
    visit(page, f"{app.url}/einlesen")
    page.locator("input[type=file]").set_input_files(file)


def titles(app: App, concept: str) -> list[str]:
    store = SqliteStore(app.database)
    found = next(each for each in concepts(store) if each.title == concept)
    named = [each.title for each in sections(store, found.id)]
    store.close()
    return named


def test_tracked_changes_become_proposals_and_bold_lines_headings(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    page = person(browser, app, "Ute", Role.COORDINATOR)
    choose(page, app, "konzept.docx", tracked_file(), tmp_path)
    expect(page.get_by_text("nachverfolgte Änderungen", exact=False).first).to_be_visible()
    assert page.get_by_role("button", name="Als neues Konzept übernehmen").count() == 0
    page.get_by_text("jede Änderung als Vorschlag").click()
    page.get_by_role("button", name="Alle als Überschriften übernehmen").click()
    expect(page.get_by_role("heading", name="3 Überschriften")).to_be_visible()
    expect(page.get_by_text("2 Änderungen werden Vorschläge.")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Als neues Konzept übernehmen").click()
    expect(page.get_by_text("ist übernommen", exact=False)).to_be_visible()

    assert titles(app, "Konzept Musterstadt") == ["Ziele", "Wege", "Beteiligte"]
    visit(page, f"{app.url}/vorschlaege")
    first = page.get_by_role("link", name="Nachverfolgte Änderung von Anna Beispiel").first
    expect(first).to_be_visible()
    first.click()
    expect(page.get_by_role("heading", name="Was sich ändern würde")).to_be_visible()
    expect(page.locator(".diff ins").first).to_be_visible()


def test_a_new_version_says_what_becomes_of_every_section(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    page = person(browser, app, "Eva", Role.COORDINATOR)
    choose(page, app, "alt.docx", plain_file("Kleines Konzept", OLD), tmp_path)
    page.get_by_role("button", name="Als neues Konzept übernehmen").click()
    expect(page.get_by_text("„Kleines Konzept“ ist übernommen", exact=False)).to_be_visible()

    choose(page, app, "neu.docx", plain_file("Kleines Konzept", NEW), tmp_path)
    page.get_by_role("combobox", name="Was ist es?").click()
    page.get_by_role("option", name="Neue Fassung von „Kleines Konzept“").click()
    expect(page.get_by_text("Geändert: neu zu prüfen (1)")).to_be_visible()
    expect(page.get_by_text("Ist sie wirklich eine neue Fassung", exact=False)).to_have_count(0)
    page.get_by_text("Verschoben oder neu nummeriert", exact=False).click()
    expect(page.get_by_text("3 Lage → 1 Lage")).to_be_visible()
    page.get_by_text("Geändert: neu zu prüfen (1)").click()
    expect(page.locator(".diff ins")).to_have_text("sehr ")
    settle(page)
    page.get_by_role("button", name="Als neue Fassung übernehmen").click()
    expect(page.get_by_text("ist übernommen", exact=False)).to_be_visible()
    page.get_by_role("link", name="Zum Konzept").click()
    expect(page.get_by_text("Fassung 2 vom", exact=False)).to_be_visible()

    settle(page)
    page.get_by_role("link", name="Ziele").click()
    expect(page.get_by_role("heading", level=1, name="Ziele")).to_be_visible()
    settle(page)
    page.get_by_role("link", name="Zurück zu allen Abschnitten").click()
    expect(page.get_by_role("heading", level=1, name="Kleines Konzept")).to_be_visible()

    assert titles(app, "Kleines Konzept") == ["Lage", "Ziele", "Wege"]


def test_a_file_that_is_no_version_of_the_chosen_concept_is_doubted(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    page = person(browser, app, "Rosa", Role.COORDINATOR)
    text = "\n\n".join(f"# Anderes {n}\n\nEtwas ganz anderes, Nummer {n}." for n in range(3))
    choose(page, app, "fremd.md", text.encode(), tmp_path)
    expect(page.get_by_role("heading", name="3 Überschriften")).to_be_visible()
    page.get_by_role("combobox", name="Was ist es?").click()
    page.get_by_role("option", name="Neue Fassung von „Integrationskonzept").click()

    doubt = page.get_by_text("Ist sie wirklich eine neue Fassung dieses Konzepts?", exact=False)
    expect(doubt).to_be_visible()


def test_lines_that_look_like_headings_are_offered_and_not_called_a_fault(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    page = person(browser, app, "Lia", Role.COORDINATOR)
    paper = pdf([[Text("Ziele", size=20), *["Alle Menschen wohnen gut in der Stadt."] * 4]])
    choose(page, app, "plan.pdf", paper, tmp_path)

    expect(page.get_by_text("Noch ist keine Zeile als Überschrift", exact=False)).to_be_visible()
    expect(page.get_by_text("Formatvorlage", exact=False)).to_have_count(0)
    page.get_by_role("button", name="Alle als Überschriften übernehmen").click()
    expect(page.get_by_role("button", name="Als neues Konzept übernehmen")).to_be_visible()


def test_the_field_for_files_speaks_german(app: App, browser: Browser, tmp_path: Path) -> None:
    page = person(browser, app, "Ina", Role.COORDINATOR)
    visit(page, f"{app.url}/einlesen")
    field = page.get_by_test_id("stFileUploader")
    expect(field.get_by_role("button", name="Datei wählen")).to_be_visible()
    expect(field).to_contain_text("höchstens 10 MB")

    choose(page, app, "tabelle.xlsx", b"PK", tmp_path)
    expect(field).to_contain_text("Diese Art von Datei kann hier nicht gelesen werden.")
    expect(field).to_contain_text("2 Byte")
    reason = field.get_by_role("alert").bounding_box()
    assert reason
    assert reason["height"] > 15, "the reason is there, but nobody sees it"


UNREADABLE = [
    ("leer.docx", b"", "Der Text ist leer."),
    ("kaputt.docx", b"PK\x03\x04 and nothing more", "beschädigt"),
    ("alt.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "altes Format"),
    ("lose.md", b"Nur Text ohne Gliederung.", "keine Überschriften"),
]


def test_what_cannot_be_read_says_what_to_do(app: App, browser: Browser, tmp_path: Path) -> None:
    page = person(browser, app, "Ida", Role.COORDINATOR)
    for name, content, message in UNREADABLE:
        choose(page, app, name, content, tmp_path)

        expect(page.get_by_text(message, exact=False).first).to_be_visible()
        assert page.get_by_role("button", name="Als neues Konzept übernehmen").count() == 0
