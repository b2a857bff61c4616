"""The records of the network, in the words of Popolo and W3C ORG."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Classification(StrEnum):
    """What kind of organisation it is."""

    DIVISION = "division"
    DEPARTMENT = "department"
    OFFICE = "office"
    WORKING_GROUP = "working_group"
    BODY = "body"
    COUNCIL = "council"
    ADVISORY_BOARD = "advisory_board"
    MUNICIPAL_COMPANY = "municipal_company"
    INDEPENDENT_PROVIDER = "independent_provider"
    ASSOCIATION = "association"
    INITIATIVE = "initiative"
    MIGRANT_ORGANIZATION = "migrant_organization"
    ALLIANCE = "alliance"
    PROJECT = "project"
    AUTHORITY = "authority"
    OTHER = "other"


REGISTRABLE = (
    Classification.INDEPENDENT_PROVIDER,
    Classification.ASSOCIATION,
    Classification.INITIATIVE,
    Classification.MIGRANT_ORGANIZATION,
    Classification.ALLIANCE,
    Classification.PROJECT,
    Classification.OTHER,
)
"""Kinds that may add themselves; units of the administration are entered by the city."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A unit, body, provider, initiative or any other organised actor.

    Dates are ISO dates that may stop at the month or the year; None is unknown or open.
    `identifiers` are the ids it bears in files it came from; `partition` is the value of a
    column that divides such a network, for brokerage after Gould and Fernandez. An entry that
    was merged into another one stays for old links only, and is in no roster.
    `also_successor_of_ids` are those it continues besides `successor_of_id`.
    """

    id: str
    name: str
    classification: Classification
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    parent_id: str | None = None
    district: str = ""
    website: str = ""
    description: str = ""
    languages: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    topic_ids: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    open_for_cooperation: bool | None = None
    start_date: str | None = None
    end_date: str | None = None
    successor_of_id: str | None = None
    also_successor_of_ids: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    partition: str = ""
    sources: tuple[str, ...] = ()
    confirmed_on: date | None = None
    merged_into_id: str | None = None
    revision: int = 0

    @property
    def predecessor_ids(self) -> tuple[str, ...]:
        """Return all that it continues, the first one first."""
        first = (self.successor_of_id,) if self.successor_of_id else ()
        return (*first, *self.also_successor_of_ids)


class Occupancy(StrEnum):
    """Whether somebody holds a post, where no membership says who."""

    UNKNOWN = "unknown"
    HELD = "held"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A function that exists whether or not somebody holds it."""

    id: str
    label: str
    organization_id: str
    role: str = ""
    description: str = ""
    occupancy: Occupancy = Occupancy.UNKNOWN
    start_date: str | None = None
    end_date: str | None = None
    sources: tuple[str, ...] = ()
    revision: int = 0


class MembershipRole(StrEnum):
    """In what capacity a member takes part."""

    CHAIR = "chair"
    MEMBER = "member"
    GUEST = "guest"
    SECRETARY = "secretary"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """That an organisation, a post or a person belongs to an organisation.

    With a person and a post it says who holds the post. Who stated, confirmed or disputed it
    is the id of an organisation; where nobody stated it, it rests on its sources.
    """

    id: str
    organization_id: str
    role: MembershipRole = MembershipRole.MEMBER
    member_organization_id: str | None = None
    person_id: str | None = None
    post_id: str | None = None
    on_behalf_of_id: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    stated_by_id: str | None = None
    confirmed_by_id: str | None = None
    disputed_by_id: str | None = None
    sources: tuple[str, ...] = ()
    revision: int = 0


class RelationKind(StrEnum):
    """How two organisations or posts are tied."""

    COOPERATES = "cooperates"
    FUNDS = "funds"
    COMMISSIONS = "commissions"
    ADVISES = "advises"
    REFERS_TO = "refers_to"
    REPORTS_TO = "reports_to"
    COORDINATES = "coordinates"
    SUPPORTS = "supports"
    LINKED = "linked"
    """Tied in a way that the records do not tell (`org:linkedTo`)."""


MUTUAL = frozenset({RelationKind.COOPERATES})
"""Kinds that hold in both directions at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two organisations or posts, with who states it and since when.

    `strength` grows with closeness, `distance` with remoteness; a tie has at most one of them.
    `mutual` says whether it holds both ways; None leaves that to its kind. `label` is the
    word of a file for a kind that is none of ours.
    """

    id: str
    subject_id: str
    object_id: str
    classification: RelationKind
    label: str = ""
    mutual: bool | None = None
    strength: float | None = None
    distance: float | None = None
    note: str = ""
    start_date: str | None = None
    end_date: str | None = None
    stated_by_id: str | None = None
    confirmed_by_id: str | None = None
    disputed_by_id: str | None = None
    sources: tuple[str, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A field of action, possibly below a wider one."""

    id: str
    term: str
    parent_id: str | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A contact person, kept only with consent and erasable."""

    id: str
    name: str
    organization_id: str
    email: str = ""
    phone: str = ""
    public: bool = False
    consent_text: str = ""
    consent_on: date | None = None
    language: str = "de"
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """All that a picture, a table or a measure of the network is made from."""

    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    relations: tuple[Relation, ...] = ()
    topics: tuple[Topic, ...] = ()
