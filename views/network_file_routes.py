"""The network as files that other programs read, for exactly what the address shows."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from network.exchange.flattening import foreign_of
from network.exchange.packed import gephi_files
from network.exchange.writing import Output, write_network
from network.exchange.xlsx_table import Table, xlsx_tables
from network.graph import Graph
from views.asked_network import AskedNetwork, asked_network
from views.connection import opened_store
from views.network_sheets import entry_table, tie_table
from views.plain_page import speak_as_asked

GRAPHML = "/netzkarte/netzwerk.graphml"
GEXF = "/netzkarte/netzwerk.gexf"
JSON = "/netzkarte/netzwerk.json"
XLSX = "/netzkarte/netzwerk.xlsx"
PAJEK = "/netzkarte/netzwerk.net"
POPOLO = "/netzkarte/popolo.json"
KUMU = "/netzkarte/kumu.xlsx"
GEPHI = "/netzkarte/gephi.zip"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_graphml(request: Request) -> Response:
    """Send what the address shows as GraphML."""
    written = write_network(foreign_of(_part(request)), Output.GRAPHML)
    return _file("netzwerk.graphml", "application/graphml+xml", written)


def download_gexf(request: Request) -> Response:
    """Send what the address shows as GEXF with dates."""
    written = write_network(foreign_of(_part(request)), Output.GEXF)
    return _file("netzwerk.gexf", "application/gexf+xml", written)


def download_json(request: Request) -> Response:
    """Send what the address shows as node-link data."""
    written = write_network(foreign_of(_part(request)), Output.JSON)
    return _file("netzwerk.json", "application/json", written)


def download_pajek(request: Request) -> Response:
    """Send what the address shows for Pajek."""
    written = write_network(foreign_of(_part(request)), Output.PAJEK)
    return _file("netzwerk.net", "text/plain", written)


def download_popolo(request: Request) -> Response:
    """Send what the address shows as Popolo names it."""
    written = write_network(foreign_of(_part(request)), Output.POPOLO)
    return _file("netzwerk-popolo.json", "application/json", written)


def download_kumu(request: Request) -> Response:
    """Send what the address shows as a workbook for Kumu."""
    written = write_network(foreign_of(_part(request)), Output.XLSX)
    return _file("netzwerk-kumu.xlsx", _XLSX_TYPE, written)


def download_gephi(request: Request) -> Response:
    """Send what the address shows as two tables for Gephi, packed together."""
    return _file("netzwerk-gephi.zip", "application/zip", gephi_files(foreign_of(_part(request))))


def download_xlsx(request: Request) -> Response:
    """Send what the address shows as a workbook that people read: entries and ties."""
    speak_as_asked(request)
    found = _asked(request)
    part, remarks = found.part, found.remarks
    tables: list[Table] = [entry_table(part, remarks), tie_table(part, remarks)]
    return _file("netzwerk.xlsx", _XLSX_TYPE, xlsx_tables(tables))


ROUTES = [
    Route(GRAPHML, download_graphml),
    Route(GEXF, download_gexf),
    Route(JSON, download_json),
    Route(XLSX, download_xlsx),
    Route(PAJEK, download_pajek),
    Route(POPOLO, download_popolo),
    Route(KUMU, download_kumu),
    Route(GEPHI, download_gephi),
]


def _part(request: Request) -> Graph:
    return _asked(request).part


def _asked(request: Request) -> AskedNetwork:
    with opened_store() as store:
        return asked_network(store, request.query_params.getlist)


def _file(name: str, kind: str, content: bytes) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
