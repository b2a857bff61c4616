"""The papers of a Beschlussvorlage as files, for whoever may read proposals.

The routes are plain functions: the server runs them in a thread of their own, so that writing
a long concept keeps nobody waiting.
"""

import re
from importlib import import_module
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accounts.permissions import NotPermitted, Permission, require
from concept_review.edition import Kit
from concept_review.papers.writing import PaperFormat, write_kit
from data.paper_kits import kit_of, kit_of_paper, with_supporters
from data.sessions import who_is
from data.store import NotFound
from views.connection import opened_store
from views.identity_gate import HEADER
from views.plain_page import plain_page, speak_as_asked
from views.words import _

PAPERS: Final = "/vorlagen"
PROPOSALS: Final = "/vorschlaege"
FORMATS: Final = tuple(each.value for each in PaperFormat)
IDS: Final = "id"
_MOST: Final = 1_000
"""More proposals than this are in no paper; an address with more is nobody's click."""


def paper_address(paper_id: str, ending: str) -> str:
    """Return where the kit of a paper is to be had in a format."""
    return f"{PAPERS}/{paper_id}/kit.{ending}"


def proposals_address(ending: str) -> str:
    """Return where the kit of proposals is to be had; their ids follow as `id` in the query."""
    return f"{PROPOSALS}/kit.{ending}"


def tracked_address(paper_id: str | None) -> str:
    """Return where the text with tracked changes is to be had, of a paper or of proposals."""
    where = f"{PAPERS}/{paper_id}" if paper_id else PROPOSALS
    return f"{where}/aenderungen.docx"


def send_kit(request: Request) -> Response:
    """Send motion, reasons, changes, Synopse and Neufassung in the format of the address."""
    speak_as_asked(request)
    try:
        wanted = PaperFormat(str(request.path_params["ending"]))
        kit = _kit(request, supporters=True)
    except (ValueError, NotFound):
        return _missing()
    except NotPermitted:
        return _refused()
    return _file(write_kit(kit, wanted), _name(kit, "vorlage", wanted.value), wanted.media_type)


def send_tracked(request: Request) -> Response:
    """Send the concept as a Word file in which each proposal is a tracked change of its author."""
    speak_as_asked(request)
    try:
        kit = _kit(request, supporters=False)
    except NotFound:
        return _missing()
    except NotPermitted:
        return _refused()
    # The library is large, and most visitors never need it.
    write_tracked = import_module("concept_review.papers.tracked_docx").write_tracked
    return _file(write_tracked(kit), _name(kit, "aenderungen", "docx"), PaperFormat.DOCX.media_type)


ROUTES = [
    Route(PAPERS + "/{paper_id}/kit.{ending}", send_kit),
    Route(PAPERS + "/{paper_id}/aenderungen.docx", send_tracked),
    Route(PROPOSALS + "/kit.{ending}", send_kit),
    Route(PROPOSALS + "/aenderungen.docx", send_tracked),
]


def _kit(request: Request, *, supporters: bool) -> Kit:
    """Gather what the address names, for whoever the session says is asking.

    Tracked changes bear one author each, so `supporters` are named in the other papers only.
    """
    with opened_store() as store:
        actor = who_is(store, request.headers.get(HEADER.decode()))
        require(actor, Permission.PROPOSAL_READ)
        paper_id = request.path_params.get("paper_id")
        if paper_id:
            kit = kit_of_paper(store, actor, str(paper_id))
            return with_supporters(store, actor, kit) if supporters else kit
        ids = request.query_params.getlist(IDS)
        if not 0 < len(ids) <= _MOST:
            raise NotFound(IDS)
        first = store.get("proposals", ids[0])
        concept_id = store.get("sections", first["section_id"])["concept_id"]
        kit = kit_of(store, actor, concept_id, ids)
        return with_supporters(store, actor, kit) if supporters else kit


def _name(kit: Kit, kind: str, ending: str) -> str:
    """Return a file name that every system takes: kind, reference or edition, and day."""
    about = re.sub(r"[^A-Za-z0-9]+", "-", kit.reference or kit.old.label).strip("-").lower()
    day = kit.made_on or kit.new.day
    return "-".join(part for part in (kind, about[:60], day.isoformat()) if part) + f".{ending}"


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "private, no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def _missing() -> Response:
    words = _("This paper or proposal does not exist.")
    return plain_page("no_paper", 404, title=_("Nothing found"), words=words)


def _refused() -> Response:
    words = _("Only those who may read proposals can download papers. Please sign in.")
    return plain_page("no_paper", 403, title=_("Not for you"), words=words)
