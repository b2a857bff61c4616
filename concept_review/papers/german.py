"""The fixed words of papers: councils read them in German, whatever language a page is in."""

from datetime import date

from concept_review.decision import DecisionResult

UNCHANGED = "unverändert"
DROPPED = "entfällt"
DROPPED_HERE = "entfällt hier und ist verschoben"
ADDED = "nicht vorhanden"
MOVED = "verschoben"
CONTINUED = "Fortsetzung"
COLUMNS = ("alt", "neu", "Begründung", "Einreicher", "Empfehlung")
OPEN = "noch nicht eingearbeitet: ein anderer Vorschlag will dieselbe Stelle anders"
LEGEND = (
    "Durchgestrichen und fett steht, was entfällt; unterstrichen und fett, was hinzukommt. "
    "Kursive Wörter sind Vermerke und gehören nicht zum Text."
)
NO_CHANGES = "Es gibt keine Änderungen."
PAPER = "Beschlussvorlage"
SYNOPSIS = "Synopse"
MOTION = "Beschlussvorschlag"
RATIONALE = "Begründung"
CHANGES = "Änderungen im Einzelnen"
ALTERNATIVES = "Offene Alternativen"
FULL_TEXT = "Neufassung"
DETAILS = "Angaben"
WITH_OPEN = "Fassung mit allen offenen Vorschlägen"
WITH_PROPOSALS = "Fassung mit den Vorschlägen"
RECOMMENDATIONS = {
    DecisionResult.ACCEPTED: "Annahme",
    DecisionResult.ACCEPTED_MODIFIED: "Annahme mit Änderungen",
    DecisionResult.REJECTED: "Ablehnung",
    DecisionResult.REFERRED: "Verweisung",
    DecisionResult.ADJOURNED: "Vertagung",
    DecisionResult.NOTED: "Kenntnisnahme",
    DecisionResult.SUPERSEDED: "Erledigt durch einen anderen Vorschlag",
}
"""What the administration recommends."""


def day(value: date) -> str:
    """Return a day as German papers write it: "03.05.2026"."""
    return f"{value:%d.%m.%Y}"


def version(number: int) -> str:
    """Return how a version is called."""
    return f"Fassung {number}"
