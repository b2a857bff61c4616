"""The public records as the HTTP interface sends them.

Field names are those of Popolo; where Popolo has none, those of OParl 1.1 (`created`, `modified`,
`deleted`, `keyword`, `shortName`, `subOrganizationOf`, `web`).
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from network.graph import Confirmation
from network.organization import Classification, MembershipRole, Occupancy, RelationKind

PARTIAL_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""An ISO date that may stop at the month or the year."""


class Record(BaseModel):
    """What every object bears: its id, and since when it is there and as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    id: str
    created: str = Field(description="RFC 3339, UTC")
    modified: str = Field(description="RFC 3339, UTC")


class Deleted(Record):
    """An object that is gone; only its id, kind and times are left (OParl 1.1)."""

    type: Literal["Organization", "Section"]
    deleted: Literal[True] = True


class OtherName(BaseModel):
    """A name that an organisation has or had besides its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    end_date: date | None = Field(
        default=None, description="The last day of a name that it bore before"
    )


class Identifier(BaseModel):
    """An id that an organisation bears elsewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    identifier: str


class Source(BaseModel):
    """Where a fact comes from: a web address, words, or both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    note: str
    url: str | None = None


class Area(BaseModel):
    """A part of the city."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str


def _partial(description: str) -> str | None:
    return Field(default=None, pattern=PARTIAL_DATE, description=description)


class Organization(Record):
    """An organisation, unit, body, working group, association or initiative."""

    type: Literal["Organization"] = "Organization"
    name: str
    short_name: str | None = Field(default=None, serialization_alias="shortName")
    other_names: tuple[OtherName, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    classification: Classification
    parent_id: str | None = None
    sub_organization_of: str | None = Field(
        default=None,
        serialization_alias="subOrganizationOf",
        description="The address of the wider organisation in this interface",
    )
    predecessor_id: str | None = Field(default=None, description="The organisation it continues")
    predecessor_ids: tuple[str, ...] = Field(
        default=(), description="All organisations it continues, where several became one"
    )
    founding_date: str | None = _partial("Since when it is there")
    dissolution_date: str | None = _partial("Until when it was there")
    area: Area | None = None
    description: str | None = None
    website: str | None = None
    languages: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    topic_ids: tuple[str, ...] = ()
    keyword: tuple[str, ...] = Field(default=(), description="The terms of its topics")
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    open_for_cooperation: bool | None = None
    confirmed_on: date | None = Field(
        default=None, description="When somebody last said that this still holds"
    )
    possibly_outdated: bool = Field(
        default=False, description="Nobody has confirmed it for a long time"
    )
    sources: tuple[Source, ...] = ()
    web: str = Field(description="The page for people")


class Post(Record):
    """A function that exists whether or not somebody holds it; nobody is named."""

    type: Literal["Post"] = "Post"
    label: str
    role: str | None = None
    organization_id: str
    description: str | None = None
    occupancy: Occupancy
    start_date: str | None = _partial("Since when it is there")
    end_date: str | None = _partial("Until when it was there")
    sources: tuple[Source, ...] = ()


class Membership(Record):
    """That an organisation or a post takes part in an organisation; persons are left out."""

    type: Literal["Membership"] = "Membership"
    organization_id: str
    role: MembershipRole
    member_id: str
    member_type: Literal["Organization", "Post"]
    post_id: str | None = None
    on_behalf_of_id: str | None = None
    start_date: str | None = _partial("Since when")
    end_date: str | None = _partial("Until when")
    confirmation: Confirmation
    sources: tuple[Source, ...] = ()


class Relation(Record):
    """Another tie of two organisations or posts."""

    type: Literal["Relation"] = "Relation"
    subject_id: str
    object_id: str
    classification: RelationKind
    label: str | None = Field(default=None, description="The word of a file for the kind")
    mutual: bool
    strength: float | None = None
    distance: float | None = None
    note: str | None = None
    start_date: str | None = _partial("Since when")
    end_date: str | None = _partial("Until when")
    confirmation: Confirmation
    sources: tuple[Source, ...] = ()


class Topic(Record):
    """A field of action, possibly below a wider one."""

    type: Literal["Topic"] = "Topic"
    name: str
    parent_id: str | None = None


def sources_of(texts: tuple[str, ...]) -> tuple[Source, ...]:
    """Return sources with their address apart, where they are one."""
    return tuple(
        Source(note=text, url=text if text.startswith(("https://", "http://")) else None)
        for text in texts
    )


def known_terms(ids: tuple[str, ...], terms: Mapping[str, str]) -> tuple[str, ...]:
    """Return the terms of those topics that are there."""
    return tuple(terms[each] for each in ids if each in terms)
