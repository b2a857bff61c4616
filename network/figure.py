"""A figure: one value of a series, with its day and its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value; several of a series stand side by side and none replaces another.

    `as_of` is an ISO date that may stop at the month or the year.
    """

    id: str
    series_key: str
    name: str
    unit: str
    area: str
    value: float
    as_of: str
    sources: tuple[str, ...] = ()
    revision: int = 0
