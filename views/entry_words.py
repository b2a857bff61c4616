"""The words of an entry: its fields, what is wrong with them, and what they hold."""

from collections.abc import Iterable, Mapping
from typing import Final

from data.roster import topics
from data.store import Store
from network.registration import FieldError
from views.kinds import KINDS
from views.words import _, mark, number_text

FIELD_NAMES: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "short_name": mark("Short name"),
    "classification": mark("Kind"),
    "website": mark("Website"),
    "district": mark("District"),
    "description": mark("Description"),
    "topic_ids": mark("Topics"),
    "target_groups": mark("Target groups"),
    "languages": mark("Languages"),
    "offers": mark("Offers"),
    "needs": mark("Needs"),
    "open_for_cooperation": mark("Open to working together"),
    "email": mark("E-mail address"),
    "phone": mark("Telephone"),
    "public": mark("Visibility"),
    "language": mark("Language of mails"),
    "label": mark("Name of the post"),
    "role": mark("Function"),
    "occupancy": mark("Filled or vacant"),
    "start_date": mark("Beginning"),
    "end_date": mark("End"),
    "consent": mark("Consent"),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_short": mark("Please write at least {min_length} characters."),
    "too_long": mark("At most {max_length} characters fit here; please shorten it."),
    "too_many": mark("At most {max_length} lines fit here."),
    "web_address": mark(
        "This is not a complete web address. It looks like https://www.beispiel-verein.de."
    ),
    "email_address": mark("This is not an e-mail address. It looks like name@beispiel.de."),
    "consent_required": mark("Without this consent we may not keep or show the contact data."),
    "no_way_to_reach": mark("Please give an e-mail address or a telephone number."),
    "not_a_name": mark("Please write the name in one line, with letters."),
    "unknown_value": mark("Please choose from the list."),
    "not_registrable": mark("Please choose from the list."),
    "taken": mark(
        "{name} is entered already. If that is you as well, please write to the coordination."
    ),
    "not_a_date": mark("Please write a day, a month or a year: 31.05.2024, 05.2024 or 2024."),
    "ends_before": mark("The end lies before the beginning."),
}


def error_texts(errors: Mapping[str, FieldError]) -> dict[str, str]:
    """Return what is wrong with each field, and what to do."""
    return {field: _error_text(error) for field, error in errors.items()}


def field_names(fields: Iterable[str]) -> str:
    """Return the names of fields as a list in one line."""
    return ", ".join(_(FIELD_NAMES[each]) for each in fields if each in FIELD_NAMES)


def value_text(store: Store, field: str, value: object) -> str:
    """Return what a field holds, in words."""
    if field == "classification":
        return _(KINDS[str(value)])
    if field == "open_for_cooperation":
        known = {"yes": True, "no": False, "unknown": None}
        return cooperation_text(known.get(value) if isinstance(value, str) else value)
    if field == "topic_ids":
        terms = {topic.id: topic.term for topic in topics(store)}
        return ", ".join(terms.get(each, "") for each in _listed(value)) or _("(nothing)")
    text = "\n".join(_listed(value)) if isinstance(value, list | tuple) else str(value or "")
    return text or _("(nothing)")


def cooperation_text(value: object) -> str:
    """Say whether an organisation is open to working together."""
    if value is None:
        return _("no answer")
    return _("yes") if value else _("no")


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _error_text(error: FieldError) -> str:
    message = _ERRORS.get(error.code, mark("This could not be understood; please check it."))
    numbers = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in error.context.items()
    }
    return _(message, **numbers)
