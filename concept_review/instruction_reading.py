"""Amendments as councils write them, "In Absatz 2 wird „X“ durch „Y“ ersetzt", carried out.

All instructions of one text speak of the wording as it was, so their order changes nothing.
Nothing is guessed: what does not point at exactly one place is refused.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from concept_review.instruction_clause import Clause, NotUnderstood, Place, read_clause
from concept_review.instruction_edits import Edit, applied, contradiction
from concept_review.instruction_lexicon import Unit, Verb
from concept_review.instruction_meaning import edits_of
from concept_review.instruction_place import Trouble, Unclear
from concept_review.quotation import MARK, UnclosedQuotation, put_back, taken_out
from concept_review.rebase import Wording

MOST_INSTRUCTIONS = 300
"""Instructions in one text; who changes more writes the new wording."""

# A new instruction begins on a new line or after a full stop, unless a colon has announced more.
_END = re.compile(
    rf"(?<![:,])\n(?!{MARK}\d+{MARK}[ \t]*(?:[.;\n]|$))"
    rf"|(?:(?<=[a-zäöüß]{{3}}[.;])|(?<={MARK}[.;]))\s+(?=[A-ZÄÖÜ{MARK}])"
)
_STOPPED = re.compile(rf"{MARK}(\d+){MARK}\s+(?=[A-ZÄÖÜ])")


class UnreadableInstruction(ValueError):
    """An instruction cannot be carried out; `code` says why, `instruction` which one it is.

    not_understood: its words or their order are not known; not_found: what it quotes stands
    nowhere; ambiguous: it fits several places, or contradicts another instruction; no_such_place:
    there is no paragraph, item or sentence of that number.
    """

    def __init__(self, code: Trouble, instruction: str) -> None:
        """Keep the reason and the words."""
        super().__init__(f"{code.value}: {instruction}")
        self.code = code
        self.instruction = instruction


def read_instructions(text: str, base: Wording) -> Wording:
    """Return the wording with several German instructions carried out, or as it is with none.

    Blocks that stay or are reworded keep their ids; new ones have none. Raises
    `UnreadableInstruction`.
    """
    found: list[tuple[Edit, str]] = []
    context: tuple[Place, ...] = ()
    clauses = list(islice(_clauses(text), MOST_INSTRUCTIONS + 1))
    if len(clauses) > MOST_INSTRUCTIONS:
        raise UnreadableInstruction(Trouble.NOT_UNDERSTOOD, clauses[-1][1])
    if len(clauses) == 1 and _drops_all(clauses[0][0]):
        return Wording("", ())
    for clause, words in clauses:
        clause.places = _at_hand(clause.places, context)
        context = _kept(clause.places) or context
        try:
            edits = edits_of(clause, base)
        except Unclear as unclear:
            raise UnreadableInstruction(unclear.code, words) from unclear
        found += [(edit, words) for edit in edits]
    made = [edit for edit, _ in found]
    if (place := contradiction(made)) is not None:
        raise UnreadableInstruction(Trouble.AMBIGUOUS, found[place][1])
    return applied(base, made)


def _clauses(text: str) -> Iterator[tuple[Clause, str]]:
    try:
        skeleton, passages = taken_out(text)
    except UnclosedQuotation as unclosed:
        raise UnreadableInstruction(Trouble.NOT_UNDERSTOOD, text.strip()) from unclosed
    lines = "\n".join(" ".join(line.split()) for line in skeleton.splitlines() if line.strip())
    for part in _split(lines, passages):
        words = put_back(part.strip(), passages)
        try:
            yield read_clause(part, passages), words
        except NotUnderstood as unknown:
            raise UnreadableInstruction(Trouble.NOT_UNDERSTOOD, words) from unknown


def _split(skeleton: str, passages: Sequence[str]) -> Iterator[str]:
    def stop(found: re.Match[str]) -> str:
        ends = passages[int(found[1])].rstrip().endswith((".", "!", "?"))
        return found[0].rstrip() + ("\n" if ends else found[0][len(found[0].rstrip()) :])

    for part in _END.split(_STOPPED.sub(stop, skeleton)):
        if part.strip(" \n.;"):
            yield part


def _drops_all(clause: Clause) -> bool:
    units = [place.unit for place in clause.places]
    return clause.verbs == {Verb.DELETE} and not clause.quotes and units == [Unit.SECTION]


def _at_hand(places: Sequence[Place], context: Sequence[Place]) -> list[Place]:
    """Return the places with what "des Absatzes" without a number speaks of put in."""
    made: list[Place] = []
    for place in places:
        loose = place.unit in (Unit.PARAGRAPH, Unit.ITEM, Unit.SENTENCE) and not place.numbers
        made += context if loose and context and len(places) == 1 else [place]
    return made


def _kept(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the paragraph or item that the next instruction can call "der Absatz"."""
    return tuple(
        place
        for place in places
        if place.unit in (Unit.PARAGRAPH, Unit.ITEM) and len(place.numbers) == 1
    )
