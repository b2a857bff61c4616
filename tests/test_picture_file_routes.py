"""Files of the map: picture, changes, brief and printed stories, as the address asks."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pypdf
import pytest

from accounts.identity import OPERATOR, Role
from data import stories
from data.accounts import add_account
from data.clock import today
from data.identifier import new_id
from data.organizations import insert_organization
from data.positions import place_new
from data.roster import roster
from data.sessions import redeem
from data.sqlite_store import SqliteStore
from network.graph import build_graph, records
from network.organization import Classification, Organization
from network.picture import name_of
from network.story import Told
from network.view import View, shown
from tests.browser import App, served
from tests.conftest import STAFF
from tests.test_svg import INJECTIONS, SVG
from tests.writing_verbs_network import a_story
from views.identity_gate import COOKIE

BASE = "/netzkarte/bild"
NASTY = [each for each in INJECTIONS if each.isprintable()]


@pytest.fixture(scope="module")
def place(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The demo city with organisations whose names would be markup."""
    folder = tmp_path_factory.mktemp("files")
    database = folder / "city.db"
    database.write_bytes(demo_file.read_bytes())
    store = SqliteStore(database)
    with store.atomic():
        for name in NASTY:
            kind = Classification.INITIATIVE
            made = Organization(id=new_id(), name=name, classification=kind, description=name)
            insert_organization(store, made)
        place_new(store)
    store.close()
    with served(database, folder / "server.log") as running:
        yield running


@pytest.fixture
def kept(place: App) -> Iterator[SqliteStore]:
    opened = SqliteStore(place.database)
    yield opened
    opened.close()


def titles(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200
    root = ET.fromstring(answer.content)  # noqa: S314  (our own)
    return [each.findtext(f"{SVG}title", "") for each in root.iter(f"{SVG}g") if "title" in
            {child.tag.removeprefix(SVG) for child in each}]  # fmt: skip


def symbols(answer: httpx.Response) -> list[str]:
    return [each.rpartition(" (")[0] for each in titles(answer) if each.endswith(")")]


def test_the_svg_holds_every_shown_name_once(place: App, kept: SqliteStore) -> None:
    graph = build_graph(roster(kept), today())

    answer = httpx.get(f"{place.url}{BASE}.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert "attachment" in answer.headers["content-disposition"]
    names = [" ".join(name_of(each).split()) for each in records(graph).values()]
    assert sorted(symbols(answer)) == sorted(names)
    assert len(titles(answer)) == graph.number_of_nodes() + graph.number_of_edges()


def test_the_svg_follows_the_address_and_the_language(place: App, kept: SqliteStore) -> None:
    node = kept.find("organizations", source_key="migrantenbeirat")[0]["id"]
    graph = build_graph(roster(kept), today())
    near = shown(graph, View(chosen=(node,), steps=1))

    answer = httpx.get(
        f"{place.url}{BASE}.svg", params={"stelle": node, "schritte": "1", "lang": "en"}
    )

    assert len(symbols(answer)) == len(near.nodes)
    assert "Network map" in answer.text
    assert "1 step" in answer.text


def test_the_svg_of_two_days_bears_marks(place: App) -> None:
    answer = httpx.get(f"{place.url}{BASE}.svg?seit=2015-01-01&stand=2018-06-01")

    assert "(beendet)" in answer.text
    assert "(neu)" in answer.text


def test_names_that_would_be_markup_are_text_in_every_file(place: App, kept: SqliteStore) -> None:
    answer = httpx.get(f"{place.url}{BASE}.svg")
    assert set(NASTY) <= set(symbols(answer))
    assert not re.search(r"<(script|img|iframe|a|image|foreignObject)\b", answer.text)
    for name in NASTY:
        node = kept.find("organizations", name=name)[0]["id"]
        brief = httpx.get(f"{place.url}/netzkarte/steckbrief.pdf?stelle={node}", timeout=60)
        assert len(pypdf.PdfReader(io.BytesIO(brief.content)).pages) == 1


def test_the_png_is_a_picture_of_the_right_size(place: App) -> None:
    answer = httpx.get(f"{place.url}{BASE}.png", timeout=60)

    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert abs(int.from_bytes(answer.content[16:20]) - 2400) <= 2


def test_the_changes_are_to_be_had_as_a_table(place: App) -> None:
    whole = httpx.get(f"{place.url}/netzkarte/veraenderungen.csv?seit=2015-01-01&stand=2018-06-01")
    none = httpx.get(f"{place.url}/netzkarte/veraenderungen.csv?lang=en")

    rows = list(csv.reader(io.StringIO(whole.text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0] == ["Veränderung", "Art", "Was", "Seit", "Bis", "Unterschied"]
    assert ["neu", "Projekt", "HelpTo", "7. Oktober 2015", "", ""] in rows
    assert len(rows) == 9
    assert len(none.text.splitlines()) == 1


def test_the_brief_is_one_page_with_the_name(place: App, kept: SqliteStore) -> None:
    node = kept.find("organizations", source_key="migrantenbeirat")[0]["id"]

    answer = httpx.get(f"{place.url}/netzkarte/steckbrief.pdf?stelle={node}", timeout=60)
    missing = httpx.get(f"{place.url}/netzkarte/steckbrief.pdf?stelle=nobody")

    (page,) = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert "Migrantenbeirat der Landeshauptstadt Potsdam" in page.extract_text()
    assert "no-store" in answer.headers["cache-control"]
    assert missing.status_code == 404


def test_a_public_story_is_printed_with_its_pictures_and_without_script(
    place: App, kept: SqliteStore
) -> None:
    made, _steps = a_story(kept, steps=2, public=True)
    stories.add_step(kept, STAFF, made.id, Told(NASTY[0], NASTY[1], "art=office&evil=<script>"))

    page = httpx.get(f"{place.url}/erzaehlungen/druck?id={made.id}").text

    assert page.count("<section>") == 3
    assert "Zwei Stellen fehlen." in page
    assert "Angezeigt:" in page
    assert "<script" not in page
    assert "evil" not in page
    sources = re.findall(r'<img src="([^"]+)"', page)
    assert len(sources) == 3
    for source in sources:
        assert source.startswith("/netzkarte/bild.svg?")
        assert titles(httpx.get(place.url + source.replace("&amp;", "&")))


def test_an_internal_story_is_printed_for_staff_alone(place: App, kept: SqliteStore) -> None:
    made, _steps = a_story(kept)
    invitation = add_account(kept, OPERATOR, "Uwe", "uwe", Role.STAFF)
    token = redeem(kept, invitation.token, "ein langes Passwort").token
    address = f"{place.url}/erzaehlungen/druck?id={made.id}"

    assert httpx.get(address).status_code == 404
    assert httpx.get(address, headers={"x-bindeglied-session": "made up"}).status_code == 404
    assert "Wer fehlt" in httpx.get(address, cookies={COOKIE: token}).text
