"""What the measures say; None is "not determinable", never 0."""

from dataclasses import dataclass

from network.measures.projection import Simple
from network.measures.two_mode import TwoMode


@dataclass(frozen=True, slots=True)
class Brokerage:
    """How many ordered paths of two steps a node brokers, by role (Gould and Fernandez 1989)."""

    coordinator: int
    itinerant: int
    gatekeeper: int
    representative: int
    liaison: int

    @property
    def total(self) -> int:
        """Return all brokered paths."""
        return (
            self.coordinator + self.itinerant + self.gatekeeper + self.representative + self.liaison
        )


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """The measures of one node; each is defined where it is computed.

    `strength` is the sum of the weights of its lines, None without weights; `in_degree` and
    `out_degree` are None where the network is undirected. `group` is the value of the
    partition that brokerage uses, "" where the node has none; `community` counts from 1.
    """

    id: str
    name: str
    degree: int
    in_degree: int | None
    out_degree: int | None
    strength: float | None
    betweenness: float | None
    closeness: float | None
    eigenvector: float | None
    reach_2: int
    constraint: float | None
    effective_size: float | None
    brokerage: Brokerage | None
    core: int
    cut_point: bool
    component: int
    community: int
    group: str


@dataclass(frozen=True, slots=True)
class Centralization:
    """How far a network is centred on one node, from 0 to 1 (Freeman 1979)."""

    degree: float | None
    betweenness: float | None
    closeness: float | None


@dataclass(frozen=True, slots=True)
class NetworkMeasures:
    """The measures of the whole; cut points and bridges are ids.

    `partition` says where the groups of brokerage come from: column, kind or community.
    """

    nodes: int
    ties: int
    arcs: int
    density: float | None
    components: int
    strong_components: int | None
    largest_component: int
    isolates: int
    diameter: float | None
    average_path_length: float | None
    diameter_largest_component: float | None
    average_path_length_largest_component: float | None
    transitivity: float | None
    reciprocity: float | None
    centralization: Centralization
    cut_points: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]
    fragmentation: float | None
    core: int | None
    partition: str


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of one projection, its nodes in the order of the graph."""

    network: NetworkMeasures
    nodes: tuple[NodeMeasures, ...]
    communities: tuple[tuple[str, ...], ...]
    simple: Simple
    two_mode: TwoMode | None
    """The two sides where the measured network has two modes and was not projected on one."""
