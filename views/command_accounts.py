"""Commands for accounts: adding them, and where mails to them go."""

from pathlib import Path

import click

from accounts.identity import OPERATOR, Role
from data.accounts import InvalidEmail, accounts, add_account, set_email
from data.organizations import organizations
from data.store import Store
from network.naming import fold
from views.command_frame import database_option, explained, migrated
from views.command_server import announce
from views.words import _


@click.group()
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
@click.option("--email", default="", help="where reminders go")
@click.option("--organization", default="", help="name or short name of the unit")
@database_option
@explained
def add(
    *, name: str, login: str, role: str, email: str, organization: str, database: Path | None
) -> None:
    """Add an account and print its one-time link."""
    store = migrated(database)
    unit = _organization_id(store, organization) if organization else None
    try:
        invitation = add_account(store, OPERATOR, name, login, Role(role), unit, email=email)
    except InvalidEmail as fault:
        raise click.ClickException(_no_address(fault)) from fault
    announce(name, invitation.token)


@account.command("email")
@click.argument("login")
@click.argument("email")
@database_option
@explained
def change_email(login: str, email: str, database: Path | None) -> None:
    """Say where mails to the account with this LOGIN go; "" for nowhere."""
    store = migrated(database)
    found = [each for each in accounts(store) if each.login == login.strip().casefold()]
    if not found:
        raise click.ClickException(_("There is no account with the login {login}.", login=login))
    try:
        set_email(store, OPERATOR, found[0].id, email, expected=found[0].revision)
    except InvalidEmail as fault:
        raise click.ClickException(_no_address(fault)) from fault
    click.echo(_("Saved for “{name}”.", name=found[0].name))


def _no_address(fault: InvalidEmail) -> str:
    return _("“{text}” is not an e-mail address.", text=fault)


def _organization_id(store: Store, name: str) -> str:
    """Return the one organisation of a name; the whole name goes before short ones."""
    known, wanted = organizations(store), fold(name)
    whole = [each.id for each in known if fold(each.name) == wanted]
    short = [each.id for each in known if each.short_name and fold(each.short_name) == wanted]
    match whole or short:
        case [only]:
            return only
        case []:
            raise click.ClickException(_("There is no organisation “{name}”.", name=name))
        case _:
            text = _("Several organisations are called “{name}”.", name=name)
            raise click.ClickException(text)
