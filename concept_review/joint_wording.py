"""One section as several people want to word it, each on the text that they had before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from concept_review.amendment import Amendment
from concept_review.block import HEADER, Block, BlockKind
from concept_review.carried import Carried, carried_over
from concept_review.continuity import with_known_ids
from concept_review.merge import Composition, Conflict, SharedSentence, compose
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.tables import cells
from concept_review.unreadable import UnreadableConcept


@dataclass(frozen=True, slots=True)
class SectionComposition:
    """The wording with all that is not contested, and what is.

    Authors are places among the amendments given. `conflicts` are between amendments, that of
    the titles first; `warnings` are sentences that several people changed, in characters of the
    present text. `contradictions` are with the present text, for an amendment that was made on
    another one. `taken` are the places of those of which something was taken in, or which want
    nothing that is not there already.
    """

    wording: Wording
    conflicts: tuple[Conflict, ...]
    warnings: tuple[SharedSentence, ...]
    contradictions: Mapping[int, tuple[Conflict, ...]]
    taken: tuple[int, ...]


def compose_section(section: Section, amendments: Sequence[Amendment]) -> SectionComposition:
    """Return the words of a section with all amendments that reword it; others count for nothing.

    The order of the amendments changes nothing but the places that `authors` names.
    """
    carried = carried_over(section, amendments)
    base = text_of_blocks(section.blocks)
    title, titles = _title(section.title, carried)
    made = compose(base, [each.text for each in carried])
    blocks = _blocks(section.blocks, base, made.text, carried)
    if blocks is None:
        blocks, made = section.blocks, _all_open(base, carried)
    made = _named(made, [each.place for each in carried])
    return SectionComposition(
        wording=Wording(title, blocks),
        conflicts=(*titles, *made.conflicts),
        warnings=made.warnings,
        contradictions={each.place: each.contradictions for each in carried if each.contradictions},
        taken=tuple(
            sorted(each.place for each in carried if _is_taken(each, section, base, (titles, made)))
        ),
    )


def _title(now: str, carried: Sequence[Carried]) -> tuple[str, tuple[Conflict, ...]]:
    """Return the title that was changed; different changes are a conflict."""
    wanted: dict[str, list[int]] = {}
    for each in carried:
        if each.wording.title != now:
            wanted.setdefault(each.wording.title, []).append(each.place)
    if len(wanted) < 2:
        return next(iter(wanted), now), ()
    rivals = tuple(sorted(wanted))
    authors = tuple(tuple(sorted(wanted[each])) for each in rivals)
    return now, (Conflict(base=now, rivals=rivals, start=0, end=len(now), authors=authors),)


def _blocks(
    now: tuple[Block, ...], base: str, text: str, carried: Sequence[Carried]
) -> tuple[Block, ...] | None:
    """Return the blocks of a composed text, or None where it is none that can be read."""
    if text == base:
        return now
    offers = [each.wording.blocks for each in carried]
    for each in carried:
        if each.text == text:
            return with_known_ids(now, each.wording.blocks)
    try:
        blocks = blocks_of_text(text)
    except UnreadableConcept:
        return None
    # Two edits may make a sign of Markdown that neither of them made; then no word may be lost,
    # and no row of a table torn.
    lost = _letters(text_of_blocks(blocks)) != _letters(text)
    torn = _overlong(blocks) > max(_overlong(each) for each in (now, *offers))
    return None if lost or torn else with_known_ids(now, blocks)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _overlong(blocks: Sequence[Block]) -> int:
    """Return how many rows have more cells than the head of their table."""
    found = width = 0
    for block in blocks:
        row = len(cells(f"| {block.text} |")) if block.kind is BlockKind.TABLE_ROW else 0
        width = row if block.marker == HEADER or not row else width
        found += row > width
    return found


def _all_open(base: str, carried: Sequence[Carried]) -> Composition:
    """Return the base, and all that is offered as one conflict."""
    wanted: dict[str, list[int]] = {}
    for place, each in enumerate(carried):
        if each.text != base:
            wanted.setdefault(each.text, []).append(place)
    rivals = tuple(sorted(wanted))
    authors = tuple(tuple(wanted[each]) for each in rivals)
    return Composition(base, (Conflict(base, rivals, 0, len(base), authors),), ())


def _named(made: Composition, places: Sequence[int]) -> Composition:
    """Return the composition with its authors as places among all amendments."""

    def named(authors: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted(places[author] for author in authors))

    return Composition(
        made.text,
        tuple(replace(each, authors=tuple(map(named, each.authors))) for each in made.conflicts),
        tuple(replace(each, authors=named(each.authors)) for each in made.warnings),
    )


def _is_taken(
    each: Carried, now: Section, base: str, made: tuple[Sequence[Conflict], Composition]
) -> bool:
    """Say whether something of an amendment stands in the wording, or nothing had to."""
    titles, composition = made
    wants_title = each.wording.title != now.title
    wants_text = each.text != base
    if not wants_title and not wants_text:
        return not each.contradictions
    if wants_title and not titles:
        return True
    return wants_text and _contested(each, base, composition.conflicts) != each.text


def _contested(each: Carried, base: str, conflicts: Sequence[Conflict]) -> str:
    """Return the base with only those passages of an amendment that are contested."""
    pieces: list[str] = []
    at = 0
    for conflict in conflicts:
        for rival, authors in zip(conflict.rivals, conflict.authors, strict=True):
            if each.place in authors:
                pieces += [base[at : conflict.start], rival]
                at = conflict.end
    return "".join([*pieces, base[at:]])
