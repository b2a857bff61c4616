"""Who may see what: secrets, each with a word that stands nowhere else.

`SEEN` is the table of it. Roles that may not see a secret must never be sent it; whether those
who may do see it is the matter of other tests, but for `SHOWN`.
"""

from collections.abc import Mapping
from typing import Final

from accounts.identity import Role

_ADMINISTRATION: Final = frozenset({Role.STAFF, Role.LEAD, Role.COORDINATOR})
_COORDINATION: Final = frozenset({Role.COORDINATOR})
_DISCUSSING: Final = _ADMINISTRATION | {Role.ORG_EDITOR, Role.CLERK}
_NOBODY: Final[frozenset[Role]] = frozenset()

SEEN: Final[Mapping[str, frozenset[Role]]] = {
    "contactname": _ADMINISTRATION,
    "contactmail": _ADMINISTRATION,
    "contactphone": _ADMINISTRATION,
    "contacttext": _NOBODY,
    "registrationname": _COORDINATION,
    "registrationtext": _COORDINATION,
    "registrationcontact": _COORDINATION,
    "registrationmail": _COORDINATION,
    "registrationquestion": _COORDINATION,
    "registrationanswer": _COORDINATION,
    "rejectedname": _COORDINATION,
    "rejectedreason": _COORDINATION,
    "entrychange": _COORDINATION,
    "entryrefusal": _COORDINATION,
    "comment": _DISCUSSING,
    "hint": _ADMINISTRATION,
    "introduction": _ADMINISTRATION,
    "proposaltitle": _DISCUSSING,
    "proposaltext": _DISCUSSING,
    "proposalreason": _DISCUSSING,
    "draft": _NOBODY,
    "papermotion": _DISCUSSING,
    "story": _ADMINISTRATION,
    "mailsubject": _COORDINATION,
    "mailbody": _COORDINATION,
    "mailrecipient": _COORDINATION,
    "guestmail": _COORDINATION,
    "entrymail": _COORDINATION,
    "citizenmail": _ADMINISTRATION,
    "accountlogin": _COORDINATION | {Role.ADMIN},
    "accountmail": _COORDINATION | {Role.ADMIN},
    "linktoken": _NOBODY,
    "linkhash": _NOBODY,
    "passwordhash": _NOBODY,
    "mergedtext": _COORDINATION,
    "mergemoves": _COORDINATION,
    "decidername": _COORDINATION | {Role.ADMIN},
    "dissolutionnote": _COORDINATION,
    "dissolutionmoves": _NOBODY,
    "mailtext": _COORDINATION,
    "trysource": _NOBODY,
    "keyvalue": _NOBODY,
}

SHOWN: Final = frozenset(
    {
        "contactname", "contactmail", "contactphone", "registrationname", "registrationtext",
        "registrationcontact", "registrationmail", "comment", "hint", "introduction",
        "proposaltitle", "proposaltext", "proposalreason", "story", "mailsubject", "mailbody",
        "mailrecipient",
        "registrationquestion", "registrationanswer", "rejectedname", "rejectedreason",
        "entrychange", "decidername", "dissolutionnote", "mailtext",
    }
)  # fmt: skip
"""What somebody must have been shown, or the walk does not walk where these things are."""

PUBLIC_WORD: Final = "offenzz"
"""In the name of a contact person who is public."""


def word(secret: str) -> str:
    """Return the word that stands for a secret; no escaping changes it."""
    return f"qz{secret}zq"
