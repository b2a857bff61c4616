"""What stands inside a paragraph of an OpenDocument text, and what of it does not fit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from concept_review.draft import Loss
from concept_review.files.gathering import Gathering
from concept_review.files.odt_names import (
    DRAW,
    MATH,
    OFFICE,
    PARAGRAPHS,
    SVG,
    TEXT,
    WORDS,
    XLINK,
    number,
    paragraph_above,
)
from concept_review.files.odt_styles import Letters, Styles
from concept_review.files.runs_text import block_text
from concept_review.files.suspects import Look
from concept_review.inline import Span

_SPACES = re.compile(r"[ \t\r\n]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SILENT = {
    OFFICE + "annotation-end",
    OFFICE + "event-listeners",
    TEXT + "number",
    TEXT + "ruby-text",
    TEXT + "script",
    TEXT + "soft-page-break",
    TEXT + "tracked-changes",
}
_LINES = {DRAW + "line", DRAW + "connector"}
_MOST_SPACES = 80


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters with how it looks."""

    span: Span
    letters: Letters


class Inline:
    """Reads paragraphs; what does not fit is said to the gathering."""

    def __init__(self, styles: Styles, gathering: Gathering, kinds: Mapping[str, str]) -> None:
        """Remember the styles, and the kinds of the files inside the file by name."""
        self._styles = styles
        self._gathering = gathering
        self._kinds = kinds
        self.captions: list[list[Span]] = []
        """The texts below pictures met so far; whoever takes them empties this."""

    def spans(self, paragraph: _Element) -> tuple[list[Span], Look]:
        """Return the runs of a paragraph, and how it looks as a whole."""
        style = paragraph.get(TEXT + "style-name", "")
        runs = list(self._runs(paragraph, self._letters("paragraph", style), ""))
        said = [run.letters for run in runs if run.span.text.strip()]
        size = min((each.size for each in said), default=0.0)
        look = Look(size=size, bold=bool(said) and all(each.strong for each in said))
        return [run.span for run in runs], look

    def cell_spans(self, paragraph: _Element) -> list[Span]:
        """Return the runs of a paragraph in a table, where a style for heads is no emphasis."""
        return [run.span for run in self._runs(paragraph, Letters(), "")]

    def lose(self, element: _Element) -> None:
        """Say what of a frame, drawing or remark does not fit."""
        for kind, excerpt in self._losses(element):
            self._gathering.lose(kind, excerpt)

    def _letters(self, family: str, name: str, around: Letters | None = None) -> Letters:
        return self._styles.letters(family, name, around or self._styles.usual)

    def _runs(self, parent: _Element, letters: Letters, href: str) -> Iterator[Run]:
        if parent.text:
            yield self._run(_SPACES.sub(" ", parent.text), letters, href)
        for each in parent:
            yield from self._of(each, letters, href)
            if each.tail:
                yield self._run(_SPACES.sub(" ", each.tail), letters, href)

    def _run(self, text: str, letters: Letters, href: str) -> Run:
        span = Span(text, strong=letters.strong, emphasis=letters.emphasis, href=href)
        return Run(replace(span, text="") if letters.hidden else span, letters)

    def _of(self, each: _Element, letters: Letters, href: str) -> Iterator[Run]:
        tag = str(each.tag)
        if tag == TEXT + "s":
            count = number(each.get(TEXT + "c"), 1, _MOST_SPACES)
            yield self._run(" " * count, letters, href)
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            yield self._run("\t" if tag == TEXT + "tab" else "\n", letters, href)
        elif tag == TEXT + "note":
            yield Run(self._note(each), letters)
        elif tag == OFFICE + "annotation" or tag.startswith(DRAW):
            self.lose(each)
        elif tag not in _SILENT:
            yield from self._inside(each, tag, letters, href)

    def _inside(self, each: _Element, tag: str, letters: Letters, href: str) -> Iterator[Run]:
        if tag == TEXT + "a":
            address = each.get(XLINK + "href", "")
            href = address if _ADDRESS.fullmatch(address) else href
        elif tag == TEXT + "span":
            letters = self._letters("text", each.get(TEXT + "style-name", ""), letters)
        if tag == WORDS:
            yield self._run(_SPACES.sub(" ", each.text or ""), letters, href)
        else:
            yield from self._runs(each, letters, href)

    def _note(self, note: _Element) -> Span:
        citation = "".join(
            text for each in note.iter(TEXT + "note-citation") for text in each.itertext()
        )
        body = note.find(TEXT + "note-body")
        paragraphs = [] if body is None else list(body.iter(*PARAGRAPHS))
        texts = [block_text(self.cell_spans(each)) for each in paragraphs]
        return self._gathering.footnote(citation, "\n".join(filter(None, texts)))

    def _losses(self, element: _Element) -> Iterator[tuple[Loss, str]]:
        if element.tag == OFFICE + "annotation":
            yield Loss.COMMENTS, words(element)
        elif element.tag != DRAW + "frame":
            if words(element) or element.tag not in _LINES:
                yield (Loss.TEXT_BOXES, words(element)) if words(element) else (Loss.IMAGES, "")
        else:
            yield from self._frame_losses(element)

    def _frame_losses(self, frame: _Element) -> Iterator[tuple[Loss, str]]:
        box, thing = frame.find(DRAW + "text-box"), _object(frame)
        if thing is not None:
            yield self._object_kind(thing), _title(frame)
        elif box is None:
            yield Loss.IMAGES, _title(frame)
        elif next(box.iter(DRAW + "image"), None) is not None:
            # The frame of a picture and its caption; reading that says what the picture loses.
            captions = [self.cell_spans(each) for each in _paragraphs(box)]
            self.captions += [each for each in captions if any(span.text.strip() for span in each)]
        else:
            yield Loss.TEXT_BOXES, words(box)

    def _object_kind(self, thing: _Element) -> Loss:
        name = thing.get(XLINK + "href", "").removeprefix("./").rstrip("/")
        kind = self._kinds.get(name, "")
        if next(thing.iter(MATH + "math"), None) is not None or kind.endswith("formula"):
            return Loss.FORMULAS
        return Loss.IMAGES if kind.endswith(("chart", "graphics")) else Loss.EMBEDDED_OBJECTS


def words(element: _Element) -> str:
    """Return the words of all paragraphs inside the element, on one line."""
    texts = ("".join(each.itertext()).split() for each in _paragraphs(element))
    return " ".join(" ".join(text) for text in texts).strip()


def _paragraphs(element: _Element) -> Iterator[_Element]:
    """Yield the paragraphs inside the element that are not inside of others."""
    for each in element.iter(*PARAGRAPHS):
        above = paragraph_above(each)
        if above is None or element not in above.iterancestors():
            yield each


def _object(frame: _Element) -> _Element | None:
    return next(
        (each for each in frame if each.tag in (DRAW + "object", DRAW + "object-ole")), None
    )


def _title(frame: _Element) -> str:
    said = [each.text or "" for each in frame if each.tag in (SVG + "title", SVG + "desc")]
    return next(filter(None, said), "")
