"""Files of unknown origin: which kind they are, what is refused, and that nothing else happens."""

import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from concept_review.draft import Draft, Format, Loss, Lost, Piece
from concept_review.files import child, container
from concept_review.files.kind import kind_of
from concept_review.files.plain import draft_from_json, draft_to_json
from concept_review.files.room import read_file
from concept_review.unreadable import Fault, UnreadableConcept
from tests.conftest import ROOT
from tests.word_files import added, paragraph, run, word_file, zipped

ODT = b"application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = word_file(paragraph("Ziele", "berschrift1") + paragraph(run("Wir ") + added("kommen an")))


def refused(source: bytes, read: Callable[[bytes], object] = read_file) -> UnreadableConcept:
    with pytest.raises(UnreadableConcept) as caught:
        read(source)
    return caught.value


def members(source: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(source)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def word_with(name: str, content: bytes) -> bytes:
    return zipped(members(WORD) | {name: content})


def with_document(text: bytes) -> bytes:
    return word_with("word/document.xml", text)


def children() -> set[str]:
    """Return the processes started from here; on other systems than Linux none are seen."""
    files = Path("/proc/self/task").glob("*/children")
    return {name for file in files for name in file.read_text().split()}


def utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def locked(source: bytes) -> bytes:
    """Return a container whose directory says that its members need a password."""
    return source.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (WORD, Format.DOCX),
        (zipped({"mimetype": ODT}), Format.ODT),
        (zipped({"mimetype": ODT + b"-template"}), Format.ODT),
        (zipped({"content.xml": b"<office:document-content><office:text/>"}), Format.ODT),
        (b"%PDF-1.7\n\x00", Format.PDF),
        (b"\x00junk\r\n%PDF-1.4", Format.PDF),
        (b"\xef\xbb\xbf\n<!-- x -->\n<!DOCTYPE html><p>x", Format.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', Format.HTML),
        (b"<h1>Ziele</h1>\n<p>Wir kommen an.</p>", Format.HTML),
        (b"<p align=center>Stadt</p>\n\n# Ziele\n\nText", Format.MARKDOWN),
        (b"<p>Stadt</p>\n\nZiele\n=====\n\nText", Format.MARKDOWN),
        (b"# Titel\n\nWas <html> und %PDF- ist", Format.MARKDOWN),
        (b"PKW-Verkehr", Format.MARKDOWN),
        ("Ümläute".encode(), Format.MARKDOWN),
        ("Ümläute".encode("latin-1"), Format.MARKDOWN),
    ],
)
def test_the_kind_of_a_file_is_found_from_what_it_holds(source: bytes, kind: Format) -> None:
    assert kind_of(source) is kind


