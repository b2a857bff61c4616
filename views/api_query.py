"""What an address of the HTTP interface asks for: parsed once, with all faults at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request

from data.clock import CITY
from network.naming import fold
from network.open_data.listing import MOST, USUAL
from network.organization import Topic
from views.api_problem import BadQuestion
from views.words import _

LANGUAGE: Final = "lang"
PAGES: Final = ("page", "limit")
STAND: Final = "stand"
AS_OF: Final = "as_of"
_LONGEST: Final = 200
_LAST_PAGE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """One page of a list, and what shall be on it; None and empty leave everything in."""

    page: int = 1
    limit: int = USUAL
    classifications: frozenset[str] = frozenset()
    topic_ids: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    as_of: date | None = None
    modified_since: datetime | None = None


class Reader:
    """Reads the parameters of a request and gathers what is wrong with them."""

    def __init__(self, request: Request, known: Collection[str]) -> None:
        """Take the request; parameters besides the `known` ones are faults."""
        self._query = request.query_params
        self.faults: dict[str, str] = {}
        for name in self._query:
            if name not in {*known, *PAGES, LANGUAGE}:
                self.faults[name] = _("This parameter does not exist here.")

    def number(self, name: str, usual: int, most: int) -> int:
        """Return a whole number from 1."""
        text = self._query.get(name, str(usual))
        if text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= most:
            return int(text)
        self.faults[name] = _("Please give a whole number from 1 to {most}.", most=most)
        return usual

    def day(self) -> date | None:
        """Return the day for which to answer, by either of its names."""
        for name in (AS_OF, STAND):
            text = self._query.get(name)
            if text is not None:
                try:
                    return date.fromisoformat(text)
                except ValueError:
                    self.faults[name] = _("Please give a day such as 2026-01-31.")
        return None

    def moment(self, name: str) -> datetime | None:
        """Return a moment; a day alone is its beginning in the city."""
        text = self._query.get(name)
        if text is None:
            return None
        try:
            found = datetime.fromisoformat(text.replace(" ", "+"))
            return (found if found.tzinfo else found.replace(tzinfo=CITY)).astimezone(UTC)
        except (ValueError, OverflowError):
            self.faults[name] = _("Please give a moment such as 2026-01-31T12:00:00Z.")
            return None

    def among(self, name: str, known: Collection[str]) -> frozenset[str]:
        """Return the values of a parameter that may stand there several times."""
        asked = frozenset(self._query.getlist(name))
        if asked - set(known):
            self.faults[name] = _("Please choose from: {values}.", values=", ".join(sorted(known)))
        return asked & frozenset(known)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of a search."""
        text = self._query.get(name, "")
        if len(text) > _LONGEST:
            self.faults[name] = _("This is too long; please shorten it.")
        return tuple(fold(text[:_LONGEST]).split())

    def topics(self, name: str, topics: Sequence[Topic]) -> frozenset[str]:
        """Return the ids of a topic, named by id or term, and of all below it."""
        asked = self._query.get(name)
        if asked is None:
            return frozenset()
        found = {each.id for each in topics if asked == each.id or fold(asked) == fold(each.term)}
        if not found:
            self.faults[name] = _("There is no such topic.")
        before = 0
        while before != len(found):
            before = len(found)
            found |= {each.id for each in topics if each.parent_id in found}
        return frozenset(found)

    def check(self) -> None:
        """Raise `BadQuestion` with everything that is wrong."""
        if self.faults:
            raise BadQuestion(self.faults.items())


def read_question(
    request: Request, known: Collection[str], kinds: Collection[str], topics: Sequence[Topic]
) -> Question:
    """Return what an address asks for; raise `BadQuestion`."""
    reader = Reader(request, known)
    found = Question(
        page=reader.number("page", 1, _LAST_PAGE),
        limit=reader.number("limit", USUAL, MOST),
        classifications=reader.among("classification", kinds),
        topic_ids=reader.topics("topic", topics),
        words=reader.words("q"),
        as_of=reader.day(),
        modified_since=reader.moment("modified_since"),
    )
    reader.check()
    return found


def address_of_page(request: Request, site: str, page: int, limit: int) -> str:
    """Return the address of another page of the same list."""
    kept = [pair for pair in request.query_params.multi_items() if pair[0] not in PAGES]
    paging: Mapping[str, int] = {"page": page, "limit": limit}
    return f"{site}{request.url.path}?{urlencode([*kept, *paging.items()])}"
