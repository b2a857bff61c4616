"""The open data at the real server: behind our headers, and found by programs that look for it."""

import re

import httpx
import pytest

from tests.browser import App
from views.news_feed import FEED

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("path", ["/", "/konzept?lang=en", "/anmelden", "/konzept/lesen", "/api"])
def test_every_page_says_where_the_news_are(app: App, path: str) -> None:
    page = httpx.get(f"{app.url}{path}", headers=HTML, timeout=60).text

    found = re.findall(r'<link rel="alternate"[^>]*href="([^"]+)"[^>]*title="([^"]+)"', page)
    language = "en" if "lang=en" in path else "de"
    assert found == [(f"{FEED}?lang={language}", "News" if language == "en" else "Aktuelles")]
    assert httpx.get(f"{app.url}{found[0][0]}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/v1/organizations", "/api/v1/concept", "/api/v1/catalog", "/api/v1/x", FEED]
)
def test_asking_for_the_head_alone_gives_the_same_without_a_body(app: App, path: str) -> None:
    whole, head = httpx.get(f"{app.url}{path}"), httpx.head(f"{app.url}{path}")

    assert head.content == b""
    assert head.status_code == whole.status_code
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == whole.headers.get(name), name


def test_answers_to_programs_bear_our_headers_and_no_cookie(app: App) -> None:
    answer = httpx.get(f"{app.url}/api/v1/organizations")

    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "set-cookie" not in answer.headers


def test_only_the_interface_is_open_to_other_sites(app: App) -> None:
    for path in ("/", "/api", "/konzept/lesen", "/netzkarte/netzwerk.json", "/anmelden"):
        answer = httpx.get(f"{app.url}{path}", headers={"Origin": "https://fremd.example"})
        assert "access-control-allow-origin" not in answer.headers, path
