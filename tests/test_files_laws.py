"""Laws of all readers: the same text in every format, and no file that makes them hang."""

import html
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.draft import Draft, Piece
from concept_review.files import html as html_file
from concept_review.files import odt as odt_file
from concept_review.files import pdf as pdf_file
from concept_review.fingerprint import fingerprint
from concept_review.lines import paragraph_text
from concept_review.markdown import markdown_pieces
from tests.office_odt import odt
from tests.office_pdf import Text, pdf

WORDS = st.lists(
    st.sampled_from(
        ["Die", "Stadt", "*fördert*", "Träger", "1.", "#", "-", "a|b", "[^1]", "&amp;"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
ITEMS = st.lists(st.tuples(st.integers(0, 2), WORDS), min_size=1, max_size=5)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=2, max_size=3)


@dataclass(frozen=True)
class Passage:
    """A paragraph, list or table of a small text."""

    kind: str
    words: str = ""
    items: tuple[tuple[int, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


PASSAGES = st.one_of(
    WORDS.map(lambda words: Passage("p", words)),
    st.tuples(st.sampled_from(["ul", "ol"]), ITEMS).map(
        lambda pair: Passage(pair[0], items=tuple(pair[1]))
    ),
    ROWS.map(lambda rows: Passage("table", rows=tuple(map(tuple, rows)))),
)
SECTIONS = st.lists(
    st.tuples(
        st.sampled_from(["Ziele", "2 Sprache", "Kita & Hort"]), st.lists(PASSAGES, max_size=3)
    ),
    min_size=1,
    max_size=3,
)


def literal(text: str) -> str:
    """Return words as Markdown that says them to the letter."""
    escaped = "".join("\\" + sign if sign in "*[&|" else sign for sign in text)
    return paragraph_text([escaped], typed=True)


def depths(items: tuple[tuple[int, str], ...]) -> list[tuple[int, str]]:
    """Return the items, each at most one deeper than the one before."""
    found: list[tuple[int, str]] = []
    for depth, words in items:
        found.append((min(depth, found[-1][0] + 1 if found else 0), words))
    return found


def as_markdown(passage: Passage) -> str:
    if passage.kind == "p":
        return literal(passage.words)
    if passage.kind == "table":
        head, *rows = ["| " + " | ".join(map(literal, row)) + " |" for row in passage.rows]
        return "\n".join([head, "| --- | --- |", *rows])
    sign = "- " if passage.kind == "ul" else "1. "
    lines = [" " * 3 * depth + sign + literal(words) for depth, words in depths(passage.items)]
    return "\n".join(lines)


def nested(items: list[tuple[int, str]], opening: str, closing: str, item: str, end: str) -> str:
    """Return a list inside of its items, each a level deeper, as XML and HTML write it."""
    text, depth = opening, 0
    for place, (level, words) in enumerate(items):
        if place and level > depth:
            text += opening
        elif place:
            text += end + (closing + end) * (depth - level)
        text += item.format(html.escape(words))
        depth = level
    return text + end + (closing + end) * depth + closing


def as_html(passage: Passage) -> str:
    if passage.kind == "p":
        return f"<p>{html.escape(passage.words)}</p>"
    if passage.kind == "table":
        cells = ["".join(f"<td>{html.escape(cell)}" for cell in row) for row in passage.rows]
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    kind = passage.kind
    return nested(depths(passage.items), f"<{kind}>", f"</{kind}>", "<li>{}", "</li>")


def as_odt(passage: Passage) -> str:
    paragraph = "<text:p>{}</text:p>"
    if passage.kind == "p":
        return paragraph.format(html.escape(passage.words))
    if passage.kind == "table":
        cell = f"<table:table-cell>{paragraph}</table:table-cell>"
        rows = ["".join(cell.format(html.escape(each)) for each in row) for row in passage.rows]
        inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return f"<table:table>{inner}</table:table>"
    style = "Punkte" if passage.kind == "ul" else "Zahlen"
    opening = f"<text:list text:style-name='{style}'>"
    item = f"<text:list-item>{paragraph}"
    return nested(depths(passage.items), opening, "</text:list>", item, "</text:list-item>")


def fingerprints(pieces: tuple[Piece, ...]) -> list[str]:
    starts = [place for place, piece in enumerate(pieces) if piece.level]
    return [
        fingerprint(pieces[start].block.text, [each.block for each in pieces[start + 1 : end]])
        for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)
    ]


@settings(deadline=None, max_examples=80)
@given(SECTIONS)
def test_the_same_text_has_the_same_fingerprints_in_every_format(
    sections: list[tuple[str, list[Passage]]],
) -> None:
    # A rule ends a list, so that the next is one of its own.
    markdown = "\n\n".join(
        "\n\n".join([f"# {literal(title)}", *(as_markdown(each) + "\n\n***" for each in passages)])
        for title, passages in sections
    )
    page = "".join(
        f"<h1>{html.escape(title)}</h1>" + "".join(map(as_html, passages))
        for title, passages in sections
    )
    text = "".join(
        f"<text:h text:outline-level='1'>{html.escape(title)}</text:h>"
        + "".join(map(as_odt, passages))
        for title, passages in sections
    )
    expected = fingerprints(markdown_pieces(markdown))

    assert fingerprints(html_file.read(page.encode()).pieces) == expected
    assert fingerprints(odt_file.read(odt(text)).pieces) == expected


PAGE = (
    "<h1>A</h1><p>B<sup><a id=r1 href='#fn1'>1</a></sup><ul><li>c<ol start=3><li>d</ul>"
    "<table><tr><td rowspan=2>x<td>y<tr><td>z</table><ol><li id=fn1>n <a href='#r1'>^</a></ol>"
)
BODY = (
    "<text:h>A</text:h><text:p>B<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><text:list>"
    "<text:list-item><text:p>c</text:p></text:list-item></text:list><table:table><table:table-row>"
    "<table:table-cell table:number-columns-repeated='3'/></table:table-row></table:table>"
)
NAMES = ["text:p", "text:h", "text:list-item", "text:list", "table:table-cell", "text:note", "3"]
PRINTED = pdf([[Text("Ziele", 16), "• eins", "zwei"], ["drei"]], [("Ziele", 1, 0)], pictures=1)


def spoilt(source: bytes, chance: random.Random) -> bytes:
    """Return the file with some bytes changed, cut out or doubled."""
    found = bytearray(source)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(found))
        match chance.randrange(3):
            case 0:
                found[place] = chance.randrange(256)
            case 1:
                del found[place : place + chance.randint(1, 20)]
            case _:
                found[place:place] = found[place : place + chance.randint(1, 40)]
        found = found or bytearray(b"x")
    return bytes(found)


def spoilt_package(chance: random.Random) -> bytes:
    """Return a file whose XML has names and values exchanged, in a sound container."""
    if chance.random() < 0.3:
        return spoilt(odt(BODY), chance)
    body = BODY
    for _ in range(chance.randint(1, 4)):
        body = body.replace(chance.choice(NAMES), chance.choice([*NAMES, "-1", "9" * 30]))
    return odt(body)


@pytest.mark.parametrize(
    ("read", "make"),
    [
        (odt_file.read, spoilt_package),
        (html_file.read, lambda chance: spoilt(PAGE.encode(), chance)),
        (pdf_file.read, lambda chance: spoilt(PRINTED, chance)),
    ],
    ids=["odt", "html", "pdf"],
)
@settings(deadline=None, max_examples=200)
@given(seed=st.integers(0, 2**32))
def test_spoilt_files_are_read_or_refused(
    read: Callable[[bytes], Draft], make: Callable[[random.Random], bytes], seed: int
) -> None:
    source = make(random.Random(seed))  # noqa: S311  (no secret)
    try:
        draft = read(source)
    except Exception:  # noqa: BLE001  (the room makes one refusal of all)
        return
    assert all(piece.block.text or piece.block.marker for piece in draft.pieces)
