"""How long offers and needs take to find each other, by the size of the network.

`PYTHONPATH=. python benchmarks/offers_needs.py` prints for each size the seconds to compare all
lines of all organisations (done once per state of the data and kept), the milliseconds until one
organisation's first eleven matches of each direction are found (done for each page; median and
95 %), and how many lines differ. Each organisation has one need and two offers; half of the lines
bear a word of their own, as a place or a group, so that most differ.
"""

import random
import statistics
import sys
import time
from itertools import islice

from network.offers_and_needs import Exchange
from network.organization import Classification, Organization
from tests.needs_and_offers import TUNED, UNSEEN

SIZES = (300, 2_000, 10_000)
LOOKS = 500
SEED = 20260101
SYLLABLES = ("an", "bor", "del", "eich", "fels", "gol", "heim", "kol", "lin", "mar", "see", "tal")


def main() -> None:
    """Measure every size and print the table."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    Exchange(network(20, chance()))  # loads what is not measured
    print(f"{'organisations':>13} {'lines':>7} {'built s':>8} {'look ms':>8} {'p95 ms':>7}")
    for size in sizes:
        made = network(size, chance())
        begun = time.perf_counter()
        exchange = Exchange(made)
        built = time.perf_counter() - begun
        looks = [look(exchange, each.id) for each in chance().sample(made, min(LOOKS, size))]
        lines = len({line for each in made for line in (*each.offers, *each.needs)})
        p95 = statistics.quantiles(looks, n=20)[-1]
        print(f"{size:13} {lines:7} {built:8.2f} {statistics.median(looks):8.2f} {p95:7.2f}")


def chance() -> random.Random:
    """Return the same row of numbers each time."""
    return random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)


def network(size: int, drawn: random.Random) -> list[Organization]:
    """Return so many organisations with a need and two offers each."""
    pairs = (*TUNED, *UNSEEN)
    needs, offers = [each[0] for each in pairs], [each[1] for each in pairs]
    return [
        Organization(
            id=f"o{number}",
            name=f"Verein {number}",
            classification=Classification.ASSOCIATION,
            needs=(told(needs, drawn),),
            offers=(told(offers, drawn), told(offers, drawn)),
        )
        for number in range(size)
    ]


def told(lines: list[str], drawn: random.Random) -> str:
    """Return a line, every second time with a word of its own."""
    line = drawn.choice(lines)
    own = "".join(drawn.choices(SYLLABLES, k=3)).capitalize()
    return f"{line} in {own}" if drawn.random() < 0.5 else line


def look(exchange: Exchange, organization_id: str) -> float:
    """Return the milliseconds until a page has its matches."""
    begun = time.perf_counter()
    for found in (exchange.met_needs(organization_id), exchange.met_by_offers(organization_id)):
        list(islice(found, 11))
    return 1_000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
