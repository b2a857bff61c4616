"""Small PDF files for tests: lines at places on pages, with bookmarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

Page = Sequence["Text | str"]
LEFT = 70.0
TOP = 700.0


@dataclass(frozen=True)
class Text:
    """A line of text; without `y` it stands below the last such line."""

    text: str
    size: float = 11
    bold: bool = False
    x: float = LEFT
    y: float | None = None
    gap: float = 1.2


def pdf(
    pages: Sequence[Page],
    bookmarks: Sequence[tuple[str, int, int]] = (),
    *,
    pictures: int = 0,
    password: str | None = None,
) -> bytes:
    """Return a PDF; bookmarks are titles with level and page, and each page has `pictures`."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        stream.set_data(_content([Text(each) if isinstance(each, str) else each for each in lines]))
        page[NameObject("/Contents")] = writer._add_object(stream)
        resources = {NameObject("/Font"): _fonts()}
        if pictures:
            resources[NameObject("/XObject")] = DictionaryObject(
                {
                    NameObject(f"/Im{number}"): writer._add_object(_picture())
                    for number in range(pictures)
                }
            )
        page[NameObject("/Resources")] = DictionaryObject(resources)
    above: dict[int, IndirectObject] = {}
    for title, level, number in bookmarks:
        above[level] = writer.add_outline_item(
            title=title, page_number=number, parent=above.get(level - 1)
        )
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _content(lines: Sequence[Text]) -> bytes:
    y, parts = TOP, [b"BT"]
    for line in lines:
        if line.y is None:
            y -= line.size * line.gap
        shown = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        font = "F2" if line.bold else "F1"
        parts.append(
            f"/{font} {line.size} Tf 1 0 0 1 {line.x} {line.y or y:.2f} Tm ({shown}) Tj".encode(
                "cp1252"
            )
        )
    return b"\n".join([*parts, b"ET"])


def _fonts() -> DictionaryObject:
    names = {"/F1": "/Helvetica", "/F2": "/Helvetica-Bold"}
    return DictionaryObject(
        {
            NameObject(key): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(name),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
            for key, name in names.items()
        }
    )


def _picture() -> DecodedStreamObject:
    picture = DecodedStreamObject()
    picture.set_data(b"not to be unpacked")
    picture[NameObject("/Subtype")] = NameObject("/Image")
    picture[NameObject("/Width")] = NumberObject(100_000)
    return picture
