"""Files of the whole network: what goes out comes back, and no people leave the server."""

import zipfile
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from data.network_imports import plan_import
from data.rows import to_row
from data.store import Store
from network.exchange.foreign import Format
from network.exchange.reading import read_network
from network.organization import Membership, Person
from tests.run_apart import run_apart
from views import network_file_routes, network_template_routes
from views.network_file_routes import GEPHI, GEXF, GRAPHML, JSON, KUMU, PAJEK, POPOLO
from views.network_template_routes import TEMPLATE_CSV, TEMPLATE_XLSX, WHOLE_CSV, WHOLE_XLSX

ROUTES = [*network_file_routes.ROUTES, *network_template_routes.ROUTES]
ALL = (
    GEPHI, GEXF, GRAPHML, JSON, KUMU, PAJEK, POPOLO, TEMPLATE_CSV, TEMPLATE_XLSX, WHOLE_CSV,
    WHOLE_XLSX,
)  # fmt: skip


def sent(address: str) -> bytes:
    """Return what the routes answer, as bytes, without a server between."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=ROUTES))
        async with httpx.AsyncClient(transport=transport, base_url="http://stadt") as there:
            return await there.get(address)

    answer = run_apart(ask())
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; ")
    return answer.content


def unpacked(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as container:
        return b"".join(container.read(name) for name in container.namelist())


@pytest.mark.parametrize("address", [WHOLE_XLSX, WHOLE_CSV])
def test_the_whole_network_taken_in_again_is_nothing_to_do(demo_store: Store, address: str) -> None:
    found = read_network(sent(address))

    assert found.format is Format.TEMPLATE
    assert plan_import(demo_store, found).nothing
    assert len(found.nodes) > 60


@pytest.mark.parametrize("address", [POPOLO, KUMU])
def test_other_forms_come_back_as_the_same_entries(demo_store: Store, address: str) -> None:
    done = plan_import(demo_store, read_network(sent(address)))

    assert (done.nodes.new, done.nodes.changed, done.ties.new) == (0, 0, 0)


@pytest.mark.parametrize("address", ALL)
def test_no_file_holds_a_contact_person(demo_store: Store, demo_path: Path, address: str) -> None:
    assert demo_path.exists()
    home = demo_store.find("posts")[0]
    person = Person(
        id="geheim-1",
        name="Anna Geheimnis",
        organization_id=home["organization_id"],
        email="anna@geheim.example",
    )
    demo_store.insert("persons", to_row(person))
    holds = Membership(
        id="geheim-2",
        organization_id=home["organization_id"],
        person_id=person.id,
        post_id=home["id"],
    )
    demo_store.insert("memberships", to_row(holds))

    assert b"geheim" not in unpacked(sent(address)).lower()
