"""Classic networks, written by networkx in every form, have the same counts here."""

import json

import networkx as nx
import pytest

from network.exchange.foreign import Format
from network.exchange.reading import read_network
from tests import network_files as files

WRITTEN = (
    Format.GRAPHML, Format.GEXF, Format.PAJEK, Format.JSON, Format.XLSX, Format.CSV,
)  # fmt: skip


@pytest.mark.parametrize("name", ["karate", "families", "davis", "novel"])
@pytest.mark.parametrize("form", WRITTEN)
def test_classic_networks_written_by_networkx_have_the_same_counts(name: str, form: Format) -> None:
    graph = {
        "karate": nx.karate_club_graph,
        "families": nx.florentine_families_graph,
        "davis": nx.davis_southern_women_graph,
        "novel": nx.les_miserables_graph,
    }[name]()
    network = read_network(written_by_networkx(graph, form), "x", form)

    assert len(network.nodes) == graph.number_of_nodes()
    assert len(network.ties) == graph.number_of_edges()
    weights = sum(data.get("weight", 1) for _, _, data in graph.edges(data=True))
    assert sum(tie.weight or tie.strength or 1 for tie in network.ties) == weights
    assert all(tie.mutual for tie in network.ties)
    assert name != "davis" or form not in (Format.GRAPHML, Format.GEXF) or network.two_mode


def written_by_networkx(graph: "nx.Graph[object]", form: Format) -> bytes:
    graph.graph.clear()
    texts: nx.Graph[str] = nx.Graph()
    texts.add_edges_from((str(a), str(b), data) for a, b, data in graph.edges(data=True))
    rows = [
        [str(a), str(b), "undirected", d.get("weight", 1)] for a, b, d in graph.edges(data=True)
    ]
    match form:
        case Format.GRAPHML:
            return "\n".join(nx.generate_graphml(graph)).encode()
        case Format.GEXF:
            return "\n".join(nx.generate_gexf(graph)).encode()
        case Format.PAJEK:
            return "\n".join(nx.generate_pajek(texts)).encode()
        case Format.JSON:
            return json.dumps(nx.node_link_data(graph)).encode()
        case Format.XLSX:
            return files.workbook({"Connections": [["From", "To", "Direction", "Weight"], *rows]})
        case _:
            head = "Source,Target,Type,Weight\n"
            return (head + "".join(f"{a},{b},{kind},{w}\n" for a, b, kind, w in rows)).encode()
