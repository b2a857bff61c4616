"""The network as files: what the address shows, and nothing that is run."""

import json
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette

from accounts.identity import OPERATOR
from data.network_imports import import_foreign, plan_import
from data.store import Store
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Format
from network.exchange.reading import read_network
from tests.run_apart import run_apart
from views.exchange_words import vocabulary
from views.network_file_routes import ROUTES

EVIL = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://x")'


class Client:
    """Asks the routes without a server between."""

    def get(self, address: str) -> httpx.Response:
        """Return the answer to an address."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=Starlette(routes=ROUTES))
            async with httpx.AsyncClient(transport=transport, base_url="http://stadt") as there:
                return await there.get(address)

        return run_apart(ask())


@pytest.fixture
def client(demo_path: Path) -> Client:
    assert demo_path.exists()
    return Client()


def shown(client: Client, query: str = "") -> ForeignNetwork:
    return read_network(client.get(f"/netzkarte/netzwerk.json{query}").content, "x.json")


@pytest.mark.parametrize("ending", ["graphml", "gexf", "json"])
def test_every_form_holds_the_same_as_the_address_shows(client: Client, ending: str) -> None:
    for query in ("", "?art=working_group", "?verbindung=funds&verbunden=1"):
        answer = client.get(f"/netzkarte/netzwerk.{ending}{query}")
        network = read_network(answer.content, f"x.{ending}")

        assert answer.headers["content-disposition"].endswith(f'netzwerk.{ending}"')
        assert {node.id for node in network.nodes} == {n.id for n in shown(client, query).nodes}
        assert len(network.ties) == len(shown(client, query).ties)
    assert 0 < len(shown(client, "?art=working_group").nodes) < len(shown(client).nodes)


def test_the_workbook_has_two_sheets_with_german_heads(client: Client) -> None:
    answer = client.get("/netzkarte/netzwerk.xlsx")
    book = load_workbook(BytesIO(answer.content))

    assert book.sheetnames == ["Einträge", "Verbindungen"]
    entries, ties = book.worksheets
    assert [cell.value for cell in ties[1]][:3] == ["Von", "Verbindung", "Zu"]
    assert entries.max_row - 1 == len(shown(client).nodes)
    assert ties.max_row - 1 == len(shown(client).ties)
    assert entries.freeze_panes == "A2"


@pytest.mark.parametrize(
    "query",
    [
        "?stelle=nobody&schritte=1", "?stand=yesterday", "?stand=9999-12-31&seit=0000-00-00",
        "?art=made-up", "?schritte=99999999999999999999", "?ebene=%00&ueber=%ff&stelle=%0a",
        "?" + "&".join(f"stelle={at}" for at in range(500)), "?lang=xx&staerke=nan",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["graphml", "gexf", "json", "xlsx"])
def test_whatever_the_address_says_a_file_comes(client: Client, ending: str, query: str) -> None:
    assert client.get(f"/netzkarte/netzwerk.{ending}{query}").status_code == 200


def test_what_a_stranger_wrote_is_text_in_every_file(client: Client, demo_store: Store) -> None:
    strange = ForeignNetwork(
        format=Format.JSON,
        nodes=(
            ForeignNode(id=f"{EVIL}1", label=FORMULA, attributes={"description": EVIL}),
            ForeignNode(id="]]><script>", label="Ümläut\n„&“"),
        ),
        ties=(ForeignTie(source=f"{EVIL}1", target="]]><script>", label=FORMULA, note=EVIL),),
    )
    import_foreign(demo_store, OPERATOR, strange)

    for ending in ("graphml", "gexf", "json"):
        source = client.get(f"/netzkarte/netzwerk.{ending}").content
        found = {node.id: node for node in read_network(source, f"x.{ending}").nodes}
        assert found[f"{EVIL}1"].label == FORMULA
        assert found["]]><script>"].label == "Ümläut\n„&“"
        assert ending == "json" or EVIL.encode() not in source
    book = load_workbook(BytesIO(client.get("/netzkarte/netzwerk.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert FORMULA in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_node_link_data_is_what_networkx_reads(client: Client) -> None:
    import networkx as nx  # noqa: PLC0415  (only this test needs it)

    source = client.get("/netzkarte/netzwerk.json").content
    graph = nx.node_link_graph(json.loads(source))
    marked = nx.parse_graphml(client.get("/netzkarte/netzwerk.graphml").text)

    assert graph.number_of_nodes() == marked.number_of_nodes() == len(shown(client).nodes)
    assert graph.number_of_edges() == marked.number_of_edges() == len(shown(client).ties)


def test_the_workbook_can_be_taken_in_again_and_changes_no_entry(
    client: Client, demo_store: Store
) -> None:
    source = client.get("/netzkarte/netzwerk.xlsx").content

    done = plan_import(demo_store, read_network(source, "x.xlsx"), vocabulary())

    assert (done.nodes.new, done.nodes.changed, done.ties.new) == (0, 0, 0)
