"""The words of a reminder, in German, as plain text."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from concept_review.ladder import Rung
from data.mail_texts import REMINDER
from data.reminders import Letter, Reminder
from data.store import Store
from views.mail_wording import Text, one_line, open_places, worded
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


def ours() -> Text:
    """Return our own words, with the places still open."""
    places = open_places(REMINDER, "de")
    with speaking("de"):
        parts = [
            _("Good day,"),
            _("please look after the following:"),
            places["text"],
            _("All that waits for you is shown here: {url}", url=places["link"]),
            _("This mail was written by a program. Each reminder is sent only once."),
        ]
        subject = _("Reminder: {count} of the integration concept", count=places["count"])
    return subject, "\n\n".join(parts)


def compose(letter: Letter, store: Store | None = None) -> Text:
    """Return subject and text of a letter: each section with what is wanted and its address."""
    with speaking("de"):
        values = {
            "count": plural("{n} section", "{n} sections", len(letter.reminders)),
            "text": "\n\n".join(_part(each, letter) for each in letter.reminders),
            "link": settings().public_url,
        }
        subject, body = worded(store, REMINDER, "de", ours(), values)
        return subject, body if letter.recipient else f"{_addressless(letter)}\n\n{body}"


def _part(reminder: Reminder, letter: Letter) -> str:
    here = reminder.of.here
    unit = letter.names.get(reminder.of.unit or "", "")
    lines = [
        one_line(here.section.heading),
        _wanted(reminder),
        _("State: {state}. {reason}", state=currency_word(here.standing.currency),
          reason=one_line(reason(here))).strip(),
        _("Responsible: {unit}", unit=one_line(unit) or _("nobody is named yet")),
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
        unit=one_line(unit) or _("Coordination"),
    )
