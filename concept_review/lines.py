"""The lines of a paragraph, so written that Markdown reads them as that paragraph again."""

import re

# At the start of a line these would open a heading, list, quote, rule or code instead of text.
_OPENS_BLOCK = re.compile(
    r"#{1,6}(?=[ \t]|$)"
    r"|[-+*](?=[ \t]|$)"
    r"|>"
    r"|`{3,}[^`]*$"
    r"|~{3}"
    r"|([*_])[ \t]*(?:\1[ \t]*){2,}$"
    r"|-[- \t]*$"  # fewer than three too: with the sign of a list item before them they are a rule
)
_OPENS_NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:[ \t]|$))")
# Inside a paragraph only a list that starts with 1 is taken for one.
_OPENS_NUMBERED_INSIDE = re.compile(r"(0*1)(?=[.)](?:[ \t]|$))")
# As a later line these would make the line above a heading or the head of a table.
_UNDERLINES = re.compile(r"(?==+[ \t]*$|[-|:][-|: \t]*$)")
# At its end these would be taken for the closing signs of a heading.
_CLOSES_HEADING = re.compile(r"(^|[ \t])(#+)$")
_BACKSLASHES = re.compile(r"\\+$")


def _escaped(line: str, *, first: bool) -> str:
    if _OPENS_BLOCK.match(line) or (not first and _UNDERLINES.match(line)):
        return "\\" + line
    numbered = _OPENS_NUMBERED if first else _OPENS_NUMBERED_INSIDE
    return numbered.sub(r"\1\\", line, count=1) if numbered.match(line) else line


def ends_in_backslash(line: str) -> bool:
    """Say whether the line ends in a backslash that is not itself escaped."""
    found = _BACKSLASHES.search(line)
    return found is not None and len(found[0]) % 2 == 1


def _unbroken(line: str, *, has_code: bool) -> tuple[str, bool]:
    """Return the line without its sign of a line break, and whether it had one."""
    if line.endswith("  "):
        return line.strip(), True
    # Inside `code` a backslash is a character of the text, so there it stays.
    if ends_in_backslash(line) and not has_code:
        return line[:-1].strip(), True
    return line.strip(), False


def paragraph_text(lines: list[str], *, typed: bool) -> str:
    """Return the text of a paragraph: one line feed for each line break its author set.

    In a file a break is two spaces or a backslash at the end of the line, and other line ends
    are only wrapping; in a `typed` text every line end was meant.
    """
    has_code = any("`" in line for line in lines)
    parts: list[str] = []
    for line in lines[:-1]:
        text, broken = _unbroken(line, has_code=has_code)
        parts += (text, "\n" if broken or typed else " ")
    parts.append(lines[-1].strip() if lines else "")
    kept = [line for line in (raw.strip() for raw in "".join(parts).split("\n")) if line]
    return "\n".join(_escaped(line, first=place == 0) for place, line in enumerate(kept))


def title_text(lines: list[str]) -> str:
    """Return a heading's text on one line, its end safe from being read as closing signs."""
    one_line = " ".join(_unbroken(line, has_code=False)[0] for line in lines[:-1])
    title = f"{one_line} {lines[-1]}".strip()
    return _CLOSES_HEADING.sub(r"\1\\\2", title)
