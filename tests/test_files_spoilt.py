"""Spoilt Word files: whatever is wrong, there is a draft or a refusal."""

from contextlib import suppress
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.draft import Draft
from concept_review.files import child
from concept_review.unreadable import UnreadableConcept
from tests.test_files_room import WORD, members
from tests.word_files import row, table, word_file, zipped


def small_file() -> bytes:
    made = docx.Document()
    made.add_heading("Ziele", 1)
    made.add_paragraph("Sprache", style="List Number")
    target = BytesIO()
    made.save(target)
    parts = members(target.getvalue()) | members(word_file(table(row("a", "b"))))
    return zipped({name: parts[name] for name in parts if name.endswith((".xml", ".rels"))})


SMALL = {"word": members(WORD), "library": members(small_file())}
CHANGE = st.tuples(st.integers(0, 1_000_000), st.binary(max_size=3), st.integers(0, 3))


def changed(source: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    for place, new, length in changes:
        at = place % (len(source) + 1)
        source = source[:at] + new + source[at + length :]
    return source


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(sorted(SMALL)), st.integers(0, 40), st.lists(CHANGE, min_size=1, max_size=4))
def test_a_spoilt_part_gives_a_draft_or_a_refusal_and_nothing_else(
    name: str, which: int, changes: list[tuple[int, bytes, int]]
) -> None:
    parts = dict(SMALL[name])
    part = sorted(parts)[which % len(parts)]
    parts[part] = changed(parts[part], changes)
    with suppress(UnreadableConcept):
        assert isinstance(child.read(zipped(parts)), Draft)


@settings(deadline=None, max_examples=300)
@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_a_spoilt_file_gives_a_draft_or_a_refusal_and_nothing_else(
    changes: list[tuple[int, bytes, int]],
) -> None:
    with suppress(UnreadableConcept):
        assert isinstance(child.read(changed(WORD, changes)), Draft)
