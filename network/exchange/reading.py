"""Reading a network from a file of any form that we know."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

from network.exchange import delimited, gexf, graphml, node_link, pajek, workbook
from network.exchange.foreign import MAX_BYTES, ForeignNetwork, Format
from network.exchange.gathering import Gathering
from network.exchange.unreadable import Fault, UnreadableNetwork

_READERS: Final[Mapping[Format, Callable[[bytes], Gathering]]] = {
    Format.GRAPHML: graphml.read,
    Format.GEXF: gexf.read,
    Format.PAJEK: pajek.read,
    Format.XLSX: workbook.read,
    Format.JSON: node_link.read,
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
    if form is Format.CSV:
        return delimited.read(source, nodes).network(group_column)
    found = _READERS[form](source)
    if nodes is not None:
        delimited.describe(nodes, found)
    return found.network(group_column)


def format_of(source: bytes, name: str = "") -> Format:
    """Return the form of a file by what it holds, else by the end of its name.

    Raises `UnreadableNetwork` where neither tells it.
    """
    head = source[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if source.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return Format.XLSX
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
