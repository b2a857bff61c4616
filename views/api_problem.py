"""What the HTTP interface says when it cannot answer: problem details after RFC 9457."""

import json
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from views.words import _, speaking

PROBLEM: str = "application/problem+json"


class FaultyParameter(BaseModel):
    """A part of the address that cannot be understood, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parameter: str
    detail: str


class Problem(BaseModel):
    """Why there is no answer (RFC 9457), in German or English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: tuple[FaultyParameter, ...] = Field(default=())


class BadQuestion(Exception):
    """The address asks for something that does not exist; `errors` says what by parameter."""

    def __init__(self, errors: Iterable[tuple[str, str]]) -> None:
        """Keep what is wrong, already in the reader's language."""
        self.errors = tuple(FaultyParameter(parameter=name, detail=why) for name, why in errors)
        super().__init__(", ".join(each.parameter for each in self.errors))


def language_asked(request: Request) -> str:
    """Return in which language to explain: that of the address, else that of the program."""
    asked = request.query_params.get("lang", "")
    if asked in ("de", "en"):
        return asked
    accepted = request.headers.get("accept-language", "").strip().casefold()
    return "en" if accepted.startswith("en") else "de"


def problem(request: Request, status: int, errors: Iterable[FaultyParameter] = ()) -> Response:
    """Return the problem as JSON."""
    with speaking(language_asked(request)):
        titles = {
            400: (_("Not understood"), _("The address asks for something that does not exist.")),
            404: (_("Not found"), _("There is nothing under this address.")),
            405: (_("Not possible"), _("This interface can only be read.")),
            406: (_("Not available"), _("This description is not available in that form.")),
        }
        title, detail = titles[status]
    body = Problem(title=title, status=status, detail=detail, errors=tuple(errors))
    text = json.dumps(body.model_dump(mode="json"), ensure_ascii=False)
    headers = {"vary": "Accept-Language", "cache-control": "no-store"}
    return Response(text, status_code=status, media_type=PROBLEM, headers=headers)
