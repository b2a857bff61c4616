"""Writing a network to files of any form that we know."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from network.exchange import (
    csv_files,
    gexf_file,
    graphml_file,
    kumu_file,
    node_link_file,
    pajek_file,
    popolo_file,
)
from network.exchange.foreign import ForeignNetwork
from network.exchange.unreadable import Fault, UnreadableNetwork


class Output(StrEnum):
    """In what form a network goes out."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    PAJEK = "pajek"
    CSV = "csv"
    """Two tables with semicolons."""
    GEPHI = "gephi"
    """Two tables with commas."""
    XLSX = "xlsx"
    """A workbook for Kumu."""
    JSON = "json"
    POPOLO = "popolo"


class Own(StrEnum):
    """In which of our own forms a network goes out whole, with the same ids."""

    XLSX = "template"
    """A workbook with sheets in German."""
    CSV = "template-csv"
    """The same tables as CSV, packed together."""


_ENDINGS: Final[Mapping[str, Output | Own]] = {
    ".graphml": Output.GRAPHML,
    ".gexf": Output.GEXF,
    ".net": Output.PAJEK,
    ".csv": Output.CSV,
    ".xlsx": Output.XLSX,
    ".json": Output.JSON,
    ".zip": Own.CSV,
}


_WRITERS: Final[Mapping[Output, Callable[[ForeignNetwork], bytes]]] = {
    Output.GRAPHML: graphml_file.write,
    Output.GEXF: gexf_file.write,
    Output.PAJEK: pajek_file.write,
    Output.XLSX: kumu_file.write,
    Output.JSON: node_link_file.write,
    Output.POPOLO: popolo_file.write,
}


def output_of(name: str) -> Output | Own:
    """Return the form that the end of a file's name tells; raise `UnreadableNetwork`."""
    if name.lower().endswith(".popolo.json"):
        return Output.POPOLO
    ending = PurePath(name).suffix.lower()
    if ending not in _ENDINGS:
        raise UnreadableNetwork(Fault.UNKNOWN_FORMAT, detail=ending)
    return _ENDINGS[ending]


def write_network(network: ForeignNetwork, form: Output) -> bytes:
    """Return the network as a file; of the two tables of CSV the ties."""
    if form in (Output.CSV, Output.GEPHI):
        return csv_files.write_ties(network, _separator(form))
    return _WRITERS[form](network)


def write_nodes(network: ForeignNetwork, form: Output) -> bytes | None:
    """Return the second table of CSV, that of the nodes; None where one file holds all."""
    if form in (Output.CSV, Output.GEPHI):
        return csv_files.write_nodes(network, _separator(form))
    return None


def _separator(form: Output) -> str:
    return ";" if form is Output.CSV else ","
