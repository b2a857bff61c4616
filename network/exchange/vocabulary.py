"""What the words of a file for kinds mean in ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from network.graph import TieKind
from network.naming import fold
from network.organization import Classification, RelationKind

POST = "post"


class Meaning(StrEnum):
    """What the weights of a file mean, where it does not say so itself."""

    STRENGTH = "strength"
    """The more, the closer."""
    DISTANCE = "distance"
    """The more, the farther."""
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words for kinds of nodes and ties, folded, with what they mean.

    Our own values are always known; `nodes` and `ties` add the words of languages.
    """

    nodes: Mapping[str, str] = field(default_factory=dict)
    ties: Mapping[str, str] = field(default_factory=dict)

    def node_kind(self, text: str) -> str | None:
        """Return a classification, or `post`; None where the word is none of ours."""
        return _meant(text, self.nodes, {*Classification, POST})

    def tie_kind(self, text: str) -> str | None:
        """Return a kind of relation or of tie; None where the word is none of ours."""
        return _meant(text, self.ties, {*RelationKind, *TieKind})


def _meant(text: str, words: Mapping[str, str], values: set[str]) -> str | None:
    folded = fold(text)
    value = folded.replace(" ", "_")
    return value if value in values else words.get(folded)
