"""The HTTP interface after renaming, merging and succession: names of the day, old ids lead on."""

from datetime import date
from pathlib import Path

import pytest

from data.continuations import continuations, undo_continuation
from data.heirs import Carried, NewOrganization, succeed
from data.renames import rename
from data.store import Store
from network.organization import Classification
from tests.conftest import COORDINATOR
from tests.open_data import SITE, Client, an_organization

DAY = date(2020, 1, 1)


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def test_a_day_of_before_shows_the_name_of_that_day(client: Client, demo_store: Store) -> None:
    unit = an_organization(demo_store, "Runder Tisch", short_name="RT")
    rename(demo_store, COORDINATOR, unit.id, "Kiezrat", "", since=DAY, expected=1)

    def name_on(question: str) -> tuple[object, object]:
        (found,) = client.get(f"/api/v1/organizations?q=runder+tisch{question}").json()["data"]
        return found["name"], found["shortName"]

    assert name_on("&as_of=2019-12-31") == ("Runder Tisch", "RT")
    assert name_on("&as_of=2020-01-01") == name_on("") == ("Kiezrat", None)
    assert client.get(f"/api/v1/organizations/{unit.id}").json()["other_names"] == [
        {"name": "Runder Tisch", "end_date": "2019-12-31"},
        {"name": "RT", "end_date": "2019-12-31"},
    ]
    before = client.get("/api/v1/network.graphml?as_of=2019-12-31").text
    after = client.get("/api/v1/network.graphml?as_of=2020-01-01").text
    assert ">Runder Tisch<" in before
    assert ">Kiezrat<" not in before
    assert ">Kiezrat<" in after


def test_all_that_one_continues_are_named_until_that_is_undone(
    client: Client, demo_store: Store
) -> None:
    old = [an_organization(demo_store, name).id for name in ("Eins", "Zwei")]
    heir = succeed(
        demo_store,
        COORDINATOR,
        old,
        NewOrganization("Drei", Classification.ASSOCIATION),
        on=DAY,
        carried=Carried(),
        expected=dict.fromkeys(old, 1),
    )
    record = client.get(f"/api/v1/organizations/{heir.id}").json()
    assert record["predecessor_ids"] == old
    assert record["predecessor_id"] == old[0]

    (done,) = continuations(demo_store, COORDINATOR)
    undo_continuation(demo_store, COORDINATOR, done.id, expected=1)

    led = client.get(f"/api/v1/organizations/{heir.id}")
    assert (led.status_code, led.headers["location"]) == (
        301,
        f"{SITE}/api/v1/organizations/{old[0]}",
    )
    assert client.get(f"/api/v1/organizations/{old[0]}").json()["dissolution_date"] is None
