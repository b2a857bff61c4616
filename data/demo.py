"""The demo city: Potsdam, from the files that come with the program."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from accounts.identity import Identity
from concept_review.review import Verdict
from concept_review.section import Section, path_of
from concept_review.task_records import Part
from data.cities import Keys, import_network
from data.city_files import CityFiles, FaultyFile, Line, read_city
from data.clock import today
from data.concepts import import_concept, sections
from data.figures import add_figures
from data.responsibilities import set_responsibilities
from data.reviews import review
from data.section_links import add_link
from data.store import Store

POTSDAM: Final = Path(__file__).parent / "seed" / "potsdam"

_PROMISED_WITHIN = timedelta(days=90)
_STAFF_UNIT = "fb-soziales-und-gesundheit"
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
        _set_responsible(store, actor, city, by_path, keys)
        add_figures(store, actor, late)
    return True


def unit_of_staff(store: Store) -> str | None:
    """Return the id of the unit for which the example's staff account works."""
    rows = store.find("organizations", source_key=_STAFF_UNIT)
    return rows[0]["id"] if rows else None


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
        reviewed_on = today() - timedelta(days=int(line["days_ago"]))
        needs_change = line["verdict"] != Verdict.STILL_CURRENT.value
        review(
            store,
            actor,
            reviewed.id,
            Verdict(line["verdict"]),
            line["remark"],
            fingerprint=reviewed.fingerprint,
            promised_on=reviewed_on + _PROMISED_WITHIN if needs_change else None,
            day=reviewed_on,
        )


def _set_responsible(
    store: Store, actor: Identity, city: CityFiles, by_path: dict[str, Section], keys: Keys
) -> None:
    named: dict[str, dict[Part, list[str]]] = {}
    for line in city.tables["responsibilities"]:
        parts = named.setdefault(_section(line, by_path).id, {})
        parts.setdefault(Part(line["part"]), []).append(keys[line["organization"]])
    for section_id, parts in named.items():
        set_responsibilities(store, actor, section_id, parts, expected=())


def _section(line: Line, by_path: dict[str, Section]) -> Section:
    found = by_path.get(line["section"])
    if found is None:
        raise FaultyFile(line, "section", "no such section")
    return found
