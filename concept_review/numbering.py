"""The numbers by which people cite sections."""

import re
from collections import Counter
from collections.abc import Sequence

_OWN = re.compile(
    r"(?P<number>"
    r"§{1,2}\s?\d{1,4}[a-z]?(?:\s(?:bis|und)\s\d{1,4}[a-z]?)?"
    r"|(?:Anhang|Anlage|Teil|Kapitel|Abschnitt|Artikel|Handlungsfeld)\s(?:\d{1,3}[a-z]?|[A-Z]|[IVX]+)"
    r"|\d{1,2}(?:\.\d{1,2})+[a-z]?"
    # A number without a dot is one only when set apart: "10 Jahre Integration" begins with a word.
    r"|\d{1,2}[a-z]?(?=[.)]|\t|\s{2})"
    r"|[IVX]+(?=[.)])"
    r"|[A-Z](?=[.)])"
    r"|[a-z](?=\))"
    r")"
    r"[.)]?(?:\s*[:–—-])?(?:\s+|$)"
)


def split_number(title: str) -> tuple[str, str]:
    """Return the number that a title carries itself, or "", and the title without it.

    "3.2 Sprache", "1. Ziele", "§ 12 Miete", "II. Lage", "b) Kita", "Anhang A", "Teil 1 - Zweck".
    """
    found = _OWN.match(title.strip())
    if found is None:
        return "", title.strip()
    return " ".join(found["number"].split()), title.strip()[found.end() :].strip()


def numbered(label: str, title: str) -> str:
    """Return a title with its label in front, unless it bears one itself."""
    return title if not label or title.startswith(label) else f"{label} {title}"


def parent_places(levels: Sequence[int]) -> list[int | None]:
    """Return for each heading the place of the heading above it, or None at the top."""
    found: list[int | None] = []
    path: list[int] = []
    for place, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            path.pop()
        found.append(path[-1] if path else None)
        path.append(place)
    return found


def number_labels(titles_and_levels: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return one label for each title in document order; levels count from 1.

    A title's own number is its label. Other titles count on by place below their parent's label:
    "1", "1.1", "§ 12.1". Beside a sibling with a number of its own they get "", and so do those
    below them: a counted number could repeat one that people already cite.
    """
    parents = parent_places([level for _, level in titles_and_levels])
    own = [split_number(title)[0] for title, _ in titles_and_levels]
    numbered = {parent for parent, number in zip(parents, own, strict=True) if number}
    children: Counter[int | None] = Counter()
    labels: list[str] = []
    for parent, number in zip(parents, own, strict=True):
        children[parent] += 1
        above = "" if parent is None else labels[parent]
        if number or parent in numbered or (parent is not None and not above):
            labels.append(number)
        else:
            labels.append(f"{above}.{children[parent]}" if above else str(children[parent]))
    return tuple(labels)
