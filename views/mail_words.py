"""Why a mail could not be sent, in words of the office."""

from collections.abc import Mapping
from typing import Final

from views.words import _, mark

_CODES: Final[Mapping[str, str]] = {
    "unreachable": mark("The mail server does not answer. The mail will be tried again."),
    "encryption": mark("The mail server has no certificate that this server trusts."),
    "unsupported": mark("The mail server offers no encryption or no sign-in as it is set up here."),
    "login": mark("The mail server refuses the user name or the password that is set up here."),
    "sender": mark("The mail server does not accept the sender that is set up here."),
    "later": mark("The mail server cannot take the mail just now. It will be tried again."),
    "refused": mark("The mail server refuses the mail. Is the address right?"),
    "address": mark("No mail can go to this address. Please correct it."),
}


def fault_text(code: str) -> str:
    """Return the reason in the reader's language."""
    return _(_CODES[code]) if code in _CODES else ""
