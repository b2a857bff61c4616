"""Several tables of CSV as one file."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final

from network.exchange.csv_files import write_nodes, write_ties
from network.exchange.foreign import ForeignNetwork

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time of all members, so that the same records give the same bytes."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files by their names in one zip container."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files:
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(member, content)
    return stream.getvalue()


def gephi_files(network: ForeignNetwork) -> bytes:
    """Return the two tables for the data laboratory of Gephi."""
    tables = (("nodes.csv", write_nodes), ("edges.csv", write_ties))
    return packed((name, write(network, ",")) for name, write in tables)
