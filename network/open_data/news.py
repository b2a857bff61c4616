"""What is new for the public, and how much of it is told as one piece."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

TOGETHER: Final = timedelta(seconds=2)
"""What was entered within so short a time of one another was entered at once, by a file."""
APART: Final = 5
"""So many pieces entered at once are still told one by one."""
MOST: Final = 50


class NewsKind(StrEnum):
    """What happened."""

    ORGANIZATION = "organization"
    """An organisation is new in the network."""
    ORGANIZATIONS = "organizations"
    """Many are new at once."""
    ENDED = "ended"
    """An organisation has ended."""
    RENAMED = "renamed"
    """An organisation bears another name; `names` are the new and the old one."""
    TIE = "tie"
    """Two are tied; `names` are both, `word` is the kind of the tie."""
    TIES = "ties"
    """Many ties are new at once."""
    VERSION = "version"
    """A version of the concept is published; `word` is its number."""
    DECISION = "decision"
    """The text was changed by a decision; `names` are section, body and reference."""
    STORY = "story"
    """A story is public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One piece of news: when, about what, and the public words of it; never who did it.

    `subject_id` is the id of what it is about, `count` of how many things it tells.
    """

    kind: NewsKind
    at: datetime
    subject_id: str
    names: tuple[str, ...] = ()
    word: str = ""
    text: str = ""
    count: int = 1


def told(every: Iterable[News], most: int = MOST) -> list[News]:
    """Return the newest pieces, newest first; what was entered at once is told as one."""
    alone = (NewsKind.ORGANIZATION, NewsKind.TIE)
    pieces = list(every)
    kept = [each for each in pieces if each.kind not in alone]
    for kind, many in zip(alone, (NewsKind.ORGANIZATIONS, NewsKind.TIES), strict=True):
        one_kind = sorted((each for each in pieces if each.kind is kind), key=lambda each: each.at)
        for run in _runs(one_kind):
            kept += run if len(run) <= APART else [_as_one(run, many)]
    return sorted(kept, key=lambda each: (each.at, each.subject_id), reverse=True)[:most]


def _runs(pieces: Sequence[News]) -> Iterator[list[News]]:
    run: list[News] = []
    for each in pieces:
        if run and each.at - run[-1].at > TOGETHER:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _as_one(run: Sequence[News], kind: NewsKind) -> News:
    names = tuple(each.names[0] for each in run[:APART] if kind is NewsKind.ORGANIZATIONS)
    return News(kind=kind, at=run[-1].at, subject_id=run[0].subject_id, names=names, count=len(run))
