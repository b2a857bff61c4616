"""Several amendments of one section's words, taken together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.block import Block
from concept_review.continuity import with_known_ids
from concept_review.merge import Composition, Conflict, SharedSentence, compose
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.rebase import Wording, rebase
from concept_review.section import Section


@dataclass(frozen=True, slots=True)
class SectionComposition:
    """What a section says with the amendments, and where they clash; the base stays there.

    `sources` are the amendments that have changed something. `warnings` are sentences that
    several changed in different words; authors there are places in `order`.
    """

    wording: Wording
    clashes: tuple[Clash, ...]
    warnings: tuple[SharedSentence, ...]
    sources: tuple[str, ...]
    order: tuple[str, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the passages for which rival wordings exist."""
        return tuple(conflict for clash in self.clashes for conflict in clash.conflicts)


def compose_section(section: Section, amendments: Iterable[Amendment]) -> SectionComposition:
    """Return the section with all amendments that reword it; their order changes nothing."""
    present = Wording(section.title, section.blocks)
    wanted: list[Amendment] = []
    offered: list[Wording] = []
    clashes: list[Clash] = []
    for each in sorted(amendments, key=lambda each: each.id):
        carried = rebase(each.base, present, each.offered)
        if carried.conflicts:
            clashes.append(Clash(section.id, (each.id,), carried.conflicts, ClashKind.BASE))
        else:
            wanted.append(each)
            offered.append(carried.wording)
    ids = tuple(each.id for each in wanted)
    base_text = text_of_blocks(section.blocks)
    texts = [text_of_blocks(each.blocks) for each in offered]
    body = compose(base_text, texts)
    title, titled, rival_titles = _title(section.title, [each.title for each in offered])
    rivals = [*rival_titles, *body.conflicts]
    if rivals:
        clashes.append(_clash(section.id, ids, rivals))
    sources = sorted({ids[author] for author in {*titled, *body.merged}})
    wording = Wording(title, _blocks(section, offered, texts, base_text, body))
    return SectionComposition(wording, tuple(clashes), body.warnings, tuple(sources), ids)


def _title(present: str, titles: Sequence[str]) -> tuple[str, frozenset[int], tuple[Conflict, ...]]:
    """Return the title that was changed, by whom; different changes contradict each other."""
    authors: dict[str, list[int]] = {}
    for author, title in enumerate(titles):
        if title != present:
            authors.setdefault(title, []).append(author)
    if not authors:
        return present, frozenset(), ()
    if len(authors) == 1:
        ((title, by),) = authors.items()
        return title, frozenset(by), ()
    rivals = tuple(sorted(authors))
    conflict = Conflict(
        base=present,
        rivals=rivals,
        start=0,
        end=len(present),
        authors=tuple(tuple(authors[rival]) for rival in rivals),
    )
    return present, frozenset(), (conflict,)


def _blocks(
    section: Section,
    offered: Sequence[Wording],
    texts: Sequence[str],
    base_text: str,
    body: Composition,
) -> tuple[Block, ...]:
    """Return the blocks of the composed text; what one author wrote stays to the sign."""
    if body.text == base_text:
        return section.blocks
    for each, text in zip(offered, texts, strict=True):
        if text == body.text:
            return with_known_ids(section.blocks, each.blocks)
    return with_known_ids(section.blocks, blocks_of_text(body.text))


def _clash(section_id: str, ids: Sequence[str], conflicts: Sequence[Conflict]) -> Clash:
    """Return the clash with its authors counted among those that take part in it."""
    taking = sorted({author for each in conflicts for by in each.authors for author in by})
    place: Mapping[int, int] = {author: at for at, author in enumerate(taking)}
    renamed = tuple(
        replace(each, authors=tuple(tuple(place[author] for author in by) for by in each.authors))
        for each in conflicts
    )
    return Clash(section_id, tuple(ids[author] for author in taking), renamed, ClashKind.WORDING)
