"""Nothing that a stranger wrote is ever more than text: tried on every view of the network."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, expect

from accounts.identity import Role
from data.organizations import insert_organization
from data.positions import place_new
from data.rows import to_row
from data.sqlite_store import SqliteStore
from network.organization import Classification, Organization, Post, Relation, RelationKind, Topic
from tests.browser import App, served, settle, sign_in, visit
from tests.browser_register import fill_contact, fill_name, go_on, send, thanked
from tests.injections import ADDRESSES, ALL, LETTERS, MARKDOWN, MARKUP, PICTURE

pytestmark = pytest.mark.browser

MAP = "globalThis.bindeglied.map"
FOREIGN = """(main) => [
  ...main.querySelectorAll(
    "img, iframe, object, embed, script, math, input[autofocus],"
    + " [onerror], [onload], [onmouseover], [onfocus]"),
  ...[...main.querySelectorAll("[href], [src], [action]")].filter((each) => {
    const address = new URL(each.href || each.src || each.action, location)
    return address.host !== location.host || !/^https?:$/.test(address.protocol)
  }),
].map((each) => each.outerHTML)"""
"""What only a text that was read as markup can bring into the page."""
WHOLE = "alles auf einmal"


def hostile(number: int, text: str) -> Organization:
    """Return an organisation that has a text in every field, its id included."""
    return Organization(
        id=f"{number} {text}",
        name=text,
        classification=list(Classification)[number % len(Classification)],
        short_name=text if number % 2 else "",
        other_names=(text,),
        district=text,
        website=ADDRESSES[number % len(ADDRESSES)],
        description=text,
        languages=(text,),
        target_groups=(text, "alle"),
        topic_ids=(f"topic {text}", "all"),
        offers=(text,),
        needs=(text,),
        sources=(text,),
    )


def fill(store: SqliteStore) -> None:
    """Write the corpus into every table of the network."""
    made = [hostile(number, text) for number, text in enumerate(ALL)]
    made.append(
        replace(
            hostile(0, WHOLE),
            id=WHOLE,
            other_names=ALL,
            offers=ALL,
            needs=ALL,
            languages=ALL,
            target_groups=ALL,
            sources=ALL,
            topic_ids=tuple(f"topic {text}" for text in ALL),
            description="\n".join(ALL),
        )
    )
    topics = [Topic(id=f"topic {text}", term=text) for text in ALL]
    for topic in [*topics, Topic(id="all", term=MARKUP[0])]:
        store.insert("topics", to_row(topic))
    for each in made:
        insert_organization(store, each)
        post = Post(id=f"post {each.id}", label=each.name, organization_id=each.id)
        store.insert("posts", to_row(replace(post, description=each.name, sources=(each.name,))))
    for one, other in itertools.pairwise(made):
        relation = Relation(
            id=f"tie {one.id}",
            subject_id=one.id,
            object_id=other.id,
            classification=RelationKind.COOPERATES,
            label=one.name,
            note=one.name,
            disputed_by_id=other.id,
            sources=(one.name,),
        )
        store.insert("relations", to_row(relation))
    place_new(store)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Serve a city of nothing but such texts."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    store = SqliteStore(folder / "x.db")
    store.migrate()
    fill(store)
    store.close()
    with served(folder / "x.db", folder / "server.log") as running:
        yield running


@contextmanager
def watched(page: Page, app: App) -> Iterator[None]:
    """Open pages and see afterwards that no script ran, nothing was asked and nothing opened."""
    outside: list[str] = []
    dialogs: list[str] = []
    own = (app.url, app.url.replace("http", "ws"), "data:", "blob:")

    def asked(request: Request) -> None:
        if not request.url.startswith(own):
            outside.append(request.url)

    page.on("request", asked)

    def closed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", closed)
    yield
    settle(page)
    assert page.evaluate("window.PWN") is None
    assert (outside, dialogs) == ([], [])
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate(FOREIGN) == []
    assert page.locator("[data-testid=stException]").count() == 0
    assert len(page.context.pages) == 1


def open_map(page: Page, app: App, **asked: str) -> None:
    visit(page, f"{app.url}/netzkarte?{urlencode(asked)}")
    page.wait_for_selector("[data-settled]")
    page.wait_for_function(f"() => {MAP}?.settled && {MAP}.layout")
    page.locator(".map").scroll_into_view_if_needed()


@pytest.mark.parametrize(
    ("view", "hub"),
    [("alle", "thema"), ("einheiten", "raum"), ("arbeitsgruppen", "zielgruppe"), ("gruppen", "")],
)
def test_no_picture_takes_a_name_for_markup(page: Page, app: App, view: str, hub: str) -> None:
    with watched(page, app):
        open_map(page, app, ebene=view, ueber=hub)

        shown = page.evaluate(f"() => {MAP}.nodes.map((node) => node.title)")
        assert shown
        assert page.locator(".map canvas").count() == 1


def test_every_name_is_a_symbol_and_is_told_to_the_letter(page: Page, app: App) -> None:
    with watched(page, app):
        open_map(page, app, ebene="alle")
        page.locator(".map .stage").focus()
        said = page.evaluate(
            f"""() => {MAP}.nodes.map(({{ id }}) => {{
              globalThis.bindeglied.tooltip({MAP}, {MAP}.describe(id), {{ x: 5, y: 5 }})
              {MAP}.say({MAP}.describe(id))
              {MAP}.hovered = id
              {MAP}.network.redraw()
              return document.querySelector('.map .note').textContent
            }})"""
        )
        for key in ["Home", "ArrowRight", "ArrowDown", "PageDown", "PageDown", "End"]:
            page.keyboard.press(key)

    assert {text.split("\n")[0] for text in said} == {*ALL, WHOLE}


def test_every_line_tells_its_label_to_the_letter(page: Page, app: App) -> None:
    with watched(page, app):
        open_map(page, app, ebene="alle")

        titles = page.evaluate(f"() => {MAP}.lines.map((line) => line.title)")

    assert {title.split("\n")[0] for title in titles} >= set(ALL)


@pytest.mark.parametrize("text", [MARKUP[0], MARKUP[3], MARKDOWN[0], PICTURE[0], LETTERS[0]])
def test_details_and_table_show_a_name_as_it_is(page: Page, app: App, text: str) -> None:
    with watched(page, app):
        open_map(page, app, stelle=f"{ALL.index(text)} {text}", schritte="1", ebene="alle")

        shown = page.locator("[data-testid=stText]").all_text_contents()
        assert [each for each in shown if text in each]
        assert page.evaluate(f"() => {MAP}.chosen.length") == 1


def test_details_show_every_text_as_it_is(page: Page, app: App) -> None:
    with watched(page, app):
        open_map(page, app, stelle=WHOLE, ebene="alle")

        shown = "\n".join(page.locator("[data-testid=stText]").all_text_contents())
        assert [text for text in ALL if text not in shown] == []


def test_the_directory_and_the_search_show_text(page: Page, app: App) -> None:
    with watched(page, app):
        visit(page, f"{app.url}/verzeichnis")
    with watched(page, app):
        open_map(page, app)
        page.get_by_label("Suche", exact=True).press_sequentially("img src")
        page.get_by_role("button", name="onerror").first.wait_for()


def test_words_without_end_do_not_widen_a_narrow_page(browser: Browser, app: App) -> None:
    page = browser.new_context(locale="de-DE", viewport={"width": 320, "height": 700}).new_page()
    text = next(each for each in LETTERS if each.startswith("Donau"))

    open_map(page, app, stelle=f"{ALL.index(text)} {text}", ebene="alle")

    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 320
    page.context.close()


def test_what_the_form_takes_is_text_for_the_coordinator_too(app: App, browser: Browser) -> None:
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900}).new_page()
    with watched(page, app):
        visit(page, f"{app.url}/anmeldung")
        fill_name(page, f"Form {MARKUP[0]}")
        texts = iter(MARKUP[3:])
        for number, labels in (
            (2, ("In wenigen Sätzen", "Für wen")),
            (3, ("Was Sie anbieten können", "Was Sie brauchen")),
            (4, ()),
        ):
            go_on(page, number)
            for label in labels:
                field = page.get_by_role("textbox", name=label).first
                field.fill(f"{next(texts)}\n{MARKDOWN[1]}")
                settle(page)
        fill_contact(page, "kontakt@example.org")
        send(page)
        thanked(page)
    with watched(page, app):
        sign_in(page, app, "Ada", Role.COORDINATOR)
        visit(page, f"{app.url}/anmeldungen")
        expect(page.get_by_text("onerror").first).to_be_visible()
    page.context.close()
