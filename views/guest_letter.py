"""The words of a mail that asks an organisation to join in, in German, as plain text."""

from data.guest_links import GuestLetter
from views.guest_routes import guest_url
from views.words import _, date_text, speaking


def compose(letter: GuestLetter) -> tuple[str, str]:
    """Return subject and text: who is asked about which section, and the link with its end."""
    heading, name = _line(letter.section.heading), _line(letter.organization.name)
    with speaking("de"):
        subject = _("Your view is wanted: {section}", section=heading)
        message = [_("The coordination writes:"), _quoted(letter.message)]
        parts = [
            _("Good day,"),
            _(
                "the city asks “{name}” to comment on a section of the integration concept, or to "
                "propose another wording: {section}",
                name=name,
                section=heading,
            ),
            *(message if letter.message else []),
            _("You need no account. This link leads you there: {url}", url=guest_url(letter.token)),
            _(
                "It works once and until {day}. Please do not pass it on: whoever opens it writes "
                "in the name of your organisation.",
                day=date_text(letter.until),
            ),
        ]
        return subject, "\n\n".join(parts) + "\n"


def _quoted(message: str) -> str:
    """Mark every line of what a person wrote, so that it cannot pose as part of the mail."""
    return "\n".join(f"> {line}".rstrip() for line in message.splitlines())


def _line(text: str) -> str:
    return " ".join(text.split())
