"""The command that writes two states of a concept side by side."""

import sys
from pathlib import Path

import click

from accounts.identity import OPERATOR
from concept_review.edition import Kit
from concept_review.papers.writing import PaperFormat, write_synopsis
from concept_review.section import Concept
from data.concepts import concepts, versions
from data.editions import edition, open_edition, open_proposals
from data.kits import open_kit, version_kit
from data.store import Store
from views.command_frame import database_option, explained, migrated
from views.words import _, plural

_OPEN = ("open", "offen")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "old", metavar="VERSION", help="the old state: number of a version")
@click.option(
    "--to", "new", metavar="VERSION", help="the new state: number of a version, or “offen”"
)
@click.option("--concept", "concept_id", default="", help="id of the concept, if there are several")
@click.option("--changed-only", is_flag=True, help="leave out sections that stay as they are")
@database_option
@explained
def synopsis(
    file: Path,
    old: str | None,
    new: str | None,
    concept_id: str,
    database: Path | None,
    *,
    changed_only: bool,
) -> None:
    """Write a Synopse to FILE (.docx, .odt, .pdf, .xlsx).

    Without --to it shows the open proposals, or without any the newest version; without --from
    it begins with the newest version, or the one before.
    """
    format_ = _format_of(file)
    store = migrated(database)
    concept = _concept(store, concept_id)
    kit = _kit(store, concept, old, new)
    with click.progressbar(length=100, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def shown(share: float) -> None:
            bar.update(round(100 * share) - bar.pos)

        written = write_synopsis(kit, format_, only_changed=changed_only, progress=shown)
    file.write_bytes(written)
    click.echo(
        _("{old} beside {new}: saved to {path}.", old=kit.old.label, new=kit.new.label, path=file)
    )
    if kit.clashes:
        click.echo(
            plural(
                "{n} conflict is open; the text stays there as it is.",
                "{n} conflicts are open; the text stays there as it is.",
                len(kit.clashes),
            )
        )


def _format_of(file: Path) -> PaperFormat:
    try:
        return PaperFormat(file.suffix.lower().removeprefix("."))
    except ValueError:
        endings = ", ".join(f".{each.value}" for each in PaperFormat)
        text = _("The name of the file has to end in one of {endings}.", endings=endings)
        raise click.UsageError(text) from None


def _concept(store: Store, concept_id: str) -> Concept:
    known = [each for each in concepts(store) if concept_id in ("", each.id)]
    if len(known) == 1:
        return known[0]
    if known:
        lines = [f"{each.id}  {each.title}" for each in known]
        text = _("There are several concepts. Please choose one with --concept:")
        raise click.ClickException("\n".join([text, *lines]))
    if concept_id:
        raise click.ClickException(_("There is no concept with the id {id}.", id=concept_id))
    raise click.ClickException(_("There is no concept yet."))


def _kit(store: Store, concept: Concept, old: str | None, new: str | None) -> Kit:
    newest = versions(store, concept.id)[0].number
    if new is None:
        new = _OPEN[0] if open_proposals(store, OPERATOR, concept.id) else str(newest)
    if new.casefold() in _OPEN:
        number = newest if old is None else _number(old, newest)
        made = open_edition(store, OPERATOR, concept.id)
        return open_kit(store, concept.id, made, edition(store, concept.id, number))
    after = _number(new, newest)
    before = max(after - 1, 1) if old is None else _number(old, newest)
    return version_kit(store, OPERATOR, concept.id, before, after)


def _number(text: str, newest: int) -> int:
    """Return the number of a version that is there."""
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= newest:
        return int(text)
    raise click.ClickException(
        plural(
            "There is no version {text}; there is only version {n}.",
            "There is no version {text}; there are versions 1 to {n}.",
            newest,
            text=text,
        )
    )
