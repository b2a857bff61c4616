"""How far the writing of a paper has come."""

from collections.abc import Callable
from typing import Final

from concept_review.papers.paper import Comparison, Paper

_SAVING: Final = 0.1
"""The share of the work that is left when all is written: packing the file."""


class Steps:
    """Counts items and rows of a paper, and tells the share that is written, from 0 to 1."""

    def __init__(self, paper: Paper, progress: Callable[[float], None]) -> None:
        """Begin with nothing written."""
        self._all = len(paper.items)
        self._all += sum(len(each.rows) for each in paper.items if isinstance(each, Comparison))
        self._done = 0
        self._progress = progress

    def take(self) -> None:
        """Count one item or row more."""
        self._done += 1
        self._progress((1 - _SAVING) * self._done / self._all)

    def end(self) -> None:
        """Tell that the file is packed."""
        self._progress(1.0)
