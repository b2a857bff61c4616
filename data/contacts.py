"""Contact persons of an organisation: kept with consent, and gone for good when removed."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import require
from data.change import change
from data.clock import today
from data.entries import entry_of
from data.entry_rights import entry_permission
from data.erasure import forget_address, forget_person
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import NotFound, Row, Store
from network.contact_person import ContactFacts
from network.organization import Person
from network.registration import CONSENT_VERSION, FieldError
from network.typed_fields import InvalidFields


def add_contact(
    store: Store,
    actor: Identity,
    organization_id: str,
    facts: ContactFacts,
    *,
    key: str | None = None,
) -> Person:
    """Keep a contact person with the consent given; raise `InvalidFields` without one."""
    identifier, permission = new_id(), entry_permission(actor, organization_id)
    require(actor, permission)
    _require_consent(facts)
    person = Person(
        id=identifier,
        organization_id=organization_id,
        consent_text=CONSENT_VERSION,
        consent_on=today(),
        **_columns(facts),
    )
    with change(store, actor, permission, Verb.ADDED, ("person", identifier), key=key) as detail:
        entry_of(store, organization_id)
        store.insert("persons", to_row(person))
        detail |= {"organization": organization_id, "public": facts.public}
        detail["consent"] = CONSENT_VERSION
    return person


def change_contact(
    store: Store,
    actor: Identity,
    organization_id: str,
    person_id: str,
    facts: ContactFacts,
    *,
    expected: int,
    key: str | None = None,
) -> Person:
    """Change a contact person of an entry; nothing is written where nothing differs.

    What was internal becomes public only with consent given anew. Raises `InvalidFields`,
    `NotFound` for persons of other entries, and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    require(actor, permission)
    present = _person(store, organization_id, person_id)
    new = _columns(facts)
    fields = [name for name, value in new.items() if getattr(present, name) != value]
    if not fields:
        return present
    widened = facts.public and not present.public
    if widened:
        _require_consent(facts)
    with change(store, actor, permission, Verb.CHANGED, ("person", person_id), key=key) as detail:
        row: Row = {**new, "public": int(facts.public)}
        if widened:
            row |= {"consent_text": CONSENT_VERSION, "consent_on": today().isoformat()}
            detail["consent"] = CONSENT_VERSION
        store.update("persons", person_id, row, expected=expected)
        if "email" in fields:
            forget_address(store, actor, organization_id, present.email)
        detail |= {"organization": organization_id, "fields": fields}
    return _person(store, organization_id, person_id)


def remove_contact(
    store: Store,
    actor: Identity,
    organization_id: str,
    person_id: str,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Erase a contact person for good, with the links and mails that went to them.

    Sessions that such a link began end, except the actor's own. Raises `NotFound` for persons
    of other entries, and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    subject = ("person", person_id)
    with change(store, actor, permission, Verb.ERASED, subject, key=key) as detail:
        present = _person(store, organization_id, person_id)
        store.update("persons", person_id, {"name": ""}, expected=expected)  # raises `Conflict`
        store.delete("memberships", person_id=person_id, member_organization_id=None)
        for row in store.find("memberships", person_id=person_id):  # the organisation stays
            store.update("memberships", row["id"], {"person_id": None}, expected=row["revision"])
        store.delete("persons", id=person_id)
        forget_person(store, actor, organization_id, present)
        detail["organization"] = organization_id


def _person(store: Store, organization_id: str, person_id: str) -> Person:
    row = store.get("persons", person_id)
    if row["organization_id"] != organization_id:
        raise NotFound(person_id)
    return from_row(Person, row)


def _columns(facts: ContactFacts) -> Row:
    return facts.model_dump(exclude={"consent"})


def _require_consent(facts: ContactFacts) -> None:
    if not facts.consent:
        raise InvalidFields({"consent": FieldError("consent_required", {})})
