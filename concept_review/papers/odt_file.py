"""A paper as an OpenDocument text."""

from collections.abc import Callable
from datetime import datetime, time
from importlib.resources import files
from io import BytesIO
from typing import Final

from odfdo import Document, Element

from concept_review.papers import german
from concept_review.papers import odt_parts as parts
from concept_review.papers.paper import Comparison, Item, Line, LineKind, Paper, Table
from concept_review.papers.remarks import remarks
from concept_review.papers.steps import Steps

_WIDTHS: Final = (7.6, 7.6, 5.1, 3.1, 2.9)  # centimetres, on A4 lying
_PAGE_WIDTH: Final = 16.4  # centimetres, on A4 standing
_INDENT: Final = 0.75  # centimetres
_NAMED_HEADINGS: Final = 3
_STYLES: Final = {
    LineKind.QUOTE: "Quote",
    LineKind.NOTE: parts.NOTE_STYLE,
    LineKind.CODE: "Code",
}


def write(paper: Paper, progress: Callable[[float], None]) -> bytes:
    """Return the paper as a file; `progress` is told the share that is done, up to 1."""
    steps = Steps(paper, progress)
    document = Document("text")
    document.set_part("styles.xml", _styles(paper))
    document.body.clear()
    writer = _Writer(document, paper)
    for item in paper.items:
        writer.write(item, steps)
        steps.take()
    writer.add_styles()
    _set_properties(document, paper)
    stream = BytesIO()
    document.save(stream)
    steps.end()
    return stream.getvalue()


def _styles(paper: Paper) -> bytes:
    """Return our styles, with the running line and the page number on every page."""
    page = "<text:page-number/> von <text:page-count/>"
    running = parts.paragraph([(f"{paper.running} · Seite ", "")], parts.CELL_STYLE)
    footer = running.replace("</text:p>", f"{page}</text:p>")
    source = files("concept_review.papers").joinpath("odt_styles.xml").read_text("utf-8")
    return source.replace("<style:footer/>", f"<style:footer>{footer}</style:footer>").encode()


