"""PDF files: text without structure, of which headings and paragraphs are guessed.

Headings are certain only where bookmarks say so; others are suspected for a person to decide.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import FileNotDecryptedError, WrongPasswordError

from concept_review.draft import Draft, Format, Loss
from concept_review.files.gathering import Gathering
from concept_review.files.pdf_blocks import Blocks, joined
from concept_review.files.pdf_lines import Line, lines_of_page
from concept_review.files.pdf_outline import Found, bookmarks, headings
from concept_review.files.pdf_pages import without_contents, without_repeated
from concept_review.inline import Span
from concept_review.unreadable import Fault, UnreadableConcept

MAX_PAGES = 500
"""Pages of a file."""


def read(source: bytes, advance: Callable[[float], None] = lambda _: None) -> Draft:
    """Return what a PDF holds; raise `UnreadableConcept`."""
    try:
        return _draft(_opened(source), advance)
    except (FileNotDecryptedError, WrongPasswordError):
        raise UnreadableConcept(Fault.ENCRYPTED) from None
    except RecursionError:
        raise UnreadableConcept(Fault.TOO_DEEP) from None


def _opened(source: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(source), strict=False)
    # Many files are protected against changes only and open without a password.
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise UnreadableConcept(Fault.ENCRYPTED)
    return reader


def _draft(reader: PdfReader, advance: Callable[[float], None]) -> Draft:
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise UnreadableConcept(Fault.TOO_MANY_PAGES, pages=count, limit=MAX_PAGES)
    if not count:
        raise UnreadableConcept(Fault.DAMAGED)
    pages = list(reader.pages)
    lines: list[Line] = []
    for number, page in enumerate(pages):
        lines += lines_of_page(page, number)
        advance((number + 1) / count)
    if not lines:
        raise UnreadableConcept(Fault.SCANNED)
    text, repeated = without_repeated(lines, count)
    text = without_contents(text)
    gathering = Gathering()
    _gather(gathering, text, headings(text, bookmarks(reader)), _pictures(pages))
    return Draft(format=Format.PDF, title="", pieces=gathering.finished(repeated))


def _gather(
    gathering: Gathering, lines: Sequence[Line], found: Sequence[Found], pictures: Sequence[int]
) -> None:
    blocks = Blocks(gathering, lines)
    starts = {each.start: each for each in found}
    place, page = 0, 0
    while place < len(lines):
        for number in range(page, lines[place].page):
            _lose(gathering, pictures[number])
        page = lines[place].page
        heading = starts.get(place)
        if heading:
            blocks.leave()
            title = joined([line.text for line in lines[place : heading.end]])
            gathering.heading(heading.level, [Span(title)])
        else:
            blocks.add(lines[place])
        place = heading.end if heading else place + 1
    blocks.finish()
    for number in range(page, len(pictures)):
        _lose(gathering, pictures[number])


def _lose(gathering: Gathering, pictures: int) -> None:
    for _ in range(pictures):
        gathering.lose(Loss.IMAGES)
    gathering.settle()


def _pictures(pages: Sequence[PageObject]) -> list[int]:
    """Return for each page how many pictures come there for the first time."""
    seen: set[Any] = set()
    counts: list[int] = []
    for page in pages:
        new = set(_pictures_of(page)) - seen
        seen |= new
        counts.append(len(new))
    return counts


def _pictures_of(page: PageObject) -> Iterator[Any]:
    """Yield what tells the pictures of a page from others; none of them is unpacked."""
    try:
        resources: Any = page["/Resources"].get_object()
        objects: Any = resources["/XObject"].get_object()
        for name in objects:
            reference = objects.raw_get(name)
            if reference.get_object().get("/Subtype") == "/Image":
                yield getattr(reference, "idnum", None) or id(reference)
    except Exception:  # noqa: BLE001  (pictures are only counted; spoilt ones are not)
        return
