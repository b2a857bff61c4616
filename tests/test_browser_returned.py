"""Staff hand out the concept as a Word file and read in what came back."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accounts.identity import Role
from concept_review.papers.tracked_docx import write_tracked
from data.concepts import concepts, sections
from data.proposals import proposals
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_proposals import person
from tests.conftest import STAFF
from tests.tracked_kits import kit, reworded

pytestmark = pytest.mark.browser


def returned_file(app: App) -> tuple[bytes, str]:
    """Return the concept as it came back with two changes, and the title of the first section."""
    store = SqliteStore(app.database)
    concept = concepts(store)[-1]
    present = sections(store, concept.id)
    written = [each for each in present if each.blocks and "der" in each.blocks[0].text][:2]
    wanted = [
        reworded(place, each, author, {each.blocks[0].text: f"{each.blocks[0].text} Neu."})
        for place, (each, author) in enumerate(zip(written, ("Ada", "Bea"), strict=True), start=1)
    ]
    file = write_tracked(replace(kit(present, wanted), concept_id=concept.id))
    store.close()
    return file, written[0].title


def test_a_file_that_came_back_becomes_proposals(
    app: App, browser: Browser, tmp_path: Path
) -> None:
    content, title = returned_file(app)
    file = tmp_path / "zurück.docx"
    file.write_bytes(content)
    page = person(browser, app, "Rosa", Role.STAFF)
    visit(page, f"{app.url}/vorschlaege-einlesen")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="2 Vorschläge in der Datei")).to_be_visible()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.locator(".diff ins")).to_have_count(2)
    expect(page.locator(".diff ins").first).to_contain_text("Neu.")
    settle(page)
    page.get_by_text("Übernehmen als Vorschlag von: Bea").click()
    expect(page.get_by_text("1 von 2 sind ausgewählt.")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Als Vorschläge einreichen").click()
    expect(page.get_by_text("1 Vorschlag ist eingereicht.")).to_be_visible()

    store = SqliteStore(app.database)
    assert [each.author_name for each in proposals(store, STAFF)][:1] == ["Ada"]
    store.close()
