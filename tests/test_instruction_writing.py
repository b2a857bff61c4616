"""The difference of two wordings, said as councils say it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.instruction import instructions, read_instructions
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.quotation import quoted, taken_out
from concept_review.rebase import Wording
from tests.test_instruction import LIST, TEXT, wording

SIGN = st.sampled_from([*"„“”»«‚‘’\"'“ ", "a", "\n", "Die", "."])
WORD = st.sampled_from(
    ["die", "Stadt", "Kita", "12", "„ja“", "“", "»", '"', "§ 3", "*neu*", "Satz 1", "wird", "ü"]
)
SENTENCE = st.lists(WORD, min_size=1, max_size=5).map(lambda words: " ".join(words) + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join)
LISTED = st.tuples(st.sampled_from(["- ", "1. "]), st.lists(SENTENCE, min_size=1, max_size=3))


def _list_lines(drawn: tuple[str, list[str]]) -> str:
    return "\n".join(drawn[0] + line for line in drawn[1])


TEXTS = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, LISTED.map(_list_lines)), max_size=5).map(
    "\n\n".join
)
TITLES = st.sampled_from(["Ziele", "Leitziele", "„Ziele“"])


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Wording, Wording]:
    """Draw a wording and one made of it by a few edits, or another one altogether."""
    text = draw(TEXTS)
    parts = text.split(" ")
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(parts)))
        parts[start : start + draw(st.integers(0, 3))] = draw(st.lists(WORD, max_size=2))
    other = draw(st.one_of(st.just(" ".join(parts)), st.just(" ".join(parts)), TEXTS))
    return _typed(draw(TITLES), text), _typed(draw(TITLES), other)


def _typed(title: str, text: str) -> Wording:
    """Return a wording as the store keeps it: such that typing it again changes nothing."""
    blocks = blocks_of_text(text)
    return Wording(title, blocks_of_text(text_of_blocks(blocks)))


@settings(deadline=None, max_examples=300)
@given(_pairs())
def test_carrying_out_the_instructions_gives_what_was_offered(
    pair: tuple[Wording, Wording],
) -> None:
    base, offered = pair

    assert read_instructions("\n".join(instructions(base, offered)), base) == offered


@given(st.lists(SIGN, max_size=12).map("".join), st.lists(SIGN, max_size=12).map("".join))
def test_what_is_quoted_is_read_to_the_letter(first: str, second: str) -> None:
    _, passages = taken_out(f"In {quoted(first)} wird {quoted(second)} ergänzt.")

    assert passages == [first, second]


def said(new: str, old: str = TEXT) -> list[str]:
    return instructions(wording(old), wording(new))


def test_equal_wordings_need_no_instruction() -> None:
    assert said(TEXT) == []
    assert read_instructions("", wording()) == wording()


def test_words_are_said_as_councils_say_them() -> None:
    assert said(TEXT.replace("kostenlos", "frei")) == [
        "In Absatz 2 wird das Wort „kostenlos“ gestrichen und ersetzt durch „frei“."
    ]
    assert said(TEXT.replace("Familien, Vereine", "Vereine")) == [
        "In Absatz 2 wird die Angabe „Familien,“ ersatzlos gestrichen."
    ]
    assert said(TEXT.replace("Umsetzung", "Umsetzung und die Ziele")) == [
        "In Absatz 1 wird hinter „Umsetzung“ eingefügt: „und die Ziele“."
    ]
    assert said(f"{TEXT} Alle sind willkommen.") == [
        "Am Ende des Absatzes 3 wird angefügt: „Alle sind willkommen.“"
    ]


def test_paragraphs_and_items_are_said_by_their_numbers() -> None:
    first, second, third = TEXT.split("\n\n")

    assert said(f"{first}\n\n{third}") == ["Absatz 2 wird ersatzlos gestrichen."]
    assert said(first) == ["Die Absätze 2 und 3 werden ersatzlos gestrichen."]
    assert said(f"{first}\n\nNeu ist dies.\n\n{second}\n\n{third}") == [
        "Nach Absatz 1 wird folgender Absatz eingefügt: „Neu ist dies.“"
    ]
    assert said(
        LIST.replace("4. ", "4. der Werbung,\n5. ").replace("5. der Erg", "6. der Erg"), LIST
    ) == ["Nach Punkt 3 wird folgender Punkt eingefügt: „der Werbung,“."]
    assert said(LIST.replace("Kosten", "Ausgaben"), LIST) == [
        "In Punkt 3 wird das Wort „Kosten“ gestrichen und ersetzt durch „Ausgaben“."
    ]


def test_a_word_that_stands_twice_is_quoted_with_its_neighbours() -> None:
    assert said("Es gibt Kurse. Kurse helfen.", "Es gibt Kurse. Kurse nützen.") == [
        "In Absatz 1 wird das Wort „nützen“ gestrichen und ersetzt durch „helfen“."
    ]
    assert said("Es gibt Hilfe. Kurse helfen.", "Es gibt Kurse. Kurse helfen.") == [
        "In Absatz 1 werden die Wörter „gibt Kurse“ gestrichen und ersetzt durch „gibt Hilfe“."
    ]


def test_the_title_and_the_whole_section() -> None:
    assert instructions(wording(), wording(title="Leitziele")) == [
        "Die Überschrift wird ersetzt durch: „Leitziele“."
    ]
    assert instructions(wording(), Wording("", ())) == ["Der Abschnitt wird gestrichen."]


def test_a_text_made_new_is_replaced_as_a_whole() -> None:
    assert said("| Jahr | Zahl |\n| --- | --- |\n| 2014 | 450 |") == [
        "Die Absätze 1 bis 3 werden ersetzt durch:"
        " „| Jahr | Zahl |\n| --- | --- |\n| 2014 | 450 |“."
    ]
