"""A made-up list of organisations whose names are near to each other, as real ones are."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks import duplicate_words as words
from benchmarks.disguises import FILLERS, LEGAL, SHORT

Chance = random.Random
FORMS = (" e. V.", " e.V.", " gGmbH", "", "", "", " gemeinnützige GmbH", " eG", " UG")


def seeded(seed: int) -> Chance:
    """Return the same row of numbers each time."""
    return random.Random(seed)  # noqa: S311  (made-up names, nothing secret)


def endless(chance: Chance) -> Iterator[str]:
    """Return name after name, none twice, nor two that mean the same."""
    kinds: dict[Callable[[Chance], str], int] = {
        _welfare: 16, _kita: 16, _parish: 9, _migrants: 13, _office: 8, _initiative: 13,
        _association: 13, _aim: 9, _school: 5, _sport: 5, _friends: 5,
    }  # fmt: skip
    seen: set[str] = set()
    while True:
        (kind,) = chance.choices(list(kinds), list(kinds.values()))
        name = " ".join(kind(chance).split())
        if meaning(name) not in seen:
            seen.add(meaning(name))
            yield name


def meaning(name: str) -> str:
    """Return what is the same for two names that can only mean one organisation."""
    bare = LEGAL.sub("", name)
    for long, short in SHORT:
        bare = bare.replace(long, short.strip())
    words = re.sub(r"[„“.,-]", " ", bare).casefold().split()
    return " ".join(word for word in words if word not in {*FILLERS, "stadt", "landkreis"})


def _place(chance: Chance) -> str:
    """Return a place: a few have many organisations, most have some."""
    rank = min(chance.randrange(len(words.PLACES)), chance.randrange(len(words.PLACES)))
    return words.PLACES[rank * 7 % len(words.PLACES)]


def _some_place(chance: Chance, share: float) -> str:
    if chance.random() > share:
        return ""
    return _place(chance) if chance.random() < 0.7 else chance.choice(words.DISTRICTS)


def _legal(chance: Chance) -> str:
    return chance.choice(FORMS)


def _welfare(chance: Chance) -> str:
    end = chance.choice((" e. V.", " e.V.", "", "", " gGmbH"))
    return f"{chance.choice(words.WELFARE)} {chance.choice(words.BRANCHES)} {_place(chance)}{end}"


def _kita(chance: Chance) -> str:
    name = chance.choice(words.KITA_NAMES)
    quoted = f"„{name}“" if chance.random() < 0.4 else name
    return f"{chance.choice(words.KITAS)} {quoted} {_some_place(chance, 0.75)}"


def _parish(chance: Chance) -> str:
    place = _place(chance)
    if chance.random() < 0.4:
        return f"Katholische Pfarrgemeinde {chance.choice(words.PATRONS)} {place}"
    kind = chance.choice(("Evangelische", "Evangelisch-lutherische", "Ev."))
    saint = chance.choice((*(f"{each}-" for each in words.SAINTS), ""))
    return f"{kind} {saint}Kirchengemeinde {place}"


def _migrants(chance: Chance) -> str:
    people = chance.choice(words.PEOPLES)
    if chance.random() < 0.2:
        return f"Deutsch-{people}e Gesellschaft {_place(chance)}{_legal(chance)}"
    ending, kind = chance.choice(words.MIGRANT)
    joint = chance.choice((" in ", " ", " "))
    return f"{people}{ending} {kind}{joint}{_place(chance)}{_legal(chance)}"


def _office(chance: Chance) -> str:
    joint = chance.choice((" ", " ", " der Stadt ", " Landkreis "))
    return f"{chance.choice(words.OFFICES)}{joint}{_place(chance)}"


def _initiative(chance: Chance) -> str:
    place = _place(chance)
    where = f"{place}-{chance.choice(words.DISTRICTS)}" if chance.random() < 0.5 else place
    return f"{chance.choice(words.INITIATIVES)} {where}{_legal(chance)}"


def _association(chance: Chance) -> str:
    made = chance.choice(words.FIRST) + chance.choice(words.SECOND)
    return f"{made} {_some_place(chance, 0.7)}{_legal(chance)}"


def _aim(chance: Chance) -> str:
    where = _some_place(chance, 0.8)
    return f"{chance.choice(words.BODIES)} {chance.choice(words.AIMS)} {where}{_legal(chance)}"


def _school(chance: Chance) -> str:
    person = chance.choice(words.PERSONS).replace(" ", "-")
    return f"{person}-{chance.choice(words.SCHOOLS)} {_place(chance)}"


def _sport(chance: Chance) -> str:
    year = chance.choice(("", "", f" {chance.randint(1860, 1995)}"))
    name = chance.choice(("", f"{chance.choice(words.SPORT_NAMES)} "))
    return f"{chance.choice(words.SPORTS)} {name}{_place(chance)}{year} e. V."


def _friends(chance: Chance) -> str:
    thing = chance.choice(
        (
            f"der {chance.choice(words.SCHOOLS)}n {_place(chance)}",
            f"der Kita {chance.choice(words.KITA_NAMES)} {_some_place(chance, 0.5)}",
            f"der {chance.choice(('Stadtbibliothek', 'Musikschule', 'Synagoge'))} {_place(chance)}",
        )
    )
    return f"{chance.choice(('Förderverein', 'Freundeskreis', 'Elterninitiative'))} {thing} e. V."
