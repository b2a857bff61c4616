"""Whether a text speaks of a topic."""

import pytest

from network.mentions import speaks_of
from network.naming import fold


@pytest.mark.parametrize(
    ("text", "term", "spoken"),
    [
        ("Aufnahmewege für Kitaplätze", "Kita", True),
        ("Schulplatz ohne Verzögerung", "Schule", True),
        ("Wege in die Ausbildung", "Bildung", False),
        ("Soziale Begleitung und Gesundheit", "Soziale Begleitung", True),
        ("Soziale Hilfe, Begleitung", "Soziale Begleitung", False),
        ("Übergänge", "uebergang", False),
        ("Geflüchtete Frauen", "gefluechtete frauen", True),
        ("IT und Kitas", "IT", True),
        ("Kitas", "IT", False),
        ("Irgendwas", "", False),
        ("Irgendwas", "…", False),
    ],
)
def test_words_may_go_on_but_not_begin_otherwise(text: str, term: str, spoken: bool) -> None:
    assert speaks_of(fold(text), term) is spoken
