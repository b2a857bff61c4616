"""Word files built from their XML, for what no library writes."""

import zipfile
from html import escape
from io import BytesIO

from concept_review.draft import Draft, Loss
from concept_review.files.docx import read

_NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
STYLES = {
    "Title": '<w:name w:val="Title"/>',
    "Subtitle": '<w:name w:val="Subtitle"/><w:basedOn w:val="Title"/>',
    "berschrift1": '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
    "berschrift2": '<w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    "Kapitel": '<w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/>',
    "Verzeichnis1": '<w:name w:val="toc 1"/>',
    "Fettzeile": '<w:name w:val="Fettzeile"/><w:rPr><w:b/></w:rPr>',
    "Strichliste": '<w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    "</w:pPr>",
}
"""Styles as German Word writes them, by their ids."""
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt'
    ' w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
"""List 1 counts from 3 with letters below, list 2 has bullets, list 3 counts from 1 again."""


def run(text: str, looks: str = "") -> str:
    """Return letters; `looks` is XML of their properties."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; `inside` is XML, or words where it holds no sign of XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{words}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    """Return a paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=place)


def table(*rows: str, properties: str = "") -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; a cell is XML, or words."""
    inside = "".join(
        cell if cell.startswith("<w:tc>") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def cell(properties: str, inside: str) -> str:
    """Return a cell with properties of its own."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def word_file(body: str, *, links: str = "", **parts: str) -> bytes:
    """Return a Word file; `parts` are the insides of "footnotes", "comments" and so on."""
    parts.setdefault("numbering", NUMBERING)
    parts["styles"] = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}">{inside}</w:style>'
        for name, inside in STYLES.items()
    )
    roots = {"header": "hdr", "footer": "ftr"}
    related = "".join(
        f'<Relationship Id="p{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONS}<Relationship Id="d" Type="{_RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{_RELATIONS}{related}{links}</Relationships>",
        **{
            f"word/{name}.xml": f"<w:{roots.get(name, name)} {_NAMES}>{inside}"
            f"</w:{roots.get(name, name)}>"
            for name, inside in parts.items()
        },
    }
    return zipped({name: text.encode() for name, text in members.items()})


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip container with these members."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return target.getvalue()


def link(name: str, address: str) -> str:
    """Return the entry of an address outside the file."""
    return (
        f'<Relationship Id="{name}" Type="{_RELATION}/hyperlink" Target="{address}" '
        'TargetMode="External"/>'
    )


def shapes(draft: Draft) -> list[str]:
    """Return the pieces in short: level and title, or kind, depth, marker and text."""
    return [
        f"{'#' * piece.level} {piece.block.text}"
        if piece.level
        else f"{piece.block.kind.value[:4]} {piece.block.depth} {piece.block.marker}".strip()
        + f": {piece.block.text}"
        for piece in draft.pieces
    ]


def word_draft(body: str, *, links: str = "", **parts: str) -> Draft:
    """Return what the reader makes of such a file."""
    return read(word_file(body, links=links, **parts))


def mark(note: str) -> str:
    """Return the mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'


def field(told: str, result: str) -> str:
    """Return a field: what it tells the program, and what came of it."""
    told = f"<w:r><w:instrText>{told}</w:instrText></w:r>"
    return _sign("begin") + told + _sign("separate") + result + _sign("end")


def _sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def losses(found: Draft) -> list[tuple[Loss, str]]:
    """Return what did not fit, in order."""
    return [(lost.kind, lost.excerpt) for piece in found.pieces for lost in piece.lost]


def signed(kind: str, author: str, inside: str = "", day: str = "2024-05-01") -> str:
    """Return a tracked change, or only its sign where nothing is inside."""
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{day}T10:00:00Z">{inside}</w:{kind}>'


def added(words: str, author: str = "Ada") -> str:
    """Return words that an author added."""
    return signed("ins", author, run(words))


def taken(words: str, author: str = "Ada") -> str:
    """Return words that an author took away."""
    inside = f'<w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'
    return signed("del", author, inside)


def ended(kind: str, inside: str, author: str = "Ada", style: str = "") -> str:
    """Return a paragraph whose end was added or taken."""
    return paragraph(inside, style, f"<w:rPr>{signed(kind, author)}</w:rPr>")
