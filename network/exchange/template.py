"""Our own tables in German: which sheets and columns there are, and what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from network.exchange.template_words import NODE_KINDS, OCCUPANCIES, ROLES, TIE_KINDS, YES_OR_NO
from network.naming import fold

EXAMPLE: Final = "Beispiel"
"""The id of rows that only show how a table is filled in."""


class Sort(StrEnum):
    """What the rows of a sheet are."""

    ORGANIZATIONS = "organizations"
    POSTS = "posts"
    RELATIONS = "relations"
    MEMBERSHIPS = "memberships"
    TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: our name for it, its head, what it means, and an example.

    `words` are those that it allows, by our codes; one with `several` takes more than one
    value, parted by bars or line breaks; `more_heads` are other heads that are understood.
    """

    key: str
    head: str
    help: str
    example: str = ""
    required: bool = False
    several: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    more_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or a file of CSV."""

    sort: Sort
    title: str
    columns: tuple[Column, ...]

    def keys(self, head: Sequence[str]) -> dict[str, int]:
        """Return the place of every column that a head names, by our names."""
        places: dict[str, int] = {}
        for at, text in enumerate(head):
            places.setdefault(fold(text.rstrip("* ")), at)
        found: dict[str, int] = {}
        for column in self.columns:
            for name in (column.head, column.key, *column.more_heads):
                if fold(name) in places:
                    found.setdefault(column.key, places[fold(name)])
        return found


def _id() -> Column:
    return Column(
        "id",
        "Kennung",
        "Bleibt leer, wenn Sie einen neuen Eintrag schreiben. Steht eine Kennung da, wird der "
        "Eintrag beim nächsten Einlesen daran wiedererkannt. Zeilen mit der Kennung „Beispiel“ "
        "werden nicht eingelesen.",
        EXAMPLE,
    )


def _sources() -> Column:
    return Column(
        "sources", "Quellen", "Wo es geschrieben steht: Adressen oder Fundstellen.",
        "https://www.example.org/bericht", several=True, more_heads=("Quelle", "Belege"),
    )  # fmt: skip


_DAY: Final = "Tag, Monat oder Jahr: 03.09.2014, 09.2014 oder 2014."


def _span() -> tuple[Column, Column]:
    return (
        Column("start_date", "seit", f"Beginn. {_DAY}", "03.09.2014", more_heads=("Beginn",)),
        Column("end_date", "bis", f"Ende; leer, solange es besteht. {_DAY}", more_heads=("Ende",)),
    )


def _word() -> tuple[Column, ...]:
    return (
        Column("stated_by", "angegeben von", "Wer der beiden es angegeben hat."),
        Column("confirmed_by", "bestätigt von", "Wer der beiden es bestätigt hat."),
        Column("disputed_by", "bestritten von", "Wer der beiden es bestreitet."),
        _sources(),
    )


ORGANIZATIONS: Final = Sheet(
    Sort.ORGANIZATIONS,
    "Organisationen",
    (
        _id(),
        Column("label", "Name", "Der volle Name.", "Haus der Vielfalt e. V.", required=True),
        Column("kind", "Art", "Was für eine Einrichtung es ist.", "Verein", words=NODE_KINDS),
        Column("short_name", "Kurzname", "Abkürzung, wie man sie sagt.", "HdV",
               more_heads=("Abkürzung", "Kürzel")),
        Column("other_names", "Weitere Namen", "Frühere oder andere Namen.", several=True),
        Column("part_of", "gehört zu", "Name oder Kennung der Organisation, zu der es gehört."),
        Column("district", "Stadtteil", "Wo der Sitz ist.", "Mitte", more_heads=("Sozialraum",)),
        Column("website", "Internet", "Adresse im Internet.", "https://www.example.org",
               more_heads=("Webseite", "Internetseite", "Homepage", "URL")),
        Column("description", "Beschreibung", "Was die Organisation macht, in wenigen Sätzen.",
               "Offenes Haus mit Beratung und Begegnung."),
        Column("languages", "Sprachen", "In welchen Sprachen beraten wird.", "Deutsch|Arabisch",
               several=True),
        Column("target_groups", "Zielgruppen", "Für wen sie da ist.", "Familien|Frauen",
               several=True),
        Column("topics", "Themen", "Woran sie arbeitet.", "Sprache|Wohnen", several=True),
        Column("offers", "Angebote", "Was sie anderen anbietet.", "Raum für 30 Personen",
               several=True),
        Column("needs", "Bedarfe", "Was sie sucht.", several=True, more_heads=("Bedarf",)),
        Column("open_for_cooperation", "offen für Zusammenarbeit", "ja oder nein.", "ja",
               words=YES_OR_NO),
        *_span(),
        Column("successor_of", "Nachfolge von", "Welche Organisation sie fortsetzt."),
        Column("partition", "Gruppe", "Eine Einteilung, nach der Kennzahlen fragen können."),
        Column("confirmed_on", "bestätigt am", "Wann sie ihre Angaben zuletzt bestätigt hat."),
        Column("identifiers", "Weitere Kennungen", "Kennungen aus anderen Dateien.", several=True),
        _sources(),
    ),
)  # fmt: skip

POSTS: Final = Sheet(
    Sort.POSTS,
    "Stellen",
    (
        _id(),
        Column("label", "Bezeichnung", "Wie die Stelle heißt.", "Integrationsbeauftragte",
               required=True, more_heads=("Name", "Stelle")),
        Column("post_of", "Organisation", "Name oder Kennung der Organisation.",
               "Haus der Vielfalt e. V.", required=True, more_heads=("bei",)),
        Column("role", "Rolle", "Wofür sie da ist.", "Leitung"),
        Column("description", "Beschreibung", "Was zu ihr gehört."),
        Column("occupancy", "Besetzung", "Ob jemand sie innehat.", "besetzt", words=OCCUPANCIES),
        *_span(),
        _sources(),
    ),
)  # fmt: skip

RELATIONS: Final = Sheet(
    Sort.RELATIONS,
    "Beziehungen",
    (
        _id(),
        Column("source", "von", "Name oder Kennung, von wo die Beziehung ausgeht.",
               "Haus der Vielfalt e. V.", required=True),
        Column("kind", "Art", "Was die eine mit der anderen verbindet.", "arbeitet zusammen mit",
               words=TIE_KINDS, more_heads=("Beziehung",)),
        Column("target", "zu", "Name oder Kennung, wohin die Beziehung geht.", "Stadtbibliothek",
               required=True, more_heads=("nach",)),
        Column("label", "Wort dafür", "Ein eigenes Wort, wenn keine der Arten passt."),
        Column("mutual", "in beide Richtungen", "ja oder nein; leer, wie es die Art meint.",
               words=YES_OR_NO, more_heads=("gegenseitig",)),
        Column("strength", "Stärke", "Eine Zahl: je mehr, desto enger.", "2",
               more_heads=("Gewicht",)),
        Column("distance", "Abstand", "Eine Zahl: je mehr, desto ferner.",
               more_heads=("Entfernung", "Distanz")),
        Column("note", "Anmerkung", "Was dazu zu sagen ist.", more_heads=("Notiz",)),
        *_span(),
        *_word(),
    ),
)  # fmt: skip

MEMBERSHIPS: Final = Sheet(
    Sort.MEMBERSHIPS,
    "Mitwirkungen",
    (
        _id(),
        Column("source", "wer", "Name oder Kennung der Organisation oder Stelle, die mitwirkt.",
               "Haus der Vielfalt e. V.", required=True, more_heads=("Mitglied",)),
        Column("target", "wirkt mit in", "Name oder Kennung des Gremiums oder der Gruppe.",
               "Netzwerk Sprache", required=True, more_heads=("in", "Gremium")),
        Column("role", "als", "In welcher Rolle.", "Mitglied", words=ROLES, more_heads=("Rolle",)),
        Column("on_behalf_of", "im Auftrag von", "Für wen sie dort spricht."),
        *_span(),
        *_word(),
    ),
)  # fmt: skip

TOPICS: Final = Sheet(
    Sort.TOPICS,
    "Themen",
    (
        _id(),
        Column("term", "Thema", "Wie das Thema heißt.", "Sprache", required=True,
               more_heads=("Name",)),
        Column("parent", "gehört zu", "Das weitere Thema, zu dem es gehört.", "Bildung"),
    ),
)  # fmt: skip

SHEETS: Final = (ORGANIZATIONS, POSTS, RELATIONS, MEMBERSHIPS, TOPICS)


def sheet_titled(title: str) -> Sheet | None:
    """Return the sheet of a title, however its letters are written; None for another one."""
    wanted = fold(title)
    return next((each for each in SHEETS if fold(each.title) == wanted), None)


def head_of(title: str, key: str) -> str:
    """Return the head of a column by our name for it; the name itself in other sheets."""
    sheet = sheet_titled(title)
    found = (each.head for each in sheet.columns if each.key == key) if sheet else iter(())
    return next(found, key)
