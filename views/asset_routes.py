"""Files that browsers get from us: our scripts and styles, and the vis-network of pyvis."""

import importlib.util
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

ASSETS = Path(__file__).parent / "assets"
VIS_NETWORK = "vis-network.min.js"

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@cache
def vis_network_file() -> Path:
    """Return the drawing library inside the installed pyvis, found without importing it."""
    spec = importlib.util.find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pyvis is not installed")
    return next(Path(spec.origin).parent.glob(f"templates/lib/vis-9.1.2/{VIS_NETWORK}"))


async def asset(request: Request) -> Response:
    """Send one file of the few that exist."""
    name = str(request.path_params["name"])
    known = {path.name: path for path in ASSETS.iterdir()}
    path = vis_network_file() if name == VIS_NETWORK else known.get(name)
    if path is None:
        return PlainTextResponse("Not found", status_code=404)
    return FileResponse(path, media_type=_TYPES[path.suffix], headers={"cache-control": "no-cache"})


ROUTES = [Route("/assets/{name}", asset)]
