"""Signing in and out at the real server: GET shows, POST acts, and nothing leads outside."""

from collections.abc import Iterator
from http.cookies import Morsel, SimpleCookie

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from data.accounts import Invitation, add_account, disable_account, open_link
from data.events import events
from data.identifier import new_id
from data.sessions import session_of
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.browser import PASSWORD, App
from views.identity_gate import COOKIE

OPENED = {"password": PASSWORD, "again": PASSWORD}
WRONG = "Anmeldename und Passwort passen nicht zusammen."


@pytest.fixture
def city(app: App) -> Iterator[Store]:
    opened = SqliteStore(app.database)
    yield opened
    opened.close()


@pytest.fixture
def visitor(app: App) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=app.url) as browser:
        yield browser


def invited(store: Store, name: str = "Fachbereich") -> Invitation:
    return add_account(store, OPERATOR, name, new_id(), Role.STAFF)


def link(invitation: Invitation) -> str:
    return f"/einladung/{invitation.token}"


def member(store: Store, visitor: httpx.Client) -> dict[str, str]:
    """Open an account and return what its owner types; the visitor is signed out again."""
    invitation = invited(store)
    assert visitor.post(link(invitation), data=OPENED).status_code == 303
    visitor.cookies.clear()
    return {"login": invitation.account.login, "password": PASSWORD}


def cookie_of(answer: httpx.Response) -> Morsel[str]:
    return SimpleCookie(answer.headers["set-cookie"])[COOKIE]


def test_looking_at_a_one_time_link_changes_nothing(city: Store, visitor: httpx.Client) -> None:
    invitation = invited(city)
    before = len(events(city))

    for _ in range(5):
        answer = visitor.get(link(invitation))
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"

    assert open_link(city, invitation.token) == invitation.account
    assert len(events(city)) == before


def test_asking_for_the_head_of_a_page_acts_no_more_than_asking_for_the_page(
    city: Store, visitor: httpx.Client
) -> None:
    signed_in = cookie_of(visitor.post(link(invited(city)), data=OPENED))

    assert visitor.head(link(invited(city))).status_code == 200
    assert visitor.head("/anmelden").status_code == 200
    assert visitor.head("/abmelden").status_code == 200
    assert session_of(city, signed_in.value)


def test_a_one_time_link_is_redeemed_once(city: Store, visitor: httpx.Client) -> None:
    invitation = invited(city)

    first = visitor.post(link(invitation), data=OPENED)
    second = visitor.post(link(invitation), data=OPENED)

    assert (first.status_code, first.headers["location"]) == (303, "/")
    assert session_of(city, cookie_of(first).value)
    assert second.status_code == 410
    assert "set-cookie" not in second.headers
    assert visitor.get(link(invitation)).status_code == 410
    assert visitor.get("/einladung/erfunden").status_code == 410


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(
    city: Store, visitor: httpx.Client
) -> None:
    cookie = cookie_of(visitor.post(link(invited(city)), data=OPENED))

    assert cookie["httponly"] is True
    assert cookie["samesite"].casefold() == "lax"
    assert cookie["path"] == "/"
    assert cookie["domain"] == ""
    assert int(cookie["max-age"]) == 10 * 60 * 60


@pytest.mark.parametrize(
    ("password", "again", "message"),
    [
        (PASSWORD, f"{PASSWORD}!", "Die beiden Passwörter sind verschieden."),
        ("zu kurz", "zu kurz", "Das Passwort braucht mindestens 12 Zeichen."),
        ("", "", "Das Passwort braucht mindestens 12 Zeichen."),
        ("ab" * 150, "ab" * 150, "Das Passwort ist zu lang."),
        ("abcd" * 4, "abcd" * 4, "Das Passwort besteht aus zu wenigen verschiedenen Zeichen."),
    ],
)
def test_a_password_that_cannot_be_taken_is_explained_and_the_link_stays_good(
    city: Store, visitor: httpx.Client, password: str, again: str, message: str
) -> None:
    invitation = invited(city)

    answer = visitor.post(link(invitation), data={"password": password, "again": again})

    assert answer.status_code == 400
    assert message in answer.text
    assert "set-cookie" not in answer.headers
    assert open_link(city, invitation.token) == invitation.account


