"""The bytes of a drawing: a checksum first, and no markup in labels."""

import json

from network.drawing import rev_of
from network.graph import build_graph
from network.organization import Roster
from tests.test_picture import a_graph, bytes_of, drawn, unit


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
