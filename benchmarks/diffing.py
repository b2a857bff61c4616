"""How long one block of 130 kB takes to be compared, and whether the difference is right.

`PYTHONPATH=. python benchmarks/diffing.py` compares the same texts with `concept_review.diff`,
with difflib on the same tokens, and with diff-match-patch where that is installed (it is no
dependency: `pip install --target /tmp/dmp diff-match-patch`, then `PYTHONPATH=.:/tmp/dmp`).
difflib without its shortcut (autojunk) takes minutes on 130 kB; there it gets a tenth of the text,
and its row says so.

Beside the seconds of the best of three runs: whether old and new can be rebuilt to the letter; how
many characters of the old text are said to have changed, against those that were; how many
changes cut a word in two. The second table merges two proposals for one text, which
diff-match-patch does by patching.
"""

import difflib
import importlib
import random
import time
from collections.abc import Callable
from itertools import pairwise
from types import ModuleType

from concept_review.diff import compare, tokens
from concept_review.merge import compose

SEED = 20260101
CHARACTERS = 130_000
SMALL = 13_000
Sides = tuple[str, str]
_WORDS = ("Stadt", "Kurse", "fördert", "Träger", "Wohnung", "gemeinsam", "Beratung", "Schule",
          "bis", "jährlich", "neue", "mit", "Angebote", "und", "Familien", "werden")  # fmt: skip


def main() -> None:
    """Print both tables."""
    other = installed("diff_match_patch")
    ways = {"this project": ours, "difflib": difflib_way(autojunk=True)}
    ways |= {"difflib, no autojunk": difflib_way(autojunk=False)}
    ways |= {"diff-match-patch": patching_way(other)} if other else {}
    print(f"{'text':>16} {'with':>21} {'kB':>4} {'seconds':>8} {'exact':>5} "
          f"{'said':>7} {'true':>6} {'cut':>5}")  # fmt: skip
    for text, make in TEXTS.items():
        for name, way in ways.items():
            size = SMALL if name.endswith("no autojunk") else CHARACTERS
            measure(text, name, way, *make(size))
    if other:
        merge_table(other)
    else:
        print("diff-match-patch is not installed: its rows are missing.")


def measure(
    text: str, name: str, way: Callable[[str, str], list[Sides]], sides: Sides, changed: int
) -> None:
    """Print one row of the first table."""
    seconds = float("inf")
    for _ in range(1 if "autojunk" in name else 3):
        begun = time.perf_counter()
        found = way(*sides)
        seconds = min(seconds, time.perf_counter() - begun)
    exact = tuple("".join(each) for each in zip(*found, strict=True)) == sides
    said = sum(len(old) for old, new in found if old != new)
    print(f"{text:>16} {name:>21} {len(sides[0]) // 1000:4} {seconds:8.3f} {exact!s:>5} "
          f"{said:7} {changed:6} {cuts(found):5}", flush=True)  # fmt: skip


def cuts(found: list[Sides]) -> int:
    """Return how many borders between two passages of the old text have a word on both sides."""
    olds = [old for old, _ in found if old]
    return sum(left[-1].isalnum() and right[0].isalnum() for left, right in pairwise(olds))


def ours(old: str, new: str) -> list[Sides]:
    """Return the passages as this project finds them."""
    return [(change.old, change.new) for change in compare(old, new)]


def difflib_way(*, autojunk: bool) -> Callable[[str, str], list[Sides]]:
    """Return how difflib compares the same tokens."""

    def way(old: str, new: str) -> list[Sides]:
        left, right = tokens(old), tokens(new)
        codes = difflib.SequenceMatcher(None, left, right, autojunk=autojunk).get_opcodes()
        return [("".join(left[a:b]), "".join(right[c:d])) for _, a, b, c, d in codes]

    return way


def patching_way(module: ModuleType) -> Callable[[str, str], list[Sides]]:
    """Return how diff-match-patch compares, made readable as it recommends."""

    def way(old: str, new: str) -> list[Sides]:
        engine = module.diff_match_patch()
        found = engine.diff_main(old, new)
        engine.diff_cleanupSemantic(found)
        return [(text * (sign <= 0), text * (sign >= 0)) for sign, text in found]

    return way