@pytest.mark.parametrize(
    ("source", "fault", "name"),
    [
        (b"", Fault.EMPTY, ""),
        (b"\xef\xbb\xbf \n", Fault.EMPTY, ""),
        (OLE + utf16("EncryptedPackage"), Fault.ENCRYPTED, ""),
        (OLE + utf16("WordDocument"), Fault.OLD_FORMAT, "doc"),
        (OLE + utf16("Workbook"), Fault.UNKNOWN_FORMAT, "xls"),
        (b"{\\rtf1 x}", Fault.OLD_FORMAT, "rtf"),
        (zipped({"mimetype": b"application/vnd.sun.xml.writer"}), Fault.OLD_FORMAT, "sxw"),
        (zipped({"xl/workbook.xml": b"<x/>"}), Fault.UNKNOWN_FORMAT, "xlsx"),
        (zipped({"ppt/presentation.xml": b"<x/>"}), Fault.UNKNOWN_FORMAT, "pptx"),
        (zipped({"mimetype": ODT[:-4] + b"spreadsheet"}), Fault.UNKNOWN_FORMAT, "ods"),
        (zipped({"notes.txt": b"x"}), Fault.UNKNOWN_FORMAT, "zip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Fault.UNKNOWN_FORMAT, "png"),
        (bytes(range(256)) * 20, Fault.UNKNOWN_FORMAT, "binary"),
        (b"<?xml version='1.0'?><office:document/>", Fault.UNKNOWN_FORMAT, "fodt"),
        ("# Titel".encode("utf-16"), Fault.NOT_UTF8, ""),
        ("# Titel und mehr".encode("utf-16-be"), Fault.NOT_UTF8, ""),
        (WORD[:-200], Fault.DAMAGED, ""),
        (locked(WORD), Fault.ENCRYPTED, ""),
        (
            zipped({"mimetype": ODT, "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
            Fault.ENCRYPTED,
            "",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_name(source: bytes, fault: Fault, name: str) -> None:
    error = refused(source, kind_of)

    assert error.code is fault
    assert error.detail.get("format", "") == name


def lying() -> bytes:
    """Return a file whose directory says that a large member is small."""
    source = bytearray(with_document(b" " * 3_000_000))
    for place in range(len(source)):
        if source.startswith(struct.pack("<I", 3_000_000), place):
            source[place : place + 4] = struct.pack("<I", 10)
    return bytes(source)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (lambda: with_document(LAUGHS), Fault.DAMAGED),
        (lambda: with_document(LAUGHS.decode().encode("utf-16")), Fault.DAMAGED),
        (lambda: with_document(b"<x>" + b" " * 100_000_000), Fault.UNPACKS_TOO_LARGE),
        (lambda: with_document(bytes(2_000_000)), Fault.UNPACKS_TOO_LARGE),
        (lambda: word_file("<w:p/>" * 3_000_000), Fault.UNPACKS_TOO_LARGE),
        (
            lambda: zipped({"word/document.xml": b""} | {str(n): b"" for n in range(2_000)}),
            Fault.UNPACKS_TOO_LARGE,
        ),
        (lambda: word_with("../x.xml", b"x"), Fault.DAMAGED),
        (lambda: word_with("/etc/x.xml", b"x"), Fault.DAMAGED),
        (lying, Fault.DAMAGED),
        (lambda: with_document(b"<w:document"), Fault.DAMAGED),
        (lambda: with_document(b"<x>" * 100_000), Fault.DAMAGED),
        (lambda: WORD[:300] + WORD[-300:], Fault.DAMAGED),
        (lambda: WORD + bytes(container.MAX_BYTES), Fault.TOO_LARGE),
        (lambda: b"# Titel\n" + b"x" * 2_000_000, Fault.TOO_LARGE),
        (lambda: word_file(""), Fault.EMPTY),
        (lambda: LAUGHS.replace(b"x>", b"html>").replace(b"PE x", b"PE html"), Fault.DAMAGED),
    ],
)
def test_files_that_would_fill_the_memory_are_refused(
    made: Callable[[], bytes], fault: Fault
) -> None:
    assert refused(made()).code is fault


def test_a_file_that_keeps_within_the_limits_but_takes_too_long_is_stopped() -> None:
    rows = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(1_000_000))

    assert refused(word_file(rows)).code is Fault.TAKES_TOO_LONG


def test_a_text_that_is_tracked_from_its_first_word_can_be_accepted() -> None:
    draft = child.read(word_file(paragraph(added("Ziele"), "berschrift1")))

    assert draft.pieces == ()
    assert [piece.block.text for piece in draft.accepted] == ["Ziele"]


def test_an_ordinary_file_with_large_pictures_is_read() -> None:
    picture = b"\xff\xd8\xff" + os.urandom(8_000_000)

    assert read_file(word_with("word/media/image1.jpeg", picture)).pieces


def test_a_file_is_read_in_another_process_and_says_how_far_it_is() -> None:
    heard: list[float] = []

    draft = read_file(WORD, heard.append)

    assert draft == child.read(WORD)
    assert draft.tracked
    assert heard == sorted(heard)
    assert heard


def test_reading_works_from_any_folder_and_without_the_secrets_of_the_environment() -> None:
    script = (
        "import sys; from concept_review.files.room import read_file, _settings;"
        "print(len(read_file(sys.stdin.buffer.read()).pieces), 'TOKEN' in _settings())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd="/",
        env={"PYTHONPATH": str(ROOT), "TOKEN": "x"},
        input=WORD,
        capture_output=True,
        check=False,
    )

    assert done.stdout.split() == [b"2", b"False"], done.stderr


def test_whoever_listens_may_fail_and_no_process_is_left_behind() -> None:
    before = children()

    def listen(_: float) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        read_file(WORD, listen)

    assert children() == before


def test_a_draft_comes_back_as_it_was_sent() -> None:
    draft = child.read(WORD)
    lost = Piece(block=draft.pieces[0].block, suspected=2, lost=(Lost(Loss.IMAGES, "Bild"),))
    sent = Draft(format=draft.format, title="T", pieces=(lost,), changes=draft.changes)

    assert draft_from_json(draft_to_json(sent)) == sent


def test_the_starting_module_loads_no_library_of_documents() -> None:
    script = (
        "import sys, concept_review.files.room, concept_review.files.kind;"
        "print([name for name in ('docx', 'lxml', 'odfdo', 'pypdf') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.strip() == "[]", done.stderr
