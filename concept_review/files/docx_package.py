"""The parts of a Word file: text, styles, numbering, notes, comments and where links lead."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element

from concept_review.files.container import Package, open_package, parse_xml
from concept_review.files.docx_names import R, W, usual_names
from concept_review.unreadable import Fault, UnreadableConcept

_PROPERTIES = "docProps/custom.xml"
_LINKED = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Related:
    """What a part refers to: another part, or an address where `outside`."""

    kind: str
    target: str
    outside: bool


class WordFile:
    """The parts of one file, each read when it is asked for."""

    def __init__(self, source: bytes) -> None:
        """Open the file; raise `UnreadableConcept` where it fails a check or has no text."""
        self._package: Package = open_package(source)
        self._main = "word/document.xml"
        for related in self._related("").values():
            if related.kind == "officeDocument" and related.target in self._package:
                self._main = related.target
        root = self._xml(self._main)
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise UnreadableConcept(Fault.DAMAGED)
        self.body: _Element = body
        self._parts = self._related(self._main)

    def part(self, kind: str) -> _Element | None:
        """Return the one part of a kind ("styles", "numbering", "footnotes", …), if any."""
        for name in self._names(kind):
            return self._xml(name)
        return None

    def parts(self, kind: str) -> Iterator[tuple[_Element, Mapping[str, str]]]:
        """Return all parts of a kind ("header", "footer"), each with its links."""
        for name in self._names(kind):
            root = self._xml(name)
            if root is not None:
                yield root, self._links(name)

    def properties(self) -> dict[str, str]:
        """Return the text of each property that somebody gave the file a name for."""
        root = self._xml(_PROPERTIES)
        entries = () if root is None else root
        return {entry.get("name", ""): "".join(entry.itertext()) for entry in entries}

    def links(self, kind: str = "") -> Mapping[str, str]:
        """Return where the links of a part lead, by their ids; the text's own without a kind."""
        for name in self._names(kind) if kind else [self._main]:
            return self._links(name)
        return {}

    def _names(self, kind: str) -> list[str]:
        found = [each.target for each in self._parts.values() if each.kind == kind]
        usual = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        return [name for name in dict.fromkeys([*found, usual]) if name in self._package]

    def _links(self, part: str) -> dict[str, str]:
        related = self._related(part)
        return {
            key: each.target
            for key, each in related.items()
            if each.outside and each.target.lower().startswith(_LINKED)
        }

    def _related(self, part: str) -> dict[str, Related]:
        folder, name = posixpath.split(part)
        root = self._xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Related] = {}
        for entry in () if root is None else root:
            outside = entry.get("TargetMode") == "External"
            target = entry.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
            kind = entry.get("Type", "").rpartition("/")[2]
            found[entry.get("Id", "")] = Related(kind, target, outside)
        return found

    def _xml(self, name: str) -> _Element | None:
        source = self._package.read(name)
        return parse_xml(usual_names(source)) if source else None


def link_of(element: _Element, links: Mapping[str, str]) -> str:
    """Return where a link leads, or "" where that is inside the file or unknown."""
    return links.get(element.get(R + "id", ""), "")
