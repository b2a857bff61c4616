"""Web pages and what word processors save as such."""

import pytest

from concept_review.block import BlockKind
from concept_review.draft import Loss, counted
from concept_review.files.html import read
from concept_review.unreadable import Fault, UnreadableConcept


def blocks(body: str) -> list[tuple[int, str, int, str, str]]:
    return [
        (each.level, each.block.kind.value, each.block.depth, each.block.marker, each.block.text)
        for each in read(f"<html><body>{body}</body></html>".encode()).pieces
    ]


def texts(body: str) -> list[str]:
    return [text for *_, text in blocks(body)]


def lost(body: str) -> dict[Loss, int]:
    pieces = read(f"<html><body>{body}</body></html>".encode()).pieces
    return {kind: count for kind, count in counted(pieces).items() if count}


def test_headings_paragraphs_and_loose_text() -> None:
    body = (
        "<h1>Ziele\n <em>2030</em></h1>Lose <b>fett</b>er Text<p>Ein <b>fetter</b>\n  Satz"
        "<br>neu<div>Kasten<p>innen</div><div role=heading aria-level=3>Kurse</div><h2> </h2>"
    )

    assert [(level, text) for level, *_, text in blocks(body)] == [
        (1, "Ziele 2030"), (0, "Lose fetter Text"), (0, "Ein **fetter** Satz\nneu"),
        (0, "Kasten"), (0, "innen"), (3, "Kurse"),
    ]  # fmt: skip


def test_the_title_of_the_page_counts_where_no_heading_is_at_the_top() -> None:
    page = "<title>Konzept  Ulm</title><{0}>Ziele</{0}>"

    assert read(page.format("h2").encode()).title == "Konzept Ulm"
    assert read(page.format("h1").encode()).title == ""
    assert read(page.format("p").encode()).title == ""


def test_lists_are_nested_and_counted() -> None:
    body = (
        "<ol start=3><li>drei<ul><li>Punkt<li><p>zwei<p>mehr</ul><li value=9>neun</li></ol>"
        "<p>Text<ul><ul><li>tief</ul></ul><ul><li><ol><li>x</ol></ul>"
    )

    assert [(depth, marker, text) for _, _, depth, marker, text in blocks(body)] == [
        (0, "3.", "drei"), (1, "-", "Punkt"), (1, "-", "zwei"), (2, "", "mehr"), (0, "9.", "neun"),
        (0, "", "Text"), (0, "-", "tief"), (0, "-", ""), (1, "1.", "x"),
    ]  # fmt: skip


def test_quotes_and_code_keep_their_kind() -> None:
    body = "<blockquote><p>Zitat<p>zwei</blockquote><pre>a  b\n  c\n</pre><p>Text"

    assert [(kind, text) for _, kind, _, _, text in blocks(body)] == [
        (BlockKind.QUOTE, "Zitat"), (BlockKind.QUOTE, "zwei"), (BlockKind.CODE, "a  b\n  c"),
        (BlockKind.PARAGRAPH, "Text"),
    ]  # fmt: skip


def test_tables_with_heads_and_cells_over_others() -> None:
    body = (
        "<table><caption>Liste</caption><tr><th>A<th>B|C<th>D<tr><td rowspan=2>x<td colspan=2>y"
        "<p>z<tr><td>1<td><table><tr><td>innen</table></table>"
    )

    assert [(marker, text) for _, _, _, marker, text in blocks(body)] == [
        ("", "Liste"), ("header", "A | B\\|C | D"), ("", "x | y z | "), ("", " | 1 | innen"),
    ]  # fmt: skip
    assert lost(body) == {Loss.MERGED_CELLS: 2, Loss.NESTED_TABLES: 1}


def test_a_table_around_headings_only_arranges_the_page() -> None:
    assert blocks("<table><tr><td><h2>Ziele</h2><p>Text</table>") == [
        (2, "paragraph", 0, "", "Ziele"), (0, "paragraph", 0, "", "Text"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#fn1" id="fnref1"><sup>1</sup></a>',
            '<section class="footnotes"><ol><li id="fn1"><p>Buch <a href="#fnref1">↩︎</a></p>'
            "</li></ol></section>",
        ),
        (
            '<sup><a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Buch'
            "</p></div>",
        ),
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
            '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Buch</p></div></div>',
        ),
    ],
    ids=["pandoc", "LibreOffice", "Word"],
)
def test_footnotes_stand_at_the_end_of_their_section(mark: str, note: str) -> None:
    body = f"<h1>A</h1><p>Wort{mark}.</p><p>Ende</p><h1>B</h1><p>Text</p>{note}"

    assert texts(body) == ["A", "Wort[^1].", "Ende", "Buch", "B", "Text"]
    assert blocks(body)[3] == (0, "footnote", 0, "1", "Buch")
    assert lost(body) == {Loss.FOOTNOTES: 1}


