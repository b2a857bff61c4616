"""Laws of what is shown of a graph."""

from dataclasses import replace

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from network.facets import Facet
from network.view import Direction, View, shown
from tests.test_view import GRAPH, KINDS, ORDER, nodes

views = st.builds(
    View,
    wanted=st.dictionaries(
        st.just(Facet.KIND), st.frozensets(st.sampled_from([*KINDS.values(), "post", "council"]))
    ),
    chosen=st.lists(st.sampled_from([*ORDER, "gone"]), max_size=3).map(tuple),
    steps=st.none() | st.integers(0, 5),
    direction=st.sampled_from(Direction),
    path=st.booleans(),
    tied_only=st.booleans(),
    without=st.frozensets(st.sampled_from(ORDER), max_size=2),
)


@settings(deadline=None)
@given(views)
def test_every_view_is_a_part_of_the_network_in_the_same_order(view: View) -> None:
    found = shown(GRAPH, view)

    assert list(found.nodes) == [node for node in ORDER if node in found.nodes]
    assert not set(found.nodes) & view.without
    assert set(view.chosen) & set(ORDER) - view.without <= set(found.nodes)
    for tie in found.ties:
        assert {tie.subject_id, tie.object_id} <= set(found.nodes)


@settings(deadline=None)
@given(views, st.integers(0, 5))
def test_a_step_more_never_hides_anybody(view: View, steps: int) -> None:
    nearer = replace(view, steps=steps, path=False, tied_only=False)
    wider = replace(nearer, steps=steps + 1)

    chosen = set(view.chosen) & set(ORDER) - view.without
    assert not chosen or set(nodes(nearer)) <= set(nodes(wider))


@settings(deadline=None)
@given(st.sampled_from(ORDER), st.sampled_from(ORDER))
def test_a_way_shown_is_as_long_as_the_shortest(start: str, end: str) -> None:
    if start == end:
        return
    found = set(nodes(View(chosen=(start, end), path=True)))
    plain = nx.Graph(GRAPH)

    if nx.has_path(plain, start, end):
        ways = nx.all_shortest_paths(plain, start, end)
        assert found == {node for way in ways for node in way}
    else:
        assert found == {start, end}
