"""Footnotes, endnotes and remarks of a Word file, by the marks in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from concept_review.files.docx_names import W

NoteKey = tuple[str, str]
"""Whether it is a footnote or an endnote, and its id in the file."""


@dataclass(slots=True)
class NoteNumbers:
    """The numbers of notes by order of first reading; a note keeps its number ever after."""

    _numbers: dict[NoteKey, int] = field(default_factory=dict)

    def of(self, key: NoteKey) -> str:
        """Return the number of a note, the next free one where it has none yet."""
        return str(self._numbers.setdefault(key, len(self._numbers) + 1))


def notes_by_key(roots: Mapping[str, _Element | None]) -> dict[NoteKey, _Element]:
    """Return all notes of the parts "footnote" and "endnote"."""
    return {
        (kind, note.get(W + "id", "")): note
        for kind, root in roots.items()
        if root is not None
        for note in root.iterfind(W + kind)
    }


def remarks_by_id(root: _Element | None) -> dict[str, _Element]:
    """Return the remarks at the margin by their ids."""
    found = () if root is None else root.iterfind(W + "comment")
    return {remark.get(W + "id", ""): remark for remark in found}
