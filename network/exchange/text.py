"""Bytes to text, in the encodings that offices and their spreadsheets write."""

import codecs
from typing import Final

from network.exchange.unreadable import Fault, UnreadableNetwork

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def text_of(source: bytes) -> str:
    """Return the text of a file: by its byte order mark, else UTF-8, else Windows-1252.

    Raises `UnreadableNetwork` where it is none of them.
    """
    text = _any_text(source)
    if "\0" in text:
        raise UnreadableNetwork(Fault.NOT_TEXT)
    return text


def _any_text(source: bytes) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _decoded(source[len(mark) :], encoding)
    if source[1:2] == b"\0" and source[3:4] == b"\0":
        return _decoded(source, "utf-16-le")
    if source[:1] == b"\0" and source[2:3] == b"\0":
        return _decoded(source, "utf-16-be")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; programs write them anyway, as controls.
        return source.decode("cp1252", errors="replace")


def _decoded(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableNetwork(Fault.NOT_TEXT) from None
