"""A whole concept on its way from the old to the new edition, with who wants which change."""

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from concept_review.edition import Contribution, Kit
from concept_review.papers.hands import Hand, State
from concept_review.papers.tracked_lines import Line, arrived, section_lines, whole_section
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording, rebase
from concept_review.section import Section


def left_out(kit: Kit) -> tuple[str, ...]:
    """Return the ids of contributions that contradict others or the text.

    What of them nobody contradicts stands in the new edition and so among the changes.
    """
    clashing = {each for clash in kit.clashes for each in clash.amendment_ids}
    return tuple(each.id for each in kit.contributions if each.id in clashing)


def concept_lines(kit: Kit) -> Iterator[Line]:
    """Yield all lines: without what is added they are the old text, without what goes the new."""
    way = _Way(kit)
    old, new = kit.old.sections, kit.new.sections
    at = 0
    for section in new:
        if section.id in way.staying:
            place = way.places[section.id]
            yield from way.gone(old[at:place])
            yield from way.stays(old[place], section)
            at = place + 1
        else:
            yield from way.comes(section)
    yield from way.gone(old[at:])


class _Way:
    """What happens to each section, and through whom."""

    def __init__(self, kit: Kit) -> None:
        self._otherwise = Hand(_name(kit.new.label or kit.title), kit.new.day)
        self._old = {each.id: each for each in kit.old.sections}
        self._by_id = {each.id: each for each in kit.contributions}
        self._of: dict[str, list[Contribution]] = {}
        for each in kit.contributions:
            self._of.setdefault(each.section_id, []).append(each)
        self.places = {each.id: place for place, each in enumerate(kit.old.sections)}
        self.staying = self._staying(kit.old.sections, kit.new.sections)

    def stays(self, old: Section, new: Section) -> Iterator[Line]:
        """Yield the lines of a section that stays in its place."""
        offers = [(_hand(each), _offered(each, old)) for each in self._of.get(old.id, [])
                  if _rewords(each)]  # fmt: skip
        before, after = Wording(old.title, old.blocks), Wording(new.title, new.blocks)
        return section_lines(before, after, new.level, offers, self._otherwise)

    def gone(self, sections: Sequence[Section]) -> Iterator[Line]:
        """Yield the lines of sections that are dropped here or stand elsewhere now."""
        for each in sections:
            hand = self._mover(each) or self._first(each, _drops) or self._otherwise
            wording = Wording(each.title, each.blocks)
            yield from whole_section(wording, each.level, State.TAKEN, hand)

    def comes(self, section: Section) -> Iterator[Line]:
        """Yield the lines of a section that is new or comes from elsewhere."""
        before = self._old.get(section.id)
        if before:
            hand = self._mover(before) or self._otherwise
            return arrived(self.stays(before, section), hand)
        made_by = self._by_id.get(section.id)
        hand = _hand(made_by) if made_by else self._otherwise
        wording = Wording(section.title, section.blocks)
        return whole_section(wording, section.level, State.ADDED, hand)

    def _staying(self, old: Sequence[Section], new: Sequence[Section]) -> frozenset[str]:
        levels = {each.id: each.level for each in new}
        ids = [each.id for each in new if each.id in self._old]
        kept = [each.id for each in old if levels.get(each.id) == each.level]
        if kept != ids:
            # Whatever somebody moved is what moved, not all that it was moved past.
            kept = [each for each in kept if self._mover(self._old[each]) is None]
        return frozenset(
            each
            for edit in LCSseq.opcodes(kept, ids)
            if edit.tag == "equal"
            for each in kept[edit.src_start : edit.src_end]
        )

    def _mover(self, section: Section) -> Hand | None:
        return self._first(section, lambda each: each.kind is ProposalKind.MOVE)

    def _first(self, section: Section, fits: Callable[[Contribution], bool]) -> Hand | None:
        """Return who did that with the section or with one around it, the first one by name."""
        here: Section | None = section
        while here is not None:
            hands = [_hand(each) for each in self._of.get(here.id, []) if fits(each)]
            if hands:
                return min(hands)
            here = self._old.get(here.parent_id or "")
        return None


def _rewords(each: Contribution) -> bool:
    return each.kind not in (ProposalKind.INSERT, ProposalKind.MOVE) and not _drops(each)


def _drops(each: Contribution) -> bool:
    return each.kind is ProposalKind.DELETE and not each.offered.title and not each.offered.blocks


def _offered(each: Contribution, old: Section) -> Wording:
    """Return what somebody offers, carried over to the old edition where it was made on another."""
    present = Wording(old.title, old.blocks)
    return rebase(each.base, present, each.offered).wording


def _hand(each: Contribution) -> Hand:
    return Hand(_name(each.author), each.day)


def _name(author: str) -> str:
    return " ".join(author.split()) or "?"
