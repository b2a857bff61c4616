"""The words for where registrations stand and what their fields are called."""

from collections.abc import Mapping
from typing import Final

from data.registration_batches import Hindrance
from data.registration_inbox import Tray
from network.registration import RegistrationStatus, SubmittedRegistration
from network.registration_joined import Holds
from views.kinds import KINDS
from views.words import _, date_text, mark, moment_text

TRAYS: Final[Mapping[Tray, str]] = {
    Tray.WAITING: mark("Waiting"),
    Tray.UNCONFIRMED: mark("E-mail not confirmed yet"),
    Tray.ASKED: mark("Asked back"),
    Tray.DECIDED: mark("Decided"),
}

FIELDS: Final[Mapping[str, str]] = {
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
    "open_for_cooperation": mark("Open for cooperation"),
}

HOLDS: Final[Mapping[Holds, str]] = {
    Holds.ENTRY: mark("Keep what the entry says"),
    Holds.REGISTERED: mark("Take over what was registered"),
    Holds.BOTH: mark("Both together"),
}

HINDRANCES: Final[Mapping[Hindrance, str]] = {
    Hindrance.CHANGED: mark("Somebody else decided on it, or it was answered meanwhile."),
    Hindrance.DUPLICATE: mark("It may be entered already; please compare it."),
    Hindrance.TWIN: mark("Another registration of this organisation waits as well."),
    Hindrance.UNCONFIRMED: mark("Its e-mail address is not confirmed."),
    Hindrance.GONE: mark("It does not exist any more."),
}

_STATES: Final[Mapping[RegistrationStatus, str]] = {
    RegistrationStatus.SUBMITTED: mark("Waits for a decision"),
    RegistrationStatus.RETURNED: mark("Asked back, not answered yet"),
    RegistrationStatus.CONFIRMED: mark("Confirmed"),
    RegistrationStatus.REJECTED: mark("Rejected"),
    RegistrationStatus.ARCHIVED: mark("Filed without a decision"),
}


def state_text(registration: SubmittedRegistration) -> str:
    """Return where a registration stands, with the day of the decision."""
    state = _(_STATES[registration.status])
    if registration.decided_on:
        return _("{state} on {day}", state=state, day=date_text(registration.decided_on))
    return state


def sent_text(registration: SubmittedRegistration) -> str:
    """Return kind and moment of a registration."""
    return _(
        "{kind}, sent on {moment}",
        kind=_(KINDS[registration.content.classification]),
        moment=moment_text(registration.submitted_at),
    )


def value_text(field: str, value: object, terms: Mapping[str, str]) -> str:
    """Return what a field says, as people read it; topics by their terms."""
    match value:
        case None | "" | () | []:
            return _("(nothing)")
        case bool():
            return _("yes") if value else _("no")
        case tuple() | list():
            return "\n".join(terms.get(str(each), str(each)) for each in value)
        case _:
            return _(KINDS[str(value)]) if field == "classification" else str(value)
