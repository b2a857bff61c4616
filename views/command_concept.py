"""The commands on concepts: taking files in, and asking how the sections stand."""

import json
from pathlib import Path

import click

from accounts.identity import OPERATOR
from concept_review.draft import Draft, counted
from concept_review.intake import Tracking, pieces_of, read_draft
from concept_review.outline import Outline, assemble, parents
from concept_review.section import Section, path_of
from concept_review.tracked import suggestions
from data import concepts
from data.intake import Intake, take_over
from data.new_versions import Plan, plan_version
from data.standings import standings
from data.store import NotFound, Store
from views.command_frame import database_option, explained, migrated
from views.lost_words import lost_lines
from views.matches_words import match_lines
from views.standing_words import currency_word
from views.tracked_words import suggested
from views.words import _, plural

Json = dict[str, object]


@click.command("import-concept")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", default="", help="instead of the title in the file")
@click.option("--new-version-of", "concept_id", default="", help="id of the concept it continues")
@click.option(
    "--tracked",
    type=click.Choice([each.value for each in Tracking]),
    help="what becomes of tracked changes",
)
@click.option("--bold-headings", is_flag=True, help="take bold lines for headings")
@click.option("--dry-run", is_flag=True, help="store nothing, only say what would be")
@click.option("--json", "as_json", is_flag=True, help="say the result as JSON")
@database_option
@explained
def import_concept(
    file: Path,
    title: str,
    concept_id: str,
    tracked: str | None,
    database: Path | None,
    *,
    bold_headings: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take a concept from FILE (DOCX, ODT, HTML, Markdown, PDF): headings become sections."""
    draft = read_draft(file.read_bytes())
    if draft.tracked and tracked is None:
        raise click.ClickException(
            _("The file holds tracked changes. Please say what becomes of them: --tracked.")
        )
    tracking = Tracking(tracked or Tracking.ORIGINAL)
    pieces = pieces_of(draft, tracking)
    levels = {at: each.suspected for at, each in enumerate(pieces) if each.suspected}
    chosen = levels if bold_headings else {}
    outline = assemble(pieces, draft.title, chosen)
    # What is only looked at needs no database, unless it is to continue a concept in one.
    store = None if dry_run and not concept_id else migrated(database)
    plan = _plan(store, concept_id, outline) if store else None
    found, _left = (
        suggestions(pieces, draft.changes, draft.title, chosen)
        if tracking is Tracking.PROPOSALS
        else ([], [])
    )
    intake = Intake(
        outline=outline,
        title=title,
        file_name=file.stem,
        plan=plan,
        suggested=suggested(found, file.name, [each.title for each in outline.sections]),
    )
    stored = None
    if store and not dry_run:
        concept_id = take_over(store, OPERATOR, intake).concept_id
        stored = concepts.sections(store, concept_id)
    _say(draft, tracking, intake, stored, as_json=as_json)


def _plan(store: Store, concept_id: str, outline: Outline) -> Plan | None:
    if not concept_id:
        return None
    try:
        return plan_version(store, concept_id, outline)
    except NotFound:
        text = _("There is no concept with the id {id}.", id=concept_id)
        raise click.ClickException(text) from None


def _say(
    draft: Draft,
    tracking: Tracking,
    intake: Intake,
    stored: list[Section] | None,
    *,
    as_json: bool,
) -> None:
    pieces = pieces_of(draft, tracking)
    lost = {kind.value: number for kind, number in counted(pieces).items()}
    result: Json = {
        "concept_id": _concept_id(intake, stored),
        "sections": _stored_json(stored) if stored else _sections_json(intake),
        "lost": lost,
    }
    if intake.plan:
        result["matches"] = _matches_json(intake.plan)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    title = intake.title or intake.outline.title or intake.file_name
    click.echo(
        plural(
            "“{title}”: {n} section.",
            "“{title}”: {n} sections.",
            len(intake.outline.sections),
            title=title,
        )
    )
    lines = [*lost_lines(pieces), *(match_lines(intake.plan) if intake.plan else [])]
    for line in lines:
        click.echo(line)
    if stored is None:
        click.echo(_("Nothing was stored."))


def _concept_id(intake: Intake, stored: list[Section] | None) -> str | None:
    if stored:
        return stored[0].concept_id
    return intake.plan.concept_id if intake.plan else None


def _stored_json(stored: list[Section]) -> list[Json]:
    return [_section_json(each, path_of(each, stored)) for each in stored]


def _sections_json(intake: Intake) -> list[Json]:
    paths: list[tuple[str, ...]] = []
    for place, above in enumerate(parents(intake.outline)):
        before = () if above is None else paths[above]
        paths.append((*before, intake.outline.sections[place].title))
    resolved = intake.plan.resolved({}) if intake.plan else None
    return [
        {
            "id": intake.plan.id_of(place, resolved) if intake.plan and resolved else None,
            "title": each.title,
            "level": each.level,
            "path": list(paths[place]),
        }
        for place, each in enumerate(intake.outline.sections)
    ]


def _section_json(section: Section, path: tuple[str, ...]) -> Json:
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "path": list(path),
    }


def _matches_json(plan: Plan) -> list[Json]:
    resolution = plan.resolved({})
    return [
        {
            "old_id": None if each.old is None else plan.old[each.old].id,
            "new_id": None if each.new is None else plan.id_of(each.new, resolution),
            "kind": each.kind.value,
            "similarity": round(each.similarity, 4),
        }
        for each in plan.matches
    ]


@click.command("concept-status")
@click.option("--concept", "concept_id", default="", help="only the concept with this id")
@click.option("--json", "as_json", is_flag=True, help="say the result as JSON")
@database_option
@explained
def concept_status(concept_id: str, database: Path | None, *, as_json: bool) -> None:
    """Say of each section whether it still holds."""
    store = migrated(database)
    known = [each for each in concepts.concepts(store) if concept_id in ("", each.id)]
    if concept_id and not known:
        raise click.ClickException(_("There is no concept with the id {id}.", id=concept_id))
    found = [
        (concept, here)
        for concept in known
        for here in standings(store, concept.id, with_retired=True)
    ]
    if as_json:
        result = {
            "concepts": [{"id": each.id, "title": each.title} for each in known],
            "sections": [
                {
                    "id": here.section.id,
                    "title": here.section.title,
                    "currency": here.standing.currency.value,
                    "concept_id": concept.id,
                    "due": here.standing.due.isoformat() if here.standing.due else None,
                }
                for concept, here in found
            ],
        }
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    for concept, here in found:
        del concept
        click.echo(f"{currency_word(here.standing.currency)}: {here.section.heading}")
