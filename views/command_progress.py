"""How far long work at the command line is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def shown_progress(label: str) -> Iterator[Callable[[float], None] | None]:
    """Show a bar at a terminal, on stderr; elsewhere give nothing, so that files stay clean."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, label=label, file=sys.stderr) as bar:
        yield lambda share: bar.update(max(0, round(share * 100) - bar.pos))
