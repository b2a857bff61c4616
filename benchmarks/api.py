"""How long a page of the HTTP interface takes in a network of 10,000 organisations.

`PYTHONPATH=. python benchmarks/api.py` makes a store with 10,000 organisations and 25,000 ties
and prints the milliseconds of the first answer after a change, of the best and the worst of
twenty answers after that, and of an answer that the reader has already (304).
"""

import asyncio
import os
import random
import tempfile
import time
from pathlib import Path
from typing import Final

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
import httpx
from starlette.applications import Starlette

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.identifier import new_id
from data.rows import to_row
from data.sqlite_store import SqliteStore
from network.organization import Classification, Organization, Relation, RelationKind
from views.api_routes import ROUTES
from views.news_routes import ROUTES as NEWS

SEED: Final = 20260101
SIZE: Final = 10_000
TIES: Final = 25_000
ADDRESSES: Final = (
    "/api/v1/organizations",
    "/api/v1/organizations?limit=100&page=80",
    "/api/v1/organizations?q=verein+77&classification=association",
    "/api/v1/organizations?as_of=2020-01-01&modified_since=2020-01-01",
    "/api/v1/relations?limit=100&page=200",
    "/api/v1/network.graphml",
    "/api/v1/catalog.ttl",
    "/aktuelles.atom",
)


def main() -> None:
    """Make the network, ask for every address, and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        os.environ["BINDEGLIED_DATABASE"] = str(path)
        store = SqliteStore(path)
        store.migrate()
        fill(store)
        asyncio.run(measure(store))
        store.close()


def fill(store: SqliteStore) -> None:
    """Put the network into the store."""
    dice = random.Random(SEED)  # noqa: S311  (a network to measure, nothing secret)
    kinds = list(Classification)
    units = [
        Organization(
            id=new_id(), name=f"Verein {n} für Nachbarschaft", classification=dice.choice(kinds),
            description="Wir treffen uns. " * 20, offers=("Räume", "Beratung"),
            start_date=str(dice.randint(1950, 2025)), sources=("Handbuch",),
        )
        for n in range(SIZE)
    ]  # fmt: skip
    ties = [
        Relation(
            id=new_id(), subject_id=dice.choice(units).id, object_id=dice.choice(units).id,
            classification=RelationKind.COOPERATES,
        )
        for _ in range(TIES)
    ]  # fmt: skip
    with store.atomic():
        store.insert_all("organizations", [{**to_row(each), "source_key": None} for each in units])
        store.insert_all("relations", map(to_row, ties))


async def measure(store: SqliteStore) -> None:
    """Print the times of every address."""
    transport = httpx.ASGITransport(app=Starlette(routes=[*ROUTES, *NEWS]))
    async with httpx.AsyncClient(transport=transport, base_url="http://stadt") as reader:
        print(f"{'first':>8} {'best':>8} {'worst':>8} {'304':>8}   ms")
        for address in ADDRESSES:
            unit = store.find("organizations", name="Verein 7 für Nachbarschaft")[0]
            store.update(
                "organizations", unit["id"], {"district": address}, expected=unit["revision"]
            )
            add_account(store, OPERATOR, "x", new_id(), Role.STAFF)  # an event, as a change has
            first, tag = await ask(reader, address)
            times = [(await ask(reader, address))[0] for _ in range(20)]
            known, _tag = await ask(reader, address, tag)
            print(
                f"{first:8.1f} {min(times):8.1f} {max(times):8.1f} {known:8.1f}   {address}",
                flush=True,
            )


async def ask(reader: httpx.AsyncClient, address: str, tag: str = "") -> tuple[float, str]:
    """Return how long one answer took, in milliseconds, and its ETag."""
    start = time.perf_counter()
    answer = await reader.get(address, headers={"if-none-match": tag} if tag else {})
    took = (time.perf_counter() - start) * 1000
    if answer.status_code not in (200, 304):
        raise RuntimeError(f"{address}: {answer.status_code}")
    return took, answer.headers["etag"]


if __name__ == "__main__":
    main()
