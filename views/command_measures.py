"""The command `bindeglied measures`: how the network is tied on a day."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from data.clock import today
from data.roster import roster
from network.facets import Facet
from network.graph import Graph, TieKind, build_graph, records
from network.measures import (
    Measures,
    Side,
    TwoMode,
    Weights,
    as_json,
    measure,
    measure_simple,
    project_mode,
    two_mode,
)
from network.measures.progress import Progress
from network.named import likely_names, named
from network.organization import RelationKind
from network.picture import name_of
from network.view import View, part_of, shown
from views.command_frame import a_day, database_option, explained, migrated
from views.command_progress import shown_progress
from views.measure_terms import TERMS, quoted, ranked, value_text
from views.measure_words import rule_text, whole_sentences
from views.words import _, date_text, plural

_KINDS = [each.value for vocabulary in (TieKind, RelationKind) for each in vocabulary]
_COLUMNS = ("bruecke", "verbindungen", "naehe", "reichweite", "vermittlung")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How to measure."""

    directed: bool
    weights: Weights | None
    side: Side | None


def _weights(_context: click.Context, _parameter: click.Parameter, text: str) -> Weights | None:
    return None if text == "none" else Weights(text)


@click.command("measures")
@click.option("--as-of", "day", callback=a_day, help="a day, the end of a month or of a year")
@click.option("--json", "wants_json", is_flag=True, help="say the result as JSON")
@click.option("--without", multiple=True, metavar="NAME", help="what if this one were gone")
@click.option("--directed", is_flag=True, help="keep the direction of ties")
@click.option(
    "--weights",
    type=click.Choice(["none", *(each.value for each in Weights)]),
    default="none",
    callback=_weights,
    help="what the number at a tie means",
)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="only such ties")
@click.option(
    "--project",
    type=click.Choice([each.value for each in Side]),
    help="one side of a two-mode network",
)
@database_option
@explained
def measures(
    day: date | None,
    without: Sequence[str],
    kinds: Sequence[str],
    weights: Weights | None,
    project: str | None,
    database: Path | None,
    *,
    wants_json: bool,
    directed: bool,
) -> None:
    """Measure how the network is tied."""
    day = day or today()
    graph = build_graph(roster(migrated(database), day), day)
    gone = frozenset(_meant(graph, name) for name in without)
    wanted = {Facet.TIE_KIND: frozenset(kinds)} if kinds else {}
    part = part_of(graph, shown(graph, View(wanted=wanted, without=gone)))
    side = Side(project) if project else None
    with shown_progress(_("Measuring")) as progress:
        found = _measured(part, _Wanted(directed, weights, side), progress)
    if wants_json:
        click.echo(json.dumps(as_json(found, part), ensure_ascii=False))
        return
    click.echo(_("As of {day}", day=date_text(day)))
    for node in sorted(gone):
        click.echo(_("Without {name}.", name=quoted(name_of(records(graph)[node]))))
    for line in (rule_text(found.simple), *whole_sentences(found)):
        click.echo(line)
    _echo_table(found)


def _meant(graph: Graph, name: str) -> str:
    """Return the node that a name means; refuse where there is none, or more than one."""
    found = named(graph, name)
    if len(found) == 1:
        return found[0]
    if found:
        candidates = ", ".join(f"{name_of(records(graph)[node])} [{node}]" for node in found)
        text = _("“{name}” can be several: {candidates}", name=name, candidates=candidates)
        raise click.ClickException(text)
    likely = ", ".join(quoted(each) for each in likely_names(graph, name))
    text = _("Nobody is called “{name}” on this day.", name=name)
    raise click.ClickException(f"{text} " + _("Perhaps: {names}", names=likely) if likely else text)


def _measured(part: Graph, wanted: _Wanted, progress: Progress | None) -> Measures:
    modes = two_mode(part)
    if wanted.side is None:
        if modes:
            click.echo(_modes_text(modes), err=True)
        return measure(part, directed=wanted.directed, weights=wanted.weights, progress=progress)
    if modes is None:
        raise click.ClickException(
            _("Only a network of two modes can be projected: here some have ties out and in.")
        )
    if wanted.directed:
        raise click.UsageError(_("A projection on one side has no directions."))
    simple = project_mode(part, wanted.side, wanted.weights)
    return measure_simple(part, simple, progress=progress)


def _modes_text(modes: TwoMode) -> str:
    return _(
        "Note: a network of two modes, {subjects} and {objects}. It is measured as it is; one side "
        "by itself: --project subjects or --project objects.",
        subjects=plural("{n} subject", "{n} subjects", len(modes.subjects)),
        objects=plural("{n} object", "{n} objects", len(modes.objects)),
    )


def _echo_table(found: Measures) -> None:
    """Print the entries, those first over whom most ways lead."""
    terms = [TERMS[each] for each in _COLUMNS]
    rows = [
        (each.name, *(value_text(term.value(each)) for term in terms))
        for _place, each in ranked(found.nodes, terms[0])
    ]
    head = (_("Name"), *(_(term.name) for term in terms))
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    click.echo()
    for row in (head, *rows) if rows else ():
        name, *values = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join([name, *values]).rstrip())
