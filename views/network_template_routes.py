"""Our own tables in German: empty to be filled in, and with everything that is public."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.roster import roster
from network.exchange.template_file import write_template_csv, write_template_xlsx
from views.connection import opened_store

TEMPLATE_XLSX = "/netzkarte/vorlage.xlsx"
TEMPLATE_CSV = "/netzkarte/vorlage.zip"
WHOLE_XLSX = "/netzkarte/alles.xlsx"
WHOLE_CSV = "/netzkarte/alles.zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP = "application/zip"


def download_template_xlsx(_request: Request) -> Response:
    """Send the empty tables as a workbook."""
    return _file("vorlage-netzwerk.xlsx", _XLSX, write_template_xlsx())


def download_template_csv(_request: Request) -> Response:
    """Send the empty tables as CSV, packed together."""
    return _file("vorlage-netzwerk.zip", _ZIP, write_template_csv())


def download_whole_xlsx(_request: Request) -> Response:
    """Send all that is public of the network, whatever its dates, as a workbook."""
    with opened_store() as store:
        return _file("netzwerk-alles.xlsx", _XLSX, write_template_xlsx(roster(store)))


def download_whole_csv(_request: Request) -> Response:
    """Send the same as CSV, packed together."""
    with opened_store() as store:
        return _file("netzwerk-alles.zip", _ZIP, write_template_csv(roster(store)))


ROUTES = [
    Route(TEMPLATE_XLSX, download_template_xlsx),
    Route(TEMPLATE_CSV, download_template_csv),
    Route(WHOLE_XLSX, download_whole_xlsx),
    Route(WHOLE_CSV, download_whole_csv),
]


def _file(name: str, kind: str, content: bytes) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
