"""Starting the server from the command line, and telling the operator what to open."""

import os
from pathlib import Path

import click

from views.client_address import keep_peers
from views.settings import ROOT, settings
from views.sign_in_routes import invitation_url
from views.words import _


def announce(name: str, token: str) -> None:
    """Print a one-time link where the operator sees it; it is kept nowhere."""
    click.echo(_("One-time link for “{name}” (valid for 7 days):", name=name))
    click.echo(f"  {invitation_url(token)}")


def serve(database: Path) -> None:
    """Serve the app in this process until it is stopped."""
    from streamlit.web import cli  # noqa: PLC0415  (other commands need no server)

    keep_peers()
    os.environ["BINDEGLIED_DATABASE"] = str(database.resolve())
    chosen = settings()
    click.echo(_("Bindeglied runs at {url} (stop with Ctrl+C).", url=chosen.public_url))
    options = {
        "server.port": chosen.port,
        "server.address": chosen.address,
        "server.headless": True,
        "logger.hideWelcomeMessage": True,
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    cli.main(["run", str(ROOT / "app.py"), *arguments], standalone_mode=False)
