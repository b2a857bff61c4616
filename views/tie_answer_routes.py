"""Confirming or disputing a stated tie by a link from a mail: GET shows it, POST answers."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.store import Conflict, NotFound
from data.tie_letters import Question, answer_by_link, question
from data.ties import Outcome
from network.graph import TieKind
from network.organization import Membership
from views.connection import opened_store
from views.entry_addresses import SETTLE_TIE
from views.kinds import CONFIRMATIONS, ROLES, TIES
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.sign_in_routes import refused
from views.still_right_routes import shown_revision
from views.tie_words import period_text
from views.words import _

_ANSWERS = {each.value: each for each in (Outcome.CONFIRMED, Outcome.DISPUTED)}


async def show_tie_question(request: Request) -> Response:
    """Show who states what; take the answer only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            if request.method != "POST":
                return _page("tie_question", question(store, token))
            form = await request.form(max_fields=5)
            if not from_this_site(request):
                return refused()
            outcome = _ANSWERS.get(str(form.get("answer")))
            if outcome is None:
                return _page("tie_question", question(store, token))
            try:
                answered = answer_by_link(
                    store, token, outcome, expected=shown_revision(form.get("revision"))
                )
            except Conflict:
                return _page("tie_question", question(store, token), 409)
            return _page("tie_answered", answered)
    except NotFound:
        return plain_page("upkeep_link_ended", 410)


def _page(template: str, asked: Question, status: int = 200) -> Response:
    return plain_page(
        template,
        status,
        question=asked,
        sentence=sentence_of(asked),
        state=_(CONFIRMATIONS[asked.standing]),
        changed=status != 200,
    )


def sentence_of(asked: Question) -> str:
    """Return what is stated: who is tied to whom, how, since when, with which note."""
    record = asked.record
    if isinstance(record, Membership):
        kind, note = _(TIES[TieKind.MEMBER_OF]), _(ROLES[record.role])
    else:
        kind, note = record.label or _(TIES[record.classification]), record.note
    lines = (
        _("“{start}” {tie} “{end}”", start=asked.start, tie=kind, end=asked.end),
        period_text(record.start_date, record.end_date),
        note,
    )
    return "\n".join(line for line in lines if line)


ROUTES = [Route(f"{SETTLE_TIE}/{{token}}", show_tie_question, methods=["GET", "POST"])]
