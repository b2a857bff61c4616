"""Links about ties and entries at the real server: GET shows, POST acts once, old ones end."""

import httpx
import pytest

from data.clock import today
from data.entry_links import Purpose, usable
from data.events import events
from data.identifier import new_id
from data.mails import mails
from data.organizations import organization
from data.stated_ties import state_tie
from data.store import NotFound, Store
from data.tie_letters import question
from data.upkeep import ask_if_still_right
from network.stated_tie import parse_tie
from tests.conftest import COORDINATOR
from tests.test_sign_in_routes import city, visitor
from tests.writing_verbs_upkeep import a_contact, an_organization, long_ago
from views.letters import compose

__all__ = ["city", "visitor"]

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def ends(city: Store) -> tuple[str, str]:
    """Two organisations of which the second can be written to; names and notes are hostile."""
    one, two = new_id(), new_id()
    an_organization(city, one, f"Verein {EVIL} {one}")
    an_organization(city, two, f"Treff {EVIL} {two}", description=f"Wir {EVIL}")
    a_contact(city, two, f"geheim-{two}@example.org")
    return one, two


@pytest.fixture
def tie_link(city: Store, ends: tuple[str, str]) -> str:
    one, two = ends
    tie = parse_tie({"kind": "funds", "other_id": two, "since": "2024-05", "note": EVIL})
    state_tie(city, COORDINATOR, one, tie, compose)
    mail = next(each for each in mails(city, COORDINATOR) if each.subject_id == two)
    return f"/beziehung/{mail.secret}"


@pytest.fixture
def entry_link(city: Store, ends: tuple[str, str]) -> str:
    long_ago(city, ends[1])
    ask_if_still_right(city, COORDINATOR, compose)
    mail = next(each for each in mails(city, COORDINATOR) if each.subject_id == ends[1])
    return f"/eintrag/stimmt/{mail.secret}"


def form(city: Store, link: str, answer: str) -> dict[str, str]:
    token = link.rpartition("/")[2]
    if "beziehung" in link:
        return {"answer": answer, "revision": str(question(city, token).revision)}
    asked = usable(city, token, Purpose.STILL_RIGHT).organization_id or ""
    return {"answer": answer, "revision": str(organization(city, asked).revision)}


@pytest.mark.parametrize("kind", ["tie_link", "entry_link"])
def test_looking_changes_nothing_and_shows_no_internal_contact(
    city: Store, visitor: httpx.Client, ends: tuple[str, str], kind: str,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    link: str = request.getfixturevalue(kind)
    before = len(events(city))
    for _ in range(3):
        shown = visitor.get(link)
        assert (shown.status_code, shown.headers["cache-control"]) == (200, "no-store")
        assert "&lt;script&gt;" in shown.text
        assert EVIL not in shown.text
        assert f"geheim-{ends[1]}" not in shown.text
        assert "Frau geheim" not in shown.text
    assert visitor.head(link).status_code == 200
    assert '<html lang="en">' in visitor.get(f"{link}?lang=en").text
    assert len(events(city)) == before


def test_a_tie_is_confirmed_once(city: Store, visitor: httpx.Client, tie_link: str) -> None:
    typed = form(city, tie_link, "confirmed")
    answer = visitor.post(tie_link, data=typed)

    assert answer.status_code == 200
    assert "von beiden Seiten bestätigt" in answer.text
    again = visitor.post(tie_link, data={**typed, "answer": "disputed"})
    assert again.status_code == 410
    assert "schon benutzt" in visitor.get(tie_link).text


def test_a_tie_is_disputed_by_the_other_button(
    city: Store, visitor: httpx.Client, tie_link: str
) -> None:
    assert "strittig" in visitor.post(tie_link, data=form(city, tie_link, "disputed")).text


@pytest.mark.parametrize("typed", [{}, {"answer": "vielleicht"}, {"answer": "open"}])
def test_an_answer_that_is_none_uses_nothing_up(
    city: Store, visitor: httpx.Client, tie_link: str, typed: dict[str, str]
) -> None:
    assert visitor.post(tie_link, data=typed).status_code == 200
    assert question(city, tie_link.rpartition("/")[2])


def test_an_entry_is_confirmed_once(
    city: Store, visitor: httpx.Client, ends: tuple[str, str], entry_link: str
) -> None:
    answer = visitor.post(entry_link, data=form(city, entry_link, "right"))

    assert "mit heutigem Datum bestätigt" in answer.text
    assert organization(city, ends[1]).confirmed_on == today()
    assert visitor.post(entry_link, data={"answer": "change"}).status_code == 410
    assert visitor.get(entry_link).status_code == 410


def test_changing_the_entry_leads_to_a_link_that_opens_it(
    city: Store, visitor: httpx.Client, ends: tuple[str, str], entry_link: str
) -> None:
    answer = visitor.post(entry_link, data={"answer": "change"}, follow_redirects=False)

    assert answer.status_code == 303
    path = answer.headers["location"].partition("?")[0]
    token = path.removeprefix("/eintrag/oeffnen/")
    assert usable(city, token, Purpose.OPEN_ENTRY).organization_id == ends[1]


@pytest.mark.parametrize("kind", ["tie_link", "entry_link"])
@pytest.mark.parametrize("revision", ["", "0", "-1", "999999", "x" * 50, "١"])
def test_what_was_changed_since_it_was_shown_is_shown_again(
    city: Store, visitor: httpx.Client, kind: str, revision: str, request: pytest.FixtureRequest
) -> None:
    link: str = request.getfixturevalue(kind)
    answer = "confirmed" if kind == "tie_link" else "right"
    shown = visitor.post(link, data={"answer": answer, "revision": revision})

    assert shown.status_code == 409
    assert "inzwischen geändert" in shown.text
    assert visitor.post(link, data=form(city, link, answer)).status_code == 200


@pytest.mark.parametrize("kind", ["tie_link", "entry_link"])
def test_forms_of_other_sites_and_links_of_other_kinds_are_refused(
    visitor: httpx.Client, kind: str, request: pytest.FixtureRequest
) -> None:
    link: str = request.getfixturevalue(kind)
    token = link.rpartition("/")[2]
    crossed = visitor.post(link, data={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert crossed.status_code == 403
    other = "/eintrag/stimmt/" if kind == "tie_link" else "/beziehung/"
    for address in (f"{other}{token}", f"{other}erfunden"):
        assert visitor.get(address).status_code == 410
        assert visitor.post(address, data={"answer": "right"}).status_code == 410
    assert visitor.get(link).status_code == 200


def test_an_answer_about_a_tie_that_is_no_more_ends_friendly(
    city: Store, visitor: httpx.Client, tie_link: str
) -> None:
    record = question(city, tie_link.rpartition("/")[2]).record
    city.update("relations", record.id, {"stated_by_id": None}, expected=record.revision)
    assert visitor.get(tie_link).status_code == 410
    with pytest.raises(NotFound):
        question(city, tie_link.rpartition("/")[2])
