"""Reading Pajek's `.net`: vertices by number, arcs, edges, lists of them, and matrices."""

import re

from network.exchange.foreign import Format, Left
from network.exchange.gathering import Gathering
from network.exchange.text import text_of
from network.exchange.unreadable import Fault, Place, UnreadableNetwork

_PART = re.compile(r'"([^"]*)"|(\[[^\]]*\])|([^\s"]+)')
_RELATION = re.compile(r'\*\w+\s*:?\s*(\d+)?\s*(?:"([^"]*)")?')
_LINE_OF_RELATION = re.compile(r"\s*(\d+)\s*:\s*(?=\d)")
_LABELLED = re.compile(r'([^\s"]+)\s+"(.*)"([^"]*)')
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_LINES = ("*arcs", "*edges", "*arcslist", "*edgeslist", "*matrix")
_PARAMETERS = frozenset({
    "a", "ap", "a1", "a2", "c", "fos", "font", "h1", "h2", "k1", "k2", "l", "la", "lc", "lp",
    "lphi", "lr", "lw", "p", "s", "w",
})  # fmt: skip
"""What may stand on the line of a tie besides its weight: looks, and `l` for a label."""
_LARGEST = 300_000


def read(source: bytes) -> Gathering:
    """Return what a Pajek file holds; raise `UnreadableNetwork` with the line that is wrong."""
    reader = _Reader()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text_of(source)), 1):
        reader.take(line.strip(), Place(line=number))
    return reader.done()