def test_links_within_the_page_are_text_and_contents_with_links_stay() -> None:
    body = (
        '<p><a href="#ziele">Ziele</a> <a href="javascript:x()">nein</a> '
        '<a href="https://ulm.de">Ulm</a></p><h1 id="ziele">Ziele</h1>'
    )

    assert texts(body) == ["Ziele nein [Ulm](https://ulm.de)", "Ziele"]


def test_lists_that_word_writes_as_paragraphs() -> None:
    item = (
        "<p class=MsoListParagraph style='mso-list:l{0} level{1} lfo1'><![if !supportLists]><span"
        " style='mso-list:Ignore'>{2}<span>&nbsp; </span></span><![endif]>{3}</p>"
    )
    rows = [(0, 1, "1.", "eins"), (0, 2, "a)", "tief"), (0, 1, "2.", "zwei"), (1, 1, "·", "Punkt")]
    body = "".join(item.format(*row) for row in rows) + "<p class=MsoNormal>Text</p>"

    assert [(depth, marker, text) for _, _, depth, marker, text in blocks(body)] == [
        (0, "1.", "eins"), (1, "1.", "tief"), (0, "2.", "zwei"), (0, "-", "Punkt"), (0, "", "Text"),
    ]  # fmt: skip


def test_what_does_not_fit_is_named_and_what_nobody_sees_is_left_out() -> None:
    body = (
        "<nav>Menü</nav><script>x</script><p hidden>h<p style='display: none'>n<p>Text"
        "<img alt=Karte><svg><text>s</text></svg><math><mi>E</mi></math><iframe></iframe>"
        "<div title=header><p>Stadt</p></div><template>t</template>"
    )
    pieces = read(body.encode()).pieces

    assert [piece.block.text for piece in pieces] == ["Text"]
    assert [(each.kind, each.excerpt) for each in pieces[0].lost] == [
        (Loss.HEADERS_AND_FOOTERS, "Stadt"), (Loss.IMAGES, "Karte"), (Loss.IMAGES, ""),
        (Loss.FORMULAS, "E"), (Loss.EMBEDDED_OBJECTS, ""),
    ]  # fmt: skip


def test_bold_lines_are_suspected_to_be_headings() -> None:
    pieces = read(
        b"<h1>A</h1><p><b>Kurse</b></p><p><b>Ein</b> Wort</p><ul><li><b>x</b></ul>"
    ).pieces

    assert [piece.suspected for piece in pieces] == [0, 2, 0, 0]


def test_tracked_changes_are_two_texts() -> None:
    draft = read(b"<p>Die <ins>gro&szlig;e</ins><del>alte</del> Stadt</p>")

    assert [piece.block.text for piece in draft.pieces] == ["Die alte Stadt"]
    assert [piece.block.text for piece in draft.accepted] == ["Die große Stadt"]


@pytest.mark.parametrize(
    "source",
    [
        "<p>Träger – „ja“</p>".encode(),
        "\ufeff<p>Träger – „ja“</p>".encode(),
        "<p>Träger – „ja“</p>".encode("utf-16"),
        "<meta charset=iso-8859-1><p>Träger – „ja“</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Träger – „ja“"
        "</p>".encode("cp1252"),
        '<?xml version="1.0" encoding="UTF-8"?><p>Träger – „ja“</p>'.encode(),
    ],
)
def test_letters_are_read_in_the_encoding_of_the_file(source: bytes) -> None:
    assert [piece.block.text for piece in read(source).pieces] == ["Träger – „ja“"]


@pytest.mark.parametrize(
    ("source", "fault"), [("<p>Träger".encode("cp1252"), Fault.NOT_UTF8), (b" \n", Fault.EMPTY)]
)
def test_what_cannot_be_read_is_refused(source: bytes, fault: Fault) -> None:
    with pytest.raises(UnreadableConcept) as caught:
        read(source)

    assert caught.value.code is fault


@pytest.mark.parametrize("name", ["span", "b", "font", "table", "label", "svg"])
def test_nothing_that_follows_a_deep_nesting_is_lost_without_a_word(name: str) -> None:
    source = f"<h1>Ziele</h1>{f'<{name}>' * 300}{f'</{name}>' * 300}<h1>Sprache</h1><p>Kurse"

    with pytest.raises(UnreadableConcept) as caught:
        read(source.encode())

    assert caught.value.code is Fault.TOO_DEEP


@pytest.mark.parametrize("name", ["div", "b", "ul", "table", "blockquote", "font"])
def test_deep_nesting_is_read_or_refused(name: str) -> None:
    try:
        read((f"<{name}>" * 5_000 + "x").encode())
    except UnreadableConcept as refusal:
        assert refusal.code is Fault.TOO_DEEP  # noqa: PT017  (both are right)
