"""What citizens say about themselves with a proposal: a name, an address, or nothing at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.identifier import new_id
from data.store import Store
from network.address import email_address

NAME_LIMIT = 120


class InvalidCitizen(ValueError):
    """Something about the author cannot be taken; `errors` maps name, email and trap to codes."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Remember what is wrong by field: too_long, email_address, must_stay_empty."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Citizen:
    """Who proposes without an account; both may be "", and nothing else is kept of them."""

    name: str = ""
    email: str = ""


def parse_citizen(name: str, email: str, trap: str = "") -> Citizen:
    """Return who proposes, the name in one line; raise `InvalidCitizen`.

    `trap` is what stands in a field that people do not see; only programs fill it in.
    """
    name, email = " ".join(name.split()), email.strip()
    errors = {}
    if len(name) > NAME_LIMIT:
        errors["name"] = "too_long"
    try:
        email = email_address(email) if email else ""
    except ValueError:
        errors["email"] = "email_address"
    if trap:
        errors["trap"] = "must_stay_empty"
    if errors:
        raise InvalidCitizen(errors)
    return Citizen(name, email)


def keep_address(store: Store, proposal_id: str, citizen: Citizen) -> None:
    """Keep where the author of a proposal can be reached, if they said so; part of a change."""
    if citizen.email:
        store.insert(
            "citizen_contacts",
            {"id": new_id(), "proposal_id": proposal_id, "email": citizen.email},
        )


def citizen_address(store: Store, actor: Identity, proposal_id: str) -> str:
    """Return where the citizen who proposed can be reached, "" where they left no address.

    Raises `NotPermitted` for whoever may not see contacts.
    """
    require(actor, Permission.CONTACT_READ)
    rows = store.find("citizen_contacts", proposal_id=proposal_id)
    return rows[0]["email"] if rows else ""
