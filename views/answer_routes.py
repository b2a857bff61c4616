"""Answering what the coordination asked back: a plain route. GET shows, POST answers once."""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from data.registration_answers import ANSWER_LENGTH, Asked, answer, asked_by
from data.store import Conflict, NotFound, Store
from network.registration import InvalidRegistration, Registration, parse_registration
from views.answer_fields import LINES, TEXTS, as_registered, error_text, longest
from views.connection import opened_store
from views.entry_addresses import ANSWER
from views.mail_soon import send_soon
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.sign_in_routes import refused
from views.words import _, number_text

_LARGEST: Final = 64 * 1024
"""So many bytes a whole answer may have; the longest that fits all fields has fewer."""

Typed = Mapping[str, str]


async def show_question(request: Request) -> Response:
    """Show what is asked and what was registered; take the answer when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            asked = asked_by(store, token)
            if request.method != "POST":
                return _page(asked, as_registered(asked.registration.content), {})
            if not from_this_site(request):
                return refused()
            if not _is_bearable(request):
                return plain_page("registration_too_long", 413)
            return _answered(store, token, asked, await request.form(max_files=0, max_fields=20))
    except (NotFound, Conflict):
        return plain_page("registration_question_ended", 410)


def _is_bearable(request: Request) -> bool:
    length = request.headers.get("content-length", "")
    return length.isdecimal() and len(length) < 10 and int(length) <= _LARGEST


def _answered(store: Store, token: str, asked: Asked, form: FormData) -> Response:
    typed = {name: _typed(form, name) for name in ("answer", *LINES, *TEXTS)}
    errors: dict[str, str] = {}
    corrected = asked.registration.content
    try:
        corrected = _corrected(corrected, typed)
    except InvalidRegistration as invalid:
        errors = {field: error_text(each) for field, each in invalid.errors.items()}
    if len(typed["answer"]) > ANSWER_LENGTH:
        count = number_text(ANSWER_LENGTH)
        errors["answer"] = _("At most {count} characters fit here; please shorten it.", count=count)
    elif not typed["answer"] and corrected == asked.registration.content and not errors:
        errors["answer"] = _("Please write an answer, or correct what you registered.")
    if errors:
        return _page(asked, typed, errors)
    answer(store, token, typed["answer"], corrected)
    send_soon()
    return plain_page("registration_answered", name=corrected.name)


def _typed(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _corrected(registered: Registration, typed: Typed) -> Registration:
    """Return the registration with what was corrected; all else stays as it was sent."""
    known = registered.model_dump(mode="json")
    return parse_registration({**known, **{name: typed[name] for name in (*LINES, *TEXTS)}})


def _page(asked: Asked, typed: Typed, errors: Mapping[str, str]) -> HTMLResponse:
    return plain_page(
        "registration_question",
        422 if errors else 200,
        name=asked.registration.content.name,
        question=asked.registration.question,
        typed=typed,
        errors=errors,
        lines={name: _(label) for name, label in LINES.items()},
        texts={name: _(label) for name, label in TEXTS.items()},
        longest={name: longest(name) for name in LINES},
        answer_length=ANSWER_LENGTH,
    )


ROUTES: Final = [Route(f"{ANSWER}/{{token}}", show_question, methods=["GET", "POST"])]
