"""Writing Pajek: labels, kinds as relations, directions and weights; it holds nothing more."""

from network.exchange.columns import number_text
from network.exchange.foreign import ForeignNetwork, ForeignTie

_UNTOLD = ("", "linked")


def write(network: ForeignNetwork) -> bytes:
    """Return the network as a `.net` file in UTF-8 with a byte order mark."""
    numbers = {node.id: number for number, node in enumerate(network.nodes, 1)}
    lines = [f"*Vertices {len(numbers)}"]
    lines += [f'{number} "{_quoted(node.name)}"' for number, node in enumerate(network.nodes, 1)]
    groups: dict[tuple[str, bool], list[ForeignTie]] = {}
    for tie in network.ties:
        groups.setdefault((_kind(tie), tie.mutual), []).append(tie)
    relations = {kind: at for at, kind in enumerate(dict.fromkeys(kind for kind, _ in groups), 1)}
    for (kind, mutual), ties in groups.items():
        head = "*Edges" if mutual else "*Arcs"
        lines.append(f'{head} :{relations[kind]} "{_quoted(kind)}"' if kind else head)
        for tie in ties:
            weight = number_text(tie.strength if tie.weight is None else tie.weight)
            lines.append(f"{numbers[tie.source]} {numbers[tie.target]} {weight}".rstrip())
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _kind(tie: ForeignTie) -> str:
    """Return the name of a relation: the word of its file for a kind that is none of ours."""
    return tie.label or tie.kind if tie.kind in _UNTOLD else tie.kind


def _quoted(text: str) -> str:
    """Return text that ends neither the quotes nor the line."""
    return " ".join(text.replace('"', "'").split())