class _Writer:
    """Writes item after item, and remembers the styles that they need."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._made: dict[str, str] = {
            "tabelle": '<style:style style:name="tabelle" style:family="table">'
            '<style:table-properties table:align="left" table:border-model="collapsing"/>'
            "</style:style>"
        }
        self._page = "Quer" if paper.lying else "Standard"
        self._turned = True
        for name, colour in (("zelle", ""), ("kopf", ' fo:background-color="#e7e6e6"')):
            self._made[name] = (
                f'<style:style style:name="{name}" style:family="table-cell">'
                f'<style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"'
                f"{colour}/></style:style>"
            )
        self._add(parts.paragraph([(paper.title, "")], self._style("Title")))
        for name, value in paper.details:
            self._add(parts.paragraph([(f"{name}: ", "strong"), (value, "")], "Angabe"))

    def add_styles(self) -> None:
        """Put the styles that were needed into the document."""
        holder = self._document.content.get_element("//office:automatic-styles")
        assert holder is not None  # noqa: S101  (odfdo's own template has it)
        for xml in self._made.values():
            holder.append(Element.from_tag(xml))

    def write(self, item: Item, steps: Steps) -> None:
        """Write one item below the last one."""
        if isinstance(item, Line):
            self._line(item)
        elif isinstance(item, Table):
            self._table(item)
        else:
            self._turn("Quer")
            self._comparison(item, steps)
            if item is not self._paper.items[-1]:
                self._turn("Standard")

    def _add(self, xml: str) -> None:
        self._document.body.append(Element.from_tag(xml))

    def _turn(self, page: str) -> None:
        """Begin another page with the next paragraph, unless all pages are like this one."""
        self._turned = self._turned or page != self._page
        self._page = page

    def _style(self, parent: str, properties: str = "") -> str:
        """Return the style's name, or that of one made from it that turns the page or indents."""
        page = ""
        if self._turned:
            page = f' style:master-page-name="{self._page}"'
            self._turned = False
        if not page and not properties:
            return parent
        name = f"P{len(self._made)}"
        self._made[name] = (
            f'<style:style style:name="{name}" style:family="paragraph"'
            f' style:parent-style-name="{parent}"{page}>'
            f"<style:paragraph-properties{properties}/></style:style>"
        )
        return name

    def _line(self, line: Line) -> None:
        if line.kind is LineKind.HEADING:
            named = f"Heading_20_{line.level}" if line.level <= _NAMED_HEADINGS else "Heading"
            self._add(parts.heading(line.text, line.level, self._style(named)))
            return
        words = list(parts.span_words(line.spans))
        if line.kind is LineKind.BULLET:
            item = parts.paragraph(words, self._style("Standard"))
            depth = line.level + 1
            opening = '<text:list text:style-name="Punkte"><text:list-item>' * depth
            self._add(opening + item + "</text:list-item></text:list>" * depth)
            return
        numbered = line.kind is LineKind.NUMBERED
        if line.marker:
            words.insert(0, (line.marker + ("\t" if numbered else " "), ""))
        left = _INDENT * (line.level + numbered)
        hanging = f' fo:text-indent="{-_INDENT}cm"' if numbered else ""
        properties = f' fo:margin-left="{left}cm"{hanging}' if left else ""
        style = self._style(_STYLES.get(line.kind, "Standard"), properties)
        self._add(parts.paragraph(words, style))

    def _table(self, item: Table) -> None:
        rows = []
        for place, cells in enumerate(item.rows):
            heads = item.headed and place == 0
            style = parts.CELL_HEADING_STYLE if heads else parts.CELL_STYLE
            filled = [*cells, *[()] * (item.columns - len(cells))]
            inner = (parts.paragraph(parts.span_words(each), style) for each in filled)
            rows.append(self._row([*inner], "kopf" if heads else "zelle"))
        head = rows.pop(0) if item.headed else ""
        widths = [_PAGE_WIDTH / item.columns] * item.columns
        self._add(parts.table("Tabelle", self._columns(widths), head, "".join(rows)))
        self._add(parts.paragraph([], self._style("Standard")))

    def _comparison(self, item: Comparison, steps: Steps) -> None:
        for line in item.lines:
            self._line(line)
        states = (item.old_state, item.new_state, "", "", "")
        head = [
            parts.paragraph([(name, "")], parts.CELL_HEADING_STYLE)
            + (parts.paragraph([(state, "")], parts.NOTE_STYLE) if state else "")
            for name, state in zip(german.COLUMNS, states, strict=True)
        ]
        rows = []
        for row in item.rows:
            cells = [parts.cell_paragraphs(row.old), parts.cell_paragraphs(row.new)]
            cells += map(parts.text_paragraphs, remarks(row))
            rows.append(self._row(cells, "zelle"))
            steps.take()
        columns = self._columns(_WIDTHS)
        self._add(parts.table(german.SYNOPSIS, columns, self._row(head, "kopf"), "".join(rows)))

    def _row(self, cells: list[str], style: str) -> str:
        inner = "".join(parts.cell(each, style) for each in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    def _columns(self, widths: tuple[float, ...] | list[float]) -> str:
        found = []
        for width in widths:
            name = f"spalte{round(width * 100)}"
            self._made[name] = (
                f'<style:style style:name="{name}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            )
            found.append(f'<table:table-column table:style-name="{name}"/>')
        return "".join(found)


def _set_properties(document: Document, paper: Paper) -> None:
    meta = document.meta
    meta.title = paper.title
    meta.subject = paper.running
    meta.language = "de-DE"
    meta.generator = "Bindeglied"
    day = datetime.combine(datetime.fromisoformat(paper.made_on), time(12))
    meta.creation_date = day
    meta.date = day
