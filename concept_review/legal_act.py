"""Laws and resolutions that sections rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TEXT_LIMIT = 500


class LegalKind(StrEnum):
    """What kind of act it is."""

    LAW = "law"
    """Of Bund or Land, or a statute (Satzung) of the city."""
    RESOLUTION = "resolution"
    """Of the council or a committee (Beschluss)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalAct:
    """A law or resolution as it stands; `as_of` is the day of its present wording.

    `reference` is how it is cited ("BGBl. I 2021 S. 4607", "24/SVV/0093").
    """

    id: str
    kind: LegalKind
    title: str
    reference: str
    as_of: date
    note: str = ""
    revision: int = 0


class InvalidLegalAct(ValueError):
    """A law or resolution cannot be kept; `errors` maps fields to codes."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep what is wrong: title required or too_long, reference too_long, as_of in_future."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


def check_legal_act(act: LegalAct, today: date) -> None:
    """Raise `InvalidLegalAct` unless it has a title and a day that has come."""
    errors = {
        field: "too_long"
        for field in ("title", "reference", "note")
        if len(getattr(act, field)) > TEXT_LIMIT
    }
    if not act.title.strip():
        errors["title"] = "required"
    if act.as_of > today:
        errors["as_of"] = "in_future"
    if errors:
        raise InvalidLegalAct(errors)
