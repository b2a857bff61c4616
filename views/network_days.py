"""The day on which the network is looked at, and the earlier day it is compared with."""

from collections.abc import Sequence

import streamlit as st

from data.clock import today
from views import address, network_moves
from views.network_address import EARLIEST, LATEST, Asked, read
from views.words import _, short_date_text


def title(asked: Asked) -> str:
    """Return what opens the days: the day that is shown, or both that are compared."""
    day = short_date_text(asked.day)
    if asked.since is None:
        return _("As of {day}", day=day)
    earlier = short_date_text(asked.since)
    return _("Comparison: {earlier} to {later}", earlier=earlier, later=day)


def ask() -> None:
    """Ask for both days; the second one may stay open."""
    address.follow("stand", lambda values: _read("stand", values).day)
    st.date_input(
        _("As of"),
        key="stand",
        min_value=EARLIEST,
        max_value=LATEST,
        format="DD.MM.YYYY",
        help=_("Shows who was there and tied on this day. Ties without dates are always shown."),
        on_change=network_moves.take,
        args=("stand", lambda day: [] if day in (None, today()) else [day.isoformat()]),
    )
    address.follow("seit", lambda values: _read("seit", values).since)
    st.date_input(
        _("Compared with"),
        value=None,
        key="seit",
        min_value=EARLIEST,
        max_value=LATEST,
        format="DD.MM.YYYY",
        help=_("An earlier day: shows what is new, ended or changed since then."),
        on_change=network_moves.take,
        args=("seit", lambda day: [day.isoformat()] if day else []),
    )


def _read(name: str, values: Sequence[str]) -> Asked:
    """Return what an address with only this name asks for."""
    return read(lambda wanted: values if wanted == name else (), today())
