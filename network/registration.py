"""What an organisation says of itself: parsed once, valid from there on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from network.address import email_address, web_address
from network.organization import REGISTRABLE, Classification

CONSENT_VERSION = "2026-11"
"""Names the wording of consent that the form shows; kept with every consent."""


class RegistrationStatus(StrEnum):
    """Where a registration stands."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    """The coordination asked back and waits for the answer."""
    CONFIRMED = "confirmed"
    """Published, or merged into the entry that was there."""
    REJECTED = "rejected"
    ARCHIVED = "archived"
    """Nobody ever confirmed its address; closed without a decision."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """Why a field was refused: a code for the page to translate, and its numbers."""

    code: str
    context: Mapping[str, Any]


class InvalidRegistration(ValueError):
    """What was typed cannot be taken; `errors` says why, by field."""

    def __init__(self, errors: Mapping[str, FieldError]) -> None:
        """Keep one error for each faulty field."""
        super().__init__(", ".join(f"{name}: {error.code}" for name, error in errors.items()))
        self.errors = dict(errors)


def _registrable(value: Classification) -> Classification:
    if value not in REGISTRABLE:
        raise PydanticCustomError("not_registrable", "units of the city do not register")
    return value


def _readable(value: str) -> str:
    """Refuse a name of several lines, or one without any letter or digit."""
    if not value.isprintable() or not any(char.isalnum() for char in value):
        raise PydanticCustomError("not_a_name", "a name is one line with something to read")
    return value


def _agreed(value: bool) -> bool:
    if not value:
        raise PydanticCustomError("consent_required", "contact data need consent")
    return value


_Line = Annotated[str, Field(max_length=200)]
_Lines = Annotated[tuple[_Line, ...], Field(max_length=30)]
_Ids = Annotated[tuple[Annotated[str, Field(max_length=100)], ...], Field(max_length=50)]


class Registration(BaseModel):
    """An organisation as it wishes to be published, with its contact person.

    Ids in `topic_ids`, `group_ids` and `partner_ids` are checked by the store.
    """

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=200), AfterValidator(_readable)]
    classification: Annotated[Classification, AfterValidator(_registrable)]
    contact_name: Annotated[str, Field(max_length=200)] = ""
    contact_email: Annotated[
        str, Field(min_length=1, max_length=254), AfterValidator(email_address)
    ]
    contact_phone: Annotated[str, Field(max_length=50)] = ""
    consent: Annotated[bool, AfterValidator(_agreed)]
    contact_public: bool = False
    website: Annotated[str, Field(max_length=500), AfterValidator(web_address)] = ""
    description: Annotated[str, Field(max_length=2000)] = ""
    district: Annotated[str, Field(max_length=200)] = ""
    languages: _Lines = ()
    target_groups: _Lines = ()
    topic_ids: _Ids = ()
    offers: _Lines = ()
    needs: _Lines = ()
    group_ids: _Ids = ()
    partner_ids: _Ids = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedRegistration:
    """A registration in the coordinator's inbox."""

    id: str
    content: Registration
    status: RegistrationStatus
    submitted_at: datetime
    consent_version: str = CONSENT_VERSION
    language: str = "de"
    email_confirmed_at: datetime | None = None
    question: str = ""
    answer: str = ""
    answered_at: datetime | None = None
    decided_by: str | None = None
    organization_id: str | None = None
    decided_on: date | None = None
    reason: str = ""
    revision: int = 0


def parse_registration(form: Mapping[str, object]) -> Registration:
    """Turn what was typed into a registration.

    Lists may come as sequences or as one text with a value on each line.
    Raises `InvalidRegistration` with one error for each faulty field.
    """
    prepared = {name: _prepared(name, value) for name, value in form.items()}
    try:
        return Registration.model_validate(prepared)
    except ValidationError as error:
        raise InvalidRegistration(_by_field(error)) from None


def _prepared(name: str, value: object) -> object:
    """Split lines of the list fields and drop empty ones, in the order given, once each."""
    if name not in ("languages", "target_groups", "offers", "needs"):
        return value
    lines = value.splitlines() if isinstance(value, str) else value or ()
    if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
        return value  # for pydantic to refuse
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _by_field(error: ValidationError) -> dict[str, FieldError]:
    found: dict[str, FieldError] = {}
    for problem in error.errors(include_url=False):
        field = str(problem["loc"][0]) if problem["loc"] else ""
        context = {key: value for key, value in problem.get("ctx", {}).items() if key != "error"}
        empty = isinstance(problem["input"], str) and not problem["input"].strip()
        code = "required" if empty else _code(problem["type"])
        found.setdefault(field, FieldError(code, context))
    return found


def _code(kind: str) -> str:
    """Translate pydantic's kinds of error into the few words the pages know."""
    return {
        "missing": "required",
        "string_too_short": "too_short",
        "string_too_long": "too_long",
        "too_long": "too_many",
        "enum": "unknown_value",
    }.get(kind, kind)
