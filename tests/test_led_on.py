"""Old addresses of files and programs lead on, and nothing else is touched."""

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from data.clock import today
from data.merges import undo_merge
from data.store import Store
from tests.conftest import COORDINATOR
from tests.run_apart import run_apart
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_merges import merge_now
from views.led_on import OldAddresses, led_on
from views.network_address import read


def _echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(request.url))


ROUTES = [
    Route(path, _echo, methods=["GET", "POST"])
    for path in ("/netz.csv", "/api/v1/organizations/{id}", "/anders")
]


def ask(address: str, method: str = "GET") -> httpx.Response:
    """Return the answer to an address, redirects not followed."""

    async def there() -> httpx.Response:
        paths = frozenset({"/netz.csv"})
        app = Starlette(routes=ROUTES, middleware=[Middleware(OldAddresses, paths=paths)])
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://stadt") as client:
            return await client.request(method, address)

    return run_apart(there())


@pytest.fixture
def old_and_new(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, str, str]:
    """Merge one entry into another, behind the app; a third stays as it is."""
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    keys = a_city(store)
    merge_now(store, keys["verein"], keys["neu"])
    return keys["verein"], keys["neu"], keys["ag"]


def test_a_file_of_an_old_entry_is_that_of_the_new_one(old_and_new: tuple[str, str, str]) -> None:
    old, new, third = old_and_new
    answer = ask(f"/netz.csv?stelle={old}&stelle={third}&stelle={new}&schritte=1&leer=")
    assert answer.status_code == 307
    assert answer.headers["location"] == (f"/netz.csv?stelle={new}&stelle={third}&schritte=1&leer=")
    assert ask(answer.headers["location"]).status_code == 200


def test_programs_are_led_on_by_the_path(old_and_new: tuple[str, str, str]) -> None:
    old, new, _third = old_and_new
    answer = ask(f"/api/v1/organizations/{old}?page=2")
    assert answer.headers["location"] == f"/api/v1/organizations/{new}?page=2"
    assert ask(f"/api/v1/organizations/{new}").status_code == 200


def test_other_addresses_ids_and_deeds_are_left_alone(old_and_new: tuple[str, str, str]) -> None:
    old, new, _third = old_and_new
    unknown = "00000000-0000-7000-8000-000000000000"
    for address in (f"/anders?id={old}", f"/netz.csv?stelle={new}", f"/netz.csv?x={unknown}"):
        assert ask(address).status_code == 200
    assert ask(f"/netz.csv?stelle={old}", "POST").status_code == 200


def test_a_kept_view_shows_the_entry_of_today(
    store: Store, old_and_new: tuple[str, str, str]
) -> None:
    old, new, third = old_and_new
    values = {"stelle": [old, third], "ohne": [old], "offen": [old]}
    asked = led_on(store, read(lambda name: values.get(name, []), today()))
    assert asked.view.chosen == (new, third)
    assert asked.view.without == {new} == asked.opened
    (merge,) = store.find("merges")
    undo_merge(store, COORDINATOR, merge["id"], expected=1)
    again = read(lambda name: values.get(name, []), today())
    assert led_on(store, again) is again
