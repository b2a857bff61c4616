"""The words of a reminder, in German, as plain text."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from concept_review.ladder import Rung
from data.reminders import Letter, Reminder
from views.settings import settings
from views.standing_words import currency_word, reason
from views.words import _, date_text, mark, plural, speaking

_RUNGS: Final[Mapping[Rung, str]] = {
    Rung.SOON: mark("The review is due on {day}."),
    Rung.LATE: mark("The review was due on {day}."),
    Rung.DEPUTY: mark("The review was due on {day}; you are asked as deputy."),
    Rung.COORDINATION: mark("The review was due on {day}; the reminders so far led to nothing."),
    Rung.RESUBMITTED: mark("Put off until {day}: this review is to be taken up again."),
    Rung.COSIGN_SOON: mark("Your unit is asked to sign by {day}."),
    Rung.COSIGN_LATE: mark("Your unit was asked to sign by {day}; the answer is missing."),
}


def compose(letter: Letter) -> tuple[str, str]:
    """Return subject and text of a letter: each section with what is wanted and its address."""
    with speaking("de"):
        count = len(letter.reminders)
        subject = plural(
            "Reminder: {n} section of the integration concept",
            "Reminder: {n} sections of the integration concept",
            count,
        )
        parts = [
            *([] if letter.recipient else [_addressless(letter)]),
            _("Good day,"),
            _("please look after the following:"),
            *(_part(each, letter) for each in letter.reminders),
            _("All that waits for you is shown here: {url}", url=settings().public_url),
            _("This mail was written by a program. Each reminder is sent only once."),
        ]
        return subject, "\n\n".join(parts) + "\n"


def _part(reminder: Reminder, letter: Letter) -> str:
    here = reminder.of.here
    unit = letter.names.get(reminder.of.unit or "", "")
    lines = [
        _line(here.section.heading),
        _wanted(reminder),
        _("State: {state}. {reason}", state=currency_word(here.standing.currency),
          reason=_line(reason(here))).strip(),
        _("Responsible: {unit}", unit=_line(unit) or _("nobody is named yet")),
        f"{settings().public_url}/abschnitt?{urlencode({'id': here.section.id})}",
    ]  # fmt: skip
    return "\n".join([lines[0], *(f"  {line}" for line in lines[1:])])


def _wanted(reminder: Reminder) -> str:
    """Say what is wanted; a deputy's words are only for a deputy."""
    rung = reminder.rung
    if rung is Rung.DEPUTY and reminder.organization_id is None:
        rung = Rung.COORDINATION
    return _(_RUNGS[rung], day=date_text(reminder.of.day))


def _addressless(letter: Letter) -> str:
    unit = letter.names.get(letter.reminders[0].organization_id or "", "")
    return _(
        "No account of “{unit}” has an e-mail address. Please pass this on in another way.",
        unit=_line(unit) or _("Coordination"),
    )


def _line(text: str) -> str:
    """Keep text of others on one line, so that it cannot pose as another part of the mail."""
    return " ".join(text.split())
