"""Posts of an organisation, as whoever looks after its entry types them."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from network.organization import Occupancy
from network.typed_fields import InvalidFields, parse, parse_beside, partial_date, readable
from network.validity import first_day, last_day


class PostFacts(BaseModel):
    """A function in an organisation: what it is called, since when, and whether it is held."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="forbid")

    label: Annotated[str, Field(min_length=2, max_length=200), AfterValidator(readable)]
    role: Annotated[str, Field(max_length=200)] = ""
    description: Annotated[str, Field(max_length=2000)] = ""
    occupancy: Occupancy = Occupancy.UNKNOWN
    start_date: Annotated[str | None, AfterValidator(partial_date)] = None
    end_date: Annotated[str | None, AfterValidator(partial_date)] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (
            self.start_date
            and self.end_date
            and first_day(self.start_date) > last_day(self.end_date)
        ):
            raise PydanticCustomError("ends_before", "a post ends after it began")
        return self


def parse_post(form: Mapping[str, object], kept: PostFacts | None = None) -> PostFacts:
    """Turn what was typed into a post; raise `InvalidFields` with one error for each field.

    Fields that hold what is `kept` already are taken as they are, however long.
    """
    try:
        return parse_beside(PostFacts, form, kept) if kept else parse(PostFacts, form)
    except InvalidFields as invalid:
        errors = invalid.errors
        whole = errors.pop("", None)  # the two days do not fit each other
        raise InvalidFields({**errors, "end_date": whole} if whole else errors) from None
