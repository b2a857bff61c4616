"""A city in a folder of CSV files, read and checked before anything is stored."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from network.validity import is_partial_date

TABLES = (
    "topics",
    "organizations",
    "posts",
    "memberships",
    "relations",
    "figures",
    "section_links",
    "reviews",
    "responsibilities",
)

_DATES = ("start_date", "end_date", "as_of")
_KEYED = ("topics", "organizations", "posts")
_REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "topics": {"parent": ("topics",)},
    "organizations": {
        "parent": ("organizations",),
        "successor_of": ("organizations",),
        "topics": ("topics",),
    },
    "posts": {"organization": ("organizations",)},
    "memberships": {
        "organization": ("organizations",),
        "member": ("organizations",),
        "post": ("posts",),
        "on_behalf_of": ("organizations",),
    },
    "responsibilities": {"organization": ("organizations",)},
    "relations": {"subject": ("organizations", "posts"), "object": ("organizations", "posts")},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, with its number for messages (the header is line 1)."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text of a cell, stripped; "" where the file has no such column."""
        return (self.cells.get(column) or "").strip()

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that holds several, separated by `|`."""
        return tuple(part.strip() for part in self[column].split("|") if part.strip())


class FaultyFile(ValueError):
    """A file says something that cannot be; names file, line and column."""

    def __init__(self, line: Line, column: str, code: str) -> None:
        """Keep where the fault is."""
        super().__init__(f"{line.file}, line {line.number}, {column}: {code} ({line[column]!r})")


@dataclass(frozen=True, slots=True)
class CityFiles:
    """All lines of a city, by table."""

    tables: Mapping[str, list[Line]] = field(default_factory=dict)
    concept: bytes = b""


def read_city(folder: Path) -> CityFiles:
    """Read a folder; raise `FaultyFile` for the first key, date or reference that is wrong."""
    tables = {name: list(_lines(folder / f"{name}.csv")) for name in TABLES}
    keys = {name: _keys(tables[name]) for name in _KEYED}
    for name, lines in tables.items():
        for line in lines:
            _check(line, _REFERENCES.get(name, {}), keys)
    concept = folder / "konzept.md"
    return CityFiles(tables, concept.read_bytes() if concept.exists() else b"")


def _lines(path: Path) -> Iterator[Line]:
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for cells in reader:
            yield Line(path.name, reader.line_num, cells)


def _keys(lines: list[Line]) -> set[str]:
    found: set[str] = set()
    for line in lines:
        if not line["key"] or line["key"] in found:
            raise FaultyFile(line, "key", "missing or twice")
        found.add(line["key"])
    return found


def _check(
    line: Line, references: Mapping[str, tuple[str, ...]], keys: Mapping[str, set[str]]
) -> None:
    for column in _DATES:
        if line[column] and not is_partial_date(line[column]):
            raise FaultyFile(line, column, "not a date")
    for column, tables in references.items():
        known = set().union(*(keys[table] for table in tables))
        if set(line.many(column)) - known:
            raise FaultyFile(line, column, "unknown key")
