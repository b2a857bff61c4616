"""How long it takes to find all conflicts of a whole concept with hundreds of open proposals.

`PYTHONPATH=. python benchmarks/composing.py` makes a concept of 200 pages (500 kB in 300
sections) and 300 proposals: of ten, seven change a few words, and one each drops, moves and adds
a section; a fifth of the changes was made on an older text. They fall on all sections alike, or
all on ten of them. It prints the seconds of the best of three runs for composing the concept,
for telling who cannot stand together, and for what somebody learns who types in one section.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from concept_review.batch import Amendment, compose_concept
from concept_review.block import Block, BlockKind
from concept_review.fingerprint import fingerprint
from concept_review.numbering import parent_places
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.rivalry import rivalry, rivals_while_typing
from concept_review.section import Section

SEED = 20260101
SECTIONS = 300
PROPOSALS = 300
CHARACTERS = 500_000
_WORDS = ("Stadt", "Kurse", "fördert", "Träger", "Wohnung", "gemeinsam", "Beratung", "Schule",
          "bis", "jährlich", "neue", "mit", "Angebote", "und", "Familien", "werden")  # fmt: skip


def main() -> None:
    """Measure both cases and print the table."""
    print(f"{'':>24} {'compose s':>10} {'rivalry s':>10} {'typing s':>9} {'clashes':>8}")
    for name, touched in (("all sections alike", SECTIONS), ("ten sections", 10)):
        dice = random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)
        sections = concept(dice)
        amendments = [amendment(place, sections[:touched], dice) for place in range(PROPOSALS)]
        typed = edited(sections[2], dice)
        seconds = [
            best(partial(compose_concept, sections, amendments)),
            best(partial(rivalry, sections, amendments)),
            best(partial(rivals_while_typing, sections[2], typed, amendments)),
        ]
        clashes = len(compose_concept(sections, amendments).clashes)
        print(
            f"{name:>24} {seconds[0]:10.2f} {seconds[1]:10.2f} {seconds[2]:9.3f} {clashes:8}",
            flush=True,
        )


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the best of three runs."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def concept(dice: random.Random) -> list[Section]:
    """Return a concept: every sixth section a chapter, the others below it."""
    levels = [2 if place % 6 else 1 for place in range(SECTIONS)]
    parents = parent_places(levels)
    found: list[Section] = []
    for place, (level, parent) in enumerate(zip(levels, parents, strict=True)):
        title = f"{dice.choice(_WORDS)} {place}"
        blocks = tuple(paragraph(dice, f"{place} {at}") for at in range(4))
        found.append(
            Section(
                id=f"s{place:03}", concept_id="c", version_id="v", number=1, title=title,
                level=level, position=place, parent_id=None if parent is None else f"s{parent:03}",
                blocks=blocks, fingerprint=fingerprint(title, blocks), interval_months=12,
            )
        )  # fmt: skip
    return found


def paragraph(dice: random.Random, identifier: str) -> Block:
    """Return a paragraph of sentences, some of their words rare."""
    text = ""
    while len(text) < CHARACTERS // SECTIONS // 4:
        words = [
            dice.choice(_WORDS) + str(dice.randrange(99)) * (dice.random() < 0.2) for _ in range(12)
        ]
        text += " ".join(words) + ". "
    return Block(kind=BlockKind.PARAGRAPH, text=text.strip(), id=identifier)


def edited(section: Section, dice: random.Random) -> Wording:
    """Return the wording of a section with about three other words."""
    blocks = list(section.blocks)
    for _ in range(3):
        place = dice.randrange(len(blocks))
        words = blocks[place].text.split(" ")
        words[dice.randrange(len(words))] = f"anders{dice.randrange(9)}"
        blocks[place] = replace(blocks[place], text=" ".join(words))
    return Wording(section.title, tuple(blocks))


def amendment(place: int, sections: list[Section], dice: random.Random) -> Amendment:
    """Return a proposal on one of the sections."""
    section, anchor = dice.choice(sections), dice.choice(sections)
    said = Wording(section.title, section.blocks)
    made = Amendment(
        id=f"p{place:03}", kind=ProposalKind.REPLACE, section_id=section.id, base=said, offered=said
    )
    match place % 10:
        case 7:
            return replace(made, kind=ProposalKind.DELETE, offered=Wording("", ()))
        case 8:
            return replace(
                made, kind=ProposalKind.MOVE, anchor_id=anchor.id, placement=Placement.AFTER
            )
        case 9:
            new = Wording("Neu", (paragraph(dice, ""),))
            return replace(made, kind=ProposalKind.INSERT, base=Wording("", ()), offered=new)
        case rest:
            older = edited(section, dice) if rest in {0, 5} else said
            return replace(
                made, base=older, offered=edited(replace(section, blocks=older.blocks), dice)
            )


if __name__ == "__main__":
    main()
