"""The numbers by which people cite sections."""

import re
from collections.abc import Sequence

_OWN = re.compile(
    r"(?P<number>"
    r"§{1,2}\s?\d{1,4}[a-z]?"
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


def number_labels(titles_and_levels: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return one label for each title in document order; levels count from 1.

    A title's own number is its label. Other titles count on by place below their parent's label:
    "1", "1.1", "§ 12.1". Beside a sibling with a number of its own they get "", and so do theirs
    below: a counted number could repeat one that people already cite.
    """
    labels: list[str] = []
    mixed = _numbered_parents(titles_and_levels)
    # The open sections: level, place (-1 for the document), label, children counted so far.
    path: list[list[int]] = [[0, -1, 0]]
    for place, (title, level) in enumerate(titles_and_levels):
        while path[-1][0] >= level:
            path.pop()
        parent = path[-1]
        parent[2] += 1
        own, _ = split_number(title)
        above = labels[parent[1]] if parent[1] >= 0 else ""
        unlabelled = parent[1] in mixed or (parent[1] >= 0 and not above)
        counted = "" if unlabelled else ".".join(filter(None, (above, str(parent[2]))))
        labels.append(own or counted)
        path.append([level, place, 0])
    return tuple(labels)


def _numbered_parents(titles_and_levels: Sequence[tuple[str, int]]) -> set[int]:
    """Return the places of sections with a child that carries its own number; -1 for the top."""
    found: set[int] = set()
    path: list[tuple[int, int]] = [(0, -1)]
    for place, (title, level) in enumerate(titles_and_levels):
        while path[-1][0] >= level:
            path.pop()
        if split_number(title)[0]:
            found.add(path[-1][1])
        path.append((level, place))
    return found
