"""Which node a typed name means."""

from network.graph import Graph, build_graph
from network.named import named
from network.organization import Classification, Organization, Roster


def of(*units: tuple[str, str, str]) -> Graph:
    """Return a graph of organisations, each with an id, a name and the id that a file gave it."""
    made = tuple(
        Organization(id=own, name=name, classification=Classification.OTHER, identifiers=(outside,))
        for own, name, outside in units
    )
    return build_graph(Roster(organizations=made), None)


def test_a_name_to_the_letter_comes_before_names_that_only_sound_like_it() -> None:
    graph = of(("1", "Öko", "x"), ("2", "OEKO", "y"), ("3", "***", "z"))

    assert named(graph, "Öko") == ["1"]
    assert named(graph, "OEKO") == ["2"]
    assert named(graph, "oeko e. V.") == ["1", "2"]
    assert named(graph, "***") == ["3"]


def test_the_name_of_one_that_is_the_id_of_another_means_both() -> None:
    graph = of(("1", "Amt", "Treff"), ("2", "Treff", "Amt 2"))

    assert named(graph, "Treff") == ["1", "2"]
    assert named(graph, "1") == ["1"]
    assert named(graph, "Amt 2") == ["2"]
