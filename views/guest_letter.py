"""The words of a mail that asks an organisation to join in, in German, as plain text."""

from data.guest_links import GuestLetter
from data.mail_texts import INVITATION
from data.store import Store
from views.guest_routes import guest_url
from views.mail_wording import Text, one_line, open_places, quoted, worded
from views.words import _, date_text, speaking


def ours() -> Text:
    """Return our own words, with the places still open."""
    places = open_places(INVITATION, "de")
    with speaking("de"):
        parts = [
            _("Good day,"),
            _(
                "the city asks “{name}” to comment on a section of the integration concept, or to "
                "propose another wording: {section}",
                name=places["name"],
                section=places["section"],
            ),
            places["text"],
            _("You need no account. This link leads you there: {url}", url=places["link"]),
            _(
                "It works once and until {day}. Please do not pass it on: whoever opens it writes "
                "in the name of your organisation.",
                day=places["until"],
            ),
        ]
        subject = _("Your view is wanted: {section}", section=places["section"])
    return subject, "\n\n".join(parts)


def compose(letter: GuestLetter, store: Store | None = None) -> Text:
    """Return subject and text: who is asked about which section, and the link with its end."""
    with speaking("de"):
        message = [_("The coordination writes:"), quoted(letter.message)]
        values = {
            "name": one_line(letter.organization.name),
            "section": one_line(letter.section.heading),
            "text": "\n\n".join(message) if letter.message else "",
            "link": guest_url(letter.token),
            "until": date_text(letter.until),
        }
    return worded(store, INVITATION, "de", ours(), values)
