"""The link that confirms an address, at the real server: GET shows, POST confirms once."""

import httpx
import pytest

from accounts.identity import GUEST
from data.events import events
from data.mails import waiting_mails
from data.registrations import submit
from data.store import Store
from tests.injections import ALL
from tests.test_sign_in_routes import city, visitor
from tests.writing_verbs_registrations import compose, registered, typed

__all__ = ["city", "visitor"]


@pytest.fixture
def link(city: Store) -> str:
    return f"/anmeldung/bestaetigen/{registered(city)[1]}"


def test_a_scanner_that_opens_the_link_changes_nothing(
    city: Store, visitor: httpx.Client, link: str
) -> None:
    before = len(events(city))

    for _ in range(3):
        shown = visitor.get(link)
        assert shown.status_code == 200
        assert shown.headers["cache-control"] == "no-store"
        assert "Sprachcafé am Kanal" in shown.text
    assert visitor.head(link).status_code == 200

    assert len(events(city)) == before
    assert "Danke" in visitor.post(link).text


def test_the_link_works_once_and_the_page_leads_on(visitor: httpx.Client, link: str) -> None:
    done = visitor.post(link)

    assert done.status_code == 200
    for way in ("/netzkarte", "/verzeichnis", "/konzept"):
        assert f'href="{way}' in done.text
    for again in (visitor.get(link), visitor.post(link)):
        assert again.status_code == 410
        assert "schon benutzt" in again.text


def test_another_site_cannot_press_the_button(
    city: Store, visitor: httpx.Client, link: str
) -> None:
    before = len(events(city))

    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://anderswo.example"}):
        assert visitor.post(link, headers=headers).status_code == 403
    assert len(events(city)) == before
    assert visitor.get(link).status_code == 200


@pytest.mark.parametrize("token", ["erfunden", "ä", "a" * 5_000])
def test_a_made_up_link_is_a_friendly_page(visitor: httpx.Client, token: str) -> None:
    for answer in (visitor.get, visitor.post):
        got = answer(f"/anmeldung/bestaetigen/{token}")
        assert got.status_code == 410
        assert "Dieser Link gilt nicht mehr" in got.text


def test_the_page_speaks_the_language_of_the_mail(visitor: httpx.Client, link: str) -> None:
    shown = visitor.get(f"{link}?lang=en").text

    assert '<html lang="en">' in shown
    assert "Confirm your e-mail address" in shown


def test_names_are_text(city: Store, visitor: httpx.Client) -> None:
    for text in [each for each in ALL if "<" in each and each.isprintable() and len(each) < 180]:
        sent = submit(city, GUEST, typed(name=f"Verein {text}"), compose=compose)
        mail = next(each for each in waiting_mails(city) if each.subject_id == sent.id)
        shown = visitor.get(f"/anmeldung/bestaetigen/{mail.secret}").text
        assert text not in shown
        assert "&lt;" in shown
