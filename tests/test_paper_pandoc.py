"""What another program, pandoc, reads from our Word and OpenDocument files."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from concept_review.edition import Kit
from concept_review.papers.writing import write_kit
from tests.generated_concepts import kits
from tests.pandoc import pandoc
from tests.paper_files import rows_of
from tests.test_synopsis import END, GOALS, kit_of


def read(source: bytes, ending: str, folder: Path) -> dict[str, Any]:
    """Return pandoc's own tree of a file."""
    path = folder / f"kit.{ending}"
    path.write_bytes(source)
    done = subprocess.run(
        [pandoc(), "-f", ending, "-t", "json", str(path)], capture_output=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def words(tree: object) -> str:
    """Return the words of a part of pandoc's tree, without white space."""
    return "".join(_words(tree))


def _words(tree: object) -> Iterator[str]:
    if isinstance(tree, list):
        for part in tree:
            yield from _words(part)
    elif isinstance(tree, dict):
        if tree.get("t") in ("Str", "Code", "CodeBlock"):
            content = tree["c"]
            yield content if isinstance(content, str) else content[1]
        else:
            yield from _words(tree.get("c", []))


def cells(tree: dict[str, Any]) -> list[list[str]]:
    """Return the words of the first two cells in each row of the first table's body."""
    table = next(block["c"] for block in tree["blocks"] if block["t"] == "Table")
    head, bodies = table[3], table[4]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    return [[words(cell[4]) for cell in row[1][:2]] for row in rows]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("ending", ["docx", "odt"])
@given(kit=kits())
@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_pandoc_reads_the_same_cells_as_we_do(ending: str, kit: Kit, tmp_path: Path) -> None:
    source = write_kit(kit, ending)

    ours = [
        [bare(cell.note + cell.text) for cell in (row.old, row.new)]
        for row in rows_of(source, ending)
    ]
    theirs = [[bare(cell) for cell in row] for row in cells(read(source, ending, tmp_path))]
    # Which rows are the head of a table is not told in OpenDocument as pandoc reads it.
    assert theirs[-len(ours) :] == ours or not ours


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_pandoc_sees_headings_and_what_goes_and_comes(ending: str, tmp_path: Path) -> None:
    tree = read(write_kit(kit_of(GOALS, END), ending), ending, tmp_path)

    told = json.dumps(tree, ensure_ascii=False)
    headings = [words(block) for block in tree["blocks"] if block["t"] == "Header"]
    assert headings[-3:] == ["Neufassung:Fassung2vom01.06.2026", "1Ziele", "2Schluss"]
    assert "Strikeout" in told
    assert [row[1] for row in cells(tree)][-2:] == ["entfällt", "unverändert,nun2(alt3)"]
