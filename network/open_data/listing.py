"""A page of a list, as OParl 1.1 sends lists."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from network.open_data import popolo

T = TypeVar("T")

MOST: Final = 100
"""Objects on one page, at most."""
USUAL: Final = 50


class Pagination(BaseModel):
    """How long the list is, and which part of it this is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    total_elements: int = Field(serialization_alias="totalElements")
    elements_per_page: int = Field(serialization_alias="elementsPerPage")
    current_page: int = Field(serialization_alias="currentPage")
    total_pages: int = Field(serialization_alias="totalPages")


class Links(BaseModel):
    """The addresses of other pages of the same list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: str
    prev: str | None = None
    self: str
    next: str | None = None
    last: str


class Listing(BaseModel, Generic[T]):
    """One page of a list, with the addresses of the others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: tuple[T, ...]
    pagination: Pagination
    links: Links


class OrganizationList(Listing[popolo.Organization | popolo.Deleted]):
    """Organisations by name; with `modified_since` also those that are gone."""


class PostList(Listing[popolo.Post]):
    """Posts."""


class MembershipList(Listing[popolo.Membership]):
    """Memberships."""


class RelationList(Listing[popolo.Relation]):
    """Other ties."""


class TopicList(Listing[popolo.Topic]):
    """Topics."""


def pagination(total: int, page: int, limit: int) -> Pagination:
    """Return where a page stands in its list; an empty list has one page."""
    return Pagination(
        total_elements=total,
        elements_per_page=limit,
        current_page=page,
        total_pages=max(1, -(-total // limit)),
    )


def links(place: Pagination, address: Callable[[int], str]) -> Links:
    """Return the links of a page; `address` tells that of any page."""
    here, last = place.current_page, place.total_pages
    return Links(
        first=address(1),
        prev=address(min(here - 1, last)) if here > 1 else None,
        self=address(here),
        next=address(here + 1) if here < last else None,
        last=address(last),
    )
