"""Bars of shares, as text with a bar beside it: read the same by eye, screen reader and printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "bars.css"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, how much of the whole from 0 to 1 or None, and the same in words."""

    label: str
    share: float | None
    value: str
    note: str = ""


def show(bars: Sequence[Bar], name: str) -> None:
    """Show bars below each other; `name` says what they show."""
    st.html(_STYLE)
    rows = "".join(_row(bar) for bar in bars)
    st.html(f'<ul class="bars" role="list" aria-label="{escape(name)}">{rows}</ul>')


def _row(bar: Bar) -> str:
    """Return one line; every text is escaped, since labels are written by strangers."""
    track = ""
    if bar.share is not None:
        track = f'<span class="fill" style="width:{min(max(bar.share, 0), 1):.2%}"></span>'
    return (
        f'<li><span class="label">{escape(bar.label)}</span>'
        f' <span class="value">{escape(bar.value)}</span>'
        f' <span class="track{"" if track else " none"}" aria-hidden="true">{track}</span>'
        f' <span class="note">{escape(bar.note)}</span></li>'
    )
