"""The bar of long work: only where somebody looks, and never among what is written."""

import sys
from io import StringIO

import pytest

from views.command_progress import shown_progress


class Terminal(StringIO):
    """Stands for stderr at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody looks."""
        return True


def test_a_bar_shows_at_a_terminal_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with shown_progress("Rechnet") as progress:
        assert progress
        for share in (0.0, 0.5, 0.25, 1.0):
            progress(share)

    assert "Rechnet" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_elsewhere_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    file = StringIO()
    monkeypatch.setattr(sys, "stderr", file)

    with shown_progress("Rechnet") as progress:
        assert progress is None

    assert not file.getvalue()
