"""A text as words and as sentences."""

from collections.abc import Iterator

import regex

# Grapheme clusters (\X), joined to words and runs of white space: no letter loses its accent.
_TOKEN = regex.compile(r"(?:(?=\w)\X)+|(?:(?=\s)\X)+|\X")
# A sentence ends at a line end, or at a stop after a whole word or a closing bracket and before
# a capital letter or an opening sign: "z. B. Kitas", "Abs. 2" and "3. Mai" go on.
_SENTENCE_END = regex.compile(
    r"\s*\n\s*|(?<=(?:\p{L}{2}|[\p{Pe}\p{Pf}%€])[.!?…]\p{Pf}?)\s+(?=[\p{Lu}\p{Pi}\p{Ps}])"
)

# "12.500", "5.2.1", "3/2024", "9:30", "12–14", and addresses of pages and mail.
_UNIT = regex.compile(
    r"\w+://[^\s<>()\[\]]+|www\.[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d\w*(?:\p{P}\d\w*)+"
)


def tokens(text: str) -> list[str]:
    """Return words, runs of white space and single other signs; joined they are the text."""
    found: list[str] = _TOKEN.findall(text)
    return found


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends, in characters, white space between left out."""
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where signs stand that say one thing together, in characters: numbers, addresses.

    Half of one and half of another number or address would be a third that nobody meant.
    """
    return (found.span() for found in _UNIT.finditer(text))
