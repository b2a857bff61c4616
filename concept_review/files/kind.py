"""Which kind of file this is, by what it holds and never by its name."""

import re
import zipfile
from io import BytesIO

from concept_review.draft import Format
from concept_review.unreadable import Fault, UnreadableConcept

_WORD_MAIN = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled"
)
_ODT = "application/vnd.oasis.opendocument.text"
# The first bytes of files that are neither text nor a document of ours.
_SIGNATURES = (
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"RIFF", "webp"),
    (b"\x1f\x8b", "gz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
)
_OLD = ((b"{\\rtf", "rtf"), (b"\xffWPC", "wpd"))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHIN_ZIP = (
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("visio/", "vsdx"),
    ("Index/", "pages"),
)
_BEFORE_HTML = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*", re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
# A piece of a page without its frame; Markdown may begin so too, but then it has headings.
_HTML_PIECE = re.compile(
    r"<(?:h[1-6]|p|div|section|article|main|header|ul|ol|table|center|font|b|strong|span)\b[^<>]*>",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}(?:#{1,6}[ \t]|(?:=+|-+)[ \t]*$)", re.MULTILINE)
_OTHER_XML = re.compile(r"\ufeff?\s*<\?xml\b")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 65_536  # bytes at the beginning that tell text from anything else
_SHARE_OF_CONTROLS = 0.02


def kind_of(source: bytes) -> Format:
    """Return the kind of the file; raise `UnreadableConcept` for what is none of ours."""
    if not source.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        raise UnreadableConcept(Fault.EMPTY)
    if source.startswith(_ZIP):
        return _kind_of_zip(source)
    if source.startswith(_OLE):
        raise _of_ole(source)
    for signature, name in _OLD:
        if source.startswith(signature):
            raise UnreadableConcept(Fault.OLD_FORMAT, format=name)
    if _is_pdf(source[:1024]):
        return Format.PDF
    return _kind_of_text(source)


def _is_pdf(head: bytes) -> bool:
    """Say whether a PDF begins; text that only speaks of one has no other bytes before it."""
    return head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head and _is_binary(head))


def _kind_of_zip(source: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(source)) as container:
            return _kind_of_container(container)
    except UnreadableConcept:
        raise
    except Exception:  # noqa: BLE001  (zipfile raises a dozen kinds for spoilt files)
        raise UnreadableConcept(Fault.DAMAGED) from None


def _kind_of_container(container: zipfile.ZipFile) -> Format:
    if any(entry.flag_bits & 1 for entry in container.infolist()):
        raise UnreadableConcept(Fault.ENCRYPTED)
    names = frozenset(container.namelist())
    mimetype = _first(container, "mimetype", 200).decode("ascii", "replace").strip()
    if mimetype.removesuffix("-template") == _ODT:
        _refuse_encrypted(container)
        return Format.ODT
    if _is_word(container, names):
        return Format.DOCX
    if not mimetype and b"<office:text" in _first(container, "content.xml", 1_000_000):
        return Format.ODT
    raise _of_zip(names, mimetype)


def _is_word(container: zipfile.ZipFile, names: frozenset[str]) -> bool:
    types = _first(container, "[Content_Types].xml", 1_000_000)
    return "word/document.xml" in names or bool(_WORD_MAIN.search(types.replace(b"\0", b"")))


def _first(container: zipfile.ZipFile, name: str, size: int) -> bytes:
    """Return the first bytes of a member, or none where there is no such member."""
    try:
        with container.open(name) as member:
            return member.read(size)
    except KeyError:
        return b""


def _refuse_encrypted(container: zipfile.ZipFile) -> None:
    if b"encryption-data" in _first(container, "META-INF/manifest.xml", 1_000_000):
        raise UnreadableConcept(Fault.ENCRYPTED)


def _of_zip(names: frozenset[str], mimetype: str) -> UnreadableConcept:
    if mimetype.startswith("application/vnd.sun.xml.writer"):
        return UnreadableConcept(Fault.OLD_FORMAT, format="sxw")
    found = re.search(r"opendocument\.(\w+)|(epub)", mimetype)
    if found:
        kinds = {"spreadsheet": "ods", "presentation": "odp", "graphics": "odg", None: "epub"}
        return UnreadableConcept(Fault.UNKNOWN_FORMAT, format=kinds.get(found[1], "odf"))
    for folder, name in _WITHIN_ZIP:
        if any(member.startswith(folder) for member in names):
            return UnreadableConcept(Fault.UNKNOWN_FORMAT, format=name)
    return UnreadableConcept(Fault.UNKNOWN_FORMAT, format="zip")


def _of_ole(source: bytes) -> UnreadableConcept:
    """Return the refusal of a container of former office programs, which names its streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in source

    if holds("EncryptedPackage"):
        return UnreadableConcept(Fault.ENCRYPTED)
    if holds("Workbook"):
        return UnreadableConcept(Fault.UNKNOWN_FORMAT, format="xls")
    if holds("PowerPoint Document"):
        return UnreadableConcept(Fault.UNKNOWN_FORMAT, format="ppt")
    return UnreadableConcept(Fault.OLD_FORMAT, format="doc")


def _kind_of_text(source: bytes) -> Format:
    head = source[:_LOOKED_AT]
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and _is_binary(head):
            raise UnreadableConcept(Fault.UNKNOWN_FORMAT, format=name)
    wide = _wide_encoding(head)
    text = head.decode(wide or "utf-8", "replace")
    if _is_html(text.removeprefix("\ufeff")):
        return Format.HTML
    if wide:
        raise UnreadableConcept(Fault.NOT_UTF8, position=0)
    if _is_binary(head):
        raise UnreadableConcept(Fault.UNKNOWN_FORMAT, format="binary")
    if _OTHER_XML.match(text):
        raise _of_xml(text)
    return Format.MARKDOWN


def _is_html(text: str) -> bool:
    before = _BEFORE_HTML.match(text)
    start = before.end() if before else 0
    if _HTML.match(text, start):
        return True
    return bool(_HTML_PIECE.match(text, start)) and not _MARKDOWN_HEADING.search(text)


def _of_xml(text: str) -> UnreadableConcept:
    if "wordDocument" in text:
        return UnreadableConcept(Fault.OLD_FORMAT, format="xml")
    name = "fodt" if "<office:document" in text else "xml"
    return UnreadableConcept(Fault.UNKNOWN_FORMAT, format=name)


def _wide_encoding(head: bytes) -> str:
    """Return the name of an encoding with two bytes for each letter, or ""."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    high, low = head[0::2], head[1::2]
    for name, zeros, letters in (("utf-16-be", high, low), ("utf-16-le", low, high)):
        if len(zeros) > 1 and zeros.count(0) > 0.8 * len(zeros) and 0 not in letters:
            return name
    return ""


def _is_binary(head: bytes) -> bool:
    return 0 in head or len(_CONTROLS.findall(head)) > _SHARE_OF_CONTROLS * len(head)
