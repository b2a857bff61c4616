"""The blocks of a section as a tree that a template turns into paragraphs, lists and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from concept_review.block import HEADER, Block, BlockKind
from concept_review.inline import Span, spans
from concept_review.tables import cells
from views.words import _


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same; the mark of a footnote leads to `target` and may bear an `id`."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""
    id: str = ""


Phrase = tuple[Run, ...]


@dataclass(slots=True)
class Node:
    """A paragraph, quote, code, list with its items, or table with its rows.

    `marker` is the number of an item as written, "" without; `children` are what stands inside
    a quote, a list or an item; `head` and `rows` are the cells of a table.
    """

    kind: str
    phrase: Phrase = ()
    marker: str = ""
    ordered: bool = False
    children: list["Node"] = field(default_factory=list)
    head: list[Phrase] = field(default_factory=list)
    rows: list[list[Phrase]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Return how many cells the longest row of a table has."""
        return max(len(row) for row in (self.head, *self.rows))


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its place and, where it is cited, the place of its mark."""

    id: str
    marker: str
    phrase: Phrase
    back: str


def tree_of(section_id: str, blocks: Sequence[Block]) -> tuple[list[Node], list[Note]]:
    """Return the text of a section, and its footnotes; ids begin with that of the section."""
    text = _Text(section_id, [each for each in blocks if each.kind is BlockKind.FOOTNOTE])
    for block in blocks:
        if block.kind is not BlockKind.FOOTNOTE:
            text.add(block)
    return text.levels[0], text.notes()


def phrase_of(text: str) -> Phrase:
    """Return a text outside of all sections, where a mark leads nowhere."""
    return _Text("", []).phrase(text)


class _Text:
    """A tree as it grows block by block; `levels` are where blocks of each depth go."""

    def __init__(self, section_id: str, footnotes: Sequence[Block]) -> None:
        self.levels: list[list[Node]] = [[]]
        self._id = section_id
        self._footnotes = footnotes
        self._places: dict[str, int] = {}
        for place, note in enumerate(footnotes, 1):
            self._places.setdefault(note.marker, place)
        self._cited: set[int] = set()

    def add(self, block: Block) -> None:
        """Put one block behind the last one."""
        depth = min(block.depth, len(self.levels) - 1)
        del self.levels[depth + 1 :]
        here = self.levels[depth]
        match block.kind:
            case BlockKind.LIST_ITEM:
                marker = block.marker if block.ordered else ""
                item = Node("item", self.phrase(block.text), marker)
                _last(here, Node("list", ordered=block.ordered)).children.append(item)
                self.levels.append(item.children)
            case BlockKind.TABLE_ROW:
                self._add_row(here, block)
            case BlockKind.QUOTE:
                quoted = Node("paragraph", self.phrase(block.text))
                _last(here, Node("quote")).children.append(quoted)
            case BlockKind.CODE:
                here.append(Node("code", (Run(block.text),)))
            case _:
                here.append(Node("paragraph", self.phrase(block.text)))

    def _add_row(self, here: list[Node], block: Block) -> None:
        texts = [cell.replace("\\|", "|") for cell in cells(f"| {block.text} |")]
        row = [self.phrase(" ".join(cell.split())) for cell in texts]
        if block.marker == HEADER:
            here.append(Node("table", head=row))
        else:
            _last(here, Node("table")).rows.append(row)

    def phrase(self, text: str) -> Phrase:
        """Return the runs of a text; addresses and captions stand in brackets."""
        found = spans(text)
        following = [*(each.href for each in found[1:]), ""]
        return tuple(
            self._run(span, ends=span.href != after)
            for span, after in zip(found, following, strict=False)
        )

    def _run(self, span: Span, *, ends: bool) -> Run:
        if span.note:
            return self._mark(span.note)
        text = span.text
        if span.image:
            text = _("[Picture: {caption}]", caption=text) if text.strip() else _("[Picture]")
        elif span.href and ends and span.href.removeprefix("mailto:") != text:
            text = f"{text} ({span.href})"
        return Run(text, span.strong, span.emphasis)

    def _mark(self, marker: str) -> Run:
        place = self._places.get(marker)
        if place is None:
            return Run(f"[{marker}]")
        first = place not in self._cited
        self._cited.add(place)
        return Run(f"[{marker}]", target=self._note(place), id=self._back(place) if first else "")

    def notes(self) -> list[Note]:
        """Return the footnotes, once all blocks are there."""
        phrases: Iterable[Phrase] = [self.phrase(each.text) for each in self._footnotes]
        return [
            Note(
                self._note(place),
                each.marker,
                phrase,
                self._back(place) if place in self._cited else "",
            )
            for place, (each, phrase) in enumerate(zip(self._footnotes, phrases, strict=True), 1)
        ]

    def _note(self, place: int) -> str:
        return f"{self._id}-note-{place}"

    def _back(self, place: int) -> str:
        return f"{self._id}-mark-{place}"


def _last(here: list[Node], wanted: Node) -> Node:
    """Return the last node if it goes on what is wanted, else begin the wanted one."""
    if not here or (here[-1].kind, here[-1].ordered) != (wanted.kind, wanted.ordered):
        here.append(wanted)
    return here[-1]
