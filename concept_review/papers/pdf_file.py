"""A paper as PDF/UA: tagged, in German, readable by programs that read aloud."""

import json
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any, Final

import typst

from concept_review.papers import german
from concept_review.papers.paper import Comparison, Item, Line, Paper, Table
from concept_review.papers.remarks import remarks
from concept_review.papers.synopsis import Cell

_FONTS: Final = ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif")
"""The first that is there; the last one comes with typst. Others help with single letters."""
_STANDARD: Final = "ua-1"
_MISSING: Final = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLAIN: Final = re.compile("[ -~\n\u00a0-\u017f\u2003\u2010-\u203a\u20ac\u2192]")
_ROUNDS: Final = 5
_PROBE: Final = b"""
#set document(title: "x")
#set text(lang: "de", font: json(bytes(sys.inputs.fonts)))
#for letter in sys.inputs.letters.codepoints() { par(letter) }
"""


def write(paper: Paper, progress: Callable[[float], None]) -> bytes:
    """Return the paper as a file; `progress` is told the share that is done, up to 1."""
    data = json.dumps(_data(paper), ensure_ascii=False)
    progress(0.2)
    written = _compiled(data)
    # PDF/UA allows no letter without a picture; such a one is named by its code instead.
    for named in (_named, _plain):
        written = written or _compiled(named(data))
    if written is None:
        raise ValueError("letters that no font has")
    progress(1.0)
    return written


def _compiled(data: str) -> bytes | None:
    """Return the file, or None where a letter is missing in every font."""
    template = files("concept_review.papers").joinpath("pdf_page.typ").read_bytes()
    try:
        inputs = {"paper": data}
        return _bytes(typst.compile(template, sys_inputs=inputs, pdf_standards=[_STANDARD]))
    except typst.TypstError as fault:
        if not _MISSING.search(fault.diagnostic):
            raise
        return None


def _bytes(written: object) -> bytes:
    assert isinstance(written, bytes)  # noqa: S101  (one file, kept in memory)
    return written


def _named(data: str) -> str:
    """Return the data with the codes of letters that no font has in their place."""
    letters = "".join(sorted({sign for sign in data if not sign.isascii()}))
    for _ in range(_ROUNDS):
        missing = _missing(letters)
        if not missing:
            break
        letters = "".join(sign for sign in letters if sign not in missing)
        data = "".join(_code(sign) if sign in missing else sign for sign in data)
    return data


def _plain(data: str) -> str:
    """Return the data with the codes of all that is neither Latin nor a common sign."""
    return "".join(sign if _PLAIN.match(sign) else _code(sign) for sign in data)


def _code(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def _missing(letters: str) -> set[str]:
    """Return letters that no font has."""
    inputs = {"letters": letters, "fonts": json.dumps(_FONTS)}
    try:
        typst.compile(_PROBE, sys_inputs=inputs, pdf_standards=[_STANDARD])
    except typst.TypstError as fault:
        found = "".join(_MISSING.findall(fault.diagnostic))
        if not found:
            raise
        return set(_ESCAPE.sub(lambda code: chr(int(code[1], 16)), found))
    return set()


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "running": paper.running,
        "details": paper.details,
        "made_on": paper.made_on,
        "lying": paper.lying,
        "fonts": _FONTS,
        "items": [_item(each) for each in paper.items],
    }


def _item(item: Item) -> dict[str, Any]:
    if isinstance(item, Line):
        return _line(item)
    if isinstance(item, Table):
        return {
            "kind": "table",
            "headed": item.headed,
            "columns": item.columns,
            "rows": [[_spans(cell) for cell in row] for row in item.rows],
        }
    return _comparison(item)


def _line(line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind.value,
        "level": line.level,
        "marker": line.marker,
        "spans": _spans(line.spans),
    }


def _spans(found: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {
            "text": span.text,
            "strong": span.strong,
            "emphasis": span.emphasis,
            # Only these lead anywhere from a file.
            "href": span.href if span.href.startswith(("https://", "http://", "mailto:")) else "",
        }
        for span in found
    ]


def _comparison(item: Comparison) -> dict[str, Any]:
    states = (item.old_state, item.new_state, "", "", "")
    return {
        "kind": "comparison",
        "lines": [_line(line) for line in item.lines],
        "head": list(zip(german.COLUMNS, states, strict=True)),
        "rows": [
            {"old": _cell(row.old), "new": _cell(row.new), "remarks": remarks(row)}
            for row in item.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "note": cell.note,
        "lines": [
            [{"text": piece.text, "look": piece.look.value} for piece in line]
            for line in cell.lines
        ],
    }
