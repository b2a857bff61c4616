"""The records of the network."""

import dataclasses
from datetime import date

import pytest

from network.organization import (
    MUTUAL,
    REGISTRABLE,
    Classification,
    Membership,
    MembershipRole,
    Organization,
    Person,
    Post,
    Relation,
    RelationKind,
    Roster,
)

OF_THE_CITY = {
    Classification.DIVISION,
    Classification.DEPARTMENT,
    Classification.OFFICE,
    Classification.WORKING_GROUP,
    Classification.BODY,
    Classification.COUNCIL,
    Classification.ADVISORY_BOARD,
    Classification.MUNICIPAL_COMPANY,
    Classification.AUTHORITY,
}


def test_a_kind_either_belongs_to_the_city_or_may_register_itself() -> None:
    assert set(REGISTRABLE) == set(Classification) - OF_THE_CITY
    assert len(REGISTRABLE) == len(set(REGISTRABLE))


def test_only_cooperation_holds_in_both_directions_at_once() -> None:
    assert set(MUTUAL) == {RelationKind.COOPERATES}


def test_kinds_are_kept_under_the_words_that_stored_records_bear() -> None:
    assert {kind.value for kind in Classification} == {
        *("division", "department", "office", "working_group", "body", "council"),
        *("advisory_board", "municipal_company", "independent_provider", "association"),
        *("initiative", "migrant_organization", "alliance", "project", "authority", "other"),
    }
    assert {kind.value for kind in RelationKind} == {
        *("cooperates", "funds", "commissions", "advises"),
        *("refers_to", "reports_to", "coordinates", "supports", "linked"),
    }
    assert {role.value for role in MembershipRole} == {
        *("chair", "member", "guest", "secretary", "participant")
    }


def test_what_nobody_said_of_an_organization_is_unknown_and_not_no() -> None:
    organization = Organization(id="o", name="Kulturlobby", classification=Classification.OTHER)

    assert organization.open_for_cooperation is None
    assert organization.confirmed_on is None
    assert (organization.start_date, organization.end_date) == (None, None)
    assert organization.parent_id is None
    assert organization.successor_of_id is None


def test_a_person_is_not_public_and_has_not_consented_unless_that_is_said() -> None:
    person = Person(id="p", name="Ayşe Öztürk", organization_id="o")

    assert not person.public
    assert person.consent_on is None
    assert person.consent_text == ""


def test_whoever_takes_part_without_a_capacity_is_a_plain_member() -> None:
    membership = Membership(id="m", organization_id="group", member_organization_id="o")

    assert membership.role is MembershipRole.MEMBER


@pytest.mark.parametrize(
    "record",
    [
        Organization(id="o", name="Kulturlobby", classification=Classification.OTHER),
        Post(id="p", label="Beauftragte", organization_id="o"),
        Membership(id="m", organization_id="o"),
        Relation(id="r", subject_id="o", object_id="p", classification=RelationKind.FUNDS),
        Person(id="x", name="Jan Kowalski", organization_id="o"),
    ],
)
def test_a_record_is_changed_only_by_making_another(
    record: Organization | Post | Membership | Relation | Person,
) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.id = "other"  # type: ignore[misc]

    assert dataclasses.replace(record, revision=record.revision + 1) != record


def test_an_empty_roster_names_nobody() -> None:
    assert Roster() == Roster((), (), (), (), ())


def test_two_records_with_the_same_content_are_equal() -> None:
    one, other = (
        Organization(
            id="o",
            name="Kulturlobby",
            classification=Classification.INITIATIVE,
            confirmed_on=date(2026, 11, 3),
        )
        for _ in range(2)
    )

    assert one == other
    assert len({one, other}) == 1
