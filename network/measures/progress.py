"""How far a long computation is."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Is told the share done, from 0 to 1; may raise to end the computation."""


def within(progress: Progress | None, start: float, end: float) -> Progress | None:
    """Return the progress of a part that takes the whole from one share to another."""
    if progress is None:
        return None
    told = progress
    return lambda share: told(start + (end - start) * min(max(share, 0.0), 1.0))
