"""The parts of a Word file around its text: styles, properties, and how they hang together."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO

from concept_review.draft import Origin
from concept_review.papers.signs import visible
from concept_review.papers.word_numbering import HEADINGS_ID

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_OFFICE}/relationships"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_PROPERTIES_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_MARGINS = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    ' w:left="1417" w:header="567" w:footer="567" w:gutter="0"/>'
)
_SIZES = (36, 30, 26, 24, 24, 22, 22, 22, 22)  # of headings, in half points


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParts:
    """What a file consists of: XML of text and numbering, and where links lead by their names."""

    title: str
    footer: str
    origin: Origin
    body: str
    numbering: str
    links: Mapping[str, str]
    numbered: bool


def word_file(parts: WordParts) -> bytes:
    """Return the file; the same parts give the same bytes."""
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            f"{_OFFICE}/relationships/officeDocument word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties docProps/core.xml",
            f"{_OFFICE}/relationships/custom-properties docProps/custom.xml",
        ),
        "word/document.xml": _document(parts.body),
        "word/_rels/document.xml.rels": _relations(
            *(f"{_OFFICE}/relationships/{each} {each}.xml" for each in ("styles", "numbering")),
            f"{_OFFICE}/relationships/footer footer1.xml",
            links=parts.links,
        ),
        "word/styles.xml": _styles(numbered=parts.numbered),
        "word/numbering.xml": f"<w:numbering {_NAMES}>{parts.numbering}</w:numbering>",
        "word/footer1.xml": _footer(parts.footer),
        "docProps/core.xml": _core(parts.title, parts.origin.day),
        "docProps/custom.xml": _custom(parts.origin),
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name)  # its date is always the same
            entry.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(entry, (_DECLARATION + content).encode())
    return target.getvalue()


def _content_types() -> str:
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(*parts: str, links: Mapping[str, str] | None = None) -> str:
    entries = [
        f'<Relationship Id="part{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(part.split(" ") for part in parts)
    ]
    entries += [
        f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/hyperlink"'
        f' Target="{escape(address)}" TargetMode="External"/>'
        for address, name in (links or {}).items()
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def _document(body: str) -> str:
    section = f'<w:sectPr><w:footerReference w:type="default" r:id="part2"/>{_MARGINS}</w:sectPr>'
    return f"<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>"


def _footer(text: str) -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(visible(text))}  </w:t></w:r>'
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:ftr {_NAMES}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{words}{page}</w:p></w:ftr>'


def _styles(*, numbered: bool) -> str:
    number = f'<w:numPr><w:ilvl w:val="{{}}"/><w:numId w:val="{HEADINGS_ID}"/></w:numPr>'
    headings = "".join(
        _style(
            f"Heading{level + 1}",
            f"heading {level + 1}",
            f"<w:keepNext/>{number.format(level) if numbered else ''}"
            f'<w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level}"/>',
            f'<w:b/><w:sz w:val="{size}"/>',
        )
        for level, size in enumerate(_SIZES)
    )
    return f"<w:styles {_NAMES}>{_DEFAULTS}{headings}{_OTHERS}</w:styles>"


def _style(name: str, shown: str, paragraph: str, letters: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_OTHERS = "".join(
    (
        _style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="44"/>'),
        _style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>'),
        _style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>'),
        _style("Code", "Code", "", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'),
        _style("FootnoteText", "footnote text", "", '<w:sz w:val="18"/>'),
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_LINES}</w:tblBorders>'
        "</w:tblPr></w:style>",
    )
)


def _core(title: str, day: str) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{escape(day)}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(visible(title))}</dc:title><dc:language>de-DE</dc:language>"
        f"<dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )


def _custom(origin: Origin) -> str:
    entries = "".join(
        f'<property fmtid="{_PROPERTIES_ID}" pid="{place}" name="{name}">'
        f"<vt:lpwstr>{escape(visible(value))}</vt:lpwstr></property>"
        for place, (name, value) in enumerate(origin.properties().items(), start=2)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{entries}</Properties>'
    )
