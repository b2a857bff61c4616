"""What the kept entry says after a merge: field by field kept, taken over, or both."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from data.store import Row
from network.organization import Organization

LISTS: Final = ("languages", "target_groups", "topic_ids", "offers", "needs")
TEXTS: Final = ("description",)
SINGLE: Final = (
    "name",
    "short_name",
    "classification",
    "parent_id",
    "district",
    "website",
    "open_for_cooperation",
    "start_date",
    "end_date",
    "successor_of_id",
    "partition",
    "confirmed_on",
)
FIELDS: Final = (*SINGLE, *TEXTS, *LISTS)
"""The fields about which is chosen. Names, ids in files and sources of both are always kept."""


class Choice(StrEnum):
    """Whose value counts."""

    KEEP = "keep"
    TAKE = "take"
    BOTH = "both"
    """Lists are united, texts stand one below the other."""


Choices = Mapping[str, Choice]


def choices_for(field: str) -> tuple[Choice, ...]:
    """Return what can be chosen for a field."""
    return tuple(Choice) if field in (*LISTS, *TEXTS) else (Choice.KEEP, Choice.TAKE)


def usual_choice(field: str, kept: Organization, gone: Organization) -> Choice:
    """Return what is sensible where nobody chose: nothing known gets lost.

    No end says that an entry goes on, so the end of the other one is not taken for it.
    """
    if field in LISTS:
        return Choice.BOTH
    empty = getattr(kept, field) in (None, "") and field != "end_date"
    return Choice.TAKE if empty and getattr(gone, field) not in (None, "") else Choice.KEEP


def differing(kept: Organization, gone: Organization) -> tuple[str, ...]:
    """Return the fields in which both say something different, of which one has to be chosen."""
    return tuple(
        field
        for field in FIELDS
        if getattr(kept, field) != getattr(gone, field)
        and (getattr(gone, field) not in (None, "", ()) or field == "end_date")
        and not (field.endswith("_id") and getattr(gone, field) == kept.id)
    )


def merged_fields(kept: Row, gone: Row, choices: Choices) -> dict[str, object]:
    """Return the columns of the kept entry, from both rows and what was chosen for each field."""
    found: dict[str, object] = {
        field: _WAYS[choice](kept[field], gone[field], field) for field, choice in choices.items()
    }
    name = found.get("name", kept["name"])
    short = found.get("short_name", kept["short_name"])
    names = [kept["name"], kept["short_name"], *json.loads(kept["other_names"])]
    names += [gone["name"], gone["short_name"], *json.loads(gone["other_names"])]
    others = [each for each in dict.fromkeys(names) if each and each not in (name, short)]
    found["other_names"] = _text(others)
    for column in ("identifiers", "sources", "also_successor_of_ids"):
        found[column] = _united(kept[column], gone[column], column)
    return found


def _keep(kept: Any, _gone: Any, _field: str) -> Any:  # noqa: ANN401  (a value of any column)
    return kept


def _take(_kept: Any, gone: Any, _field: str) -> Any:  # noqa: ANN401
    return gone


def _both(kept: Any, gone: Any, field: str) -> Any:  # noqa: ANN401
    if field in LISTS:
        return _united(kept, gone, field)
    if field not in TEXTS:
        raise ValueError(f"one value only: {field}")
    return "\n\n".join(dict.fromkeys(text for text in (kept, gone) if text))


_WAYS: Final[Mapping[Choice, Callable[[Any, Any, str], Any]]] = {
    Choice.KEEP: _keep,
    Choice.TAKE: _take,
    Choice.BOTH: _both,
}


def _united(kept: str, gone: str, _field: str) -> str:
    return _text(list(dict.fromkeys(json.loads(kept) + json.loads(gone))))


def _text(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)
