"""What a confirmed registration becomes: an organisation, its ties and its contact person."""

from data.clock import day_of, today
from data.identifier import new_id
from data.letters import Compose
from data.organizations import insert_organization
from data.positions import place_new
from data.rows import from_row, to_row
from data.store import Store
from data.tie_letters import ask_other_side
from data.ties import sides
from network.naming import fold
from network.organization import (
    Membership,
    MembershipRole,
    Organization,
    Person,
    Relation,
    RelationKind,
)
from network.registration import Registration, SubmittedRegistration


def publish(store: Store, registration: SubmittedRegistration, compose: Compose) -> Organization:
    """Write what the registration asked for; part of the change that confirms it."""
    organization = _organization(registration)
    insert_organization(store, organization)
    insert_ties(store, registration, organization.id, compose)
    _insert_contact(store, registration, organization.id)
    place_new(store)
    return organization


def source_of(registration: SubmittedRegistration) -> tuple[str, ...]:
    """Return the source that facts from a registration bear."""
    return (f"Anmeldung vom {day_of(registration.submitted_at):%d.%m.%Y}",)


def _organization(registration: SubmittedRegistration) -> Organization:
    content = registration.content
    return Organization(
        id=new_id(),
        name=content.name,
        classification=content.classification,
        district=content.district,
        website=content.website,
        description=content.description,
        languages=content.languages,
        target_groups=content.target_groups,
        topic_ids=content.topic_ids,
        offers=content.offers,
        needs=content.needs,
        open_for_cooperation=True,
        sources=source_of(registration),
        confirmed_on=today(),
    )


def insert_ties(
    store: Store, registration: SubmittedRegistration, identifier: str, compose: Compose
) -> None:
    """Write the ties that a registration named and the entry does not have; part of a change.

    Whoever is at their other end is asked by mail whether they are right.
    """
    content = registration.content
    groups, partners = _tied_already(store, identifier)
    memberships = [
        _membership(registration, identifier, each)
        for each in dict.fromkeys(content.group_ids)
        if each not in groups
    ]
    relations = [
        _relation(registration, identifier, each)
        for each in dict.fromkeys(content.partner_ids)
        if each not in partners
    ]
    for table, ties in (("memberships", memberships), ("relations", relations)):
        for tie in ties:
            store.insert(table, to_row(tie))
            ask_other_side(store, compose, sides(store, tie.id))


def keep_contact(store: Store, registration: SubmittedRegistration, identifier: str) -> None:
    """Add the contact person, or renew the consent of who is there; part of a change."""
    for row in store.find("persons", organization_id=identifier):
        known = from_row(Person, row)
        if _same_person(known, registration.content):
            _renew(store, known, registration)
            return
    _insert_contact(store, registration, identifier)


def _tied_already(store: Store, identifier: str) -> tuple[set[str], set[str]]:
    """Return groups and partners that need no new tie; nothing is tied to itself."""
    memberships = store.find("memberships", member_organization_id=identifier, end_date=None)
    kind = RelationKind.COOPERATES.value
    ties = [
        *store.find("relations", subject_id=identifier, classification=kind, end_date=None),
        *store.find("relations", object_id=identifier, classification=kind, end_date=None),
    ]
    groups = {row["organization_id"] for row in memberships}
    partners = {row[end] for row in ties for end in ("subject_id", "object_id")}
    return groups | {identifier}, partners | {identifier}


def _membership(registration: SubmittedRegistration, identifier: str, group_id: str) -> Membership:
    return Membership(
        id=new_id(),
        organization_id=group_id,
        role=MembershipRole.GUEST,
        member_organization_id=identifier,
        start_date=today().isoformat(),
        stated_by_id=identifier,
        sources=source_of(registration),
    )


def _relation(registration: SubmittedRegistration, identifier: str, partner_id: str) -> Relation:
    return Relation(
        id=new_id(),
        subject_id=identifier,
        object_id=partner_id,
        classification=RelationKind.COOPERATES,
        stated_by_id=identifier,
        sources=source_of(registration),
    )


def _same_person(known: Person, content: Registration) -> bool:
    """Two people may share a mailbox: only the same or no name makes them one."""
    if not known.email or known.email.casefold() != content.contact_email.casefold():
        return False
    return (
        not content.contact_name or not known.name or fold(known.name) == fold(content.contact_name)
    )


def _renew(store: Store, known: Person, registration: SubmittedRegistration) -> None:
    """Let what was agreed to last count, also where that is less than before."""
    content = registration.content
    renewed = Person(
        id=known.id,
        name=known.name or content.contact_name,
        organization_id=known.organization_id,
        email=known.email,
        phone=content.contact_phone or known.phone,
        public=content.contact_public,
        consent_text=registration.consent_version,
        consent_on=day_of(registration.submitted_at),
        language=registration.language,
    )
    store.update("persons", known.id, to_row(renewed), expected=known.revision)


def _insert_contact(store: Store, registration: SubmittedRegistration, identifier: str) -> None:
    content = registration.content
    person = Person(
        id=new_id(),
        name=content.contact_name,
        organization_id=identifier,
        email=content.contact_email,
        phone=content.contact_phone,
        public=content.contact_public,
        consent_text=registration.consent_version,
        consent_on=day_of(registration.submitted_at),
        language=registration.language,
    )
    store.insert("persons", to_row(person))
