"""The words of a name that tell organisations apart, in one spelling for all usual ones."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz.distance import OSA

from network.naming import bare_name, fold

Words = tuple[str, ...]

_PHRASES: Final = {
    # Welfare associations and others whose initials are better known than their names.
    "awo": "arbeiterwohlfahrt",
    "drk": "deutsches rotes kreuz",
    "asb": "arbeiter samariter bund",
    "juh": "johanniter unfall hilfe",
    "ib": "internationaler bund",
    "cjd": "christliches jugenddorfwerk deutschlands",
    "dksb": "deutscher kinderschutzbund",
    "skf": "sozialdienst katholischer frauen",
    "skm": "sozialdienst katholischer maenner",
    "thw": "technisches hilfswerk",
    "nabu": "naturschutzbund deutschland",
    "vamv": "verband alleinerziehender muetter und vaeter",
    "vcp": "verband christlicher pfadfinderinnen und pfadfinder",
    "dgb": "deutscher gewerkschaftsbund",
    "dlrg": "deutsche lebens rettungs gesellschaft",
    "bdkj": "bund der deutschen katholischen jugend",
    "cvjm": "christlicher verein junger menschen",
    "zwst": "zentralwohlfahrtsstelle der juden",
    "ditib": "tuerkisch islamische union der anstalt fuer religion",
    "gew": "gewerkschaft erziehung und wissenschaft",
    "ihk": "industrie und handelskammer",
    "hwk": "handwerkskammer",
    "vhs": "volkshochschule",
    "arbeitsagentur": "agentur fuer arbeit",
    # Kinds of houses and services.
    "kita": "kindertagesstaette",
    "kiga": "kindergarten",
    "mgh": "mehrgenerationenhaus",
    "juz": "jugendzentrum",
    "jmd": "jugendmigrationsdienst",
    "mbe": "migrationsberatung fuer erwachsene",
    "ekiz": "eltern kind zentrum",
    "ffw": "freiwillige feuerwehr",
    "ki": "kommunales integrationszentrum",
    "kiz": "kommunales integrationszentrum",
    # Words that are nearly always written short.
    "st": "sankt",
    "dt": "deutsch",
    "ges": "gesellschaft",
    "gem": "gemeinde",
    "ztr": "zentrum",
    "zentr": "zentrum",
    "ini": "initiative",
    "lk": "landkreis",
    "kath": "katholisch",
    "evang": "evangelisch",
    "luth": "lutherisch",
    "int": "international",
    "interkult": "interkulturell",
    "gym": "gymnasium",
    "diakonie": "diakonisches werk",
    "caritas": "caritasverband",
    "johanniter": "johanniter unfall hilfe",
    "malteser": "malteser hilfsdienst",
    "f": "fuer",
    "u": "und",
    "z": "zur",
    "d": "der",
}
"""What is the same wherever it stands. Only what has one meaning in this field belongs here; the
left side also where it is the short form that nobody writes out, so that both are one."""

_EITHER: Final[Mapping[str, Words]] = {
    "kv": ("kreisverband", "kreisverein", "kunstverein"),
    "ov": ("ortsverein", "ortsverband"),
    "lv": ("landesverband", "landesverein"),
    "bv": ("bezirksverband", "bundesverband", "bürgerverein"),
    "rv": ("regionalverband", "reitverein"),
    "sv": ("stadtverband", "sportverein", "schwimmverein", "schuetzenverein"),
    "fv": ("foerderverein", "fußballverein"),
    "tv": ("turnverein",),
    "ag": ("arbeitsgemeinschaft", "arbeitsgruppe"),
    "ak": ("arbeitskreis",),
    "gs": ("grundschule", "geschäftsstelle"),
    "gst": ("geschaeftsstelle",),
    "fz": ("familienzentrum", "frauenzentrum", "freizeitzentrum"),
    "jz": ("jugendzentrum",),
    "bi": ("bürgerinitiative",),
    "jc": ("jobcenter", "jugendclub"),
    "hs": ("hochschule",),
    "uni": ("universitaet",),
    "ver": ("verein",),
    "vb": ("verband",),
}
"""Short forms with several meanings: they are like each of them."""

_EVANGELICAL: Final = re.compile(
    r"^(?:ev|evgl)\b(?= (?!$))|\bev(?= .*(?:kirch|gemeinde|kita|kinder|luth|diakon|schule|jugend))"
)
_BRANCH: Final = re.compile(
    r"\b(kreis|orts?|landes|bezirks|stadt|regional|bundes)(?:verb|ver|vb|v)\b"
)
_FILLERS: Final = frozenset(
    fold(
        "für und der die das des dem den in im am an zu zur zum von vom beim of the and for"
        " e ev gmbh ggmbh ug eingetragen eingetragene"
    ).split(" ")
)
_FORMS: Final = ("eingetragener", "gemeinnuetzige")
"""Words of legal forms, recognised even with typing errors."""
_GENERAL: Final = frozenset(
    ("verein", "ver", "stadt", "landkreis", "landeshauptstadt", "initiative")
)
"""Words that are added and left out at will."""
_BRANCHES: Final = frozenset(
    f"{part}{kind}"
    for part in ("kreis", "orts", "landes", "bezirks", "stadt", "regional", "bundes")
    for kind in ("verband", "verein")
)
"""Words that people leave out, but that tell two branches of one place apart."""
_ENDING: Final = re.compile(r"(isch)?(er|en|es|em|e|s|n)?$")


def _spelt(word: str) -> str:
    """Return what is the same with and without dots on vowels, and with letters typed twice."""
    plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return re.sub(r"(.)\1+", r"\1", plain)


_SAME: Final = {short: long.split() for short, long in _PHRASES.items()}
_LIKE: Final = {
    short: frozenset(_spelt(fold(each)) for each in longs) for short, longs in _EITHER.items()
}


def words_of(name: str) -> Words:
    """Return the telling words of a name in their order; all of them where none is telling.

    Legal forms and small words go, usual short forms are written out, and spellings of umlauts
    become one.
    """
    folded = fold(name)
    folded = re.sub(r"\beingetragener ver\b", " ", folded)
    evangelical = _EVANGELICAL.sub("evangelisch", folded)
    bare = bare_name(_BRANCH.sub(r"\1verband", evangelical))
    every = [each for word in bare.split() for each in _SAME.get(word, [word])]
    telling = [word for word in every if not _says_nothing(word)] or every
    return tuple(dict.fromkeys(_spelt(word) for word in telling))


def _says_nothing(word: str) -> bool:
    if word in _FILLERS:
        return True
    return len(word) >= 11 and any(OSA.distance(word, each, score_cutoff=2) <= 2 for each in _FORMS)


def is_general(word: str) -> bool:
    """Say whether people add or leave out a word as they like."""
    return word in _GENERAL


def is_branch(word: str) -> bool:
    """Say whether a word names the branch of a larger organisation."""
    return word in _BRANCHES


def same_stem(one: str, other: str) -> bool:
    """Say whether two words differ only in the endings that grammar gives them."""
    left, right = _ENDING.sub("", one), _ENDING.sub("", other)
    if left != right:
        return False
    return len(left) >= 4 or one == other or (len(left) == 3 and "isch" in one + other)


def means(short: str, word: str) -> bool:
    """Say whether a word is one of the meanings of a short form."""
    return word in _LIKE.get(short, ())


def acronyms(words: Words) -> Iterator[str]:
    """Return the initials of all runs of three to seven words from the first word on."""
    initials = "".join(word[0] for word in words[:7])
    for length in range(3, len(initials) + 1):
        yield initials[:length]
