"""The demo city: Potsdam, from the files that come with the program."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from accounts.identity import Identity
from concept_review.review import Verdict
from concept_review.section import Section, path_of
from data.cities import Keys, import_network
from data.city_files import CityFiles, FaultyFile, Line, read_city
from data.clock import today
from data.concepts import import_concept, sections
from data.figures import add_figures
from data.reviews import review
from data.section_links import add_link
from data.store import Store

POTSDAM: Final = Path(__file__).parent / "seed" / "potsdam"

_KNOWN_WHEN_REVIEWED = "2014-12-31"
"""Values up to this day were known to the example's reviewers; later ones came after them."""


def load_demo(store: Store, actor: Identity, folder: Path = POTSDAM) -> bool:
    """Fill an empty store with a demo city; return False where something is there already."""
    if store.find("organizations") or store.find("concepts"):
        return False
    city = read_city(folder)
    with store.atomic():
        keys = import_network(store, actor, city)
        early, late = _by_date(city.tables["figures"])
        add_figures(store, actor, early)
        concept = import_concept(store, actor, city.concept)
        by_path = _by_path(sections(store, concept.id))
        _link(store, city, by_path, keys)
        _review(store, actor, city, by_path)
        add_figures(store, actor, late)
    return True


def _by_date(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    early = [line for line in lines if line["as_of"] <= _KNOWN_WHEN_REVIEWED]
    return early, [line for line in lines if line["as_of"] > _KNOWN_WHEN_REVIEWED]


def _by_path(found: list[Section]) -> dict[str, Section]:
    return {" > ".join(path_of(each, found)): each for each in found}


def _link(store: Store, city: CityFiles, by_path: dict[str, Section], keys: Keys) -> None:
    for line in city.tables["section_links"]:
        target = line["target"]
        target_id = target if line["target_type"] == "figure" else keys[target]
        add_link(store, _section(line, by_path).id, line["target_type"], target_id)


def _review(store: Store, actor: Identity, city: CityFiles, by_path: dict[str, Section]) -> None:
    for line in city.tables["reviews"]:
        reviewed = _section(line, by_path)
        review(
            store,
            actor,
            reviewed.id,
            Verdict(line["verdict"]),
            line["remark"],
            fingerprint=reviewed.fingerprint,
            day=today() - timedelta(days=int(line["days_ago"])),
        )


def _section(line: Line, by_path: dict[str, Section]) -> Section:
    found = by_path.get(line["section"])
    if found is None:
        raise FaultyFile(line, "section", "no such section")
    return found
