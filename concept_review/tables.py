"""Tables: rows of cells between upright strokes, under a row of dashes.

Our own reading and not the parser's, which drops the cells of a row that is longer than the first.
"""

import re

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STROKE = re.compile(r"(?<!\\)\|")


def cells(line: str) -> list[str]:
    """Return the cells of one row, without white space around them."""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _STROKE.split(inner)]


def row_text(line: str) -> str:
    """Return the row as the text of a block, or "" where all cells are empty."""
    parts = cells(line)
    return " | ".join(parts) if any(parts) else ""


def head_place(lines: list[str]) -> int | None:
    """Return the place of the line that heads a table among the lines of a paragraph."""
    for place, line in enumerate(lines[1:]):
        dashes = line.strip()
        if (
            "|" in dashes
            and "|" in lines[place]
            and _DASHES.fullmatch(dashes)
            and len(cells(dashes)) == len(cells(lines[place]))
        ):
            return place
    return None


def head_lines(columns: int, text: str = "") -> list[str]:
    """Return the two lines that open a table; without text its columns have no names."""
    return [
        f"| {text} |" if text else "|" + "  |" * columns,
        "|" + " --- |" * columns,
    ]
