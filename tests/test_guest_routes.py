"""Joining in by a link at the real server: GET shows, POST acts once, for one organisation."""

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from concept_review.section import Section
from data.accounts import add_account
from data.concepts import concepts, sections
from data.events import events
from data.guest_links import open_guest_link
from data.identifier import new_id
from data.sessions import session_of, who_is
from data.store import Store
from network.organization import Organization
from tests.browser import App
from tests.test_sign_in_routes import city, cookie_of, visitor
from tests.writing_verbs_discussion import a_provider, invited

__all__ = ["city", "visitor"]


@pytest.fixture
def section(city: Store) -> Section:
    return next(each for each in sections(city, concepts(city)[0].id) if each.reviewable)


@pytest.fixture
def provider(city: Store) -> Organization:
    return a_provider(city, f"Sprachcafé <b>{new_id()}</b>")


@pytest.fixture
def link(city: Store, section: Section, provider: Organization) -> str:
    return f"/mitreden/{invited(city, section, provider)}"


def test_looking_at_a_link_changes_nothing_and_names_who_is_asked(
    city: Store, visitor: httpx.Client, link: str, section: Section
) -> None:
    before = len(events(city))

    for _ in range(3):
        shown = visitor.get(link)
        assert shown.status_code == 200
        assert "set-cookie" not in shown.headers
        assert shown.headers["cache-control"] == "no-store"
        assert section.title in shown.text
        assert "&lt;b&gt;" in shown.text
        assert "<b>" not in shown.text
    assert visitor.head(link).status_code == 200

    assert len(events(city)) == before
    assert open_guest_link(city, link.rpartition("/")[2])


def test_a_link_leads_once_to_its_section_as_its_organisation(
    city: Store, visitor: httpx.Client, link: str, section: Section, provider: Organization
) -> None:
    first = visitor.post(link)
    cookie = cookie_of(first)
    visitor.cookies.clear()
    second = visitor.post(link)

    assert (first.status_code, first.headers["location"]) == (303, f"/abschnitt?id={section.id}")
    who = who_is(city, session_of(city, cookie.value))
    assert (who.role, who.organization_id) == (Role.ORG_EDITOR, provider.id)
    assert int(cookie["max-age"]) == 24 * 60 * 60
    assert cookie["httponly"] is True
    assert second.status_code == 410
    assert "set-cookie" not in second.headers
    assert "schon benutzt" in visitor.get(link).text


def test_made_up_links_and_links_of_accounts_are_refused(
    app: App, city: Store, visitor: httpx.Client, link: str
) -> None:
    account = add_account(city, OPERATOR, "Anna", new_id(), Role.STAFF).token
    token = link.rpartition("/")[2]

    for address in (f"/mitreden/{account}", "/mitreden/erfunden", f"/einladung/{token}"):
        for answer in (visitor.get(address), visitor.post(address)):
            assert answer.status_code == 410
            assert "set-cookie" not in answer.headers
    assert visitor.get(f"{app.url}{link}").status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}]
)
def test_a_form_of_another_site_uses_nothing_up(
    city: Store, visitor: httpx.Client, link: str, headers: dict[str, str]
) -> None:
    answer = visitor.post(link, headers=headers)

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert open_guest_link(city, link.rpartition("/")[2])


def test_english_by_the_address(visitor: httpx.Client, link: str, section: Section) -> None:
    assert '<html lang="en">' in visitor.get(f"{link}?lang=en").text

    location = visitor.post(f"{link}?lang=en").headers["location"]

    assert location == f"/abschnitt?id={section.id}&lang=en"
