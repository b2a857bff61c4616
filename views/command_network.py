"""The commands on the network: taking one in from a file, and writing it to one."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from accounts.identity import OPERATOR
from data.network_imports import import_foreign, plan_import
from data.roster import roster
from network.exchange.flattening import foreign_of
from network.exchange.foreign import MAX_BYTES, ForeignNetwork, Format
from network.exchange.plan import ImportPlan
from network.exchange.room import read_apart
from network.exchange.template_file import write_template_csv, write_template_xlsx
from network.exchange.unreadable import Fault, UnreadableNetwork
from network.exchange.vocabulary import Meaning
from network.exchange.writing import Output, Own, output_of, write_network, write_nodes
from network.graph import build_graph
from views.command_frame import (
    a_day,
    database_option,
    explained,
    migrated,
    path_of_database,
    write,
)
from views.command_progress import shown_progress
from views.exchange_words import MEANINGS, fault_text, vocabulary
from views.network_import_report import report_json, report_lines
from views.words import _

_existing = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("import-network")
@click.argument("file", type=_existing)
@click.option("--nodes", type=_existing, help="a second file that lists the nodes (CSV)")
@click.option(
    "--format", "form", type=click.Choice([each.value for each in Format]), help="of FILE"
)
@click.option("--group-column", default="", help="the column that divides the network")
@click.option(
    "--weights", type=click.Choice([each.value for each in Meaning]), help="what they mean"
)
@click.option("--dry-run", is_flag=True, help="store nothing, only say what would be")
@click.option("--json", "as_json", is_flag=True, help="say the result as JSON")
@database_option
@explained
def import_network(file: Path, database: Path | None, **options: object) -> None:
    """Take a network from FILE (a template, GraphML, GEXF, Pajek, CSV, Kumu, Popolo, JSON)."""
    foreign = _read(file, options)
    meaning = _meaning(foreign, cast("str | None", options["weights"]))
    dry, as_json = bool(options["dry_run"]), bool(options["as_json"])
    done = _look(database, foreign, meaning) if dry else _take(database, foreign, meaning)
    stored = not dry and not done.nothing
    if as_json:
        click.echo(
            json.dumps(report_json(foreign, done, meaning, stored=stored), ensure_ascii=False)
        )
        return
    if options["weights"] is None and foreign.unclear_weights and not _at_terminal():
        click.echo(_("The file does not say what its weights mean; --weights can say it."))
    for line in report_lines(foreign, done, meaning):
        click.echo(line)
    if done.nothing:
        click.echo(_("All of it is there already. Nothing was stored."))
    elif dry:
        click.echo(_("Nothing was stored."))


@click.command("export-network")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice([*(each.value for each in Output), *(each.value for each in Own)]),
    help="of FILE, where its ending does not tell: template is our own workbook",
)
@click.option("--as-of", "day", callback=a_day, help="only what held on a day")
@database_option
@explained
def export_network(file: Path, form: str | None, day: date | None, database: Path | None) -> None:
    """Write the network to FILE, in the form that its ending tells.

    .graphml, .gexf, .net (Pajek), .json (node-link), .popolo.json, .xlsx (Kumu), .csv (with a
    second file of the nodes beside it) or .zip (our own tables as CSV).
    """
    try:
        output = _output(file.name, form)
    except UnreadableNetwork as fault:
        raise click.ClickException(fault_text(fault)) from fault
    path = path_of_database(database)
    if not path.exists():
        raise click.ClickException(_("There is no database at {path}.", path=path))
    if file.resolve() == path.resolve():
        raise click.ClickException(_("The copy needs another name than the database itself."))
    if isinstance(output, Own) and day:
        raise click.ClickException(_("Our own tables hold all days. Please leave --as-of out."))
    store = migrated(database)
    known = roster(store, day)
    store.close()
    if isinstance(output, Own):
        whole = write_template_xlsx if output is Own.XLSX else write_template_csv
        write(file, whole(known))
        click.echo(_("Saved to {path}.", path=file))
        return
    _write_graph(file, foreign_of(build_graph(known, day)), output)


def _output(name: str, form: str | None) -> Output | Own:
    if form in set(Own):
        return Own(form)
    return Output(form) if form else output_of(name)


def _write_graph(file: Path, network: ForeignNetwork, output: Output) -> None:
    write(file, write_network(network, output))
    click.echo(_("Saved to {path}.", path=file))
    nodes = write_nodes(network, output)
    if nodes is not None:
        beside = file.with_name(f"{file.stem}-nodes{file.suffix}")
        write(beside, nodes)
        click.echo(_("Saved to {path}.", path=beside))


def _read(file: Path, options: dict[str, Any]) -> ForeignNetwork:
    nodes: Path | None = options["nodes"]
    form = Format(options["form"]) if options["form"] else None
    try:
        files = [(each.name, _bytes(each)) for each in (file, nodes) if each]
        with shown_progress(_("Reading the file")) as progress:
            return read_apart(
                files, form, options["group_column"], progress, listed=nodes is not None
            )
    except UnreadableNetwork as fault:
        raise click.ClickException(fault_text(fault)) from fault


def _bytes(file: Path) -> bytes:
    """Return what a file holds, unless it is so large that it would only fill the memory."""
    if file.stat().st_size > MAX_BYTES:
        raise UnreadableNetwork(Fault.TOO_LARGE, limit=MAX_BYTES)
    return file.read_bytes()


def _meaning(foreign: ForeignNetwork, said: str | None) -> Meaning:
    """Return what the weights mean: as said, else as answered, else strength."""
    if said is None and foreign.unclear_weights and _at_terminal():
        for meaning, text in MEANINGS.items():
            click.echo(f"{meaning.value}: {_(text)}")
        said = click.prompt(
            _("What do the weights of the file mean?"),
            type=click.Choice([each.value for each in Meaning]),
        )
    return Meaning(said) if said else Meaning.STRENGTH


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _look(database: Path | None, foreign: ForeignNetwork, meaning: Meaning) -> ImportPlan:
    """Say what would be; what is only looked at makes no database."""
    if not path_of_database(database).exists():
        return plan_import(None, foreign, vocabulary(), meaning)
    store = migrated(database)
    try:
        return plan_import(store, foreign, vocabulary(), meaning)
    finally:
        store.close()


def _take(database: Path | None, foreign: ForeignNetwork, meaning: Meaning) -> ImportPlan:
    store = migrated(database)
    try:
        with shown_progress(_("Arranging the picture")) as progress:
            return import_foreign(store, OPERATOR, foreign, vocabulary(), meaning, progress)
    finally:
        store.close()
