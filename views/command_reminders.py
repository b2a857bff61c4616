"""The command that sends reminders, for a timer of the system or for a day by hand."""

from datetime import datetime
from pathlib import Path

import click

from views.command_frame import database_option, explained, migrated
from views.reminder_round import go_round
from views.words import _, plural


@click.command()
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="as if it were this day")
@database_option
@explained
def remind(day: datetime | None, database: Path | None) -> None:
    """Put the reminders of the day into the outbox, and send what waits there."""
    store = migrated(database)
    done = go_round(store, day.date() if day else None)
    store.close()
    click.echo(plural("{n} reminder.", "{n} reminders.", done.reminders))
    if done.asked:
        click.echo(
            plural(
                "{n} organisation was asked whether its entry is still right.",
                "{n} organisations were asked whether their entries are still right.",
                done.asked,
            )
        )
    if done.delivery is None:
        click.echo(_("No mail server is set up; the mails are kept in the outbox."))
    else:
        click.echo(plural("{n} mail sent.", "{n} mails sent.", done.delivery.sent))
        if done.delivery.failed:
            click.echo(
                plural(
                    "{n} mail could not be sent; it is kept in the outbox.",
                    "{n} mails could not be sent; they are kept in the outbox.",
                    done.delivery.failed,
                ),
                err=True,
            )
