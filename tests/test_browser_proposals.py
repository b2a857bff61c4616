"""Proposals in a browser: carried over while typing, chosen and seen together, without barriers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.identity import Role
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction
from data.proposals import proposal
from data.sqlite_store import SqliteStore
from tests.browser import App, settle, visit
from tests.browser_proposals import open_proposal, person
from tests.conftest import COORDINATOR
from tests.proposal_walk import accept, propose_on, step
from tests.test_browser_everywhere import faults_of
from tests.test_proposal_forms import first_word, swapped
from tests.test_proposal_pages import a_section

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made(app: App) -> dict[str, Proposal]:
    """A proposal the text of which changed at its very words, and two rivals of another one."""
    store = SqliteStore(app.database)
    section, other = a_section(store, 0), a_section(store, 3)
    found = {
        "Widersprochen": propose_on(
            store, section, swapped(section, first_word(section), "Früher"),
            headline="Widersprochen", editorial=True,
        ),
        "Links": propose_on(
            store, other, swapped(other, first_word(other), "Links"), headline="Links"
        ),
        "Rechts": propose_on(
            store, other, swapped(other, first_word(other), "Rechts"), headline="Rechts"
        ),
    }  # fmt: skip
    accept(store, propose_on(store, section, swapped(section, first_word(section), "Zuerst")))
    step(store, found["Links"], ProposalAction.ADMIT)
    store.close()
    return found


@pytest.fixture(scope="module")
def head(app: App, browser: Browser, made: dict[str, Proposal]) -> Iterator[Page]:
    assert made
    page = person(browser, app, "Kim", Role.COORDINATOR)
    yield page
    page.context.close()


def addresses(app: App, made: dict[str, Proposal]) -> list[str]:
    ids = "&".join(f"id={each.id}" for each in made.values())
    return [
        f"{app.url}/vorschlaege",
        *(f"{app.url}/vorschlaege?id={each.id}" for each in made.values()),
        f"{app.url}/zusammen",
        f"{app.url}/zusammen?{ids}",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_proposals_are_free_of_barriers_that_axe_knows(
    head: Page, app: App, made: dict[str, Proposal], width: int, scheme: str
) -> None:
    head.set_viewport_size({"width": width, "height": 900})
    head.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in addresses(app, made):
        visit(head, address)

        assert faults_of(head) == [], address
        main = "document.querySelector('[data-testid=stMain]').scrollWidth"
        assert head.evaluate(main) <= width, address
    head.set_viewport_size({"width": 1280, "height": 1000})
    head.emulate_media(color_scheme="light")


def test_two_chosen_proposals_are_seen_together(head: Page, app: App) -> None:
    visit(head, f"{app.url}/vorschlaege")
    for headline in ("Links", "Rechts"):
        head.get_by_role("checkbox", name=re.compile(headline)).press("Space")
        settle(head)
    head.get_by_role("link", name="Die 2 ausgewählten Vorschläge zusammen ansehen").click()

    expect(head.get_by_role("heading", level=1, name="Vorschläge zusammen")).to_be_visible()
    expect(head.get_by_text("nicht zusammen mit: Rechts", exact=False)).to_be_visible()
    expect(head.locator(".diff ins", has_text="Links").first).to_be_visible()
    expect(head.locator(".diff ins", has_text="Rechts").first).to_be_visible()


def test_the_list_keeps_its_filter_on_the_way_back(head: Page, app: App) -> None:
    visit(head, f"{app.url}/vorschlaege?stand=discussion")
    expect(head.get_by_role("link", name="Rechts", exact=True)).to_have_count(0)
    head.get_by_role("link", name="Links", exact=True).click()
    expect(head.get_by_role("heading", level=1, name="Links")).to_be_visible()
    settle(head)

    head.get_by_role("link", name="Zurück zu allen Vorschlägen").click()

    expect(head.get_by_role("heading", level=1, name="Änderungsvorschläge")).to_be_visible()
    expect(head.get_by_role("link", name="Links", exact=True)).to_be_visible()
    expect(head.get_by_role("link", name="Rechts", exact=True)).to_have_count(0)
    assert "stand=discussion" in head.url


def test_a_contradicted_proposal_is_written_anew_by_a_person(
    head: Page, app: App, made: dict[str, Proposal]
) -> None:
    open_proposal(head, app, "Widersprochen")
    expect(head.get_by_text("verschiedene Worte", exact=False)).to_be_visible()
    area = head.get_by_label("Neuer Wortlaut")
    expect(area).to_have_value(re.compile("^Zuerst"))

    area.fill(area.input_value().replace("Zuerst", "Zuerst, wie früher,", 1))
    expect(head.locator(".diff ins", has_text="wie früher")).to_be_visible()  # still in the field
    settle(head)
    head.get_by_role("button", name="Auf den heutigen Text übertragen").click()

    expect(head.get_by_text("auf den geänderten Text übertragen").first).to_be_visible()
    store = SqliteStore(app.database)
    assert proposal(store, COORDINATOR, made["Widersprochen"].id).number == 2
    store.close()


def test_a_link_within_a_page_is_the_address_from_then_on(head: Page, app: App) -> None:
    open_proposal(head, app, "Rechts")
    assert "id=" in head.url
    head.get_by_role("link", name="Zurück zu allen Vorschlägen").click()
    expect(head.get_by_role("heading", level=1, name="Änderungsvorschläge")).to_be_visible()
    settle(head)
    assert "id=" not in head.url

    head.get_by_role("checkbox", name=re.compile("Rechts")).press("Space")
    settle(head)

    expect(head.get_by_role("heading", level=1, name="Änderungsvorschläge")).to_be_visible()
