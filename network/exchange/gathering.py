"""Gathering nodes and ties while a file is read: named, checked, and of each kind once."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from network.exchange.columns import (
    NODE_COLUMNS,
    by_our_names,
    clean,
    columns_of,
    inner_columns_of,
)
from network.exchange.foreign import (
    MAX_NODES,
    MAX_TIES,
    ForeignNetwork,
    ForeignTie,
    ForeignTopic,
    Format,
    Left,
)
from network.exchange.losses import Losses
from network.exchange.modes import outward, two_modes
from network.exchange.settling import report_columns, settled_node, settled_tie, turned
from network.exchange.unreadable import NOWHERE, Fault, Place, UnreadableNetwork
from network.naming import fold

Values = Mapping[str, str]
"""Texts by the name of their column or attribute, as the file calls it."""


class Met(NamedTuple):
    """A node as it was met."""

    values: dict[str, str]
    place: Place


class MetTie(NamedTuple):
    """A tie as it was met; `mutual` is None where the file does not say."""

    source: str
    target: str
    mutual: bool | None
    values: Values
    place: Place


class Gathering:
    """What a reader has met so far.

    `declared` is for formats in which a tie may only name nodes that are declared; in the
    others a node that only a tie names is made.
    """

    def __init__(self, form: Format, *, declared: bool, telling_ids: bool = True) -> None:
        """Begin with nothing."""
        self.losses = Losses()
        self._format = form
        self._declared = declared
        self._telling_ids = telling_ids
        self._nodes: dict[str, Met] = {}
        self._ties: list[MetTie] = []
        self._modes: tuple[int, int] | None = None
        self._topics: list[ForeignTopic] = []

    def __contains__(self, identifier: str) -> bool:
        """Say whether a node of this id was met."""
        return clean(identifier) in self._nodes

    def node(self, identifier: str, values: Values, place: Place = NOWHERE) -> None:
        """Take a node; one without a name or with an id that is there already is left out."""
        identifier = clean(identifier)
        if not identifier:
            self.losses.add(Left.NO_NAME, place)
        elif identifier in self._nodes:
            self.losses.add(Left.SAME_ID, place, identifier[:200])
        else:
            self._nodes[identifier] = Met(_cleaned(values), place)
            if len(self._nodes) > MAX_NODES:
                raise UnreadableNetwork(Fault.TOO_MANY_NODES, place, limit=MAX_NODES)

    def tie(
        self, source: str, target: str, mutual: bool | None, values: Values, place: Place = NOWHERE
    ) -> None:  # fmt: skip
        """Take a tie; `mutual` is None where the file does not say whether it has a direction."""
        ends = clean(source), clean(target)
        if not all(ends):
            self.losses.add(Left.NO_END, place)
            return
        self._ties.append(MetTie(*ends, mutual, _cleaned(values), place))
        if len(self._ties) > MAX_TIES:
            raise UnreadableNetwork(Fault.TOO_MANY_TIES, place, limit=MAX_TIES)

    def topic(self, topic: ForeignTopic) -> None:
        """Take a topic that a file lists."""
        self._topics.append(topic)
        if len(self._topics) > MAX_NODES:
            raise UnreadableNetwork(Fault.TOO_MANY_NODES, limit=MAX_NODES)

    def modes(self, first: int, second: int) -> None:
        """Note that the file itself says that the network has two modes."""
        self._modes = (first, second)

    def describe(self, identifier: str, label: str, values: Values, place: Place) -> None:
        """Add what a second file says of a node that is named by its id or its label."""
        key = next((each for each in (clean(identifier), clean(label)) if each in self._nodes), "")
        if key:
            self._nodes[key].values.update(_cleaned(values))
        else:
            self.node(identifier or label, values, place)

    def network(self, group_column: str = "") -> ForeignNetwork:
        """Return the whole network; raise `UnreadableNetwork` if the column is not there."""
        if not self._nodes and not self._ties and not self._topics:
            raise UnreadableNetwork(Fault.NOTHING)
        ties = self._with_ends()
        heads = _heads(each.values for each in self._nodes.values())
        group = _head_of(group_column, heads)
        known = columns_of(NODE_COLUMNS, heads)
        report_columns(self._nodes.values(), known, group, self.losses)
        nodes = tuple(
            settled_node(key, each, known, group, self.losses) for key, each in self._nodes.items()
        )
        settled = self._distinct(ties)
        values = {key: each.values for key, each in self._nodes.items()}
        inner = inner_columns_of(_heads(each.values for each in ties))
        called = {ours: head for head, ours in (*inner.items(), *known.items())}
        modes = self._modes or two_modes(self._format, settled, values.values())
        if modes:
            settled = outward(settled, values, self._modes)
        return ForeignNetwork(
            format=self._format,
            nodes=nodes,
            ties=settled,
            losses=self.losses.all(called),
            topics=tuple(self._topics),
            telling_ids=self._telling_ids,
            two_mode=modes,
            grouped=bool(group),
            heads=called,
        )

    def _with_ends(self) -> list[MetTie]:
        """Return the ties whose ends are there; where nodes need no declaration, make them."""
        explicit, labels = bool(self._nodes), self._labels()
        found: list[MetTie] = []
        for tie in self._ties:
            ends = [labels.get(end, end) for end in (tie.source, tie.target)]
            unknown = [end for end in ends if end not in self._nodes]
            if unknown and self._declared:
                self.losses.add(Left.UNKNOWN_END, tie.place, unknown[0][:200])
                continue
            for end in dict.fromkeys(unknown):
                if explicit:
                    self.losses.add(Left.IMPLIED, tie.place)
                self.node(end, {}, tie.place)
            found.append(tie._replace(source=ends[0], target=ends[1]))
        return found

    def _labels(self) -> dict[str, str]:
        """Return the ids of nodes by labels that are no ids themselves: ties may use either."""
        if self._declared:
            return {}
        known = columns_of(NODE_COLUMNS, _heads(each.values for each in self._nodes.values()))
        labels: dict[str, str] = {}
        for key, each in self._nodes.items():
            label = by_our_names(each.values, known).get("label")
            if label and label not in self._nodes:
                labels.setdefault(label, key)
        return labels

    def _distinct(self, ties: list[MetTie]) -> tuple[ForeignTie, ...]:
        known = inner_columns_of(_heads(each.values for each in ties))
        report_columns(ties, known, "", self.losses)
        found: dict[ForeignTie, None] = {}
        for each in ties:
            tie = settled_tie(each, known, self.losses)
            if tie in found or (tie.mutual and turned(tie) in found):
                self.losses.add(Left.SAME_TIE, tie.place)
                continue
            found[tie] = None
            if tie.source == tie.target:
                self.losses.add(Left.LOOP, tie.place)
        return tuple(found)


def _cleaned(values: Values) -> dict[str, str]:
    return {head: text for head, value in values.items() if (text := clean(value))}


def _heads(all_values: Iterable[Values]) -> list[str]:
    heads: dict[str, None] = {}
    for values in all_values:
        heads.update(dict.fromkeys(values))
    return list(heads)


def _head_of(column: str, heads: list[str]) -> str:
    """Return the head of the wanted column; raise `UnreadableNetwork` if it is not there."""
    if not column:
        return ""
    for same in (str, str.casefold, fold):
        found = [head for head in heads if same(head) == same(column)]
        if found:
            return found[0]
    if set(map(fold, heads)) <= {"label", "name"}:
        raise UnreadableNetwork(Fault.NO_NODE_COLUMNS)
    raise UnreadableNetwork(Fault.UNKNOWN_COLUMN, detail=", ".join(heads))
