"""What the store knows of review debt: every section with its Prüfstand, lead and days."""

from datetime import date, datetime
from itertools import groupby

from concept_review.debt import Item
from concept_review.task_records import Part, Responsibility
from data.clock import day_of
from data.standings import standings
from data.store import Store


def items(store: Store, concept_id: str, day: date | None = None) -> list[Item]:
    """Return the present sections of a concept, as they stand on a day."""
    days = _wording_days(store, concept_id)
    return [
        Item(
            section=each.section,
            standing=each.standing,
            lead=_lead(each.responsible),
            first_wording=days[each.section.id][0],
            present_wording=days[each.section.id][1],
        )
        for each in standings(store, concept_id, day)
    ]


def _lead(responsible: tuple[Responsibility, ...]) -> str | None:
    leading = (each.organization_id for each in responsible if each.part is Part.LEAD)
    return next(leading, None)


def _wording_days(store: Store, concept_id: str) -> dict[str, tuple[date, date]]:
    """Return since when each section is there, and since when it reads as it does now.

    A new version that only moves a section writes it anew with the same fingerprint.
    """
    rows = store.query(
        "select wording.section_id, wording.fingerprint, wording.created_at"
        " from section_versions wording join sections section on section.id = wording.section_id"
        " where section.concept_id = :concept order by wording.section_id, wording.number",
        {"concept": concept_id},
    )
    found = {}
    for section_id, wordings in groupby(rows, lambda row: str(row["section_id"])):
        runs = [next(run) for _, run in groupby(wordings, lambda row: row["fingerprint"])]
        found[section_id] = (_day(runs[0]["created_at"]), _day(runs[-1]["created_at"]))
    return found


def _day(moment: str) -> date:
    return day_of(datetime.fromisoformat(moment))
