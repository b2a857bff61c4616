"""A proposal on its whole way in a browser: submitted, admitted, tabled, decided, in force."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from accounts.identity import Role
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import Proposal
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts
from data.proposals import proposals
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.browser import App, settle, visit
from tests.browser_proposals import person
from tests.conftest import STAFF
from tests.proposal_walk import propose_on, tabled
from tests.test_browser_everywhere import faults_of

pytestmark = pytest.mark.browser
BODY = "Gremium (Pflichtfeld), zum Beispiel Stadtverordnetenversammlung"


@pytest.fixture
def held(app: App) -> Iterator[Store]:
    """The store of the running app."""
    store = SqliteStore(app.database)
    yield store
    store.close()


@pytest.fixture(scope="module")
def coordinator(app: App, browser: Browser) -> Page:
    return person(browser, app, "Olga", Role.COORDINATOR)


def a_section(store: Store, number: int) -> Section:
    text = concepts.sections(store, concepts.concepts(store)[-1].id)
    return [each for each in text if each.reviewable][number]


def offered(store: Store, number: int, word: str) -> Proposal:
    section = a_section(store, number)
    rest = text_of_blocks(section.blocks).split(" ", 1)[1]
    wording = Wording(section.title, blocks_of_text(f"{word} {rest}"))
    return propose_on(store, section, wording, headline=f"{word} schreiben")


def fold_out(within: Page | Locator, label: str) -> None:
    page = within if isinstance(within, Page) else within.page
    settle(page)
    within.locator("summary").filter(has_text=re.compile(f"{label}$")).first.click()
    settle(page)
    page.wait_for_timeout(400)  # what unfolds moves for a while, and clicks would miss it


def choose(page: Page, box: Locator, words: str, place: int = 1) -> None:
    """Choose by keyboard what the words leave, as slowly as people; `place` counts steps down."""
    box.click()
    box.press_sequentially(words, delay=120)
    page.wait_for_timeout(400)
    for _step in range(place):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(150)
    page.keyboard.press("Enter")
    settle(page)


def fill(place: Locator, words: str) -> None:
    place.fill(words)
    place.press("Tab")
    settle(place.page)


def card_of(page: Page, proposal: Proposal) -> Locator:
    return page.locator(f".st-key-tabled_{proposal.id}")


def test_from_a_submitted_proposal_to_a_text_in_force(
    app: App, held: Store, coordinator: Page
) -> None:
    section = a_section(held, 2)
    made = offered(held, 2, "Künftig")
    page = coordinator
    visit(page, f"{app.url}/vorschlaege?id={made.id}")
    page.get_by_role("button", name="Zur Beratung zulassen").click()
    expect(page.get_by_text("In Beratung", exact=False).first).to_be_visible()
    fold_out(page, "Beschluss empfehlen")
    page.get_by_text("ungeändert beschließen").click()
    settle(page)
    fill(page.get_by_label("Warum? (Pflichtfeld)").last, "Das ist klarer.")
    page.get_by_role("button", name="Beschluss empfehlen").click()
    expect(page.get_by_text("Das ist klarer.").first).to_be_visible()

    visit(page, f"{app.url}/vorlagen")
    fold_out(page, "Neue Vorlage")
    page.locator("label").filter(has_text=made.headline).click()
    settle(page)
    fill(page.get_by_label("Drucksache, zum Beispiel 24/SVV/0093"), "26/SVV/0001")
    page.get_by_role("button", name="Vorlage anlegen").click()
    expect(page.get_by_text("Die Vorlage ist angelegt.", exact=False)).to_be_visible()
    assert "id=" in page.url

    fold_out(page, "Gremium hinzufügen")
    fill(page.get_by_label("Gremium (Pflichtfeld)", exact=True), "SVV")
    page.get_by_role("button", name="Beratung speichern").click()
    expect(page.get_by_text("Die Beratung ist gespeichert.")).to_be_visible()

    card = card_of(page, made)
    fold_out(card, "Beschluss eintragen")
    card.get_by_role("button", name="Beschluss eintragen").click()
    expect(card.get_by_text("Bitte füllen Sie dieses Feld aus.")).to_be_visible()
    fill(card.get_by_label(BODY), "Stadtverordnetenversammlung")
    card.get_by_role("button", name="Beschluss eintragen").click()
    expect(page.get_by_text("Die Entscheidung ist festgehalten", exact=False)).to_be_visible()

    fold_out(page, "Vorschau auf den neuen Text")
    expect(page.locator(".diff ins").filter(has_text="Künftig").last).to_be_visible()
    page.get_by_role("button", name="1 Vorschlag in den Text einarbeiten").click()
    expect(page.get_by_text("Der Text hat eine neue Fassung", exact=False)).to_be_visible()
    page.get_by_role("button", name="Diese Fassung veröffentlichen").click()
    expect(page.get_by_text("Die Fassung ist veröffentlicht", exact=False)).to_be_visible()

    visit(page, f"{app.url}/abschnitt?id={section.id}")
    expect(page.get_by_text("Künftig", exact=False).first).to_be_visible()


def test_the_decided_wording_is_compared_while_it_is_typed(
    app: App, held: Store, coordinator: Page
) -> None:
    (before,) = tabled(held, offered(held, 4, "Stets"))
    page = coordinator
    visit(page, f"{app.url}/vorlagen?id={before.paper_id}")
    card = card_of(page, before)
    fold_out(card, "Beschluss eintragen")
    choose(page, card.get_by_role("combobox", name="Ergebnis"), "geändert", place=0)
    text = card.get_by_label("Text, wie beschlossen")
    text.press("End")
    text.press_sequentially("Zusatzwort", delay=40)

    expect(card.locator(".diff ins").filter(has_text="Zusatzwort").first).to_be_visible()


def test_a_link_from_the_list_stays_in_the_address(app: App, held: Store, browser: Browser) -> None:
    (before,) = tabled(held, offered(held, 5, "Immer"))
    page = person(browser, app, "Stefan", Role.STAFF)
    visit(page, f"{app.url}/vorlagen")
    page.get_by_role("link", name="Fortschreibung").first.click()
    expect(page.get_by_role("heading", name="Beratungsfolge")).to_be_visible()
    settle(page)
    expect(page).to_have_url(re.compile(r"\?id="))

    expect(page.get_by_role("link", name="Word (DOCX)")).to_have_count(1)
    expect(page.get_by_role("button", name="Beschluss eintragen")).to_have_count(0)
    found = proposals(held, STAFF, paper_id=before.paper_id)
    assert [each.id for each in found] == [before.id]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_paper_with_all_forms_open_is_free_of_barriers(
    app: App, held: Store, coordinator: Page, width: int
) -> None:
    wanted = tabled(
        held, *[offered(held, 7 + width % 7, word) for word in ("Eins", "Zwei")],
        as_alternatives=True,
    )  # fmt: skip
    page = coordinator
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, f"{app.url}/vorlagen?id={wanted[0].paper_id}")
    for summary in page.locator("summary").all():
        summary.click()
        settle(page)

    assert faults_of(page) == []
    reach = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert reach <= 0
