"""How long a file takes from its bytes to matched sections, by size and format.

`PYTHONPATH=. python benchmarks/reading.py` writes text from a word list as Markdown, HTML and
Word, reads each through the process that files are read in, and matches it with a version in
which every twentieth word is another. It prints seconds, the peak memory of the reading process
and of this one, and the slope of seconds over size on logarithmic scales (1 is linear).
"""

import io
import math
import random
import resource
import statistics
import time
from collections.abc import Callable

import docx

from concept_review.intake import read_draft
from concept_review.matching import Part, match
from concept_review.outline import Outline, assemble

SEED = 20260101
SIZES = (62, 125, 250, 500)
"""In kilobytes; a section has 2.5."""
_WORDS = ("Stadt", "Kurse", "fördert", "Träger", "Wohnung", "gemeinsam", "Beratung", "Schule",
          "bis", "jährlich", "neue", "mit", "Angebote", "und", "Familien", "werden")  # fmt: skip
Text = list[tuple[str, list[str]]]


def main() -> None:
    """Measure every size in every format and print the table."""
    timed(markdown(made(5)), markdown(made(5)))  # loads scipy, which is not what is measured
    print(f"{'format':>9} {'kB':>5} {'read s':>7} {'match s':>8} {'all s':>6}")
    for name, write in FORMATS.items():
        points = []
        for size in SIZES:
            text = made(size)
            old, new = write(text), write(changed(text))
            read, matched = min(timed(old, new) for _ in range(2))
            print(
                f"{name:>9} {size:5} {read:7.2f} {matched:8.2f} {read + matched:6.2f}", flush=True
            )
            points.append((math.log(size), math.log(read + matched)))
        print(
            f"{name:>9} slope {statistics.linear_regression(*zip(*points, strict=True)).slope:.2f}"
        )
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: reading process {children:.0f} MB, this process {own:.0f} MB")


def timed(old: bytes, new: bytes) -> tuple[float, float]:
    """Return the seconds for reading the new file, and for matching it with the old one."""
    before = parts(assemble(read_draft(old).pieces))
    begun = time.perf_counter()
    after = parts(assemble(read_draft(new).pieces))
    read = time.perf_counter()
    match(before, after)
    return read - begun, time.perf_counter() - read


def parts(outline: Outline) -> list[Part]:
    """Return the sections as they are matched."""
    return [Part(each.title, each.level, each.blocks) for each in outline.sections]


def made(size: int) -> Text:
    """Return sections of five paragraphs, so many kilobytes in all."""
    dice = random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)
    count = size * 1000 // 2500
    return [
        (f"Ziel {place} {dice.choice(_WORDS)}", [sentence(dice) for _ in range(5)])
        for place in range(count)
    ]


def sentence(dice: random.Random) -> str:
    """Return about 500 characters of words, some of them rare."""
    words = [
        dice.choice(_WORDS) + str(dice.randrange(400)) * (dice.random() < 0.3) for _ in range(66)
    ]
    return " ".join(words) + "."


def changed(text: Text) -> Text:
    """Return the text with every twentieth word replaced."""
    return [(title, [with_others(each) for each in paragraphs]) for title, paragraphs in text]


def with_others(text: str) -> str:
    """Return a paragraph with every twentieth word replaced."""
    return " ".join("anders" if at % 20 == 7 else word for at, word in enumerate(text.split()))


def markdown(text: Text) -> bytes:
    """Return the text as Markdown."""
    return "\n\n".join(f"## {title}\n\n" + "\n\n".join(body) for title, body in text).encode()


def html(text: Text) -> bytes:
    """Return the text as HTML."""
    sections = (
        f"<h2>{title}</h2>" + "".join(f"<p>{each}</p>" for each in body) for title, body in text
    )
    return f"<!doctype html><meta charset=utf-8><body>{''.join(sections)}".encode()


def word(text: Text) -> bytes:
    """Return the text as a Word file."""
    document = docx.Document()
    for title, body in text:
        document.add_heading(title, 2)
        for each in body:
            document.add_paragraph(each)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


FORMATS: dict[str, Callable[[Text], bytes]] = {"markdown": markdown, "html": html, "docx": word}

if __name__ == "__main__":
    main()
