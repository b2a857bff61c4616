"""Markdown files as a reader sees them: what only looks like a heading is offered as one."""

import pytest

from concept_review.files.markdown import read


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("**Ziele**", 2),
        ("__Ziele__", 2),
        ("**1. Ziele** ***und Wege***", 2),
        ("**Ziele.**", 0),
        ("**Ziele** und Wege", 0),
        ("Ziele", 0),
        ("- **Ziele**", 0),
        ("**Ziele**\nund Wege", 0),
        ("**" + "Ziele " * 30 + "x**", 0),
    ],
)
def test_a_short_line_all_bold_is_offered_as_a_heading(line: str, level: int) -> None:
    first, second, third = read(f"# Konzept\n\n{line}\n\nDie Stadt hilft.\n".encode()).pieces

    assert second.suspected == level
    assert (first.level, first.suspected, third.suspected) == (1, 0, 0)
