"""A change of words inside one paragraph as the instructions that say it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from concept_review.diff import Edit, edits
from concept_review.instruction_address import Address
from concept_review.instruction_edits import Fitting, TextEdit, contradiction, edited
from concept_review.instruction_lexicon import Unit
from concept_review.occurrence import occurrences
from concept_review.quotation import closing, quoted
from concept_review.words import tokens

MOST_EDITS = 6
"""So many edits of one paragraph are said one by one; what changed more is replaced as a whole."""
_MOST_CONTEXT = 24
_LEFT_ONLY = 4
_GENITIVE = {Unit.PARAGRAPH: "des Absatzes", Unit.ITEM: "des Punktes"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a quote is looked for: the texts that an address covers, `text` being one of them."""

    text: str
    others: tuple[str, ...]
    address: Address | None

    def once(self, quote: str, at: int) -> bool:
        """Say whether the quote stands here and nowhere else."""
        here = occurrences(self.text, quote)
        return here == [(at, at + len(quote))] and not any(
            occurrences(other, quote) for other in self.others
        )

    @property
    def inside(self) -> str:
        """Return "In Absatz 2 ", or nothing for the whole section."""
        return f"In {self.address.words} " if self.address else ""


def word_instructions(scope: Scope, new: str) -> list[str] | None:
    """Return instructions that turn the text into the new one, or None where none are found."""
    parts, wanted = tokens(scope.text), tokens(new)
    found = edits(parts, wanted)
    if len(found) > MOST_EDITS:
        return None
    said: list[tuple[str, TextEdit]] = []
    for edit in found:
        added = "".join(wanted[edit.new_start : edit.new_end])
        one = next(_said(scope, parts, edit, added), None)
        if one is None:
            return None
        said.append(one)
    made = [edit for _, edit in said]
    right = contradiction(made) is None and edited(scope.text, made) == new
    return [words for words, _ in said] if right else None


def _said(
    scope: Scope, parts: Sequence[str], edit: Edit, added: str
) -> Iterator[tuple[str, TextEdit]]:
    """Yield the ways to say one edit that come out right, the most natural first."""
    start = len("".join(parts[: edit.start]))
    stop = start + len("".join(parts[edit.start : edit.end]))
    expected = scope.text[:start] + added + scope.text[stop:]
    tried: list[Callable[[], Iterator[tuple[str, TextEdit]]]] = [
        lambda: _appended(scope, start, added.strip()),
        lambda: _inserted(scope, parts, edit, added.strip()),
        lambda: _deleted(scope, start, stop),
        lambda: _replaced(scope, parts, edit, added),
    ]
    fitting = tried[2:] if edit.start < edit.end else [*tried[:2], tried[3]]
    for way in fitting[1:] if edit.replaces else fitting:
        for words, made in way():
            if edited(scope.text, [made]) == expected:
                yield words, made


def _appended(scope: Scope, at: int, added: str) -> Iterator[tuple[str, TextEdit]]:
    if added and scope.address and not scope.others and at == len(scope.text):
        place = scope.address.words.split(" ")
        place[-2] = _GENITIVE[scope.address.unit]
        phrase = " ".join([*place[-2:], *(["in", *place[:-2]] if place[:-2] else [])])
        edit = TextEdit(0, at, at, added, Fitting.SPACED)
        yield f"Am Ende {phrase} wird angefügt: {closing(added)}", edit


def _inserted(
    scope: Scope, parts: Sequence[str], edit: Edit, added: str
) -> Iterator[tuple[str, TextEdit]]:
    end = edit.start
    while end and parts[end - 1].isspace():
        end -= 1
    for start in range(end - 1, max(-1, end - _MOST_CONTEXT), -1):
        anchor = "".join(parts[start:end])
        at = len("".join(parts[:start]))
        if added and not parts[start].isspace() and scope.once(anchor, at):
            behind = f"{scope.inside}wird hinter" if scope.inside else "Hinter"
            verb = "eingefügt" if scope.inside else "wird eingefügt"
            stop = at + len(anchor)
            made = TextEdit(0, stop, stop, added, Fitting.SPACED)
            yield f"{behind} {quoted(anchor)} {verb}: {closing(added)}", made
            return


def _deleted(scope: Scope, start: int, stop: int) -> Iterator[tuple[str, TextEdit]]:
    quote = scope.text[start:stop].strip()
    at = scope.text.find(quote, start) if quote else -1
    if quote and scope.once(quote, at):
        made = TextEdit(0, at, at + len(quote), "", Fitting.CLOSED)
        yield f"{_subject(scope, quote)} ersatzlos gestrichen.", made


def _replaced(
    scope: Scope, parts: Sequence[str], edit: Edit, added: str
) -> Iterator[tuple[str, TextEdit]]:
    for start, end in _wider(parts, edit.start, edit.end):
        old = "".join(parts[start:end])
        at = len("".join(parts[:start]))
        new = "".join(parts[start : edit.start]) + added + "".join(parts[edit.end : end])
        if new.strip() and scope.once(old, at):
            made = TextEdit(0, at, at + len(old), new, Fitting.EXACT)
            yield f"{_subject(scope, old)} gestrichen und ersetzt durch {closing(new)}", made
            return


def _wider(parts: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ever more words around a passage, beginning and ending with a word or sign."""
    for step in range(2 * _MOST_CONTEXT):
        if start < end and not parts[start].isspace() and not parts[end - 1].isspace():
            yield start, end
        # The word before says more than the full stop behind.
        if end < len(parts) and (start == 0 or (step > _LEFT_ONLY and step % 2)):
            end += 1
        else:
            start = max(0, start - 1)


def _subject(scope: Scope, quote: str) -> str:
    """Return "In Absatz 2 werden die Wörter „…“" or "Die Wörter „…“ werden"."""
    words = [token for token in tokens(quote) if token[0].isalnum()]
    if len(words) > 1:
        noun, verb = "die Wörter", "werden"
    elif words and words[0].isalpha() and words[0] == quote:
        noun, verb = "das Wort", "wird"
    else:
        noun, verb = "die Angabe", "wird"
    if scope.inside:
        return f"{scope.inside}{verb} {noun} {quoted(quote)}"
    return f"{noun[0].upper()}{noun[1:]} {quoted(quote)} {verb}"
