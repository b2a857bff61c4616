"""What all commands share: the database they work on, and clear words for what goes wrong."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from concept_review.unreadable import UnreadableConcept
from data.accounts import InvalidAccount, LoginTaken
from data.city_files import FaultyFile
from data.sqlite_store import SqliteStore
from data.store import StoreError, TooNew, Unavailable
from network.validity import last_day
from views.settings import settings
from views.unavailable_words import unavailable_text
from views.unreadable_words import unreadable_text
from views.words import _

P = ParamSpec("P")
T = TypeVar("T")


def explained(act: Callable[P, T]) -> Callable[P, T]:
    """Turn what can go wrong into one clear line and exit status 1."""

    @wraps(act)
    def within(*args: P.args, **kwargs: P.kwargs) -> T:
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
            raise _worded(fault) from fault

    return within


def _worded(fault: OSError) -> Exception:
    """Return what to say of a fault; whoever closes the pipe (`| head`) has seen enough."""
    if isinstance(fault, BrokenPipeError):
        return fault
    return click.ClickException(unavailable_text(Unavailable("cannot_open")))


def path_of_database(database: Path | None) -> Path:
    """Return the file that the option or else the settings name."""
    return database or settings().database


def opened(database: Path | None) -> SqliteStore:
    """Open the store, with its folder made."""
    path = path_of_database(database)
    path.parent.mkdir(parents=True, exist_ok=True)
    return SqliteStore(path)


def migrated(database: Path | None) -> SqliteStore:
    """Open the store with the present schema."""
    store = opened(database)
    store.migrate()
    return store


def a_day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    """Return the day that an option names: a month or a year means its last one."""
    try:
        return last_day(text) if text else None
    except ValueError:
        message = _("“{text}” is no day: 2024-05-31, or only the month or the year.", text=text)
        raise click.BadParameter(message) from None


def write(file: Path, content: bytes) -> None:
    """Write a file; say which one if that cannot be."""
    try:
        file.write_bytes(content)
    except OSError as fault:
        raise click.ClickException(_("{path} cannot be written.", path=file)) from fault


database_option = click.option(
    "--database", type=click.Path(path_type=Path, dir_okay=False), help="the database file"
)
