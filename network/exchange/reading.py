"""Reading a network from a file of any form that we know."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from network.exchange import delimited, gexf, graphml, node_link, pajek, workbook
from network.exchange.archive import is_workbook, tables_in
from network.exchange.foreign import MAX_BYTES, ForeignNetwork, Format
from network.exchange.gathering import Gathering
from network.exchange.unreadable import Fault, UnreadableNetwork

_READERS: Final[Mapping[Format, Callable[[bytes], Gathering]]] = {
    Format.GRAPHML: graphml.read,
    Format.GEXF: gexf.read,
    Format.PAJEK: pajek.read,
    Format.XLSX: workbook.read,
    Format.JSON: node_link.read,
    Format.POPOLO: node_link.read,
}
_ENDINGS: Final[Mapping[str, Format]] = {
    ".graphml": Format.GRAPHML,
    ".gexf": Format.GEXF,
    ".net": Format.PAJEK,
    ".paj": Format.PAJEK,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".txt": Format.CSV,
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".json": Format.JSON,
}


def read_network(
    source: bytes,
    name: str = "",
    form: Format | None = None,
    nodes: bytes | None = None,
    group_column: str = "",
) -> ForeignNetwork:
    """Return the network that a file holds, and what of it is left out.

    `nodes` is a second file that lists the nodes. The value of `group_column` becomes the
    partition of each node. Raises `UnreadableNetwork`.
    """
    for each in (source, nodes or b""):
        if len(each) > MAX_BYTES:
            raise UnreadableNetwork(Fault.TOO_LARGE, limit=MAX_BYTES)
    if not source.strip():
        raise UnreadableNetwork(Fault.EMPTY)
    form = form or format_of(source, name)
    tables = form in (Format.CSV, Format.TEMPLATE)
    if tables and nodes is None and (own := _template(source, name)):
        return own.network(group_column)
    if tables:
        return delimited.read(source, nodes).network(group_column)
    found = _READERS[form](source)
    if nodes is not None:
        delimited.describe(nodes, found)
    return found.network(group_column)


def read_files(
    files: Sequence[tuple[str, bytes]], form: Format | None = None, group_column: str = ""
) -> ForeignNetwork:
    """Return the network that one file holds, or several tables together.

    Several are our own tables, or one of ties and one of nodes. Raises `UnreadableNetwork`.
    """
    if len(files) == 1:
        return read_network(files[0][1], files[0][0], form, None, group_column)
    if not files or sum(len(source) for _name, source in files) > MAX_BYTES:
        raise UnreadableNetwork(Fault.TOO_LARGE, limit=MAX_BYTES)
    if any(format_of(source, name) is not Format.CSV for name, source in files):
        raise UnreadableNetwork(Fault.WRONG_FILES)
    if own := delimited.read_template(files):
        return own.network(group_column)
    tied = [delimited.has_ends(source) for _name, source in files]
    if len(files) > 2 or sum(tied) != 1:
        raise UnreadableNetwork(Fault.WRONG_FILES)
    (ties_name, ties), (_name, nodes) = files if tied[0] else reversed(files)
    return read_network(ties, ties_name, Format.CSV, nodes, group_column)


def _template(source: bytes, name: str) -> Gathering | None:
    """Return what our own tables in CSV hold, alone or packed together."""
    packed = source.startswith(b"PK")
    if packed and is_workbook(source):
        return workbook.read(source)
    tables = tables_in(source) if packed else [(name, source)]
    found = delimited.read_template(tables)
    if found is None and packed:
        raise UnreadableNetwork(Fault.WRONG_FILES)
    return found


def format_of(source: bytes, name: str = "") -> Format:
    """Return the form of a file by what it holds, else by the end of its name.

    Raises `UnreadableNetwork` where neither tells it.
    """
    head = source[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if source.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return Format.XLSX if is_workbook(source) else Format.TEMPLATE
    if head.startswith(b"<"):
        for word, form in ((b"<gexf", Format.GEXF), (b"<graphml", Format.GRAPHML)):
            if word in head:
                return form
    if head.startswith(b"{"):
        return Format.JSON
    if head.startswith((b"*vertices", b"*network")):
        return Format.PAJEK
    ending = PurePath(name).suffix.lower()
    if ending not in _ENDINGS:
        raise UnreadableNetwork(Fault.UNKNOWN_FORMAT, detail=ending)
    return _ENDINGS[ending]
