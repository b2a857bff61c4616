"""The command line: `bindeglied …`, for whoever runs the installation.

Exit status: 0 done, 1 refused with a message, 2 wrong use.
"""

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

import data  # noqa: F401  (first of all: it chooses the one SQLite library)
from accounts.identity import OPERATOR, Role
from concept_review.unreadable import UnreadableConcept
from data import concepts, demo, sqlite_library
from data.accounts import InvalidAccount, LoginTaken, add_account
from data.city_files import FaultyFile
from data.events import broken_event
from data.sqlite_store import SqliteStore
from data.store import StoreError, TooNew, Unavailable
from views import licences
from views.command_server import announce, serve
from views.settings import settings
from views.unavailable_words import fault_text, unavailable_text
from views.unreadable_words import unreadable_text
from views.words import _, plural

P = ParamSpec("P")
T = TypeVar("T")


def _explained(act: Callable[P, T]) -> Callable[P, T]:
    """Turn what can go wrong into one clear line and exit status 1."""

    @wraps(act)
    def explained(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except UnreadableConcept as fault:
            raise click.ClickException(unreadable_text(fault)) from fault
        except InvalidAccount as fault:
            raise click.ClickException(_("An account needs a name and a login.")) from fault
        except LoginTaken as fault:
            text = _("Another account uses the login {login}.", login=fault)
            raise click.ClickException(text) from fault
        except FaultyFile as fault:
            raise click.ClickException(str(fault)) from fault
        except TooNew as fault:
            text = _("The database was written by a newer version of the program.")
            raise click.ClickException(text) from fault
        except Unavailable as fault:
            raise click.ClickException(unavailable_text(fault)) from fault
        except StoreError as fault:
            raise click.ClickException(repr(fault)) from fault
        except OSError as fault:
            raise click.ClickException(unavailable_text(Unavailable("cannot_open"))) from fault

    return explained


def _path(database: Path | None) -> Path:
    return database or settings().database


def _opened(database: Path | None) -> SqliteStore:
    path = _path(database)
    path.parent.mkdir(parents=True, exist_ok=True)
    return SqliteStore(path)


def _migrated(database: Path | None) -> SqliteStore:
    store = _opened(database)
    store.migrate()
    return store


_database = click.option(
    "--database", type=click.Path(path_type=Path, dir_okay=False), help="the database file"
)


@click.group()
def main() -> None:
    """Bindeglied: the network around a city's integration concept, and its review."""


@main.command()
@_database
@_explained
def run(database: Path | None) -> None:
    """Start the app."""
    _migrated(database).close()
    serve(_path(database))


@main.command("demo")
@_database
@click.option("--load-only", is_flag=True, help="load the example city and stop")
@_explained
def demo_city(database: Path | None, *, load_only: bool) -> None:
    """Load the example city into an empty database, and start the app."""
    store = _migrated(database)
    if demo.load_demo(store, OPERATOR):
        click.echo(_("The example city of Potsdam is loaded."))
        for name, login, role in (
            (_("Coordination"), "koordination", Role.COORDINATOR),
            (_("Staff"), "fachbereich", Role.STAFF),
        ):
            announce(name, add_account(store, OPERATOR, name, login, role).token)
    else:
        click.echo(_("There is a city already; nothing was loaded."))
    store.close()
    if not load_only:
        serve(_path(database))


@main.command()
@_database
@_explained
def migrate(database: Path | None) -> None:
    """Bring the database up to date."""
    for name in _opened(database).migrate():
        click.echo(name)
    click.echo(_("The database is up to date."))


@main.group()
def account() -> None:
    """Accounts."""


@account.command("add")
@click.argument("name")
@click.option("--login", required=True)
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role if role not in (Role.PUBLIC, Role.OPERATOR)]),
    default=Role.STAFF.value,
)
@_database
@_explained
def add(name: str, login: str, role: str, database: Path | None) -> None:
    """Add an account and print its one-time link."""
    store = _migrated(database)
    announce(name, add_account(store, OPERATOR, name, login, Role(role)).token)


@main.command()
@_database
@_explained
def verify(database: Path | None) -> None:
    """Check the database: SQLite itself, its files, and the chain of the log."""
    path = _path(database)
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
@_database
@_explained
def backup(file: Path, database: Path | None) -> None:
    """Write a checked copy of the database to FILE."""
    path = _path(database)
    if not path.exists():
        raise click.ClickException(_("There is no database at {path}.", path=path))
    if file.resolve() == path.resolve():
        raise click.ClickException(_("The copy needs another name than the database itself."))
    SqliteStore(path).backup(file)
    click.echo(_("Saved to {path}.", path=file))


@main.command("import-concept")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", default="", help="instead of the title in the file")
@click.option("--json", "as_json", is_flag=True, help="say the result as JSON")
@_database
@_explained
def import_concept(file: Path, title: str, database: Path | None, *, as_json: bool) -> None:
    """Take a concept from FILE (Markdown): every heading becomes a section."""
    store = _migrated(database)
    concept = concepts.import_concept(store, OPERATOR, file.read_bytes(), title, file.stem)
    found = concepts.sections(store, concept.id)
    if as_json:
        sections = [{"id": each.id, "title": each.title, "level": each.level} for each in found]
        click.echo(json.dumps({"concept_id": concept.id, "sections": sections}, ensure_ascii=False))
    else:
        click.echo(
            plural(
                "“{title}”: {n} section.",
                "“{title}”: {n} sections.",
                len(found),
                title=concept.title,
            )
        )


@main.command("licences")
def list_licences() -> None:
    """List the licences of all that is installed; exit 1 where one is not allowed."""
    refused = 0
    for each in licences.installed():
        mark = "" if each.allowed else "  <- not on the list of allowed licences"
        click.echo(f"{each.name} {each.version}: {each.licence}{mark}")
        refused += not each.allowed
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
