"""What every answer of the real server says to browsers, and the index page made ours."""

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import httpx
import pytest

from accounts.identity import Role
from tests.browser import PASSWORD, App, served
from views.identity_gate import COOKIE

PATHS = (
    "/",
    "/konzept",
    "/assets/house.js",
    "/assets/house.css",
    "/assets/picture.js",
    "/assets/vis-network.min.js",
    "/assets/nothing.js",
    "/anmelden",
    "/abmelden",
    "/einladung/unknown",
    "/media/x",
    "/_stcore/health",
    "/_stcore/host-config",
    "/component/nothing",
    "//media/x",
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, br"}


def policy_of(answer: httpx.Response) -> dict[str, list[str]]:
    parts = answer.headers["content-security-policy"].split(";")
    return {name: sources for name, *sources in (part.split() for part in parts)}


@pytest.fixture(scope="module")
def behind_tls(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("tls")
    database = folder / "potsdam.db"
    database.write_bytes(demo_file.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BINDEGLIED_PUBLIC_URL", "https://netz.potsdam.example/")
        with served(database, folder / "server.log") as running:
            yield running


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", [BROWSER["Accept"], "*/*"])
def test_every_answer_is_strict(app: App, path: str, accept: str) -> None:
    answer = httpx.get(f"{app.url}{path}", headers={"Accept": accept})
    policy = policy_of(answer)

    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert policy["form-action"] == policy["connect-src"] == ["'self'"]
    assert policy["script-src"][0] == "'self'"
    assert all(source.startswith("'sha256-") for source in policy["script-src"][1:])
    assert answer.headers.get_list("content-security-policy", split_commas=False) == [
        answer.headers["content-security-policy"]
    ]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_answers_to_other_methods_are_strict_too(app: App, method: str) -> None:
    for path in ("/", "/anmelden", "/_stcore/upload_file/a/b"):
        answer = httpx.request(method, f"{app.url}{path}")
        assert policy_of(answer)["default-src"] == ["'none'"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_answer_names_a_foreign_host(app: App) -> None:
    for path in PATHS:
        policy = policy_of(httpx.get(f"{app.url}{path}"))
        sources = {source for each in policy.values() for source in each}
        assert not {source for source in sources if "://" in source or "*" in source}
        assert "'unsafe-eval'" not in sources
        assert "https:" not in sources


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "de"),
        ("/konzept", "de"),
        ("/?lang=de", "de"),
        ("/?lang=en", "en"),
        ("/netzkarte?schritte=1&lang=en", "en"),
        ("/?lang=fr", "de"),
        ("/?lang=%22%3E%3Cscript%3E", "de"),
    ],
)
def test_the_index_speaks_the_language_of_its_address(app: App, path: str, language: str) -> None:
    page = httpx.get(f"{app.url}{path}", headers=BROWSER).text

    assert f'<html lang="{language}">' in page
    assert page.count("<html") == 1
    assert page.count('<script src="/assets/house.js"></script>') == 1
    assert page.count('<link rel="stylesheet" href="/assets/house.css">') == 1
    assert "<title>Bindeglied</title>" in page
    assert "<title>Streamlit</title>" not in page


def test_a_second_load_gives_the_whole_page_again(app: App) -> None:
    plain = httpx.get(f"{app.url}/")
    first = httpx.get(f"{app.url}/", headers=BROWSER)
    remembered = {
        "If-None-Match": plain.headers["etag"],
        "If-Modified-Since": plain.headers["last-modified"],
    }

    second = httpx.get(f"{app.url}/", headers={**BROWSER, **remembered})

    assert (second.status_code, second.text) == (200, first.text)
    assert int(second.headers["content-length"]) == len(second.content)
    assert "etag" not in second.headers
    assert "last-modified" not in second.headers
    assert second.headers["cache-control"] == "no-cache"


def test_our_own_pages_are_not_taken_for_the_index(app: App) -> None:
    page = httpx.get(f"{app.url}/anmelden", headers=BROWSER)

    assert "house.js" not in page.text
    assert int(page.headers["content-length"]) == len(page.content)


def test_behind_tls_cookies_are_secure_and_browsers_stay_with_tls(behind_tls: App) -> None:
    token = behind_tls.invitation("Fachbereich", Role.STAFF).rpartition("/")[2]
    opened = {"password": PASSWORD, "again": PASSWORD}

    answer = httpx.post(f"{behind_tls.url}/einladung/{token}", data=opened)
    given = SimpleCookie(answer.headers["set-cookie"])[COOKIE]
    left = httpx.post(f"{behind_tls.url}/abmelden", headers={"Cookie": f"{COOKIE}={given.value}"})

    assert given["secure"] is True
    assert given["httponly"] is True
    assert SimpleCookie(left.headers["set-cookie"])[COOKIE]["secure"] is True
    for path in PATHS:
        age = httpx.get(f"{behind_tls.url}{path}").headers["strict-transport-security"]
        assert age == "max-age=31536000"


def test_behind_tls_every_cookie_of_streamlit_is_secure_too(behind_tls: App) -> None:
    cookies = [
        cookie
        for path in PATHS
        for cookie in httpx.get(f"{behind_tls.url}{path}").headers.get_list("set-cookie")
    ]

    assert cookies
    assert all("; secure" in cookie.casefold() for cookie in cookies)