class _Reader:
    """Reads line by line; knows the section it is in."""

    def __init__(self) -> None:
        self._found = Gathering(Format.PAJEK, declared=True, telling_ids=False)
        self._section = ""
        self._relation = ""
        self._relations: dict[str, str] = {}
        self._count: int | None = None
        self._first_mode = 0
        self._labels: dict[int, tuple[str, Place]] = {}
        self._row = 0
        self._declared = False

    def take(self, line: str, place: Place) -> None:
        """Read one line."""
        if not line:
            return
        if line.startswith("%"):
            self._found.losses.add(Left.COMMENT, place)
        elif line.startswith("*"):
            self._begin(line, place)
        elif self._section == "*vertices":
            self._vertex(line, place)
        elif self._section in _LINES:
            self._tie(line, place)
        elif not self._section:
            raise UnreadableNetwork(Fault.BAD_LINE, place, line[:80])

    def done(self) -> Gathering:
        """Return all that was read."""
        if self._count is None:
            raise UnreadableNetwork(Fault.NO_VERTICES, Place(line=1))
        self._declare()
        return self._found

    def _begin(self, line: str, place: Place) -> None:
        word = line.split(maxsplit=1)[0].split(":", maxsplit=1)[0].lower()
        if word == "*vertices" and self._count is None:
            self._begin_vertices(line, place)
        elif word in _LINES:
            if self._count is None:
                raise UnreadableNetwork(Fault.NO_VERTICES, place)
            self._declare()
            match = _RELATION.match(line)
            number, name = match.groups() if match else (None, None)
            self._relation = name or (number or "")
            if number:
                self._relations[number] = self._relation
            self._row = 0
        elif word != "*network":
            self._found.losses.add(Left.SECTION, place, line[:80])
        self._section = word if word != "*vertices" or not self._declared else "*more"

    def _begin_vertices(self, line: str, place: Place) -> None:
        numbers = line.split()[1:]
        if not numbers or len(numbers) > 2 or not all(each.isdecimal() for each in numbers):
            raise UnreadableNetwork(Fault.BAD_LINE, place, line[:80])
        self._count = int(numbers[0])
        if self._count > _LARGEST:
            raise UnreadableNetwork(Fault.TOO_MANY_NODES, place, limit=_LARGEST)
        if len(numbers) == 2:
            self._first_mode = int(numbers[1])
            self._found.modes(self._first_mode, self._count - self._first_mode)

    def _vertex(self, line: str, place: Place) -> None:
        word, label, rest = _parted(line, place)
        number = self._numbered(word, place)
        if number in self._labels:
            self._found.losses.add(Left.SAME_ID, place, str(number))
            return
        self._labels[number] = (label, place)
        if rest and _NUMBER.fullmatch(rest[0]):
            self._found.losses.add(Left.POSITIONS, place)
        if any(not _NUMBER.fullmatch(each) for each in rest):
            self._found.losses.add(Left.LOOKS, place)

    def _declare(self) -> None:
        if self._declared or self._count is None:
            return
        self._declared = True
        for number in range(1, self._count + 1):
            label, place = self._labels.get(number, ("", Place()))
            self._found.node(str(number), {"label": label}, place)

    def _tie(self, line: str, place: Place) -> None:
        if self._section == "*matrix":
            self._matrix_row(line, place)
            return
        relation = self._relation
        if match := _LINE_OF_RELATION.match(line):
            relation = self._relations.get(match[1], match[1])
            line = line[match.end() :]
        parts = list(_PART.finditer(line))
        if len(parts) < 2:
            raise UnreadableNetwork(Fault.BAD_LINE, place, line[:80])
        start = self._numbered(parts[0][0], place)
        mutual = self._section.startswith("*edges")
        if self._section.endswith("list"):
            for part in parts[1:]:
                end = self._numbered(part[0], place)
                self._found.tie(str(start), str(end), mutual, {"kind": relation}, place)
            return
        end = self._numbered(parts[1][0], place)
        values = {"kind": relation, **self._parameters(parts[2:], place)}
        self._found.tie(str(start), str(end), mutual, values, place)

    def _parameters(self, parts: list[re.Match[str]], place: Place) -> dict[str, str]:
        """Return weight and label of a line; colours, widths and the like are only looks."""
        values: dict[str, str] = {}
        rest = list(parts)
        if rest and _NUMBER.fullmatch(rest[0][0]):
            values["weight"] = rest.pop(0)[0]
        elif rest and rest[0][0].lower() not in _PARAMETERS:
            raise UnreadableNetwork(Fault.BAD_LINE, place, rest[0][0][:80])
        while rest:
            name = rest.pop(0)[0]
            if name == "l" and rest:
                part = rest.pop(0)
                values["label"] = part[1] if part[1] is not None else part[0]
            else:
                self._found.losses.add(Left.LOOKS, place)
                rest = rest[1:]
        return values

    def _matrix_row(self, line: str, place: Place) -> None:
        cells = line.split()
        rows, shift = self._count or 0, 0
        if self._first_mode:
            rows, shift = self._first_mode, self._first_mode
        self._row += 1
        width = (self._count or 0) - shift
        if self._row > rows or len(cells) != width:
            raise UnreadableNetwork(Fault.BAD_LINE, place, line[:80])
        for column, cell in enumerate(cells, 1):
            if not _NUMBER.fullmatch(cell):
                raise UnreadableNetwork(Fault.BAD_LINE, place, cell[:80])
            if float(cell) != 0:
                values = {"kind": self._relation, "weight": cell}
                mutual = bool(self._first_mode)
                self._found.tie(str(self._row), str(column + shift), mutual, values, place)

    def _numbered(self, text: str, place: Place) -> int:
        """Return the number of a vertex; raise `UnreadableNetwork` where there is none."""
        if not text.isdecimal():
            raise UnreadableNetwork(Fault.BAD_LINE, place, text[:80])
        number = int(text)
        if not 1 <= number <= (self._count or 0):
            raise UnreadableNetwork(Fault.UNKNOWN_VERTEX, place, str(number))
        return number


def _parted(line: str, place: Place) -> tuple[str, str, list[str]]:
    """Return number, label and looks on the line of a vertex.

    Pajek knows no quotes within quotes, but programs write them, plain or doubled: such a
    label ends at the last quote of the line.
    """
    parts = list(_PART.finditer(line))
    if line.count('"') % 2:
        raise UnreadableNetwork(Fault.BAD_LINE, place, line[:80])
    if len(parts) < 2:
        return parts[0][0] if parts else line, "", []
    label = parts[1][1]
    if label is None:
        return parts[0][0], parts[1][0], [each[0] for each in parts[2:]]
    within = _LABELLED.fullmatch(line)
    if within and not line[parts[1].end() :][:1].isspace() and line[parts[1].end() :]:
        return within[1], within[2].replace('""', '"'), within[3].split()
    return parts[0][0], label, [each[0] for each in parts[2:]]
