"""What the words of a file for kinds mean in ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from network.graph import TieKind
from network.naming import fold
from network.organization import Classification, RelationKind

POST = "post"

_NODE_KINDS = frozenset({*Classification, POST})
_TIE_KINDS = frozenset({*RelationKind, *TieKind})


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
        return _meant(text, self.nodes, _NODE_KINDS)

    def tie_kind(self, text: str) -> str | None:
        """Return a kind of relation or of tie; None where the word is none of ours."""
        return _meant(text, self.ties, _TIE_KINDS)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return a word folded; a file says the same few again and again."""
    return fold(text)


def _meant(text: str, words: Mapping[str, str], values: frozenset[str]) -> str | None:
    if not text:
        return None
    folded = _folded(text)
    value = folded.replace(" ", "_")
    return value if value in values else words.get(folded)
