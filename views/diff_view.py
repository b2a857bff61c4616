"""Two wordings word by word: what goes is struck out, what comes is underlined."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from concept_review.diff import Change, ChangeKind, compare, compare_words
from views.words import _, plural


def show(old: str, new: str) -> None:
    """Show the differences of two texts, in marks and in words."""
    _show(compare(old, new))


def show_words(old: str, new: str) -> None:
    """Show the differences that count for a review, or all of them where none counts."""
    changes = compare_words(old, new)
    stayed = all(each.kind is ChangeKind.EQUAL for each in changes)
    _show(compare(old, new) if stayed else changes)


def show_passage(old: str, new: str) -> None:
    """Show the differences of a short passage, in marks alone."""
    words = _marked(compare(old, new)) or escape(_("(nothing)"))
    st.html(f'<div class="diff">{words}</div>')


def _show(changes: Sequence[Change]) -> None:
    changed = [each for each in changes if each.kind is not ChangeKind.EQUAL]
    if not changed:
        st.text(_("No difference so far."))
        return
    st.text(
        plural(
            "{n} passage differs: struck out is what goes, underlined what comes.",
            "{n} passages differ: struck out is what goes, underlined what comes.",
            len(changed),
        )
    )
    st.html(f'<div class="diff">{_marked(changes)}</div>')


def _marked(changes: Sequence[Change]) -> str:
    """Return the texts escaped to the last letter, inside marks of our own."""
    gone, come = escape(_("goes")), escape(_("comes"))
    parts = []
    for each in changes:
        if each.kind is ChangeKind.EQUAL:
            parts.append(escape(each.new))
            continue
        if each.old:
            parts.append(f'<del title="{gone}">{escape(each.old)}</del>')
        if each.new:
            parts.append(f'<ins title="{come}">{escape(each.new)}</ins>')
    return "".join(parts)
