"""Stories: views of the network with a text, as steps to play and to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LONGEST_TITLE: Final = 200
LONGEST_TEXT: Final = 5_000
LONGEST_ADDRESS: Final = 20_000
"""Letters; an address names some hundred nodes at most."""


class InvalidStory(Exception):
    """A story, step or arrangement cannot be kept; `errors` says by field what is wrong.

    Codes: `missing`, `too_long`, `taken`.
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep the codes by the name of the field."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = dict(errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A row of steps with a title; the public ones are for everybody."""

    id: str
    title: str
    summary: str = ""
    public: bool = False
    author_id: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One view of the map: its address, and what is said about it. `position` counts from 1."""

    id: str
    story_id: str
    position: int
    title: str
    text: str = ""
    address: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a step says, as it was typed: title, text, and the address of its view."""

    title: str
    text: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Where the nodes of a view stand, under a name; `address` is the view it was made for."""

    id: str
    name: str
    address: str = ""
    author_id: str = ""
    revision: int = 0


def check_told(told: Told) -> Told:
    """Return a step without blanks around it; raise `InvalidStory`."""
    title = check_title(told.title)
    long = {
        field: "too_long"
        for field, text, most in (
            ("text", told.text, LONGEST_TEXT),
            ("address", told.address, LONGEST_ADDRESS),
        )
        if len(text) > most
    }
    if long:
        raise InvalidStory(long)
    return Told(title, told.text.strip(), told.address)


def check_title(title: str, field: str = "title") -> str:
    """Return a title as one line; raise `InvalidStory` where it is empty or too long."""
    line = " ".join(title.split())
    if not line:
        raise InvalidStory({field: "missing"})
    if len(line) > LONGEST_TITLE:
        raise InvalidStory({field: "too_long"})
    return line


def moved(order: list[str], step_id: str, to: int) -> list[str]:
    """Return ids in their new order after one went to a place; beyond an end counts as the end."""
    rest = [each for each in order if each != step_id]
    place = min(max(to, 1), len(order)) - 1
    return [*rest[:place], step_id, *rest[place:]]
