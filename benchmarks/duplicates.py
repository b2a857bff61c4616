"""How well and how quickly known organisations are recognised behind other spellings.

`PYTHONPATH=. python benchmarks/duplicates.py` makes a list of 10,000 organisations, writes 500 of
them otherwise, adds 500 names of organisations that are not in the list (half of them as they
are, half written otherwise), and prints for each seed

- recall: the share of the 500 disguised names whose organisation is among the first three offered;
- precision: of all 1,000 names for which anything is offered, the share for which the right one is
  offered; an offer for a name that is not in the list is always wrong;
- strict: of all single offers the share that is right (of three offered at most one can be);
- milliseconds per lookup (median, 95th percentile, slowest), and seconds to make the index.

The rules were made looking at seeds 1 to 3 (`--tuning`); the seeds printed are others.
"""

import statistics
import sys
import time
from itertools import islice

from benchmarks.disguises import disguised
from benchmarks.duplicate_names import endless, seeded
from network.duplicates import DuplicateIndex
from network.organization import Classification, Organization

SIZE, DISGUISED, ABSENT = 10_000, 500, 500
TUNING, REPORTED = (1, 2, 3), (201, 202, 203, 204, 205)
Question = tuple[str, str]
"""What is typed, and the name that is meant, "" for one that is not in the list."""


def main() -> None:
    """Measure each seed and print a line."""
    loud = "--misses" in sys.argv
    for seed in TUNING if "--tuning" in sys.argv else REPORTED:
        measure(seed, loud=loud)


def measure(seed: int, *, loud: bool = False) -> None:
    """Make one list, ask all questions, and print what came of it."""
    known, questions = asked(seed)
    begun = time.perf_counter()
    index = DuplicateIndex(known)
    built = time.perf_counter() - begun
    times, right, offering, offers = [], 0, 0, 0
    for typed, meant in questions:
        begun = time.perf_counter()
        found = [each.organization.name for each in index.likely(typed)]
        times.append(1_000 * (time.perf_counter() - begun))
        right += meant in found
        offering += bool(found)
        offers += len(found)
        if loud and (meant not in found if meant else found):
            print(f"  {typed!r} means {meant!r}: {found}")
    slow = statistics.quantiles(times, n=20)[-1]
    print(
        f"seed {seed}: recall {right / DISGUISED:.3f}, precision {right / offering:.3f}, strict "
        f"{right / offers:.3f}; {statistics.median(times):.1f} ms, 95 % under {slow:.1f} ms, at "
        f"most {max(times):.1f} ms; index of {len(known):,} in {built:.2f} s",
        flush=True,
    )


def asked(
    seed: int, size: int = SIZE, meant: int = DISGUISED, absent: int = ABSENT
) -> tuple[list[Organization], list[Question]]:
    """Return a list of organisations and what is asked about it."""
    chance = seeded(seed)
    names = list(islice(endless(chance), size + absent))
    chance.shuffle(names)
    listed, others = names[:size], names[size:]
    questions = [(disguised(name, chance), name) for name in chance.sample(listed, meant)]
    questions += [
        (disguised(name, chance) if place % 2 else name, "") for place, name in enumerate(others)
    ]
    known = [
        Organization(id=f"o{place}", name=name, classification=Classification.ASSOCIATION)
        for place, name in enumerate(listed)
    ]
    return known, questions


if __name__ == "__main__":
    main()
