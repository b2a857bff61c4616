"""The bytes of a drawing: a checksum first, and no markup in labels."""

import json

from network.drawing import drawing, rev_of
from network.graph import build_graph
from network.organization import Roster
from network.scene import plain_scene
from tests.test_picture import WORDING, a_graph, bytes_of, drawn, positions, unit


def test_bytes_begin_with_a_checksum_of_all_the_rest() -> None:
    graph = a_graph()
    same, other = bytes_of(graph), bytes_of(build_graph(Roster(organizations=(unit("b"),)), None))

    assert json.loads(same)["rev"] == rev_of(same) == rev_of(bytes_of(a_graph()))
    assert rev_of(same) != rev_of(other)


def test_the_browser_reads_no_markup_in_labels() -> None:
    assert drawn(a_graph())["options"]["nodes"]["font"]["multi"] is False


def test_the_browser_lays_out_nothing_by_itself_not_even_an_empty_picture() -> None:
    empty = drawn(build_graph(Roster(), None))

    assert (empty["nodes"], empty["edges"]) == ([], [])
    assert empty["options"]["physics"] is False
    assert empty["options"]["layout"] == {"improvedLayout": False}


def test_drawing_does_not_change_the_graph() -> None:
    graph, same = a_graph(), a_graph()

    drawing(plain_scene(graph, positions(graph), WORDING), WORDING)

    assert list(graph.nodes(data=True)) == list(same.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(same.edges(keys=True, data=True))