def test_login_and_password_sign_in(city: Store, visitor: httpx.Client) -> None:
    typed = member(city, visitor)

    answer = visitor.post("/anmelden", data={**typed, "login": f" {typed['login'].upper()} "})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert session_of(city, cookie_of(answer).value)


def test_wrong_password_unknown_login_and_ended_account_are_refused_alike(
    city: Store, visitor: httpx.Client
) -> None:
    typed, ended = member(city, visitor), invited(city)
    visitor.post(link(ended), data=OPENED)
    visitor.cookies.clear()
    disable_account(city, OPERATOR, ended.account.id)

    for attempt in (
        {**typed, "password": "ein anderes Passwort"},
        {**typed, "login": "niemand"},
        {**typed, "login": ended.account.login},
        {"login": typed["login"]},
        {},
    ):
        answer = visitor.post("/anmelden", data=attempt)
        assert answer.status_code == 401
        assert WRONG in answer.text
        assert "set-cookie" not in answer.headers


def test_after_signing_in_one_goes_on_where_one_was(city: Store, visitor: httpx.Client) -> None:
    typed = member(city, visitor)

    for target in ("/konzept", "/abschnitt?id=1&lang=en"):
        answer = visitor.post("/anmelden", params={"weiter": target}, data=typed)
        assert answer.headers["location"] == target


def test_nothing_leads_outside_after_signing_in(city: Store, visitor: httpx.Client) -> None:
    typed = member(city, visitor)

    for target in (
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "javascript:alert(1)", "/\n/evil.example", "/\t/evil.example", " //evil.example",
        "/\r\nSet-Cookie: evil=1", "evil.example", "", "/ /evil.example", "/\x00/evil.example",
    ):  # fmt: skip
        shown = visitor.get("/anmelden", params={"weiter": target})
        answer = visitor.post("/anmelden", params={"weiter": target}, data=typed)
        assert '<a href="/">Ohne Anmeldung' in shown.text
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "evil" not in str(answer.headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1"},
    ],
)  # fmt: skip
def test_forms_of_other_sites_are_refused(
    city: Store, visitor: httpx.Client, headers: dict[str, str]
) -> None:
    typed, invitation = member(city, visitor), invited(city)
    session = cookie_of(visitor.post("/anmelden", data=typed)).value

    sent = {"/anmelden": typed, link(invitation): OPENED, "/abmelden": {}}
    for address, data in sent.items():
        answer = visitor.post(address, data=data, headers=headers)
        assert answer.status_code == 403
        assert "Nicht angenommen" in answer.text
        assert "set-cookie" not in answer.headers

    assert session_of(city, session)
    assert open_link(city, invitation.token)


@pytest.mark.parametrize("site", [{"Sec-Fetch-Site": "same-origin"}, {}])
def test_signing_out_ends_the_session_on_the_server_too(
    city: Store, visitor: httpx.Client, site: dict[str, str]
) -> None:
    session = cookie_of(visitor.post("/anmelden", data=member(city, visitor))).value

    assert visitor.get("/abmelden").status_code == 200
    assert session_of(city, session)

    answer = visitor.post("/abmelden", headers={"Origin": str(visitor.base_url), **site})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?lang=de")
    assert cookie_of(answer)["max-age"] == "0"
    assert session_of(city, session) is None
    assert visitor.post("/abmelden").status_code == 303


def test_english_by_the_address(city: Store, visitor: httpx.Client) -> None:
    assert '<html lang="de">' in visitor.get("/anmelden?lang=fr").text

    for address in ("/anmelden?lang=en", "/abmelden?lang=en", f"{link(invited(city))}?lang=en"):
        page = visitor.get(address).text
        assert '<html lang="en">' in page
        assert "Passwort" not in page
        assert "Abmelden" not in page
    assert "do not belong together" in visitor.post("/anmelden?lang=en", data={}).text


def test_markup_in_a_name_or_login_is_shown_as_text(city: Store, visitor: httpx.Client) -> None:
    invitation = invited(city, '<img src=x onerror="alert(1)">&amp;')

    shown = visitor.get(link(invitation)).text
    refused = visitor.post("/anmelden", data={"login": '"><script>alert(1)</script>'}).text

    assert "<img" not in shown
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;&amp;amp;" in shown
    assert "<script" not in refused
    assert "&#34;&gt;&lt;script&gt;" in refused
