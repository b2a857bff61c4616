"""The page behind the link of a question: GET shows, POST answers once, errors at their fields."""

from collections.abc import Iterator

import httpx
import pytest

from data.events import events
from data.registration_decisions import ask_back
from data.registration_inbox import registration
from data.store import Store
from network.registration import parse_registration
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.test_registration_inbox import TYPED, put
from tests.test_sign_in_routes import city, visitor
from tests.writing_verbs_inbox import plain_words

__all__ = ["city", "visitor"]

QUESTION = "In welchem Stadtteil <b>arbeiten</b> Sie?"
KEPT = {"name": "Nachbarn <i>helfen</i>", "offers": "Räume\nZeit", "description": "Wir helfen."}


@pytest.fixture
def identifier(city: Store) -> str:
    content = parse_registration({**TYPED, **KEPT}).model_dump_json()
    return put(city, "Nachbarn", content=content, email_confirmed_at=None)


@pytest.fixture
def link(city: Store, identifier: str) -> str:
    ask_back(city, COORDINATOR, identifier, QUESTION, plain_words, expected=1)
    (mail,) = city.find("mails", subject_id=identifier)
    return f"/anmeldung/antwort/{mail['secret']}"


def test_looking_shows_question_and_registration_and_changes_nothing(
    city: Store, visitor: httpx.Client, link: str
) -> None:
    before = len(events(city))

    for _ in range(3):
        shown = visitor.get(link)
        assert shown.status_code == 200
        assert shown.headers["cache-control"] == "no-store"
        assert "arbeiten&lt;/b&gt; Sie?" in shown.text
        assert 'value="Nachbarn &lt;i&gt;helfen&lt;/i&gt;"' in shown.text
        assert "Räume\nZeit</textarea>" in shown.text
        assert not any(each in shown.text for each in ("<b>", "<i>", "<script"))
        assert shown.headers["referrer-policy"] == "same-origin"
    assert visitor.head(link).status_code == 200

    assert len(events(city)) == before


def test_an_answer_with_corrections_is_taken_once(
    city: Store, visitor: httpx.Client, link: str, identifier: str
) -> None:
    typed = {
        **KEPT,
        "answer": "In Nord.\r\nSeit 2019.",
        "district": "Nord",
        "needs": "Geld\r\nZeit",
    }

    first = visitor.post(link, data=typed)
    second = visitor.post(link, data=typed)

    assert (first.status_code, second.status_code) == (200, 410)
    assert "Vielen Dank für Ihre Antwort" in first.text
    assert "schon beantwortet" in second.text
    assert "schon beantwortet" in visitor.get(link).text
    found = registration(city, COORDINATOR, identifier)
    assert (found.answer, found.content.district) == ("In Nord.\nSeit 2019.", "Nord")
    assert (found.content.needs, found.content.offers) == (("Geld", "Zeit"), ("Räume", "Zeit"))
    assert found.content.contact_email == TYPED["contact_email"]
    assert found.email_confirmed_at is not None


def test_errors_stand_at_their_fields_and_everything_is_kept(
    city: Store, visitor: httpx.Client, link: str, identifier: str
) -> None:
    typed = {**KEPT, "name": "", "website": "keine <b>Seite", "answer": "Ein Satz."}

    answer = visitor.post(link, data=typed)

    assert answer.status_code == 422
    assert 'id="error-name"' in answer.text
    assert 'aria-describedby="error-website"' in answer.text
    assert 'value="keine &lt;b&gt;Seite"' in answer.text
    assert "Ein Satz.</textarea>" in answer.text
    assert "\\" not in answer.text
    assert registration(city, COORDINATOR, identifier).status == "returned"
    assert visitor.post(link, data={**typed, **KEPT, "website": ""}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"answer": ""}, "Bitte schreiben Sie eine Antwort"),
        ({"answer": "ä" * 2001}, "höchstens 2.000 Zeichen"),
        ({"answer": "Ja", "description": "ä" * 2001}, "höchstens 2.000 Zeichen"),
        ({"answer": "Ja", "offers": "\n".join(map(str, range(40)))}, "höchstens 30 Zeilen"),
    ],
)
def test_nothing_and_too_much_are_refused(
    visitor: httpx.Client, link: str, typed: dict[str, str], said: str
) -> None:
    answer = visitor.post(link, data={**KEPT, **typed})

    assert answer.status_code == 422
    assert said in answer.text
    assert visitor.get(link).status_code == 200


def test_an_endless_form_is_not_even_read(visitor: httpx.Client, link: str) -> None:
    def without_length() -> Iterator[bytes]:
        yield b"answer=" + b"x" * 1000

    assert visitor.post(link, data={"answer": "x" * 100_000}).status_code == 413
    assert visitor.post(link, content=without_length()).status_code == 413
    assert visitor.get(link).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}]
)
def test_a_form_of_another_site_answers_nothing(
    visitor: httpx.Client, link: str, headers: dict[str, str]
) -> None:
    assert visitor.post(link, data={"answer": "Ja"}, headers=headers).status_code == 403
    assert visitor.get(link).status_code == 200


def test_made_up_links_end_in_a_friendly_page(visitor: httpx.Client, link: str) -> None:
    for address in ("/anmeldung/antwort/erfunden", f"{link}x"):
        for shown in (visitor.get(address), visitor.post(address, data={"answer": "Ja"})):
            assert shown.status_code == 410
            assert "Hier ist nichts mehr zu beantworten" in shown.text


def test_english_by_the_address(visitor: httpx.Client, link: str) -> None:
    shown = visitor.get(f"{link}?lang=en")

    assert '<html lang="en">' in shown.text
    assert "What you registered" in shown.text


@pytest.mark.parametrize("place", range(0, len(ALL), 6))
def test_hostile_texts_are_shown_as_text(
    city: Store, visitor: httpx.Client, link: str, identifier: str, place: int
) -> None:
    texts = ALL[place : place + 6]
    typed = {**KEPT, "answer": "\n".join(texts), "district": texts[0][:200], "website": "x y"}

    shown = visitor.post(link, data=typed)

    assert shown.status_code == 422
    assert not any(each in shown.text for each in ("<img", "<script", "<svg", "<iframe", "<b>"))
    answer = visitor.post(link, data={**typed, "website": ""})
    assert answer.status_code == 200
    kept = registration(city, COORDINATOR, identifier)
    assert kept.answer == "\n".join(texts).strip()
