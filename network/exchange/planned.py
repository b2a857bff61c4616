"""How many of something an import would add, change, leave and refuse."""

from dataclasses import dataclass


@dataclass(slots=True)
class Planned:
    """Counts of nodes or of ties."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
