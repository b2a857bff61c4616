"""What became of each section, told from the pairs that were found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from concept_review.assignment import Pair
from concept_review.headings import words_in_common
from concept_review.likeness import Likeness, likeness
from concept_review.matching import Match, MatchKind
from concept_review.part import Part, prepared
from concept_review.rounds import Found, compared, found_in_rounds
from concept_review.splitting import splits
from concept_review.surroundings import standing


def outcome(old: Sequence[Part], new: Sequence[Part]) -> list[Match]:
    """Return the matches, as `concept_review.matching.match` says."""
    words = likeness(prepared(old), prepared(new))
    texts = compared(words)
    found = found_in_rounds(words, texts)
    apart = splits(words, found.certain, texts)
    together = _merged(words, found.certain, texts, apart)
    rows = [*_divided(words, apart), *_joined(words, together)]
    rows += _single(words, found, rows, _linked(found, apart, together))
    rows += _left_over(words, rows)
    return _ordered(rows)


def _linked(
    found: Found, apart: Mapping[int, Iterable[int]], together: Mapping[int, Iterable[int]]
) -> set[Pair]:
    """Return all pairs of sections of which one continues the other, perhaps or in part."""
    pairs = found.certain.items() | found.unsure.items()
    pairs |= {(old, new) for old, news in apart.items() for new in news}
    return pairs | {(old, new) for new, olds in together.items() for old in olds}


def _merged(
    words: Likeness,
    certain: Mapping[int, int],
    pairs: Iterable[Pair],
    apart: Mapping[int, Sequence[int]],
) -> dict[int, list[int]]:
    """Return the origins of each new section that was put together; what was divided stays out."""
    pieces = {new for news in apart.values() for new in news}
    free = [(new, old) for old, new in pairs if old not in apart and new not in pieces]
    origins = {new: old for old, new in certain.items() if old not in apart}
    return splits(words.swapped(), origins, free)


def _divided(words: Likeness, apart: Mapping[int, Sequence[int]]) -> Iterator[Match]:
    for old, news in apart.items():
        yield from _best_first(words, MatchKind.SPLIT, [(old, new) for new in news])


def _joined(words: Likeness, together: Mapping[int, Sequence[int]]) -> Iterator[Match]:
    for new, olds in together.items():
        yield from _best_first(words, MatchKind.MERGED, [(old, new) for old in olds])


def _best_first(words: Likeness, kind: MatchKind, pairs: Iterable[Pair]) -> list[Match]:
    rows = [Match(*pair, kind, words_in_common(words, pair)) for pair in pairs]
    return sorted(rows, key=lambda row: -row.similarity)


def _single(
    words: Likeness, found: Found, rows: Sequence[Match], linked: Iterable[Pair]
) -> Iterator[Match]:
    """Yield the pairs of sections that were neither divided nor merged."""
    olds, news = {row.old for row in rows}, {row.new for row in rows}
    unmoved = standing(words.old, words.new, linked)
    for pair in {**found.certain, **found.unsure}.items():
        if pair[0] in olds or pair[1] in news:
            continue
        if found.same.get(pair[0]) == pair[1]:
            yield Match(*pair, MatchKind.UNCHANGED if pair in unmoved else MatchKind.MOVED, 1.0)
        else:
            sure = pair[0] in found.sure
            kind = MatchKind.CHANGED if sure else MatchKind.UNCERTAIN
            yield Match(*pair, kind, words_in_common(words, pair))


def _left_over(words: Likeness, rows: Sequence[Match]) -> Iterator[Match]:
    olds, news = {row.old for row in rows}, {row.new for row in rows}
    yield from (
        Match(None, new, MatchKind.NEW, 0.0) for new in range(len(words.new)) if new not in news
    )
    yield from (
        Match(old, None, MatchKind.GONE, 0.0) for old in range(len(words.old)) if old not in olds
    )


def _ordered(rows: Sequence[Match]) -> list[Match]:
    """Return the rows by new place, a divided section's together where its first piece is."""
    first: dict[int | None, int] = {}
    for row in rows:
        if row.kind is MatchKind.SPLIT and row.new is not None:
            first[row.old] = min(row.new, first.get(row.old, row.new))

    def place(row: Match) -> tuple[bool, int]:
        if row.new is None:
            return True, row.old or 0
        return False, first[row.old] if row.kind is MatchKind.SPLIT else row.new

    return sorted(rows, key=place)
