"""Passages between quotation marks: found in an instruction, and put between them."""

import re

MARK = "\ue000"
"""Stands in a text for a passage that was taken out of it, followed by its number and again."""

_STRAIGHT = re.compile(r'"((?:[^"]|"")*)"(?!")')
_CLOSING = {"„": "“”", "»": "«", "«": "»", "›": "‹", "‹": "›", "‚": "‘", "“": "”“", "'": "'"}
# What people type who have only one of the two marks on their keyboard.
_MAKESHIFT = {"„": '"', "‚": "’'", "“": '"'}
_FOR_WRITING = ("„“", "»«", "‚‘")


class UnclosedQuotation(ValueError):
    """A quotation mark opens a passage that no mark closes."""


def taken_out(text: str) -> tuple[str, list[str]]:
    """Return the text with a mark in place of each quoted passage, and the passages in order.

    „…“, "…", »…«, «…», “…”, ‚…‘, ›…‹ and '…' are read; the same marks may stand inside in pairs,
    and between straight marks a doubled one stands for itself. Raises `UnclosedQuotation`.
    """
    text = text.replace(MARK, "?")
    pieces: list[str] = []
    passages: list[str] = []
    at = 0
    while at < len(text):
        if not _opens(text, at):
            pieces.append(text[at])
            at += 1
            continue
        passage, at = _passage(text, at)
        pieces.append(f"{MARK}{len(passages)}{MARK}")
        passages.append(passage)
    return "".join(pieces), passages


def put_back(skeleton: str, passages: list[str]) -> str:
    """Return what `taken_out` took apart, with German marks."""
    return re.sub(f"{MARK}(\\d+){MARK}", lambda found: quoted(passages[int(found[1])]), skeleton)


def quoted(passage: str) -> str:
    """Return the passage between marks that `taken_out` reads back to the letter."""
    for marks in _FOR_WRITING:
        opening, closing = marks[0], marks[1]
        try:
            read = _passage(f"{opening}{passage}{closing}", 0)
        except UnclosedQuotation:
            continue
        if read == (passage, len(passage) + 2):
            return f"{opening}{passage}{closing}"
    return '"' + passage.replace('"', '""') + '"'


def closing(passage: str) -> str:
    """Return the quoted passage as the end of a sentence: one full stop, inside or behind."""
    return quoted(passage) + ("" if passage.endswith((".", "!", "?")) else ".")


def _opens(text: str, at: int) -> bool:
    """Say whether a passage begins here; an apostrophe inside a word begins none."""
    if text[at] == "'":
        return not text[at - 1 : at].isalnum()
    return text[at] == '"' or text[at] in _CLOSING


def _passage(text: str, start: int) -> tuple[str, int]:
    """Return the passage that begins at a mark, and where the text goes on."""
    opening = text[start]
    if opening == '"':
        found = _STRAIGHT.match(text, start)
        if not found:
            raise UnclosedQuotation(text[start:])
        return found[1].replace('""', '"'), found.end()
    end = _closing_place(text, start)
    return text[start + 1 : end], end + 1


def _closing_place(text: str, start: int) -> int:
    opening, depth = text[start], 0
    for place in range(start + 1, len(text)):
        if text[place] in _CLOSING[opening]:
            if depth == 0 and (opening != "'" or not text[place + 1 : place + 2].isalnum()):
                return place
            depth = max(0, depth - 1)
        elif text[place] == opening:
            depth += 1
    places = [text.find(sign, start + 1) for sign in _MAKESHIFT.get(opening, "")]
    found = min((place for place in places if place > 0), default=0)
    if not found:
        raise UnclosedQuotation(text[start:])
    return found
