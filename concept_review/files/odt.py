"""OpenDocument texts (.odt), as LibreOffice writes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.draft import Draft, Format, Piece
from concept_review.files.container import Package, open_package
from concept_review.files.gathering import Gathering
from concept_review.files.odt_body import Body
from concept_review.files.odt_changes import Accepts, view
from concept_review.files.odt_inline import Inline, words
from concept_review.files.odt_names import MANIFEST, OFFICE, STYLE
from concept_review.files.odt_regions import Hand, Region, regions
from concept_review.files.odt_styles import Styles
from concept_review.files.tracked import Version, tracked_changes
from concept_review.unreadable import Fault, UnreadableConcept

_AROUND_PAGES = ("header", "footer")
_MOST_AUTHORS = 20
"""Authors whose changes are told apart; with more, a person accepts or rejects all at once."""


def read(source: bytes) -> Draft:
    """Return what an OpenDocument text holds; raise `UnreadableConcept`."""
    try:
        return _File(open_package(source)).draft()
    except RecursionError:
        raise UnreadableConcept(Fault.TOO_DEEP) from None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one way of deciding about tracked changes comes to."""

    title: str
    pieces: tuple[Piece, ...]
    days: list[str]


class _File:
    """The parts of one file."""

    def __init__(self, package: Package) -> None:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise UnreadableConcept(Fault.ENCRYPTED)
        content, common = package.xml("content.xml"), package.xml("styles.xml")
        text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
        if content is None or text is None:
            raise UnreadableConcept(Fault.DAMAGED)
        self._text = text
        self._styles = Styles([content] if common is None else [content, common])
        self._kinds = _kinds(package.xml("META-INF/manifest.xml"))
        self._around = tuple(_around_pages(common))
        self._regions = regions(text)

    def draft(self) -> Draft:
        """Return what the file holds, tracked changes apart from the text without them."""
        if not self._regions:
            whole = self._read(self._text)
            return Draft(format=Format.ODT, title=whole.title, pieces=whole.pieces)
        rejected, accepted = self._view(lambda _: False), self._view(lambda _: True)
        # Marks of changes that come to nothing are nothing to decide about.
        pieces, changes = tracked_changes(rejected.pieces, list(self._versions(accepted)))
        return Draft(
            format=Format.ODT,
            title=rejected.title or accepted.title,
            pieces=pieces,
            accepted=accepted.pieces if changes or accepted.pieces != rejected.pieces else (),
            changes=changes,
        )

    def _versions(self, accepted: _Reading) -> Iterator[Version]:
        days: dict[str, str] = {}
        for hand in _hands(self._regions):
            days[hand.author] = max(hand.day, days.get(hand.author, ""))
        if len(days) > _MOST_AUTHORS:
            return
        for author, day in days.items():
            reading = accepted if len(days) == 1 else self._view({author}.__contains__)
            yield Version(author, reading.pieces, reading.days, day)

    def _view(self, accepts: Accepts) -> _Reading:
        return self._read(view(self._text, self._regions, accepts))

    def _read(self, text: _Element) -> _Reading:
        gathering = Gathering()
        body = Body(self._styles, Inline(self._styles, gathering, self._kinds), gathering)
        body.read(text)
        return _Reading(body.title, gathering.finished(self._around), gathering.days)


def _hands(found: Mapping[str, Region]) -> Iterator[Hand]:
    for region in found.values():
        yield from region.hands


def _kinds(manifest: _Element | None) -> Mapping[str, str]:
    """Return the kinds of the files inside the file by name."""
    entries = () if manifest is None else manifest.iter(MANIFEST + "file-entry")
    return {
        each.get(MANIFEST + "full-path", "").rstrip("/"): each.get(MANIFEST + "media-type", "")
        for each in entries
    }


def _around_pages(common: _Element | None) -> Iterator[str]:
    """Yield each text once that stands at the head or foot of pages."""
    found = (
        words(each)
        for page in ([] if common is None else common.iter(STYLE + "master-page"))
        for each in page
        if str(each.tag).removeprefix(STYLE).startswith(_AROUND_PAGES)
    )
    # The number of the page alone is nothing that anybody would miss.
    yield from (each for each in dict.fromkeys(found) if any(map(str.isalpha, each)))
