"""What people type into the fields of a form: parsed once, with one error for each field."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from network.registration import FieldError
from network.validity import is_partial_date

M = TypeVar("M", bound=BaseModel)

_TYPED_DATE = re.compile(r"([0-9]{1,2}\.){1,2}[0-9]{4}")

_CODES: Mapping[str, str] = {
    "missing": "required",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "enum": "unknown_value",
    "literal_error": "unknown_value",
}
"""Pydantic's kinds of error in the few words that the pages know."""


class InvalidFields(ValueError):
    """What was typed cannot be taken; `errors` says why, by field."""

    def __init__(self, errors: Mapping[str, FieldError]) -> None:
        """Keep one error for each faulty field."""
        super().__init__(", ".join(f"{name}: {error.code}" for name, error in errors.items()))
        self.errors = dict(errors)


def parse(model: type[M], form: Mapping[str, object], lines: Iterable[str] = ()) -> M:
    """Turn what was typed into a model; fields named in `lines` hold a value on each line.

    Raises `InvalidFields` with one error for each faulty field.
    """
    split = {name: _lines(form[name]) for name in lines if name in form}
    try:
        return model.model_validate({**form, **split})
    except ValidationError as error:
        raise InvalidFields(_by_field(error)) from None


def parse_beside(
    model: type[M], form: Mapping[str, object], kept: M, lines: Iterable[str] = ()
) -> M:
    """Turn what was typed into a model as `parse` does, but take untouched fields as they are.

    What came from files may be longer than a form lets anybody type; it must not keep people
    from changing something else.
    """
    names = tuple(lines)
    try:
        return parse(model, form, names)
    except InvalidFields as invalid:
        old = [each for each in invalid.errors if _untouched(form, kept, each, names)]
        if len(old) < len(invalid.errors):
            raise InvalidFields(
                {name: error for name, error in invalid.errors.items() if name not in old}
            ) from None
        short = parse(model, {**form, **{name: _placeholder(model, name) for name in old}}, names)
        return short.model_copy(update={name: getattr(kept, name) for name in old})


def _untouched(
    form: Mapping[str, object], kept: BaseModel, field: str, lines: Iterable[str]
) -> bool:
    """Say whether a field holds what is kept; browsers write ends of lines in their own way."""
    if field not in form or not hasattr(kept, field):
        return False
    typed, value = form[field], getattr(kept, field)
    if field in lines:
        return _lines(typed) == _lines(value)
    if isinstance(typed, str) and isinstance(value, str):
        return typed.split() == value.split()
    return bool(typed == value)


def _placeholder(model: type[BaseModel], field: str) -> object:
    """Return something that a field takes: its default, or else a word."""
    known = model.model_fields[field]
    return "xx" if known.is_required() else known.get_default()


def readable(value: str) -> str:
    """Refuse a name of several lines, or one without any letter or digit."""
    if not value.isprintable() or not any(char.isalnum() for char in value):
        raise PydanticCustomError("not_a_name", "a name is one line with something to read")
    return value


def partial_date(value: str | None) -> str | None:
    """Return a date that may stop at the month or the year, None for nothing typed.

    It may be typed as 31.5.2024, 5.2024 or 2024, or in ISO form.
    """
    if not value:
        return None
    typed = _TYPED_DATE.fullmatch(value)
    whole = "-".join(part.zfill(2) for part in reversed(value.split("."))) if typed else value
    if not is_partial_date(whole):
        raise PydanticCustomError("not_a_date", "no such day")
    return whole


def _lines(value: object) -> object:
    """Drop empty lines and repeated ones; what is no text is left for pydantic to refuse."""
    lines = value.splitlines() if isinstance(value, str) else value or ()
    if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
        return value
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _by_field(error: ValidationError) -> dict[str, FieldError]:
    found: dict[str, FieldError] = {}
    for problem in error.errors(include_url=False):
        field = str(problem["loc"][0]) if problem["loc"] else ""
        context = {key: value for key, value in problem.get("ctx", {}).items() if key != "error"}
        empty = isinstance(problem["input"], str) and not problem["input"].strip()
        code = "required" if empty else _CODES.get(problem["type"], problem["type"])
        found.setdefault(field, FieldError(code, context))
    return found
