"""What an entry says of its organisation, as whoever looks after it types it."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from network.address import web_address
from network.organization import Classification, Organization
from network.typed_fields import parse, parse_beside, readable

_Line = Annotated[str, Field(max_length=200)]
_Lines = Annotated[tuple[_Line, ...], Field(max_length=30)]

LINES: Final = ("languages", "target_groups", "offers", "needs")
"""Fields with a value on each line."""
FREE: Final = frozenset({"offers", "needs", "open_for_cooperation"})
"""Fields that no coordination ever checks; all others are facts it may wish to see first."""


class EntryFacts(BaseModel):
    """What is public of an organisation and its own to say."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=200), AfterValidator(readable)]
    short_name: Annotated[str, Field(max_length=100)] = ""
    classification: Classification
    website: Annotated[str, Field(max_length=500), AfterValidator(web_address)] = ""
    district: Annotated[str, Field(max_length=200)] = ""
    description: Annotated[str, Field(max_length=2000)] = ""
    languages: _Lines = ()
    target_groups: _Lines = ()
    topic_ids: Annotated[
        tuple[Annotated[str, Field(max_length=100)], ...], Field(max_length=50)
    ] = ()
    offers: _Lines = ()
    needs: _Lines = ()
    open_for_cooperation: bool | None = None


FIELDS: Final = tuple(EntryFacts.model_fields)
"""The names of all facts, in the order of the form; the same as those of `Organization`."""


def parse_entry(form: Mapping[str, object], kept: EntryFacts | None = None) -> EntryFacts:
    """Turn what was typed into facts; raise `InvalidFields` with one error for each field.

    Fields that hold what is `kept` already are taken as they are, however long.
    """
    return parse_beside(EntryFacts, form, kept, LINES) if kept else parse(EntryFacts, form, LINES)


def facts_of(organization: Organization) -> EntryFacts:
    """Return what an entry says now; what came from files is taken as it is."""
    return EntryFacts.model_construct(**{name: getattr(organization, name) for name in FIELDS})


def differing(before: EntryFacts, after: EntryFacts) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of the form."""
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))
