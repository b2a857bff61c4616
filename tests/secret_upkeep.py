"""What registrations and reshaping leave behind for the coordination or for nobody."""

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.identifier import new_id
from data.store import Store
from network.organization import Organization
from tests.planted_secrets import word


def plant_upkeep(store: Store, unit: Organization, registrations: tuple[str, str]) -> None:
    """Let somebody with a name have decided, and fill the tables that no page should show."""
    decider = add_account(store, OPERATOR, word("decidername"), new_id(), Role.COORDINATOR).account
    day = "2026-01-01"
    with store.atomic():
        row = store.get("registrations", registrations[1])
        decided = {"decided_by": decider.id, "decided_on": day}
        store.update("registrations", row["id"], decided, expected=row["revision"])
        store.insert(
            "dissolutions",
            {
                "id": new_id(), "organization_id": unit.id, "day": day,
                "note": word("dissolutionnote"), "dissolved_by": decider.id,
                "moves": f'[["set", "none", "{word("dissolutionmoves")}", {{}}]]',
                "undone_by": decider.id, "undone_on": day,
            },
        )  # fmt: skip
        pair = sorted((unit.id, new_id()))
        said = {"said_by": decider.id, "said_on": day}
        store.insert(
            "not_duplicates", {"id": new_id(), "first_id": pair[0], "second_id": pair[1], **said}
        )
        store.insert(
            "mail_texts",
            {
                "id": new_id(), "occasion": "received", "language": "de",
                "subject": "Ihre Anmeldung", "body": word("mailtext"),
            },
        )  # fmt: skip
        count = {"form": "registration", "source": word("trysource"), "at": "2099-01-01"}
        store.insert("tries", count)
        store.insert("keys", {"name": "source", "value": word("keyvalue")})
