"""Reading our own tables, from a workbook or from CSV."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from network.exchange.columns import clean, joined
from network.exchange.foreign import ForeignTopic, Format, Left
from network.exchange.gathering import Gathering
from network.exchange.tables import Row
from network.exchange.template import EXAMPLE, SHEETS, Column, Sheet, Sort
from network.exchange.template_words import codes_by_word
from network.exchange.unreadable import Fault, UnreadableNetwork
from network.exchange.vocabulary import POST
from network.graph import TieKind
from network.naming import fold

_HUNG: Final = {"part_of": TieKind.PART_OF, "successor_of": TieKind.SUCCESSOR_OF}
_GIVEN: Final = ("stated_by", "confirmed_by", "disputed_by", "on_behalf_of")
_MUTUAL: Final = {"yes": True, "no": False}


class Sheeted(NamedTuple):
    """A sheet with its head and its rows."""

    sheet: Sheet
    head: Row
    rows: Iterable[Row]


class Filled(NamedTuple):
    """A row: its values by our names, and where it stands."""

    values: dict[str, str]
    row: Row


def gathered(tables: Iterable[Sheeted]) -> Gathering:
    """Return what the tables hold; raise `UnreadableNetwork` where a column is missing."""
    found = Gathering(Format.TEMPLATE, declared=False)
    rows: dict[Sort, list[Filled]] = {}
    for table in tables:
        rows.setdefault(table.sheet.sort, []).extend(_filled(table, found))
    reading = _Reading(found)
    for sort in (each.sort for each in SHEETS):
        reading.take(sort, rows.get(sort, ()))
    reading.tie()
    return found


def fits(head: Iterable[str], name: str = "") -> Sheet | None:
    """Return the sheet that a table of CSV is: by the name of its file, else by its heads."""
    cells = [cell for cell in head if cell.strip()]
    for sheet in SHEETS:
        keys = sheet.keys(cells)
        whole = all(each.key in keys for each in sheet.columns if each.required)
        if whole and (fold(name).startswith(fold(sheet.title)) or len(keys) == len(cells) > 4):
            return sheet
    return None


def _filled(table: Sheeted, found: Gathering) -> Iterator[Filled]:
    """Return the rows by our names; what has no place here is counted."""
    sheet, head = table.sheet, table.head
    keys = sheet.keys(head.cells)
    for column in sheet.columns:
        if column.required and column.key not in keys:
            place = replace(head.place, sheet=sheet.title, column=column.head)
            known = ", ".join(filter(None, head.cells))
            raise UnreadableNetwork(Fault.NO_SUCH_COLUMN, place, known[:500])
    known_places = set(keys.values())
    codes = {column.key: codes_by_word(column.words) for column in sheet.columns}
    for row in table.rows:
        place = replace(row.place, sheet=sheet.title)
        cells = row.cells
        for at, cell in enumerate(cells):
            if cell and at not in known_places:
                title = head.cells[at] if at < len(head.cells) else ""
                found.losses.add(Left.COLUMN, place, title)
        values = {
            column.key: text
            for column in sheet.columns
            if column.key in keys
            and keys[column.key] < len(cells)
            and (text := _value(cells[keys[column.key]], column, codes[column.key]))
        }
        if values.get("id", "").casefold() == EXAMPLE.casefold():
            found.losses.add(Left.EXAMPLE, place)
        elif values:
            yield Filled(values, Row(cells, place))


def _value(text: str, column: Column, codes: Mapping[str, str]) -> str:
    if column.several:
        return joined(tuple(each.strip() for each in clean(text).replace("\n", "|").split("|")))
    return codes.get(_folded(text), text) if codes and text else clean(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return a word folded; a file says the same few again and again."""
    return fold(text)


class _Reading:
    """Takes sheet after sheet; ties wait until all their ends are known."""

    def __init__(self, found: Gathering) -> None:
        self._found = found
        self._ids: set[str] = set()
        self._labels: dict[str, str] = {}
        self._waiting: list[tuple[str, str, dict[str, str], Row]] = []

    def take(self, sort: Sort, rows: Iterable[Filled]) -> None:
        for values, row in rows:
            match sort:
                case Sort.ORGANIZATIONS:
                    self._organization(values, row)
                case Sort.POSTS:
                    self._post(values, row)
                case Sort.TOPICS:
                    self._topic(values, row)
                case _:
                    kind = {"kind": TieKind.MEMBER_OF.value} if sort is Sort.MEMBERSHIPS else {}
                    source, target = values.pop("source", ""), values.pop("target", "")
                    self._waiting.append((source, target, {**values, **kind}, row))

    def tie(self) -> None:
        """Hand over the ties, with the ids of those that they name."""
        for source, target, values, row in self._waiting:
            for name in _GIVEN:
                if name in values:
                    values[name] = self._meant(values[name])
            mutual = _MUTUAL.get(values.pop("mutual", ""))
            if mutual is None:
                mutual = values.get("kind") == "cooperates"
            self._found.tie(self._meant(source), self._meant(target), mutual, values, row.place)

    def _organization(self, values: dict[str, str], row: Row) -> None:
        identifier = self._named(values, values.get("label", ""), row)
        for name, kind in _HUNG.items():
            if target := values.pop(name, ""):
                place = replace(row.place, column=name)
                hung = {"kind": kind.value}
                self._waiting.append((identifier, target, hung, Row((), place)))
        if identifier:
            self._found.node(identifier, values, row.place)

    def _post(self, values: dict[str, str], row: Row) -> None:
        home = values.pop("post_of", "")
        label = values.get("label", "")
        identifier = self._named(values, f"{label} ({home})" if home and label else label, row)
        if identifier:
            self._found.node(identifier, {**values, "kind": POST}, row.place)
        if identifier and home:
            kind = {"kind": TieKind.POST_OF.value}
            place = replace(row.place, column="post_of")
            self._waiting.append((identifier, home, kind, Row((), place)))

    def _named(self, values: dict[str, str], otherwise: str, row: Row) -> str:
        """Return the id of a row, and keep its name for those that call it so."""
        identifier, label = values.pop("id", "") or otherwise, values.get("label", "")
        if not label:
            self._found.losses.add(Left.NO_NAME, replace(row.place, column="label"))
            return ""
        self._ids.add(identifier)
        self._labels.setdefault(label, identifier)
        return identifier

    def _meant(self, text: str) -> str:
        """Return the id that an id or a name means; names of others stay as they are."""
        return text if text in self._ids else self._labels.get(text, text)

    def _topic(self, values: dict[str, str], row: Row) -> None:
        term = values.get("term", "")
        if term:
            topic = ForeignTopic(term[:500], values.get("parent", "")[:500], values.get("id", ""))
            self._found.topic(topic)
        else:
            self._found.losses.add(Left.NO_NAME, replace(row.place, column="term"))
