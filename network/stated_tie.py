"""A tie as one organisation states it: parsed once, valid from there on."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from network.graph import TieKind
from network.organization import MUTUAL, Classification, RelationKind
from network.registration import FieldError
from network.typed_fields import partial_date

STATABLE: Final = (*(each for each in RelationKind if each is not RelationKind.LINKED),)
"""Kinds that an organisation states; whoever states a tie knows of what kind it is."""

GROUPS: Final = frozenset(
    {
        Classification.WORKING_GROUP,
        Classification.BODY,
        Classification.COUNCIL,
        Classification.ADVISORY_BOARD,
        Classification.ALLIANCE,
    }
)
"""In what an organisation can take part."""

NOTE_LIMIT: Final = 500


class Way(StrEnum):
    """Whether a tie leads from whoever states it to the other one, or back."""

    OUT = "out"
    BACK = "back"


class InvalidTie(ValueError):
    """The tie cannot be taken; `errors` says why, by field: kind, other_id, since, note, until."""

    def __init__(self, errors: Mapping[str, FieldError]) -> None:
        """Keep one error for each faulty field."""
        super().__init__(", ".join(f"{name}: {error.code}" for name, error in errors.items()))
        self.errors = dict(errors)


def _partial_date(value: str) -> str:
    return partial_date(value) or ""


def _one_kind(value: str) -> str:
    if value not in {*STATABLE, TieKind.MEMBER_OF}:
        raise PydanticCustomError("unknown_value", "a kind that can be stated")
    return value


_Since = Annotated[str, Field(max_length=10), AfterValidator(_partial_date)]
_Note = Annotated[str, Field(max_length=NOTE_LIMIT)]


class TieFacts(BaseModel):
    """What can be corrected of a tie: since when it holds, and a note."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="forbid")

    since: _Since = ""
    note: _Note = ""


class StatedTie(TieFacts):
    """A tie of `kind` (a `RelationKind`, or `member_of`) with the organisation or post `other_id`.

    `since` is an ISO date that may stop at the month or the year, or "";
    it may be typed as 31.5.2024 or 5.2024 too.
    """

    kind: Annotated[str, AfterValidator(_one_kind)]
    way: Way = Way.OUT
    other_id: Annotated[str, Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _without_note_of_taking_part(self) -> Self:
        if self.membership and self.note:
            raise PydanticCustomError("no_note", "taking part has no note")
        return self

    @property
    def membership(self) -> bool:
        """Whether it says who takes part in a group."""
        return self.kind == TieKind.MEMBER_OF

    @property
    def mutual(self) -> bool:
        """Whether it is the same seen from both sides."""
        return self.kind in MUTUAL

    def ends(self, own_id: str) -> tuple[str, str]:
        """Return from whom to whom the tie leads when `own_id` states it."""
        return (own_id, self.other_id) if self.way is Way.OUT else (self.other_id, own_id)


def parse_tie(form: Mapping[str, object]) -> StatedTie:
    """Turn what was typed into a tie; raise `InvalidTie` with an error for each faulty field."""
    try:
        return StatedTie.model_validate(form)
    except ValidationError as error:
        raise InvalidTie(_by_field(error)) from None


def parse_facts(form: Mapping[str, object]) -> TieFacts:
    """Turn a correction into facts of a tie; raise `InvalidTie` as `parse_tie` does."""
    try:
        return TieFacts.model_validate(form)
    except ValidationError as error:
        raise InvalidTie(_by_field(error)) from None


def _by_field(error: ValidationError) -> dict[str, FieldError]:
    found: dict[str, FieldError] = {}
    for problem in error.errors(include_url=False):
        field = str(problem["loc"][0]) if problem["loc"] else "note"
        context = {key: value for key, value in problem.get("ctx", {}).items() if key != "error"}
        code = {
            "missing": "required",
            "string_too_short": "required",
            "string_too_long": "too_long",
            "string_type": "required",
        }.get(problem["type"], problem["type"])
        found.setdefault(field, FieldError(code, context))
    return found
