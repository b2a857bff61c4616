"""The text of a concept as Markdown that shows it to the letter."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from concept_review.block import Block, BlockKind
from concept_review.outline import blocks_of_text
from views.inert import inert
from views.prose import markdown_of

JOINER = "\N{WORD JOINER}"
_MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def shown(markdown: str) -> str:
    """Return what a Markdown reader shows, as text."""
    return "".join(
        child.content
        for token in _MARKDOWN.parse(markdown)
        for child in token.children or []
        if child.type in ("text", "code_inline")
    )


def seen(markdown: str) -> str:
    """Return what is shown, without the sign that parts addresses and takes no room."""
    return shown(markdown).replace(JOINER, "")


def kinds(markdown: str) -> set[str]:
    """Return the kinds of everything active in a Markdown text."""
    tokens = _MARKDOWN.parse(markdown)
    inner = {child.type for token in tokens for child in token.children or []}
    return {token.type for token in tokens} | inner


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_inert_text_is_shown_to_the_letter_and_nothing_in_it_is_active(text: str) -> None:
    markdown = f"x{inert(text)}x"

    assert seen(markdown).split() == f"x{' '.join(text.split())}x".replace(JOINER, "").split()
    assert kinds(markdown) <= {"paragraph_open", "paragraph_close", "inline", "text"}


def test_pictures_links_and_html_of_a_concept_stay_text() -> None:
    text = "![x](http://tracker.example/a.png) [y](javascript:z) <img src=x onerror=y> http://a.b"

    markdown = markdown_of(blocks_of_text(text))

    assert seen(markdown) == ("[x] y (javascript:z) <img src=x onerror=y> http://a.b")
    assert not kinds(markdown) & {"image", "link_open", "html_inline", "html_block"}


def test_emphasis_is_shown_as_emphasis() -> None:
    markdown = markdown_of(blocks_of_text("Das **muss** *bald* geschehen: 2 * 3 * 4."))

    assert {"strong_open", "em_open"} <= kinds(markdown)
    assert shown(markdown) == "Das muss bald geschehen: 2 * 3 * 4."


def test_lists_keep_their_numbers_and_their_nesting() -> None:
    markdown = markdown_of(blocks_of_text("3. drei\n4. vier\n    - darunter"))

    html = _MARKDOWN.render(markdown)
    assert '<ol start="3">' in html
    assert "<ul>" in html.split("vier")[1].split("</li>")[0]


def test_tables_keep_their_cells() -> None:
    rows = "| Jahr | Zahl |\n| --- | --- |\n| 2014 | 450 \\| 360 |"

    html = _MARKDOWN.render(markdown_of(blocks_of_text(rows)))

    assert html.count("<th>") == 2
    assert "<td>450 | 360</td>" in html


def test_a_block_of_code_is_shown_as_lines() -> None:
    block = Block(kind=BlockKind.CODE, text="§ 1\n\n§ 2 *x*")

    assert shown(markdown_of([block])) == "§ 1§ 2 *x*"
