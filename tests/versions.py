"""A concept, and new versions of it from a file."""

from collections.abc import Mapping

from accounts.identity import OPERATOR
from concept_review.outline import read_outline
from concept_review.section import Section
from concept_review.succession import Pair, Succession
from data import concepts
from data.new_versions import Plan, import_version, plan_version
from data.store import Store
from data.successions import open_successions

WORK = "Das Jobcenter berät in fünf Sprachen. Betriebe finden über die Kammer Auszubildende."
TEXT = f"""# Konzept

## Wohnen

Die Stadt wirbt Wohnungen für Geflüchtete an. Genossenschaften nennen freie Wohnungen.

### Übergangswohnen

Gemeinschaftsunterkünfte bleiben eine Lösung auf Zeit und liegen im ganzen Stadtgebiet.

## Sprache

Die Volkshochschule bietet Deutschkurse auf allen Stufen an. Kinder lernen in der Kita mit Bildern.

## Arbeit

{WORK}

### Anerkennung

Abschlüsse aus dem Ausland werden zügig bewertet, damit Fachkräfte bald arbeiten.
"""
UNSURE = TEXT.replace(WORK, "Eine Messe bringt Betriebe und Bewerber zusammen.")
"""Whether "Arbeit" is the same section, only a person can say."""
DIVIDED = TEXT.replace("an. Kinder lernen", "an.\n\n## Kita\n\nKinder lernen")
"""One sentence of "Sprache" stands under a heading of its own."""
TITLES = ["Wohnen", "Übergangswohnen", "Sprache", "Arbeit", "Anerkennung"]


def imported(store: Store, text: str = TEXT) -> str:
    """Take a concept and return its id."""
    return concepts.import_concept(store, OPERATOR, text.encode()).id


def plan(store: Store, concept_id: str, text: str) -> Plan:
    """Match a text with the present sections."""
    return plan_version(store, concept_id, read_outline(text))


def take(
    store: Store, concept_id: str, text: str, answers: Mapping[Pair, bool] | None = None
) -> Plan:
    """Take a text over as new version and return how it was planned."""
    planned = plan(store, concept_id, text)
    import_version(store, OPERATOR, planned, answers or {})
    return planned


def named(store: Store, concept_id: str, title: str) -> Section:
    """Return the present section of a title."""
    return next(each for each in concepts.sections(store, concept_id) if each.title == title)


def retired(store: Store, concept_id: str, title: str) -> Section:
    """Return the section of a title that is no longer in force."""
    ended = concepts.retired_sections(store, concept_id)
    return next(each for each in ended if each.title == title)


def an_open_pair(store: Store) -> Succession:
    """Take a version over in which one pair is left open, and return the pair."""
    concept_id = imported(store)
    take(store, concept_id, UNSURE)
    (pair,) = open_successions(store, concept_id)
    return pair
