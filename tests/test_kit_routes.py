"""The papers of a Beschlussvorlage as files: for whom, of what, and in which formats."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from concept_review.outline import blocks_of_text
from concept_review.papers.visible import edition_text
from concept_review.rebase import Wording
from data import concepts
from data.accounts import add_account
from data.paper_kits import kit_of, kit_of_paper, with_supporters
from data.papers import papers
from data.proposals import join
from data.sessions import redeem
from data.sqlite_store import SqliteStore
from data.store import NotFound, Store
from tests.browser import PASSWORD, App, served
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import decided, propose_on, tabled, worked_in
from tests.test_papers import HELPS, HOUSES, TEXT, says
from tests.writing_verbs_proposals import JOINER
from views.identity_gate import COOKIE

SIGNS = {"docx": b"PK", "odt": b"PK", "xlsx": b"PK", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, dict[str, str]]]:
    """A server on a store with one paper of two proposals that can stand together."""
    folder = tmp_path_factory.mktemp("kits")
    path: Path = folder / "kits.db"
    store = SqliteStore(path)
    store.migrate()
    concept = concepts.import_concept(store, COORDINATOR, TEXT)
    section = next(each for each in concepts.sections(store, concept.id) if each.reviewable)
    first, second = [propose_on(store, section, says(section, each)) for each in (HOUSES, HELPS)]
    tabled(store, first, second)
    tokens = {role.value: signed_in(store, role) for role in (Role.ORG_EDITOR, Role.ADMIN)}
    names = {"paper": papers(store, STAFF)[0].id, "first": first.id, "second": second.id, **tokens}
    store.close()
    with served(path, folder / "server.log") as running:
        yield running, names


def signed_in(store: Store, role: Role) -> str:
    """Return what the cookie of somebody in this role holds."""
    invitation = add_account(store, OPERATOR, role.value, role.value, role)
    return redeem(store, invitation.token, PASSWORD).token


def get(place: tuple[App, dict[str, str]], path: str, role: Role | None) -> httpx.Response:
    app, names = place
    cookies = {COOKIE: names[role.value]} if role else {}
    return httpx.get(app.url + path.format(**names), cookies=cookies, timeout=120)


@pytest.mark.parametrize("ending", SIGNS)
@pytest.mark.parametrize(
    "address", ["/vorlagen/{paper}/kit.", "/vorschlaege/kit."], ids=["paper", "proposals"]
)
def test_a_kit_is_sent_in_every_format(
    place: tuple[App, dict[str, str]], address: str, ending: str
) -> None:
    query = "" if "paper" in address else "?id={first}&id={second}"
    answer = get(place, f"{address}{ending}{query}", Role.ORG_EDITOR)

    assert answer.status_code == 200
    assert answer.content.startswith(SIGNS[ending])
    assert answer.headers["cache-control"] == "private, no-store"
    name = answer.headers["content-disposition"]
    assert name.startswith('attachment; filename="vorlage-')
    assert name.endswith(f'.{ending}"')


@pytest.mark.parametrize(
    "path", ["/vorlagen/{paper}/aenderungen.docx", "/vorschlaege/aenderungen.docx?id={first}"]
)
def test_the_text_is_sent_with_tracked_changes(
    place: tuple[App, dict[str, str]], path: str
) -> None:
    answer = get(place, path, Role.ORG_EDITOR)

    assert answer.status_code == 200
    body = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
    assert "w:ins " in body
    assert "w:del " in body


@pytest.mark.parametrize("role", [None, Role.ADMIN])
@pytest.mark.parametrize(
    "path",
    [
        "/vorlagen/{paper}/kit.docx",
        "/vorlagen/{paper}/aenderungen.docx",
        "/vorschlaege/kit.pdf?id={first}",
        "/vorschlaege/aenderungen.docx?id={first}",
        "/vorlagen/made-up/kit.docx",
    ],
)
def test_who_may_not_read_proposals_gets_a_page_that_says_so(
    place: tuple[App, dict[str, str]], path: str, role: Role | None
) -> None:
    answer = get(place, path, role)

    assert answer.status_code == 403
    assert "Vorschläge lesen darf" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/vorlagen/made-up/kit.docx",
        "/vorlagen/made-up/aenderungen.docx",
        "/vorlagen/{paper}/kit.exe",
        "/vorschlaege/kit.docx",
        "/vorschlaege/kit.docx?id={first}&id=made-up",
    ],
)
def test_what_is_not_there_is_not_found(place: tuple[App, dict[str, str]], path: str) -> None:
    assert get(place, path, Role.ORG_EDITOR).status_code == 404


def test_a_session_header_of_ones_own_opens_nothing(place: tuple[App, dict[str, str]]) -> None:
    app, names = place
    store = SqliteStore(app.database)
    session_id = store.find("sessions")[0]["id"]
    store.close()
    address = f"{app.url}/vorlagen/{names['paper']}/kit.docx"

    assert httpx.get(address, headers={"x-bindeglied-session": session_id}).status_code == 403


def test_a_kit_holds_the_text_that_was_tabled_for_ever(store: Store) -> None:
    concept = concepts.import_concept(store, COORDINATOR, TEXT)
    text = [each for each in concepts.sections(store, concept.id) if each.reviewable]
    join(store, JOINER, (first := propose_on(store, text[0], says(text[0], HOUSES))).id)
    held = tabled(store, first, propose_on(store, text[1], says(text[1], "Kurse für alle.")))
    paper_id = papers(store, STAFF)[0].id
    before = kit_of_paper(store, STAFF, paper_id)
    worked_in(store, *[decided(store, each) for each in held])

    after = kit_of_paper(store, STAFF, paper_id)
    for one, other in ((after.old, before.old), (after.new, before.new)):
        assert edition_text(one.sections) == edition_text(other.sections)
    assert edition_text(after.old.sections) != edition_text(after.new.sections)
    assert after.title == "Fortschreibung"
    assert [each.recommendation for each in after.contributions] == [
        "Annahme: Es spricht nichts dagegen."
    ] * 2
    named = with_supporters(store, STAFF, after)
    assert {each.author.rpartition(", ")[2] for each in named.contributions} >= {"Verein"}


def test_proposals_of_another_concept_are_not_mixed_in(store: Store) -> None:
    ids = []
    for _ in range(2):
        concept = concepts.import_concept(store, COORDINATOR, TEXT)
        section = next(each for each in concepts.sections(store, concept.id) if each.reviewable)
        wording = Wording(section.title, blocks_of_text("Anders."))
        ids.append(propose_on(store, section, wording).id)

    with pytest.raises(NotFound):
        kit_of(store, STAFF, concept.id, ids)
    assert len(kit_of(store, STAFF, concept.id, [ids[1], ids[1]]).contributions) == 1
