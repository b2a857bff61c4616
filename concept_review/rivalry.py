"""Which proposals can stand together, which are alternatives, and which say the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.amendment import Amendment, Clash
from concept_review.batch import compose_concept
from concept_review.fingerprint import fingerprint
from concept_review.proposal import ProposalKind, same_text
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.section_composition import compose_section

_TYPED = ""
"""The id of what stands in a form, before every other."""


class RivalKind(StrEnum):
    """How another proposal stands to one's own."""

    IDENTICAL = "identical"
    CONTRADICTS = "contradicts"
    SAME_SENTENCE = "same_sentence"
    """It changes the same sentence, and can stand beside one's own."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class RivalHit:
    """Another proposal on the same section, and how it stands to what is typed."""

    amendment_id: str
    kind: RivalKind


@dataclass(frozen=True, slots=True)
class Rivalry:
    """What all open proposals of a concept have to do with each other."""

    clashes: tuple[Clash, ...]
    rivals: Mapping[str, frozenset[str]]
    sentences: Mapping[str, frozenset[str]]
    twins: Mapping[str, frozenset[str]]

    def rivals_of(self, amendment_id: str) -> tuple[str, ...]:
        """Return those that cannot stand together with one."""
        return tuple(sorted(self.rivals.get(amendment_id, ())))

    def same_sentence(self, amendment_id: str) -> tuple[str, ...]:
        """Return those that change the same sentence and can stand beside it."""
        return tuple(sorted(self.sentences.get(amendment_id, ())))

    def identical(self, amendment_id: str) -> tuple[str, ...]:
        """Return those that propose exactly the same."""
        return tuple(sorted(self.twins.get(amendment_id, ())))


def rivalry(sections: Sequence[Section], amendments: Iterable[Amendment]) -> Rivalry:
    """Return how the amendments of a concept stand to each other; their order changes nothing."""
    wanted = list(amendments)
    clashes = compose_concept(sections, wanted).clashes
    rivals: dict[str, frozenset[str]] = {}
    for clash in clashes:
        for pair in _rows(clash):
            _join(rivals, pair)
    sentences: dict[str, frozenset[str]] = {}
    own: dict[str, list[Amendment]] = {each.id: [] for each in sections}
    for each in wanted:
        if each.rewords and each.section_id in own:
            own[each.section_id].append(each)
    for section in sections:
        if len(own[section.id]) > 1:
            composed = compose_section(section, own[section.id])
            for warning in composed.warnings:
                _join(sentences, [composed.order[author] for author in warning.authors])
    twins: dict[str, frozenset[str]] = {}
    for row in _same(wanted):
        _join(twins, row)
    return Rivalry(clashes, rivals, sentences, twins)


def rivals_while_typing(
    section: Section, offered: Wording, amendments: Iterable[Amendment]
) -> tuple[RivalHit, ...]:
    """Return how each amendment of a section stands to a wording that is being typed."""
    present = Wording(section.title, section.blocks)
    if same_text(present, offered):
        return ()
    typed = Amendment(
        id=_TYPED,
        kind=ProposalKind.REPLACE,
        section_id=section.id,
        base=present,
        offered=offered,
    )
    if not offered.title and not offered.blocks:
        typed = Amendment(
            id=_TYPED,
            kind=ProposalKind.DELETE,
            section_id=section.id,
            base=present,
            offered=offered,
        )
    return tuple(
        RivalHit(each.id, _kind(section, typed, each))
        for each in amendments
        if each.section_id == section.id
    )


def _kind(section: Section, typed: Amendment, other: Amendment) -> RivalKind:
    if typed.drops or other.drops:
        both = typed.drops and other.drops
        return RivalKind.IDENTICAL if both else RivalKind.CONTRADICTS
    if not other.rewords:
        return RivalKind.APART
    if same_text(typed.offered, other.offered):
        return RivalKind.IDENTICAL
    composed = compose_section(section, [typed, other])
    if any(_TYPED in clash.amendment_ids for clash in composed.clashes):
        return RivalKind.CONTRADICTS
    return RivalKind.SAME_SENTENCE if composed.warnings else RivalKind.APART


def _rows(clash: Clash) -> Iterable[Sequence[str]]:
    """Yield who cannot stand with whom: rivals for one passage, or all of a clash of places."""
    if not clash.conflicts:
        yield clash.amendment_ids
        return
    if len(clash.amendment_ids) < 2:
        return
    for conflict in clash.conflicts:
        yield [clash.amendment_ids[at] for by in conflict.authors for at in by]


def _join(found: dict[str, frozenset[str]], row: Sequence[str]) -> None:
    for each in row:
        found[each] = found.get(each, frozenset()) | (frozenset(row) - {each})


def _same(wanted: Sequence[Amendment]) -> Iterable[Sequence[str]]:
    rows: dict[tuple[object, ...], list[str]] = {}
    for each in wanted:
        wording = fingerprint(each.offered.title, each.offered.blocks, "v1")
        shape = "reword" if each.rewords else each.kind
        wish = (shape, each.section_id, wording, each.anchor, each.placement)
        rows.setdefault(wish, []).append(each.id)
    return (row for row in rows.values() if len(row) > 1)
