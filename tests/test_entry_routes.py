"""Getting into one's entry at the real server: alike for all, GET shows, POST acts once."""

import httpx
import pytest

from accounts.identity import Role
from data import entry_access
from data.events import events
from data.identifier import new_id
from data.sessions import session_of, who_is
from data.store import Store
from network.organization import Organization
from tests.conftest import COORDINATOR
from tests.entry_stage import an_entry, contact_of, letter, token_of
from tests.test_sign_in_routes import city, cookie_of, visitor

__all__ = ["city", "visitor"]


@pytest.fixture
def email() -> str:
    return f"{new_id()}@verein.example.org"


@pytest.fixture
def entry(city: Store, email: str) -> Organization:
    found = an_entry(city, f"Sprachcafé <b>{new_id()}</b>")
    contact_of(city, found, email=email)
    return found


@pytest.fixture
def link(city: Store, entry: Organization, email: str) -> str:
    entry_access.send_link(city, COORDINATOR, entry.id, email, letter)
    return f"/eintrag/oeffnen/{token_of(city)}"


def mails_to(city: Store, email: str) -> int:
    return len(city.find("mails", recipient=email))


def test_known_and_unknown_addresses_get_the_same_answer(
    city: Store, visitor: httpx.Client, entry: Organization, email: str
) -> None:
    known = visitor.post("/eintrag/link", data={"email": email})
    unknown = visitor.post("/eintrag/link", data={"email": "niemand@example.org"})

    assert known.status_code == unknown.status_code == 200
    assert known.text == unknown.text
    assert email not in known.text
    headers = [{name for name in each.headers if name != "date"} for each in (known, unknown)]
    assert headers[0] == headers[1]
    assert mails_to(city, email) == 1
    assert mails_to(city, "niemand@example.org") == 0
    assert entry.name not in known.text


def test_looking_at_the_form_sends_nothing_and_names_only_what_is_published(
    city: Store, visitor: httpx.Client, entry: Organization, email: str
) -> None:
    before = len(events(city))
    shown = visitor.get("/eintrag/link", params={"id": entry.id})

    assert "&lt;b&gt;" in shown.text
    assert "<b>" not in shown.text
    assert email not in shown.text
    for made_up in ("erfunden", "' or 1=1", "\N{LATIN SMALL LETTER A WITH DIAERESIS}" * 500):
        answer = visitor.get("/eintrag/link", params={"id": made_up})
        assert answer.status_code == 200
        assert "Sie möchten den Eintrag" not in answer.text
    assert len(events(city)) == before


def test_a_program_that_fills_in_every_field_sends_nothing(
    city: Store, visitor: httpx.Client, entry: Organization, email: str
) -> None:
    before = len(events(city))
    said = {"email": email, "homepage": "https://spam.example"}
    answer = visitor.post("/eintrag/link", data=said, params={"id": entry.id})

    assert "unterwegs" in answer.text
    assert (mails_to(city, email), len(events(city))) == (0, before)


@pytest.mark.parametrize("typed", ["", "kein-at", "a@b", "x" * 10_000, "a\n@example.org"])
def test_what_is_no_address_is_said_at_its_field_and_kept(
    visitor: httpx.Client, typed: str
) -> None:
    answer = visitor.post("/eintrag/link", data={"email": typed})
    assert answer.status_code == 400
    assert 'aria-describedby="error"' in answer.text


def test_a_link_opens_its_entry_once_for_a_day(
    city: Store, visitor: httpx.Client, entry: Organization, link: str
) -> None:
    before = len(events(city))
    for _ in range(3):
        shown = visitor.get(link)
        assert shown.status_code == 200
        assert "set-cookie" not in shown.headers
        assert shown.headers["cache-control"] == "no-store"
        assert "<b>" not in shown.text
    assert visitor.head(link).status_code == 200
    assert len(events(city)) == before

    first = visitor.post(link)
    cookie = cookie_of(first)
    visitor.cookies.clear()
    second = visitor.post(link)

    assert (first.status_code, first.headers["location"]) == (303, "/eintrag")
    who = who_is(city, session_of(city, cookie.value))
    assert (who.role, who.organization_id) == (Role.ORG_EDITOR, entry.id)
    assert int(cookie["max-age"]) == 24 * 60 * 60
    assert second.status_code == 410
    assert "set-cookie" not in second.headers
    ended = visitor.get(link)
    assert ended.status_code == 410
    assert "/eintrag/link" in ended.text


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}]
)
def test_forms_of_other_sites_send_nothing_and_open_nothing(
    city: Store,
    visitor: httpx.Client,
    entry: Organization,
    link: str,
    email: str,
    headers: dict[str, str],
) -> None:
    before = mails_to(city, email)
    asked = visitor.post("/eintrag/link", data={"email": email}, headers=headers)
    opened = visitor.post(link, headers=headers)

    assert (asked.status_code, opened.status_code) == (403, 403)
    assert mails_to(city, email) == before
    assert visitor.get(link).status_code == 200
    assert entry_access.open_link(city, link.rpartition("/")[2]).id == entry.id


def test_english_by_the_address(visitor: httpx.Client, link: str) -> None:
    assert '<html lang="en">' in visitor.get(f"{link}?lang=en").text
    assert visitor.post(f"{link}?lang=en").headers["location"] == "/eintrag?lang=en"
    assert "A link to your entry" in visitor.get("/eintrag/link?lang=en").text


def test_at_last_too_many_questions_from_one_address_are_stopped(
    visitor: httpx.Client, email: str
) -> None:
    answers = [visitor.post("/eintrag/link", data={"email": email}).status_code for _ in range(7)]

    assert answers[-1] == 429
    assert set(answers) <= {200, 429}
    assert "Postfach" in visitor.post("/eintrag/link", data={"email": email}).text
