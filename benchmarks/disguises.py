"""The ways in which people write the name of an organisation otherwise than the list does."""

import random
import re
from collections.abc import Callable
from typing import Final

from benchmarks.duplicate_words import DISTRICTS, PLACES

Chance = random.Random
Way = Callable[[str, Chance], str]

LEGAL: Final = re.compile(r",? (e\. ?V\.|gGmbH|gemeinnützige GmbH|eG|UG)$")
SHORT: Final = (
    ("Arbeiterwohlfahrt", "AWO"), ("Deutsches Rotes Kreuz", "DRK"), ("Kreisverband", "KV"),
    ("Ortsverein", "OV"), ("Landesverband", "LV"), ("Stadtverband", "SV"),
    ("Bezirksverband", "BV"), ("Regionalverband", "RV"), ("Ortsverband", "OV"),
    ("Arbeiter-Samariter-Bund", "ASB"), ("Kindertagesstätte", "Kita"), ("Volkshochschule", "VHS"),
    ("Christliches Jugenddorfwerk Deutschlands", "CJD"), ("Technisches Hilfswerk", "THW"),
    ("Johanniter-Unfall-Hilfe", "JUH"), ("Johanniter-Unfall-Hilfe", "Johanniter"),
    ("Malteser Hilfsdienst", "Malteser"), ("Diakonisches Werk", "Diakonie"),
    ("Caritasverband", "Caritas"), ("Deutscher Kinderschutzbund", "DKSB"),
    ("Sozialdienst katholischer Frauen", "SkF"), ("Naturschutzbund Deutschland", "NABU"),
    ("Verband alleinerziehender Mütter und Väter", "VAMV"), ("Freiwillige Feuerwehr", "FFW"),
    ("Industrie- und Handelskammer", "IHK"), ("Handwerkskammer", "HWK"),
    ("Mehrgenerationenhaus", "MGH"), ("Evangelische", "Ev."), ("Katholische", "Kath."),
    ("Evangelisch-lutherische", "Ev.-luth."), ("Gesellschaft", "Ges."), ("Turnverein", "TV"),
    ("Schwimmverein", "SV"), ("Arbeitsgemeinschaft", "AG"), ("Arbeitskreis", "AK"),
    ("Gemeinde", "Gem."), ("Zentrum", "Ztr."), ("Initiative", "Ini"), ("Deutsche", "Dt."),
    ("Internationales", "Int."), ("Interkultureller", "Interkult."), ("Verein", "Ver."),
    ("Landkreis", "LK"), ("Förderverein", "FV"), ("Jugendzentrum", "JUZ"), ("Gymnasium", "Gym."),
    ("Familienzentrum", "FZ"), ("Kommunales Integrationszentrum", "KI"), ("St. ", "Sankt "),
    ("Agentur für Arbeit", "Arbeitsagentur"), ("Kindergarten", "KiGa"), ("Grundschule", "GS"),
)  # fmt: skip
FILLERS: Final = frozenset(
    ["für", "und", "der", "die", "das", "des", "in", "im", "am", "zur", "von", "gegen"]
)


def disguised(name: str, chance: Chance) -> str:
    """Return the name as somebody else might write it: changed in one to three ways."""
    for _attempt in range(40):
        ways = chance.sample(list(WAYS), k=chance.choice((1, 2, 2, 3)), counts=list(WAYS.values()))
        written = name
        for way in dict.fromkeys(ways):
            written = " ".join(way(written, chance).split())
        if written != name and len(written) >= 3:
            return written
    return misspelt(name, chance)


def other_legal_form(name: str, chance: Chance) -> str:
    """Drop the legal form, or write another one."""
    bare = LEGAL.sub("", name)
    return bare + (chance.choice(("", "", " e.V.", " gGmbH", " eingetragener Verein")))


