"""What a confirmed registration becomes: an organisation, its ties and its contact person."""

from data.clock import day_of, today
from data.identifier import new_id
from data.organizations import insert_organization
from data.positions import place_new
from data.rows import to_row
from data.store import Store
from network.organization import (
    Membership,
    MembershipRole,
    Organization,
    Person,
    Relation,
    RelationKind,
)
from network.registration import SubmittedRegistration


def publish(store: Store, registration: SubmittedRegistration) -> Organization:
    """Write what the registration asked for; part of the change that confirms it."""
    organization = _organization(registration)
    insert_organization(store, organization)
    _insert_ties(store, registration, organization.id)
    _insert_contact(store, registration, organization.id)
    place_new(store)
    return organization


def _source(registration: SubmittedRegistration) -> tuple[str, ...]:
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
        sources=_source(registration),
        confirmed_on=today(),
    )


def _insert_ties(store: Store, registration: SubmittedRegistration, identifier: str) -> None:
    content, since, source = registration.content, today().isoformat(), _source(registration)
    for group_id in content.group_ids:
        membership = Membership(
            id=new_id(),
            organization_id=group_id,
            role=MembershipRole.GUEST,
            member_organization_id=identifier,
            start_date=since,
            stated_by_id=identifier,
            sources=source,
        )
        store.insert("memberships", to_row(membership))
    for partner_id in content.partner_ids:
        relation = Relation(
            id=new_id(),
            subject_id=identifier,
            object_id=partner_id,
            classification=RelationKind.COOPERATES,
            stated_by_id=identifier,
            sources=source,
        )
        store.insert("relations", to_row(relation))


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
    )
    store.insert("persons", to_row(person))
