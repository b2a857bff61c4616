"""Choosing a file, and reading it while a bar shows how far it has come."""

import hashlib
from dataclasses import dataclass
from typing import Final

import streamlit as st

from concept_review.draft import Draft, Piece
from concept_review.intake import Tracking, pieces_of, read_draft
from concept_review.unreadable import UnreadableConcept
from views.unreadable_words import unreadable_text
from views.words import _, mark

TYPES: Final = ("docx", "odt", "html", "htm", "md", "txt", "pdf")
LARGEST: Final = 10
"""Megabytes of a concept."""
_KEPT: Final = "intake_file"
_ROUND: Final = "intake_round"  # a new round empties the field
_TRACKING: Final = {
    Tracking.ACCEPTED: mark("as if all changes were accepted"),
    Tracking.ORIGINAL: mark("as if all changes were rejected"),
    Tracking.PROPOSALS: mark("the text without the changes, and each change as a proposal"),
}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read: its name, a digest of its content, and what it holds."""

    name: str
    digest: str
    draft: Draft


def ask() -> File | None:
    """Ask for a file and return what it holds; None until there is one that can be read."""
    uploaded = st.file_uploader(
        _("File with the concept (Word, OpenDocument, HTML, Markdown or PDF)"),
        type=list(TYPES),
        max_upload_size=LARGEST,
        key=f"intake_upload_{st.session_state.get(_ROUND, 0)}",
    )
    if uploaded is None:
        st.session_state.pop(_KEPT, None)
        return None
    source = uploaded.getvalue()
    digest = hashlib.sha256(source).hexdigest()
    kept = st.session_state.get(_KEPT)
    if isinstance(kept, File) and (kept.digest, kept.name) == (digest, uploaded.name):
        return kept
    draft = _read(source)
    if draft is None:
        return None
    file = File(uploaded.name, digest, draft)
    st.session_state[_KEPT] = file
    return file


def forget() -> None:
    """Put the file away once it is taken over."""
    st.session_state.pop(_KEPT, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _read(source: bytes) -> Draft | None:
    words = _("The file is being read …")
    bar = st.progress(0.0, text=words)
    try:
        return read_draft(source, lambda share: _advance(bar, share, words))
    except UnreadableConcept as fault:
        st.error(unreadable_text(fault), icon=":material/error:")
        st.text(_("Nothing was stored."))
        return None
    finally:
        bar.empty()


def _advance(bar: "st.delta_generator.DeltaGenerator", share: float, words: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=words)


def ask_tracking(file: File) -> Tracking | None:
    """Ask what becomes of tracked changes; None until somebody has said."""
    if not file.draft.tracked:
        return Tracking.ORIGINAL
    st.warning(
        _("The file holds tracked changes. Please choose how they are to be taken over."),
        icon=":material/rule:",
    )
    return st.radio(
        _("Take the text over"),
        list(_TRACKING),
        index=None,
        format_func=lambda each: _(_TRACKING[each]),
        key=f"tracking_{file.digest}",
    )


def pieces(file: File, tracking: Tracking) -> tuple[Piece, ...]:
    """Return the one text that was chosen."""
    return pieces_of(file.draft, tracking)