def installed(name: str) -> ModuleType | None:
    """Return a module, or None where it is missing."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def prose(size: int) -> tuple[Sides, int]:
    """Return prose with some words replaced, and how many characters these had."""
    dice = random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)
    old: list[str] = []
    while len(" ".join(old)) < size:
        old += [rare(dice) + "." * (place % 14 == 13) for place in range(140)]
    new, changed = list(old), 0
    for place in range(7, len(old), 50):
        new[place] = f"anders{place}"
        changed += len(old[place])
    return (" ".join(old), " ".join(new)), changed


def rare(dice: random.Random) -> str:
    """Return a word, sometimes one that hardly comes again."""
    return dice.choice(_WORDS) + str(dice.randrange(400)) * (dice.random() < 0.3)


def rows(size: int) -> tuple[Sides, int]:
    """Return a list of measures that are nearly alike, with one word replaced in every tenth."""
    row = "Maßnahme {}: Die Stadt berät Träger in allen Ortsteilen."
    old = [row.format(place) for place in range(size // len(row))]
    new = [
        line.replace("berät", "fördert") if place % 10 == 5 else line
        for place, line in enumerate(old)
    ]
    return ("\n".join(old), "\n".join(new)), 5 * sum(a != b for a, b in zip(old, new, strict=True))


def rewritten(size: int) -> tuple[Sides, int]:
    """Return two texts that have nothing in common but words."""
    dice = random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)
    old, new = (" ".join(dice.choices(_WORDS, k=size // 7)) for _ in range(2))
    return (old, new), len(old)


def all_compared(size: int) -> tuple[Sides, int]:
    """Return such texts of 52 kB, about the most that this project compares word by word."""
    return rewritten(size * 2 // 5)


TEXTS = {
    "prose": prose,
    "rows": rows,
    "rewritten": rewritten,
    "all compared": all_compared,
}

_BASE = "Die Stadt fördert 12 Kurse. Träger beraten Familien. Ein Bericht erscheint jährlich."
CASES = {
    "two values": (_BASE, _BASE.replace("12", "14"), _BASE.replace("12", "20"), None),
    "same edit twice": (_BASE, *[_BASE.replace("Kurse", "Sprachkurse")] * 2,
                        _BASE.replace("Kurse", "Sprachkurse")),
    "edit in deleted": (_BASE, _BASE.replace(" Träger beraten Familien.", ""),
                        _BASE.replace("Familien", "Eltern"), None),
    "two insertions": (_BASE, _BASE.replace("Träger", "Neu. Träger"),
                       _BASE.replace("Träger", "Anders. Träger"), None),
    "two deletions": (_BASE, _BASE.replace("12 Kurse. Träger ", ""),
                      _BASE.replace("Träger beraten ", ""), None),
    "far apart": (_BASE, _BASE.replace("12", "14"), _BASE.replace("jährlich", "bald"),
                  _BASE.replace("12", "14").replace("jährlich", "bald")),
    "twin": ("Gleich hier.\n\nMitte.\n\nGleich hier.", "Mitte.\n\nGleich hier.",
             "Gleich hier.\n\nMitte.\n\nGleich dort.", "Mitte.\n\nGleich dort."),
}  # fmt: skip
"""A base, two proposals, and the text of both; None where they contradict each other."""


def merge_table(module: ModuleType) -> None:
    """Print what becomes of two proposals, here and by patching one after the other."""
    print(f"\n{'case':>16} {'this project':>14} {'diff-match-patch':>18}")
    for name, (base, one, other, expected) in CASES.items():
        made = compose(base, [one, other])
        engine = module.diff_match_patch()
        text, applied = engine.patch_apply(engine.patch_make(base, other), one)
        print(
            f"{name:>16} {verdict(made.text, not made.conflicts, expected):>14} "
            f"{verdict(text, all(applied), expected):>18}"
        )


def verdict(text: str, merged: bool, expected: str | None) -> str:
    """Say whether a text is right, or a contradiction was told."""
    if expected is None:
        return "WRONG" if merged else "told"
    return "right" if merged and text == expected else "refused" if not merged else "WRONG"


if __name__ == "__main__":
    main()