def without_umlauts(name: str, chance: Chance) -> str:
    """Write umlauts out, or drop their dots."""
    out = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "é": "e"}
    off = {"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "s", "é": "e"}
    chosen = chance.choice((out, off))
    return "".join(chosen.get(letter, letter) for letter in name)


def shortened(name: str, chance: Chance) -> str:
    """Use a usual short form, or write it out."""
    able = [(long, short) for long, short in SHORT if long in name]
    back = [(short, long) for long, short in SHORT if f" {short} " in f" {name} "]
    if not able and not back:
        return name
    old, new = chance.choice(able or back)
    return name.replace(old, new, 1)


def reordered(name: str, chance: Chance) -> str:
    """Move the last or the first word to the other end."""
    legal = LEGAL.search(name)
    words = LEGAL.sub("", name).split()
    if len(words) < 2:
        return name
    if chance.random() < 0.6:
        turned = [words[-1], *words[:-1]]
    else:
        turned = [*words[1:-1], words[-1] + ",", words[0]]
    return " ".join(turned) + (legal[0] if legal and chance.random() < 0.5 else "")


def misspelt(name: str, chance: Chance) -> str:
    """Make one or two typing errors in long words."""
    for _turn in range(chance.choice((1, 1, 2))):
        places = [hit.span() for hit in re.finditer(r"\w{5,}", name)]
        if not places:
            return name
        start, end = chance.choice(places)
        at = chance.randrange(start + 1, end - 1)
        letter = chance.choice("enirstadhulcg")
        name = chance.choice(
            (
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + letter + name[at:],
            )
        )
    return name


def with_place(name: str, chance: Chance) -> str:
    """Add the town where everybody is to a name that says no place."""
    if any(place in name for place in (*PLACES, *DISTRICTS)):
        return name
    legal = LEGAL.search(name)
    bare = LEGAL.sub("", name)
    return (
        bare
        + chance.choice((" Potsdam", " in Potsdam", " (Potsdam)"))
        + (legal[0] if legal else "")
    )


def otherwise_joined(name: str, chance: Chance) -> str:
    """Write compounds with a hyphen or apart, or hyphenated words as one or apart."""
    if "-" in name.strip("-"):
        return re.sub(r"(\w)-(\w)", chance.choice((r"\1 \2", r"\1\2")), name).strip()
    parts = ("verein", "zentrum", "hilfe", "haus", "gemeinde", "schule", "verband", "café", "treff",
             "werk", "bündnis", "kreis", "garten", "forum", "netz", "land", "amt")  # fmt: skip
    able = [part for part in parts if re.search(rf"\w{{3}}{part}", name)]
    if not able:
        return name
    part = chance.choice(able)
    joint = chance.choice(("-", " "))
    return re.sub(rf"(\w{{3}}){part}", lambda hit: f"{hit[1]}{joint}{part.title()}", name, count=1)


def without_fillers(name: str, chance: Chance) -> str:
    """Drop the small words, or shorten them."""
    if chance.random() < 0.5:
        return " ".join(word for word in name.split() if word not in FILLERS)
    return name.replace(" für ", " f. ").replace(" und ", chance.choice((" u. ", " & ", " + ")))


def initials(name: str, _chance: Chance) -> str:
    """Write only the first letters of a long name, and its last word, mostly the place."""
    bare = LEGAL.sub("", name).replace("-", " ")
    words = [word for word in bare.split() if word[0].isalpha()]
    if len(words) < 4 or len({word[0] for word in words}) < 3:
        return name
    letters = "".join(word[0] for word in words[:-1] if word not in FILLERS).upper()
    return f"{letters} {words[-1]}" if len(letters) >= 3 else name


def in_other_case(name: str, chance: Chance) -> str:
    """Write all large or all small."""
    return chance.choice((name.upper(), name.lower()))


def called_an_association(name: str, _chance: Chance) -> str:
    """Say first that it is an association."""
    return name if "erein" in name else "Verein " + LEGAL.sub("", name)


WAYS: Final[dict[Way, int]] = {
    other_legal_form: 5, without_umlauts: 5, shortened: 6, reordered: 4, misspelt: 6,
    with_place: 2, otherwise_joined: 4, without_fillers: 2, initials: 1, in_other_case: 2,
    called_an_association: 1,
}  # fmt: skip
