"""Where does this sentence come from: since which wording it stands there, and who wanted it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from concept_review.diff import Edit, edits
from concept_review.words import tokens


@dataclass(frozen=True, slots=True)
class Origin:
    """The wording with which words came in, and the adopted proposals that brought them, sorted.

    Words of the first wording were brought by none.
    """

    wording_number: int
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedWording:
    """The text of one wording, and for each proposal adopted with it the text that it wanted.

    The texts wanted are already based on the wording before, so that they can be compared with it.
    """

    number: int
    text: str
    offers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """Words side by side that came in together."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class _Passage:
    """Tokens of the wording before and what a proposal wanted in their place."""

    start: int
    end: int
    new: tuple[str, ...]


def trace(wordings: Sequence[TracedWording]) -> tuple[Run, ...]:
    """Return the last text as runs with their origins; joined they are the text.

    The wordings come oldest first. Words that nobody touched keep their origin. New words are of
    the proposals that wanted exactly them there, or else of all that were adopted with them.
    """
    if not wordings:
        return ()
    marked = [(token, Origin(wordings[0].number)) for token in tokens(wordings[0].text)]
    for before, after in pairwise(wordings):
        marked = list(_marked(tokens(before.text), [origin for _, origin in marked], after))
    groups = groupby(marked, key=lambda pair: pair[1])
    return tuple(Run("".join(token for token, _ in group), origin) for origin, group in groups)


def _marked(
    old: Sequence[str], origins: Sequence[Origin], wording: TracedWording
) -> Iterator[tuple[str, Origin]]:
    new = tokens(wording.text)
    wanted = _wanted(old, wording.offers)
    everybody = Origin(wording.number, tuple(sorted(wording.offers)))
    at = 0
    for edit in edits(old, new):
        yield from zip(old[at : edit.start], origins[at : edit.start], strict=True)
        added = new[edit.new_start : edit.new_end]
        pieces = list(_pieces(old, origins, edit, wanted, wording.number))
        exactly = [token for token, _ in pieces] == added
        yield from pieces if exactly else ((token, everybody) for token in added)
        at = edit.end
    yield from zip(old[at:], origins[at:], strict=True)


def _wanted(old: Sequence[str], offers: Mapping[str, str]) -> dict[_Passage, tuple[str, ...]]:
    """Return every edit that was wanted, with the sorted ids of the proposals that wanted it."""
    found: dict[_Passage, list[str]] = {}
    for source_id, text in sorted(offers.items()):
        offered = tokens(text)
        for edit in edits(old, offered):
            new = tuple(offered[edit.new_start : edit.new_end])
            found.setdefault(_Passage(edit.start, edit.end, new), []).append(source_id)
    return {passage: tuple(found[passage]) for passage in sorted(found)}


def _pieces(
    old: Sequence[str],
    origins: Sequence[Origin],
    edit: Edit,
    wanted: Mapping[_Passage, tuple[str, ...]],
    number: int,
) -> Iterator[tuple[str, Origin]]:
    """Yield what the edits wanted inside this one make together, each token with its origin.

    Several proposals can have changed one word each of what reads as one phrase now.
    """
    at = edit.start
    for passage, source_ids in wanted.items():
        if passage.start < at or passage.end > edit.end:
            continue
        yield from zip(old[at : passage.start], origins[at : passage.start], strict=True)
        for token in passage.new:
            yield token, Origin(number, source_ids)
        at = passage.end
    yield from zip(old[at : edit.end], origins[at : edit.end], strict=True)
