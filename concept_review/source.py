"""A file or a typed text as clean characters."""

import re
import unicodedata

from concept_review.unreadable import Fault, UnreadableConcept

MAX_BYTES = 2_000_000
"""Size of a Markdown file in bytes of UTF-8."""

# What other programs mean as an end of line: Windows, old Mac, page breaks from PDF, Unicode.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What some programs write above a text about it, between two lines of dashes (YAML).
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:[\w-]+:.*\n|[ \t-].*\n)+?(?:---|\.\.\.)[ \t]*\n")
# Control characters, halves of surrogate pairs, and what only tells a printer where to hyphenate.
# The zero-width joiner stays: it holds emoji and Persian words together.
_NO_CHARACTER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]"
)


def decoded(source: bytes | str) -> str:
    """Return the text of a file; raise `UnreadableConcept` where it is not UTF-8.

    Other encodings are never guessed: a wrong guess would spoil names without anybody noticing.
    """
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableConcept(Fault.NOT_UTF8, position=error.start) from None


def clean(text: str) -> str:
    """Return the text in NFC with line feeds, without control characters and soft hyphens."""
    return unicodedata.normalize("NFC", _NO_CHARACTER.sub("", _LINE_END.sub("\n", text)))


def readable(source: bytes | str) -> str:
    """Return the clean text of a Markdown file.

    Raises `UnreadableConcept` where it is too large, not UTF-8, or without any sign.
    """
    text = decoded(source)
    size = len(source) if isinstance(source, bytes) else len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise UnreadableConcept(Fault.TOO_LARGE, bytes=size, limit=MAX_BYTES)
    text = _FRONT_MATTER.sub("", clean(text))
    if not text.strip():
        raise UnreadableConcept(Fault.EMPTY)
    return text
