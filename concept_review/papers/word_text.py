"""Paragraphs and tables of a Word file as XML, their changes tracked as Word does it."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import count, groupby

from concept_review.block import HEADER, BlockKind
from concept_review.inline import Span
from concept_review.papers.hands import Hand, State, Stretch
from concept_review.papers.signs import runs, visible
from concept_review.papers.tracked_lines import Line
from concept_review.papers.word_numbering import STEP, Numbering

_TAGS = {State.ADDED: "ins", State.TAKEN: "del"}
_STYLES = {
    BlockKind.QUOTE: "Quote",
    BlockKind.CODE: "Code",
    BlockKind.FOOTNOTE: "FootnoteText",
}
_WIDTH = 9000  # of a table, in twentieths of a point
_DEEPEST = 9
_EMPTY = "<w:p/>"
# LibreOffice joins changes of the same minute from one paragraph to the next, and would then take
# the end of the first one for a part of them: changes of whole paragraphs are of another hour.
_WITHIN, _WHOLE = "00", "12"


class WordText:
    """Writes line after line, and knows where links lead and which lists there are."""

    def __init__(self) -> None:
        """Begin before the first line."""
        self.numbering = Numbering()
        self.links: dict[str, str] = {}
        """Names of links by where they lead."""
        self._numbers = count(1)
        self._hour = _WITHIN

    def body(self, lines: Iterable[Line]) -> str:
        """Return the XML of all lines."""
        parts: list[str] = []
        for is_row, group in groupby(lines, _is_row):
            if is_row:
                parts += (self._table(rows) + _EMPTY for rows in _tables(group))
            else:
                parts += map(self.paragraph, group)
        # The last paragraph of a file can neither come nor go.
        return "".join([*parts, _EMPTY])

    def paragraph(self, line: Line, style: str = "") -> str:
        """Return the XML of a line that is no row of a table."""
        self._hour = _WITHIN if line.state is State.KEPT else _WHOLE
        named = style or _style(line)
        look = f'<w:pStyle w:val="{named}"/>' if named else ""
        properties = look + self._placed(line) + self._mark(line)
        return f"<w:p><w:pPr>{properties}</w:pPr>{self._content(line.cells[0])}</w:p>"

    def _placed(self, line: Line) -> str:
        block = line.block
        if line.level:
            return ""
        if block.kind is BlockKind.LIST_ITEM:
            list_id, level = self.numbering.place(block, line.state)
            return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        return f'<w:ind w:left="{STEP * block.depth}"/>' if block.depth else ""

    def _mark(self, line: Line) -> str:
        """Return what says that the end of a paragraph, and so the paragraph, comes or goes."""
        if line.hand is None or line.state is State.KEPT:
            return ""
        return f"<w:rPr>{self._change(line.state, line.hand)}</w:rPr>"

    def _change(self, state: State, hand: Hand, inside: str = "") -> str:
        tag = _TAGS[state]
        return (
            f'<w:{tag} w:id="{next(self._numbers)}" w:author="{escape(visible(hand.author))}"'
            f' w:date="{hand.day.isoformat()}T{self._hour}:00:00Z">{inside}</w:{tag}>'
        )

    def _content(self, stretches: Sequence[Stretch]) -> str:
        return "".join(part for each in stretches for part in self._stretch(each))

    def _stretch(self, stretch: Stretch) -> Iterator[str]:
        """Yield runs; a link stands around tracked changes, which cannot hold one."""
        for href, group in groupby(runs(stretch.signs), lambda run: run.href):
            inside = "".join(_run(each, stretch.state) for each in group)
            if stretch.hand and stretch.state is not State.KEPT:
                inside = self._change(stretch.state, stretch.hand, inside)
            if href:
                name = self.links.setdefault(href, f"link{len(self.links) + 1}")
                inside = f'<w:hyperlink r:id="{name}">{inside}</w:hyperlink>'
            yield inside

    def _table(self, rows: Sequence[Line]) -> str:
        columns = max(len(row.cells) for row in rows)
        grid = f'<w:gridCol w:w="{_WIDTH // columns}"/>' * columns
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(map(self._row, rows))}</w:tbl>"
        )

    def _row(self, row: Line) -> str:
        self._hour = _WITHIN if row.state is State.KEPT else _WHOLE
        head = "<w:tblHeader/>" if row.block.marker == HEADER else ""
        changed = ""
        if row.hand and row.state is not State.KEPT:
            changed = self._change(row.state, row.hand)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
            f"<w:p><w:pPr>{self._mark(row)}</w:pPr>{self._content(cell)}</w:p></w:tc>"
            for cell in row.cells
        )
        return f"<w:tr><w:trPr>{head}{changed}</w:trPr>{cells}</w:tr>"


def _is_row(line: Line) -> bool:
    return line.block.kind is BlockKind.TABLE_ROW and not line.level


def _tables(rows: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the rows of each table; one ends where another begins before and after the change."""
    table: list[Line] = []
    for row in rows:
        same = [each for each in table if {each.state, row.state} != set(_TAGS)]
        if row.block.marker == HEADER and same:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _style(line: Line) -> str:
    if line.level:
        return f"Heading{min(line.level, _DEEPEST)}"
    if line.block.kind is BlockKind.LIST_ITEM:
        return "ListParagraph"
    return _STYLES.get(line.block.kind, "")


def _run(run: Span, state: State) -> str:
    looks = "<w:b/>" * run.strong + "<w:i/>" * run.emphasis
    looks = f'<w:rStyle w:val="Hyperlink"/>{looks}' if run.href else looks
    looks += '<w:vertAlign w:val="superscript"/>' if run.note else ""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}{''.join(_letters(run.text, state))}</w:r>"


def _letters(text: str, state: State) -> Iterator[str]:
    tag = "delText" if state is State.TAKEN else "t"
    for sign, group in groupby(text, lambda letter: letter if letter in "\t\n" else ""):
        if sign:
            yield {"\t": "<w:tab/>", "\n": "<w:br/>"}[sign] * len(list(group))
        else:
            yield f'<w:{tag} xml:space="preserve">{escape("".join(group))}</w:{tag}>'
