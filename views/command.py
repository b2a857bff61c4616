"""The command line: `bindeglied …`, for whoever runs the installation.

Exit status: 0 done, 1 refused with a message, 2 wrong use.
"""

import sys
from pathlib import Path

import click

import data  # noqa: F401  (first of all: it chooses the one SQLite library)
from accounts.identity import OPERATOR, Role
from data import demo, sqlite_library
from data.accounts import add_account
from data.events import broken_event
from data.sqlite_store import SqliteStore
from data.store import Unavailable
from views import (
    command_accounts,
    command_concept,
    command_measures,
    command_network,
    command_reminders,
    command_synopsis,
    licences,
)
from views.command_frame import database_option, explained, migrated, opened, path_of_database
from views.command_server import announce, serve
from views.unavailable_words import fault_text
from views.words import _


@click.group()
def main() -> None:
    """Bindeglied: the network around a city's integration concept, and its review."""


@main.command()
@database_option
@explained
def run(database: Path | None) -> None:
    """Start the app."""
    migrated(database).close()
    serve(path_of_database(database))


@main.command("demo")
@database_option
@click.option("--load-only", is_flag=True, help="load the example city and stop")
@explained
def demo_city(database: Path | None, *, load_only: bool) -> None:
    """Load the example city into an empty database, and start the app."""
    store = migrated(database)
    if demo.load_demo(store, OPERATOR):
        click.echo(_("The example city of Potsdam is loaded."))
        for name, login, role, unit in (
            (_("Coordination"), "koordination", Role.COORDINATOR, None),
            (_("Staff"), "fachbereich", Role.STAFF, demo.unit_of_staff(store)),
        ):
            announce(name, add_account(store, OPERATOR, name, login, role, unit).token)
    else:
        click.echo(_("There is a city already; nothing was loaded."))
    store.close()
    if not load_only:
        serve(path_of_database(database))


@main.command()
@database_option
@explained
def migrate(database: Path | None) -> None:
    """Bring the database up to date."""
    for name in opened(database).migrate():
        click.echo(name)
    click.echo(_("The database is up to date."))


@main.command()
@database_option
@explained
def verify(database: Path | None) -> None:
    """Check the database: SQLite itself, its files, and the chain of the log."""
    path = path_of_database(database)
    if not path.exists():
        raise click.ClickException(_("There is no database at {path}.", path=path))
    store = SqliteStore(path)
    if not store.find("sqlite_master", order="name", name="events"):
        raise Unavailable("not_a_database")
    faults = [fault_text(fault) for fault in store.faults()]
    broken = None if faults else broken_event(store)
    click.echo(f"SQLite {sqlite_library.version()}")
    if not sqlite_library.is_fixed():
        faults.append(_("This version of SQLite can lose data; please update pysqlite3."))
    if broken:
        faults.append(_("The log was changed at entry {number}.", number=broken.seq))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    click.echo(_("The database is whole, and its log is unbroken."))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@database_option
@explained
def backup(file: Path, database: Path | None) -> None:
    """Write a checked copy of the database to FILE."""
    path = path_of_database(database)
    if not path.exists():
        raise click.ClickException(_("There is no database at {path}.", path=path))
    if file.resolve() == path.resolve():
        raise click.ClickException(_("The copy needs another name than the database itself."))
    SqliteStore(path).backup(file)
    click.echo(_("Saved to {path}.", path=file))


@main.command("licences")
def list_licences() -> None:
    """List the licences of all that is installed; exit 1 where one is not allowed."""
    refused = 0
    for each in licences.installed():
        mark = "" if each.allowed else "  <- not on the list of allowed licences"
        click.echo(f"{each.name} {each.version}: {each.licence}{mark}")
        refused += not each.allowed
    sys.exit(1 if refused else 0)


main.add_command(command_accounts.account)
main.add_command(command_reminders.remind)
main.add_command(command_concept.import_concept)
main.add_command(command_concept.concept_status)
main.add_command(command_measures.measures)
main.add_command(command_synopsis.synopsis)
main.add_command(command_network.import_network)
main.add_command(command_network.export_network)


if __name__ == "__main__":
    main()
