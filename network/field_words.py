"""What organisations in this field offer and need, in the words they use for it.

The words of one thing stand together because the field uses them for one another: the same
people are called Sprachmittler by the office that pays them and Dolmetscher by those who need
them; Paten, Mentoren and Tandems are the same one-to-one company under the names of different
programmes; who asks for Möbel is served by whoever gives Sachspenden. German builds compounds
whose last part says what a thing is, so a Gruppenraum is a Raum, but a Raumplanung is none; what
only sounds alike (Traum, Zeitraum, Patent, Wohngeld) is left out by name. All patterns are for
words as `network.naming.fold` leaves them: lower case, ä as ae.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Thing(StrEnum):
    """What is offered or needed."""

    ROOM = "room"
    HALL = "hall"
    INTERPRETING = "interpreting"
    MENTORING = "mentoring"
    COMPANY = "company"
    ADVICE = "advice"
    GOODS = "goods"
    MONEY = "money"
    VOLUNTEERS = "volunteers"
    CHILDCARE = "childcare"
    LANGUAGE_COURSE = "language_course"
    TUTORING = "tutoring"
    HOUSING = "housing"
    TRANSPORT = "transport"
    INTERNSHIP = "internship"


_PERSON: Final = "(in|innen|n|en)?"
"""How words for persons end, besides the bare one."""

_THINGS: Final[Mapping[Thing, str]] = {
    Thing.ROOM: (
        r"(?!.*(\bt|alpt|zeit|sozial|wohn|lebens|frei|spiel|stadt|kultur|handlungs|ballungs|natur"
        r"|welt|stau|koffer|lade|innen)(raum|raeume)).*(raum|raeumen?|raeumlichkeit(en)?)"
        r"|.*(saal|saele)|veranstaltungsorte?|rooms?"
    ),
    Thing.HALL: r".*(sport|turn)halle[n]?|hallenzeit(en)?",
    Thing.INTERPRETING: (
        r".*dolmetsch.*|.*sprach(mittl|mittel|helf|lots).*|.*kultur(mittl|lots).*"
        r"|uebersetz(er|ung|en).*|interpret(er|ers|ing)|translat(or|ors|ion)"
    ),
    Thing.MENTORING: (
        rf".*(paten|patin|patinnen|pate)|.*patenschaft(en|s.*)?|.*mentor{_PERSON}|.*mentoring.*"
        rf"|.*mentorenprogramm.*|.*tandems?|tandempartner.*|buddy.*|buddies"
    ),
    Thing.COMPANY: rf".*begleit(ung|er|en){_PERSON}|(?!sprach).*lots(e|en|in|innen)",
    Thing.ADVICE: (
        rf".*berat(ung|ungen|er|en|ungsstellen?|ungsangebote?|ungsdienste?){_PERSON}"
        r"|(rechts)?(anwalt|anwaelt).*|rechtshilfe|counsell?ing"
    ),
    Thing.GOODS: (
        r"(sach|kleider|moebel|spielzeug|buecher)spenden?|.*moebel.*|hausrat|kleidung|.*kleidung"
        r"|kleiderkammer|.*(stuehle?|tische?|schraenke?|betten)|.*fahrraeder|fahrrad"
        r"|spielzeug|spielsachen|laptops?|computer|notebooks?|tablets?|schulmaterial(ien)?"
        r"|schulsachen|sozialkaufhaus|gebrauchtwaren|haushaltswaren|donations"
    ),
    Thing.MONEY: (
        r"geld(er|spenden?|mittel)?|sponsor.*|foerdermittel|zuschue?ss(e|en)?|zuschuss"
        r"|finanzier.*|finanziell(e|er|en)?|spendengelder|foerdergelder|funding"
    ),
    Thing.VOLUNTEERS: (
        r"ehrenamt(lich.*|skraefte|svermittlung|sagentur(en)?|sboersen?)?|freiwillig(en?|er)?"
        r"|freiwilligen(agentur|boerse|vermittlung|dienste?).*|(?!sprach).*helfer(n|in|innen)?"
        r"|mitstreiter(n|in|innen)?|engagierten?|volunteers?"
    ),
    Thing.CHILDCARE: r".*kinderbetreu.*|babysitt.*|kinderaufsicht|childcare",
    Thing.LANGUAGE_COURSE: (
        r".*(deutsch|sprach|integrations|alphabetisierungs)(kurse?n?|unterricht|foerderung)"
    ),
    Thing.TUTORING: r".*nachhilfe.*|hausaufgaben.*|lernhilfen?|lernbegleit.*|lernfoerder.*",
    Thing.HOUSING: (
        r"(?!ferien).*wohnung(en)?|wohnraum|wohnraeume|wohnungs(suche|vermittlung)"
        r"|(?!reise).*unterku(nft|enfte).*"
    ),
    Thing.TRANSPORT: r".*transport(er|e)?|fahrdienste?|lieferwagen|kleinbus(se)?|.*transporter",
    Thing.INTERNSHIP: r".*praktik(um|a|umsplatz|umsplaetze|umsstellen?)",
}

_KINDS: Final[Mapping[Thing, Mapping[str, str]]] = {
    Thing.ADVICE: {
        "law": r".*(recht|asyl|aufenthalt|migrationsber|verfahrens|anwalt|anwaelt|jurist).*",
        "debts": r".*(schuld|insolvenz).*",
        "health": r".*(gesund|psych|trauma|therap|hiv).*",
        "addiction": r".*(sucht|drogen).*",
        "work": r".*(arbeit|beruf|bewerb|anerkenn|qualifi|ausbild|jobs?|abschluess).*",
        "housing": r".*(wohn|miet).*",
        "family": r".*(famili|erzieh|eltern|schwanger).*",
        "social": r".*sozial.*",
        "clubs": r".*(verein|foerdermittel|antragstell).*",
        "discrimination": r".*diskrimin.*",
    },
    Thing.GOODS: {
        "furniture": r".*(moebel|stuehle?|tische?|schraenke?|betten)",
        "household": r"hausrat|haushalts.*",
        "clothes": r".*(kleid).*",
        "bicycles": r".*fahrra.*",
        "toys": r"spiel(zeug|sachen).*",
        "computers": r"laptops?|computer|notebooks?|tablets?",
        "school": r"schul(material|sachen).*",
    },
}
"""What a thing is more exactly; of these, too, one has to be met where a need names any."""

_UNSPECIFIC: Final = frozenset({Thing.GOODS})
"""Things of which an offer that says nothing more meets every need: Sachspenden, for Möbel."""

_LANGUAGES: Final = {
    "arabic": r".*arab(isch|er).*",
    "persian": r".*(persisch|farsi|dari).*",
    "kurdish": r".*(kurdisch|kurmandschi|sorani).*",
    "pashto": r".*pas[ch]*tu.*",
    "tigrinya": r".*tigrin.*",
    "turkish": r".*tuerkisch.*",
    "russian": r".*russisch.*",
    "ukrainian": r".*ukrainisch.*",
    "polish": r".*polnisch.*",
    "french": r".*franzoesisch.*",
    "english": r".*englisch.*",
    "spanish": r".*spanisch.*",
    "vietnamese": r".*vietnamesisch.*",
    "romanian": r".*rumaenisch.*",
    "bulgarian": r".*bulgarisch.*",
    "albanian": r".*albanisch.*",
    "serbian": r".*(serbisch|kroatisch|bosnisch).*",
    "somali": r".*somali.*",
    "urdu": r".*urdu.*",
}
"""Languages; those whose speakers understand one another stand together."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word says: things, what they are more exactly, and languages."""

    things: frozenset[Thing]
    kinds: frozenset[tuple[Thing, str]]
    languages: frozenset[str]


@lru_cache(maxsize=50_000)
def meaning(word: str) -> Meaning:
    """Return what a folded word says in this field."""
    return Meaning(
        frozenset(thing for thing, pattern in _THINGS.items() if re.fullmatch(pattern, word)),
        frozenset(
            (thing, kind)
            for thing, kinds in _KINDS.items()
            for kind, pattern in kinds.items()
            if re.fullmatch(pattern, word)
        ),
        frozenset(name for name, pattern in _LANGUAGES.items() if re.fullmatch(pattern, word)),
    )


def is_unspecific(thing: Thing) -> bool:
    """Say whether an offer of a thing without more words meets each need of it."""
    return thing in _UNSPECIFIC
