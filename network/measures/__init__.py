"""Measures of the network, each defined before computed; None is "not determinable", never 0."""

from network.measures.json_form import as_json
from network.measures.measuring import measure, measure_simple
from network.measures.parts import bridges, component_sets, cut_points
from network.measures.projection import Simple, Weights, project
from network.measures.result import Brokerage, Measures, NetworkMeasures, NodeMeasures
from network.measures.two_mode import Side, TwoMode, project_mode, two_mode

__all__ = [
    "Brokerage",
    "Measures",
    "NetworkMeasures",
    "NodeMeasures",
    "Side",
    "Simple",
    "TwoMode",
    "Weights",
    "as_json",
    "bridges",
    "component_sets",
    "cut_points",
    "measure",
    "measure_simple",
    "project",
    "project_mode",
    "two_mode",
]
