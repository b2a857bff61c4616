"""Words from which the names of German organisations are put together, as they really sound."""

from pathlib import Path


def _read() -> dict[str, list[str]]:
    """Return the lists of the file beside this one, by their names."""
    found: dict[str, list[str]] = {}
    for part in (Path(__file__).with_suffix(".txt")).read_text("utf-8").split("[")[1:]:
        name, text = part.split("]")
        found[name] = [word.strip() for word in text.replace("\n", " ").split("|")]
    return found


_WORDS = _read()
PLACES = _WORDS["places"]
DISTRICTS = _WORDS["districts"]
WELFARE = _WORDS["welfare"]
BRANCHES = _WORDS["branches"]
KITAS = _WORDS["kitas"]
KITA_NAMES = _WORDS["kita_names"]
SAINTS = _WORDS["saints"]
PATRONS = _WORDS["patrons"]
PEOPLES = _WORDS["peoples"]
MIGRANT = [tuple(each.split(":")) for each in _WORDS["migrant"]]
"""Endings of the word for the people, and what it stands before."""
OFFICES = _WORDS["offices"]
INITIATIVES = _WORDS["initiatives"]
FIRST = _WORDS["first"]
SECOND = _WORDS["second"]
AIMS = _WORDS["aims"]
BODIES = _WORDS["bodies"]
SCHOOLS = _WORDS["schools"]
PERSONS = _WORDS["persons"]
SPORTS = _WORDS["sports"]
SPORT_NAMES = _WORDS["sport_names"]
