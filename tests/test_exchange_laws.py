"""What goes out comes back: each form keeps all that it can hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from network.exchange.columns import DIRECTIONS
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Format
from network.exchange.pajek_file import write as write_pajek
from network.exchange.reading import read_network
from network.exchange.writing import Output, write_network, write_nodes
from network.naming import fold
from tests.foreign_networks import networks

_READ_AS = {
    Output.GRAPHML: Format.GRAPHML,
    Output.GEXF: Format.GEXF,
    Output.JSON: Format.JSON,
    Output.XLSX: Format.XLSX,
    Output.CSV: Format.CSV,
    Output.GEPHI: Format.CSV,
}


def returned(network: ForeignNetwork, form: Output) -> ForeignNetwork:
    written = write_network(network, form)
    return read_network(written, "", _READ_AS[form], write_nodes(network, form))


def by_id(items: tuple[ForeignNode, ...] | tuple[ForeignTie, ...]) -> dict[str, object]:
    return {each.id: each for each in items}


def unmistakable(tie: ForeignTie) -> ForeignTie:
    """Kumu's column `Type` may mean the direction, too."""
    return replace(tie, kind="") if fold(tie.kind) in DIRECTIONS else tie


@pytest.mark.parametrize("form", _READ_AS)
@settings(max_examples=40, deadline=None)
@given(network=networks())
def test_a_network_comes_back_as_it_went(form: Output, network: ForeignNetwork) -> None:
    network = replace(network, ties=tuple(map(unmistakable, network.ties)))

    back = returned(network, form)

    assert by_id(back.nodes) == by_id(network.nodes)
    assert by_id(back.ties) == by_id(network.ties)
    assert [loss for loss in back.losses if loss.code != "loop"] == []


@settings(max_examples=100, deadline=None)
@given(network=networks())
def test_pajek_keeps_labels_kinds_directions_and_weights(network: ForeignNetwork) -> None:
    def plain(text: str) -> str:
        return " ".join(text.replace('"', "'").split())

    back = read_network(write_pajek(network), "x.net", Format.PAJEK)

    labels = [plain(node.name) or str(at) for at, node in enumerate(network.nodes, 1)]
    assert [node.name for node in back.nodes] == labels
    order = {node.id: str(at) for at, node in enumerate(network.nodes, 1)}
    kept = {
        (order[tie.source], order[tie.target], tie.mutual, tie.strength or tie.weight)
        for tie in network.ties
    }
    found = {(tie.source, tie.target, tie.mutual, tie.weight) for tie in back.ties}
    turned = {(b, a, mutual, weight) for a, b, mutual, weight in found if mutual}
    assert found <= kept
    assert kept <= found | turned
