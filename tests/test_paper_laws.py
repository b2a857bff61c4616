"""Laws of our own papers: whatever the concept says, the Synopse says it to the letter."""

import pytest
from hypothesis import HealthCheck, given, settings

from concept_review.edition import Kit
from concept_review.papers.pieces import cut
from concept_review.papers.synopsis import synopsis
from concept_review.papers.visible import edition_text
from concept_review.papers.writing import PaperFormat, write_kit, write_synopsis
from tests.generated_concepts import kits
from tests.paper_files import columns, rows_of

laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("ending", ["docx", "odt", "xlsx"])
@given(kit=kits())
@laws
def test_both_columns_read_back_are_both_texts_to_the_letter(ending: str, kit: Kit) -> None:
    rows = rows_of(write_kit(kit, PaperFormat(ending)), ending)

    assert columns(rows) == (edition_text(kit.old.sections), edition_text(kit.new.sections))


@given(kit=kits())
@laws
def test_the_cells_of_all_rows_are_both_texts(kit: Kit) -> None:
    rows = synopsis(kit)

    old = [row.old.text for row in rows if not row.old_note]
    new = [
        row.old.text if row.new_note.startswith("unverändert") else row.new.text
        for row in rows
        if not row.new_note.startswith("entfällt")
    ]
    assert "\n".join(old) == edition_text(kit.old.sections)
    assert "\n".join(new) == edition_text(kit.new.sections)


@given(kit=kits())
@laws
def test_a_row_cut_in_parts_says_the_same(kit: Kit) -> None:
    for row in synopsis(kit):
        parts = [*cut(row)]
        assert "".join(part.old.text for part in parts) == row.old.text
        assert [part.contributions for part in parts[1:]] == [()] * (len(parts) - 1)


@given(kit=kits())
@settings(laws, max_examples=25)
def test_a_pdf_is_made_of_whatever_is_written(kit: Kit) -> None:
    assert write_kit(kit, PaperFormat.PDF).startswith(b"%PDF-")


@given(kit=kits())
@laws
def test_a_concept_beside_itself_has_no_changes(kit: Kit) -> None:
    same = Kit(concept_id="c", old=kit.old, new=kit.old)

    assert synopsis(same, only_changed=True) == ()
    assert write_synopsis(same, PaperFormat.DOCX, only_changed=True)
