"""Which entries of a whole network probably mean the same organisation, and why."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process

from network.duplicates import DuplicateIndex
from network.naming import bare_name
from network.organization import Organization

ALIKE = 82
"""Likeness of letters in percent from which two names are judged word by word."""
MEANT = 88
"""Likeness in percent, word by word, from which two entries are shown side by side."""
SLIP = 97
"""Likeness of letters in percent from which names are the same but for a slip of the pen."""
_COMMON = 400
"""Names that share a part; of one that more share, such as “Verein”, only whole names count."""
_SHARED = 3
"""Entries with one website; where it is more, the site is one of a city or an umbrella."""
_NUMBERS = re.compile(r"\d+")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class ProbableTwins:
    """Two entries, how alike their names are in percent, and whether they share a website.

    `texts` are the names that were found alike.
    """

    one: Organization
    two: Organization
    likeness: int
    same_website: bool
    texts: tuple[str, str]

    @property
    def pair(self) -> tuple[str, str]:
        """Return both ids, the lesser first."""
        first, second = sorted((self.one.id, self.two.id))
        return first, second


def probable_twins(
    organizations: Sequence[Organization],
    distinct: Collection[tuple[str, str]] = (),
    limit: int = 200,
) -> tuple[ProbableTwins, ...]:
    """Return pairs that are probably one, the likeliest first.

    Names whose letters are alike are judged word by word by the measure that also finds who
    registers a second time (`duplicates`): so “Chor Bonn” and “Chor Köln” are two. To ask that
    index for each entry would find no more, and take over a minute for 10,000.
    Names that differ in a number are two, and so are an organisation and what it continues.
    """
    best: dict[tuple[str, str], ProbableTwins] = {}
    for found in (*_by_name(organizations), *_by_website(organizations)):
        known = best.get(found.pair)
        if known is None or known.likeness < found.likeness:
            best[found.pair] = found
    kept = [each for each in best.values() if each.pair not in distinct and not _of_one_line(each)]
    kept = _judged(kept, organizations)
    kept.sort(key=lambda each: (-each.likeness - 5 * each.same_website, each.one.name))
    return tuple(kept[:limit])


def _judged(
    found: Sequence[ProbableTwins], organizations: Sequence[Organization]
) -> list[ProbableTwins]:
    """Return those whose names mean the same, word by word, or that share a website."""
    index = DuplicateIndex(organizations)
    judged = [(each, index.between(*each.texts)) for each in found]
    return [
        replace(each, likeness=max(meant, MEANT) if _one_slip(each) else meant)
        for each, meant in judged
        if meant >= MEANT or each.same_website or _one_slip(each)
    ]


def _one_slip(each: ProbableTwins) -> bool:
    """Say whether two names are the same but for a letter or two in a long one."""
    return each.likeness >= SLIP


def _of_one_line(found: ProbableTwins) -> bool:
    one, two = found.one, found.two
    return one.id in two.predecessor_ids or two.id in one.predecessor_ids


def _names(each: Organization) -> Iterator[str]:
    for text in (each.name, *each.other_names, each.short_name):
        if len(bare_name(text)) >= _SHORTEST:
            yield text


def _by_name(organizations: Sequence[Organization]) -> Iterator[ProbableTwins]:
    """Compare names that share the beginning or the end of a word, not each with each other."""
    known = [(each, text) for each in organizations for text in dict.fromkeys(_names(each))]
    words = [" ".join(sorted(bare_name(text).split())) for _each, text in known]
    sharing: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(words):
        for mark in _marks(text):
            sharing[mark].append(place)
    whole = set(words)
    for mark, places in sharing.items():
        if len(places) > 1 and (len(places) <= _COMMON or mark in whole):
            yield from _alike([known[each] for each in places], [words[each] for each in places])


def _marks(text: str) -> set[str]:
    long = [word for word in text.split() if len(word) >= _SHORTEST]
    return {text, *(word[:_SHORTEST] for word in long), *(f"-{word[-_SHORTEST:]}" for word in long)}


def _alike(
    known: Sequence[tuple[Organization, str]], words: Sequence[str]
) -> Iterator[ProbableTwins]:
    table = process.cdist(words, words, scorer=fuzz.ratio, score_cutoff=ALIKE)
    for row, column in zip(*table.nonzero(), strict=True):
        left, right = int(row), int(column)
        if left < right and known[left][0].id != known[right][0].id:
            found = _found(known[left], known[right], round(float(table[row, column])))
            if found:
                yield found


def _found(
    left: tuple[Organization, str], right: tuple[Organization, str], likeness: int
) -> ProbableTwins | None:
    if _NUMBERS.findall(left[1]) != _NUMBERS.findall(right[1]):
        return None
    host = _host(left[0].website)
    same = bool(host) and host == _host(right[0].website)
    return ProbableTwins(left[0], right[0], likeness, same, (left[1], right[1]))


def _by_website(organizations: Sequence[Organization]) -> Iterator[ProbableTwins]:
    hosts: dict[str, list[Organization]] = defaultdict(list)
    for each in organizations:
        if host := _host(each.website):
            hosts[host].append(each)
    for shared in hosts.values():
        if len(shared) <= _SHARED:
            for one, two in combinations(shared, 2):
                ratio = fuzz.token_sort_ratio(bare_name(one.name), bare_name(two.name))
                yield ProbableTwins(one, two, round(ratio), True, (one.name, two.name))


def _host(website: str) -> str:
    try:
        parts = urlsplit(website)
        return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")
    except ValueError:
        return ""
