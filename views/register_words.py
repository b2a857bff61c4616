"""What the form of registration asks, what each field is for, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from network.registration import FieldError
from views.inert import inert
from views.words import _, mark, number_text

LINES: Final = ("target_groups", "languages", "offers", "needs")
"""Fields with one thing on each line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field: its short name, its label, and what it is for; all to be translated."""

    name: str
    label: str
    help: str


ASKED: Final[Mapping[str, Asked]] = {
    "name": Asked(
        mark("Name"),
        mark("Name of the organisation (required)"),
        mark("As it stands on your letters, for example “Sprachcafé am Kanal e. V.”. Public."),
    ),
    "classification": Asked(
        mark("Kind"),
        mark("Kind of organisation (required)"),
        mark("So that others find you by it. Public."),
    ),
    "description": Asked(
        mark("Description"),
        mark("In a few sentences: what do you do?"),
        mark("At most 2,000 characters. This text will be public."),
    ),
    "topic_ids": Asked(
        mark("Topics"),
        mark("Topics"),
        mark("By these we find who does similar things, and which groups concern you. Public."),
    ),
    "target_groups": Asked(
        mark("Target groups"),
        mark("For whom? (one group on each line)"),
        mark("For example “Families” or “Young refugees”. Public."),
    ),
    "languages": Asked(
        mark("Languages"),
        mark("Languages you speak (one on each line)"),
        mark("For example “Arabic”. Public."),
    ),
    "district": Asked(
        mark("District"),
        mark("District or area in which you work"),
        mark("For example “Drewitz”, or “the whole city”. Public."),
    ),
    "website": Asked(
        mark("Website"),
        mark("Website"),
        mark("For example www.beispiel-verein.de. Public."),
    ),
    "offers": Asked(
        mark("Offers"),
        mark("What you can offer (one on each line)"),
        mark("For example “Room in the evening”. Whoever looks for it finds you. Public."),
    ),
    "needs": Asked(
        mark("Needs"),
        mark("What you need (one on each line)"),
        mark("For example “Interpreters for Farsi”. Public."),
    ),
    "group_ids": Asked(
        mark("Working groups"),
        mark("In which working groups would you like to be heard?"),
        mark("Once published, you stand there as a guest. Public."),
    ),
    "partner_ids": Asked(
        mark("Works with"),
        mark("With whom do you work already?"),
        mark("Becomes a line on the network map. Public."),
    ),
    "contact_email": Asked(
        mark("E-mail address"),
        mark("E-mail address (required)"),
        mark("We send a link there with which you confirm the address. Internal."),
    ),
    "contact_name": Asked(
        mark("Contact"),
        mark("Name of the contact person"),
        mark("Whom may the coordination ask for? Internal."),
    ),
    "contact_phone": Asked(
        mark("Telephone"), mark("Telephone"), mark("For questions that a call settles. Internal.")
    ),
    "consent": Asked(
        mark("Consent"),
        mark(
            "I agree that the city keeps these contact data to work with us in the network. "
            "I can withdraw this at any time. (required)"
        ),
        "",
    ),
    "contact_public": Asked(
        mark("Contact"),
        mark("The contact person may be shown publicly beside the organisation."),
        mark("Without this tick, contact person, address and telephone stay internal."),
    ),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_short": mark("Please write at least {min_length} characters."),
    "too_long": mark("At most {max_length} characters fit here; please shorten it."),
    "line_too_long": mark("At most {max_length} characters fit on each line; please shorten it."),
    "too_many": mark("At most {max_length} lines fit here."),
    "web_address": mark(
        "This is not a complete web address. It looks like https://www.beispiel-verein.de."
    ),
    "email_address": mark("This is not an e-mail address. It looks like name@beispiel.de."),
    "consent_required": mark(
        "Without this consent we may not keep the contact data, so the registration cannot be sent."
    ),
    "not_a_name": mark("Please write the name in one line, with letters."),
    "unknown_value": mark("Please choose from the list."),
    "not_registrable": mark("Please choose from the list."),
    "duplicate": mark(
        "{name} is entered already. Please say below whether that is you or somebody else."
    ),
}


def error_text(field: str, error: FieldError) -> str:
    """Return what is wrong with a field, and what to do."""
    code = "line_too_long" if field in LINES and error.code == "too_long" else error.code
    message = _ERRORS.get(code, mark("This could not be understood; please check it."))
    numbers = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in error.context.items()
    }
    return inert(_(message, **numbers))


def names_of(fields: Iterable[str]) -> str:
    """Return the short names of fields in the order of the form, once each."""
    wanted = set(fields)
    return ", ".join(dict.fromkeys(_(a.name) for field, a in ASKED.items() if field in wanted))
