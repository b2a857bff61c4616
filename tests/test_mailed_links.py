"""All links of mails at the real server: looked at by programs, used once, kept as hashes."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from accounts.token import token_hash
from data.events import events
from data.store import Store
from tests.browser import App
from tests.mailed_links import LINKS, MailedLink, whole
from tests.test_log_of_ids import texts
from tests.test_sign_in_routes import city, visitor
from views.server import ROUTES

__all__ = ["city", "visitor"]

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Site": "same-origin"}
SCANNERS: tuple[dict[str, str], ...] = (
    {},
    {"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender"},
    {"User-Agent": "BarracudaCentral", "Accept": "*/*", "Range": "bytes=0-1023"},
    {"X-Moz": "prefetch", "Sec-Fetch-Site": "cross-site", "Referer": "https://mail.example/"},
)
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://anderswo.example"},
    {"Origin": "null"},
)
EVERY = pytest.mark.parametrize("name", LINKS)


def made(city: Store, name: str) -> tuple[str, MailedLink]:
    route, make = LINKS[name]
    link = make(city)
    return route.replace("{token}", link.token), link


def test_every_route_with_a_token_is_tried() -> None:
    calendars = {"/calendar/{token}.ics"}  # these are read again and again
    routes = {each.path for each in ROUTES if "{token}" in each.path}

    assert routes - calendars == {route for route, _make in LINKS.values()}


@EVERY
def test_whatever_looks_at_a_link_changes_not_a_byte(
    city: Store, visitor: httpx.Client, name: str
) -> None:
    address, _link = made(city, name)
    before = whole(city)

    for headers in SCANNERS:
        for query in ("", "?lang=en", "?answer=right&password=x"):
            for method in ("GET", "HEAD", "GET"):
                answer = visitor.request(method, address + query, headers=headers)
                assert answer.status_code == 200
                assert "set-cookie" not in answer.headers
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert visitor.request(method, address).status_code == 405

    assert whole(city) == before


@EVERY
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_of_another_site_changes_not_a_byte(
    city: Store, visitor: httpx.Client, name: str, headers: dict[str, str]
) -> None:
    address, link = made(city, name)
    before = whole(city)

    assert visitor.post(address, data=link.form, headers=headers).status_code == 403

    assert whole(city) == before


@EVERY
def test_a_link_acts_once(city: Store, visitor: httpx.Client, name: str) -> None:
    address, link = made(city, name)
    before = len(events(city))

    first = visitor.post(address, data=link.form, headers=BROWSER)
    assert first.status_code in (200, 303)
    (done,) = events(city)[before:]
    assert [each for each in texts(city) if each in done.detail] == []
    after = whole(city)
    visitor.cookies.clear()
    for again in (visitor.post(address, data=link.form), visitor.get(address)):
        assert again.status_code == 410
        assert "set-cookie" not in again.headers
    assert whole(city) == after


@EVERY
def test_two_at_the_same_time_act_once(app: App, city: Store, name: str) -> None:
    address, link = made(city, name)

    def press(_number: int) -> int:
        return httpx.post(app.url + address, data=link.form, timeout=60).status_code

    with ThreadPoolExecutor(4) as pool:
        codes = sorted(pool.map(press, range(4)))

    assert codes[0] in (200, 303)
    assert codes[1:] == [410] * 3


@EVERY
def test_a_link_that_is_too_old_does_nothing(city: Store, visitor: httpx.Client, name: str) -> None:
    address, link = made(city, name)
    (row,) = city.find(link.table, token_hash=token_hash(link.token))
    old = {"expires_at": "2020-01-01T00:00:00+00:00"}
    city.update(link.table, row["id"], old, expected=row["revision"])
    before = whole(city)

    assert visitor.get(address).status_code == 410
    assert visitor.post(address, data=link.form).status_code == 410

    assert whole(city) == before


@EVERY
def test_a_link_opens_nothing_of_another_kind(
    city: Store, visitor: httpx.Client, name: str
) -> None:
    address, link = made(city, name)
    before = whole(city)

    for route in {route for route, _make in LINKS.values()} - {LINKS[name][0]}:
        other = route.replace("{token}", link.token)
        assert visitor.get(other).status_code == 410
        assert visitor.post(other, data=link.form).status_code == 410
    assert visitor.get(f"/calendar/{link.token}.ics").status_code in (404, 410)

    assert whole(city) == before
    assert visitor.get(address).status_code == 200


@EVERY
def test_pages_behind_links_are_kept_nowhere_and_name_no_other_host(
    app: App, city: Store, visitor: httpx.Client, name: str
) -> None:
    address, link = made(city, name)
    shown = [visitor.get(address, headers=BROWSER)]
    shown.append(visitor.post(address, data=link.form, headers=BROWSER))
    shown.append(visitor.get(address, headers=BROWSER))

    for answer in shown:
        if answer.status_code != 303:
            assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] in ("no-referrer", "same-origin")
        assert link.token not in answer.text
        rest = answer.text.replace(app.url, "").replace("http://www.w3.org/", "")
        assert "http://" not in rest
        assert "https://" not in rest


@EVERY
def test_of_a_secret_only_its_hash_is_kept(city: Store, name: str) -> None:
    _address, link = made(city, name)

    for mail in city.find("mails"):
        if mail["secret"] == link.token:
            city.delete("mails", id=mail["id"])

    kept = whole(city)
    assert link.token not in kept
    assert token_hash(link.token) in kept
