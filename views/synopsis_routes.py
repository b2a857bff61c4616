"""Two versions of a concept side by side, as a file that anybody may have."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from concept_review.edition import Kit
from data.clock import today
from data.concepts import concepts
from data.editions import edition
from data.store import NotFound
from views.connection import opened_store
from views.plain_page import plain_page, speak_as_asked
from views.words import language

SYNOPSIS: Final = "/konzept/synopse"
MEDIA: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def synopsis_url(concept_id: str, older: int, newer: int, ending: str) -> str:
    """Return the address of two versions side by side as a file."""
    query = f"konzept={concept_id}&von={older}&bis={newer}&lang={language()}"
    return f"{SYNOPSIS}.{ending}?{query}"


def send_synopsis(request: Request) -> Response:
    """Send two versions of a concept side by side; it is made outside the event loop."""
    from concept_review.papers.writing import write_synopsis  # noqa: PLC0415  (heavy libraries)

    speak_as_asked(request)
    ending = str(request.path_params["ending"])
    older, newer = (request.query_params.get(name, "") for name in ("von", "bis"))
    concept_id = request.query_params.get("konzept", "")
    with opened_store() as store:
        known = concept_id in [each.id for each in concepts(store)]
        if ending not in MEDIA or not known or not (older.isdigit() and newer.isdigit()):
            return plain_page("no_concept", 404)
        try:
            old = edition(store, concept_id, int(older), None)
            new = edition(store, concept_id, int(newer), None)
        except NotFound:
            return plain_page("no_concept", 404)
    kit = Kit(concept_id=concept_id, old=old, new=new, made_on=today())
    name = f"synopse-{older}-{newer}.{ending}"
    return Response(
        write_synopsis(kit, ending),
        media_type=MEDIA[ending],
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


ROUTES = [Route(f"{SYNOPSIS}.{{ending}}", send_synopsis)]
