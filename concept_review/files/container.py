"""Zip containers of office files: looked at before anything in them is read as a document."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from concept_review.unreadable import Fault, UnreadableConcept

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

MAX_BYTES = 10_000_000
"""Size of a file, pictures included."""
MAX_MEMBERS = 2_000
"""Files inside a file."""
MAX_UNPACKED = 50_000_000
"""Bytes of all members together that are ever read; pictures are never read."""
MAX_RATIO = 100
"""How many times larger than packed a member may be that is larger than `RATIO_FROM`."""
RATIO_FROM = 1_000_000
"""Size of an unpacked member below which any ratio passes: much white space packs very well."""

_CHUNK = 262_144
_XML = (".xml", ".rels", ".rdf")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENTITY = re.compile(rb"<!ENTITY")
# OpenOffice 2 wrote a harmless DOCTYPE into every manifest.
_MANIFEST = "META-INF/manifest.xml"
_OUTSIDE = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """A container that passed its checks, and its members as bytes or XML."""

    def __init__(self, container: zipfile.ZipFile) -> None:
        """Check names, sizes and XML of all members but pictures; raise `UnreadableConcept`."""
        self._container = container
        self._entries = _entries(container)
        self._unpacked: dict[str, bytes] = {}
        self._total = 0
        for name in self._entries:
            if name.lower().endswith(_XML):
                self.read(name)

    def __contains__(self, name: str) -> bool:
        """Say whether there is a member of that name."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Return what a member holds, or nothing where there is none of that name."""
        if name not in self._entries:
            return b""
        if name not in self._unpacked:
            self._unpacked[name] = self._unpack(self._entries[name])
        return self._unpacked[name]

    def xml(self, name: str) -> "_Element | None":
        """Return a member as XML, or None where there is none of that name."""
        source = self.read(name)
        return parse_xml(source) if source else None

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack a member piece by piece, since what its header says of its size may be a lie."""
        parts: list[bytes] = []
        size = 0
        with self._container.open(entry) as member:
            while part := member.read(_CHUNK):
                size += len(part)
                self._total += len(part)
                _check_size(size, entry.compress_size, self._total)
                parts.append(part)
        source = b"".join(parts)
        if entry.filename.lower().endswith(_XML):
            _refuse_declarations(entry.filename, source)
        return source


def open_package(source: bytes) -> Package:
    """Return the container after all checks; raise `UnreadableConcept` where one fails."""
    if len(source) > MAX_BYTES:
        raise UnreadableConcept(Fault.TOO_LARGE, bytes=len(source), limit=MAX_BYTES)
    try:
        return Package(zipfile.ZipFile(BytesIO(source)))
    except (UnreadableConcept, MemoryError):
        raise
    except Exception:  # noqa: BLE001  (zipfile raises a dozen kinds for spoilt files)
        raise UnreadableConcept(Fault.DAMAGED) from None


def xml_parser() -> "XMLParser":
    """Return a parser that opens no other file and no address and keeps its limits of size."""
    from lxml.etree import XMLParser  # noqa: PLC0415  (the checks above need no library)

    return XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def parse_xml(source: bytes) -> "_Element":
    """Return the root of an XML text; one that declares entities of its own is damaged."""
    from lxml.etree import fromstring  # noqa: PLC0415  (the checks above need no library)

    root = fromstring(source, xml_parser())
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnreadableConcept(Fault.DAMAGED)
    return root


def _entries(container: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    entries = container.infolist()
    if len(entries) > MAX_MEMBERS:
        raise UnreadableConcept(Fault.UNPACKS_TOO_LARGE)
    names = Counter(entry.filename for entry in entries)
    if any(count > 1 or _OUTSIDE.search(name) for name, count in names.items()):
        raise UnreadableConcept(Fault.DAMAGED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableConcept(Fault.ENCRYPTED)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise UnreadableConcept(Fault.DAMAGED)
    return {entry.filename: entry for entry in entries}


def _check_size(size: int, packed: int, total: int) -> None:
    bomb = size > RATIO_FROM and size > MAX_RATIO * max(packed, 1)
    if bomb or total > MAX_UNPACKED:
        raise UnreadableConcept(Fault.UNPACKS_TOO_LARGE)


def _refuse_declarations(name: str, source: bytes) -> None:
    """Refuse what tells an XML reader to fetch or to multiply text, in any width of letters."""
    pattern = _ENTITY if name == _MANIFEST else _DECLARATION
    if pattern.search(source.replace(b"\0", b"") if 0 in source[:64] else source):
        raise UnreadableConcept(Fault.DAMAGED)
