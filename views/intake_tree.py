"""The sections that a file would make, with their levels to be corrected."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.draft import Format, Piece
from concept_review.inline import plain
from views.inert import inert
from views.intake_upload import File
from views.words import _, number_text, plural

_PAGE: Final = 20
_DEEPEST: Final = 6
_SHOWN: Final = 90  # characters of a title in the list


def ask_levels(file: File, pieces: Sequence[Piece]) -> dict[int, int]:
    """Let a person say what is a heading and of which level; return what differs from the file.

    The result maps places of pieces to levels, 0 for text.
    """
    levels: dict[int, int] = st.session_state.setdefault(_key(file), {})
    _offer_suspected(file, pieces, levels)
    shown = [
        place
        for place, piece in enumerate(pieces)
        if levels.get(place, piece.level) or piece.level or place in levels
    ]
    headings = sum(levels.get(place, pieces[place].level) > 0 for place in shown)
    st.header(plural("{n} heading", "{n} headings", headings), anchor=False)
    st.text(_("Each heading becomes a section. Please correct the levels where they are wrong."))
    count = -(-len(shown) // _PAGE)
    page = st.pagination(count, key=f"intake_page_{file.digest}") if count > 1 else 1
    for place in shown[(page - 1) * _PAGE : page * _PAGE]:
        _ask_level(file, place, pieces, levels)
    return dict(levels)


def _key(file: File) -> str:
    return f"levels_{file.digest}"


def _offer_suspected(file: File, pieces: Sequence[Piece], levels: dict[int, int]) -> None:
    places = [place for place, piece in enumerate(pieces) if piece.suspected]
    if not places:
        return
    waiting = [place for place in places if place not in levels]
    st.info(
        plural(
            "{n} line looks like a heading (bold or large) without being marked as one.",
            "{n} lines look like headings (bold or large) without being marked as such.",
            len(places),
        ),
        icon=":material/format_bold:",
    )
    if file.draft.format is Format.PDF:
        st.text(_("A PDF does not say what is a heading, so please look closely."))
    with st.container(horizontal=True):
        st.button(
            _("Take all as headings"),
            on_click=_take,
            args=(_key(file), {place: pieces[place].suspected for place in places}),
            disabled=not waiting,
        )
        st.button(
            _("Take none"),
            on_click=_take,
            args=(_key(file), dict.fromkeys(places, 0)),
            disabled=not any(levels.get(place) for place in places),
        )
    with st.expander(_("Look at them one by one")):
        for place in places[:200]:
            _ask_suspected(file, place, pieces, levels)


def _take(key: str, chosen: dict[int, int]) -> None:
    levels: dict[int, int] = st.session_state[key]
    for place, level in chosen.items():
        if level:
            levels[place] = level
        else:
            levels.pop(place, None)


def _ask_suspected(file: File, place: int, pieces: Sequence[Piece], levels: dict[int, int]) -> None:
    key = f"suspect_{file.digest}_{place}"
    st.session_state[key] = bool(levels.get(place))
    st.checkbox(
        inert(_title(pieces[place])),
        key=key,
        on_change=_toggle,
        args=(_key(file), key, place, pieces[place].suspected),
    )


def _toggle(levels_key: str, key: str, place: int, level: int) -> None:
    _take(levels_key, {place: level if st.session_state[key] else 0})


def _ask_level(file: File, place: int, pieces: Sequence[Piece], levels: dict[int, int]) -> None:
    piece = pieces[place]
    key = f"level_{file.digest}_{place}"
    present = levels.get(place, piece.level)
    st.session_state[key] = present
    choice, title = st.columns([1, 5], vertical_alignment="center", gap="small")
    choice.selectbox(
        _("Level of “{title}”", title=_title(piece)),
        range(_DEEPEST + 1) if present <= _DEEPEST else range(present + 1),
        key=key,
        format_func=lambda level: _("Level {n}", n=level) if level else _("Text"),
        label_visibility="collapsed",
        on_change=_set_level,
        args=(_key(file), key, place, piece.level),
    )
    marks = "· " * max(present - 1, 0)
    below = number_text(_characters(pieces, place, levels))
    words = _("{characters} characters", characters=below)
    name = inert(_title(piece))
    title.markdown(f"{marks}**{name}**  {words}" if present else f"{marks}{name}")


def _set_level(levels_key: str, key: str, place: int, own: int) -> None:
    levels: dict[int, int] = st.session_state[levels_key]
    levels[place] = int(st.session_state[key])
    if levels[place] == own:
        del levels[place]


def _characters(pieces: Sequence[Piece], place: int, levels: dict[int, int]) -> int:
    """Count the text below a heading up to the next one."""
    total = 0
    for at in range(place + 1, len(pieces)):
        if levels.get(at, pieces[at].level):
            break
        total += len(pieces[at].block.text)
    return total


def _title(piece: Piece) -> str:
    words = " ".join(plain(piece.block.text).split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
