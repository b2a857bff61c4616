"""Amendments as councils write them, carried out or refused, never guessed."""

import pytest

from concept_review.block import Block
from concept_review.instruction import read_instructions
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.rebase import Wording

TEXT = """Die Stadt fördert Kurse. Sie prüft die Umsetzung jährlich.

Die Träger beraten Familien, Vereine und Initiativen. Die Beratung ist kostenlos.

Die Stadt lädt zu Treffen ein."""
LIST = """Der Rat beauftragt die Verwaltung mit:

1. der Planung und Umsetzung,
2. der Prüfung von Empfehlungen,
3. der Benennung von Kosten,
4. der Vorlage in zwei Jahren,
5. der Ergänzung des Programms.

Die Verwaltung berichtet."""


def wording(text: str = TEXT, title: str = "Ziele") -> Wording:
    return Wording(title, blocks_of_text(text))


def amended(instruction: str, text: str = TEXT) -> str:
    return text_of_blocks(read_instructions(instruction, wording(text)).blocks)


@pytest.mark.parametrize(
    "instruction",
    [
        "In Absatz 2 wird „kostenlos“ durch „frei“ ersetzt.",
        "In Absatz 2 wird „kostenlos“ ersetzt durch „frei“",
        "„kostenlos“ wird gestrichen und ersetzt durch „frei“",
        "„kostenlos“ wird gestrichen und durch „frei“ ersetzt.",
        "Das Wort „kostenlos“ wird gestrichen und ersetzt durch „frei“.",
        "Die Wörter „kostenlos“ werden gestrichen und ersetzt durch „frei“",
        'Im zweiten Absatz wird "kostenlos" durch "frei" ersetzt.',
        "Im Abs. 2 Satz 2 wird »kostenlos« durch ‚frei‘ ersetzt.",
        'In Satz 2 des Absatzes 2 wird “kostenlos” durch „frei" ersetzt.',
        "Ersetzt wird in Absatz 2: „kostenlos“ durch «frei»",
        "„kostenlos“ durch „frei“ ersetzen",
        "Statt „kostenlos“ heißt es „frei“.",
        "a) Anstelle von „kostenlos“ tritt „frei“.",
        "2. Absatz 2 Satz 2 lautet: „Die Beratung ist frei.“",
        "Satz 2 in Absatz 2 erhält folgende Fassung:\n„Die Beratung ist frei.“",
        "Für Satz 2 in Absatz 2 wird eingesetzt: „Die Beratung ist frei.“",
        "Der letzte Satz im 2. Absatz wird ersetzt durch „Die Beratung ist frei.“.",
    ],
)
def test_words_are_replaced_however_it_is_said(instruction: str) -> None:
    assert amended(instruction) == TEXT.replace("kostenlos", "frei")


@pytest.mark.parametrize(
    "instruction",
    [
        "„, Vereine und Initiativen“ wird ersatzlos gestrichen.",
        "Im zweiten Absatz wird ersatzlos gestrichen: „, Vereine und Initiativen“.",
        "In Absatz 2 werden die Wörter „, Vereine und Initiativen“ gestrichen.",
        "Die Worte „, Vereine und Initiativen“ entfallen in Absatz 2.",
        "Streichen: „, Vereine und Initiativen“",
    ],
)
def test_words_are_struck_out_and_the_gap_closes(instruction: str) -> None:
    assert amended(instruction) == TEXT.replace(", Vereine und Initiativen", "")


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("„Die Beratung ist kostenlos.“ entfällt.", "Die Beratung ist kostenlos."),
        ("Satz 2 in Absatz 1 wird gestrichen.", "Sie prüft die Umsetzung jährlich."),
        ("In Absatz 1 wird der erste Satz gestrichen.", "Die Stadt fördert Kurse."),
        ("Im zweiten Absatz entfällt der letzte Satz.", "Die Beratung ist kostenlos."),
        ("Absatz 3 wird ersatzlos gestrichen.", "Die Stadt lädt zu Treffen ein."),
        ("Der letzte Absatz wird gestrichen", "Die Stadt lädt zu Treffen ein."),
        ("Die Sätze 1 und 2 in Absatz 1 entfallen.",
         "Die Stadt fördert Kurse. Sie prüft die Umsetzung jährlich."),
    ],
)  # fmt: skip
def test_sentences_and_paragraphs_are_struck_out(instruction: str, expected: str) -> None:
    left = " ".join(TEXT.replace(expected, "").split())

    assert " ".join(amended(instruction).split()) == left


@pytest.mark.parametrize(
    "instruction",
    [
        "Hinter „Umsetzung“ wird „und die Ziele“ ergänzt.",
        "Absatz 1 wird hinter dem Wort „Umsetzung“ ergänzt um „und die Ziele“.",
        "„Sie prüft die Umsetzung“ wird hinter „Umsetzung“ ergänzt um „und die Ziele“",
        "In Absatz 1 wird nach „Umsetzung“ eingefügt: „und die Ziele“",
        "Nach den Wörtern „die Umsetzung“ werden die Wörter „und die Ziele“ eingefügt.",
        "Vor „jährlich“ wird „und die Ziele“ eingefügt.",
        "Im ersten Absatz „und die Ziele“ nach „Umsetzung“ einfügen.",
    ],
)
def test_words_are_added_behind_others(instruction: str) -> None:
    assert amended(instruction) == TEXT.replace("Umsetzung", "Umsetzung und die Ziele")


@pytest.mark.parametrize(
    "instruction",
    [
        "Am Ende des Absatzes 2 wird angefügt: „Sie steht allen offen.“",
        "Am Ende von Absatz 2 wird „Sie steht allen offen.“ ergänzt.",
        "Absatz 2 wird ergänzt um „Sie steht allen offen.“",
        "Dem zweiten Absatz wird folgender Satz angefügt:\n„Sie steht allen offen.“",
        "In Absatz 2 wird nach Satz 2 folgender Satz eingefügt: „Sie steht allen offen.“",
        "Nach Satz 2 in Absatz 2 wird eingefügt: „Sie steht allen offen.“",
        "Hinter „kostenlos.“ wird ergänzt: „Sie steht allen offen.“",
    ],
)
def test_sentences_are_added_to_a_paragraph(instruction: str) -> None:
    longer = TEXT.replace("kostenlos.", "kostenlos. Sie steht allen offen.")

    assert amended(instruction) == longer


@pytest.mark.parametrize(
    ("instruction", "before"),
    [
        ("Nach Absatz 2 wird folgender Absatz eingefügt: „Neu ist dies.“", "Die Stadt lädt"),
        ("Hinter Absatz 2 wird eingefügt: „Neu ist dies.“", "Die Stadt lädt"),
        ("Vor Absatz 1 wird ein neuer Absatz eingefügt: „Neu ist dies.“", "Die Stadt fördert"),
    ],
)
def test_paragraphs_are_put_in(instruction: str, before: str) -> None:
    assert amended(instruction) == TEXT.replace(before, f"Neu ist dies.\n\n{before}")


@pytest.mark.parametrize(
    "instruction",
    [
        "Es wird folgender Absatz angefügt: „Neu ist dies.“",
        "Am Ende des Abschnitts wird angefügt: „Neu ist dies.“",
        "Nach dem letzten Absatz wird eingefügt: „Neu ist dies.“",
    ],
)
def test_a_paragraph_is_added_at_the_end(instruction: str) -> None:
    assert amended(instruction) == f"{TEXT}\n\nNeu ist dies."


def test_the_decision_of_cologne_is_carried_out_as_it_was_written() -> None:
    text = (
        "Der Rat nimmt das Konzept sowie die Empfehlungen und Maßnahmen zur Förderung der"
        " Integration (Interkulturelles Maßnahmenprogramm) zur Kenntnis.\n\n" + LIST[:-27]
    )
    decision = (
        "a) Im ersten Absatz wird ersatzlos gestrichen: „und Maßnahmen zur Förderung der"
        " Integration (Interkulturelles Maßnahmenprogramm)“.\n"
        "b) Der Punkt 1 wird hinter „Umsetzung“ ergänzt um: “sowie die Kontrolle der"
        " Zielerreichungen“.\nWeiterhin wird am Ende des Absatzes ergänzt:\n"
        "„Ihm sind Ergebnisse zeitnah mitzuteilen“.\n"
        "c) Die Punkte 2-5 werden gestrichen und ersetzt durch: „Das Programm wird abgekoppelt.“"
    )

    assert amended(decision, text) == (
        "Der Rat nimmt das Konzept sowie die Empfehlungen zur Kenntnis.\n\n"
        "Der Rat beauftragt die Verwaltung mit:\n\n"
        "1. der Planung und Umsetzung sowie die Kontrolle der Zielerreichungen, Ihm sind"
        " Ergebnisse zeitnah mitzuteilen\n"
        "2. Das Programm wird abgekoppelt."
    )


def test_the_title_is_replaced_or_reworded() -> None:
    for instruction in (
        "Die Überschrift wird ersetzt durch „Leitziele“.",
        "Die Überschrift lautet: „Leitziele“",
        "In der Überschrift wird „Ziele“ durch „Leitziele“ ersetzt.",
        "„Ziele“ wird durch „Leitziele“ ersetzt.",
    ):
        assert read_instructions(instruction, wording()) == wording(title="Leitziele")


def test_all_instructions_speak_of_the_text_as_it_was_in_any_order() -> None:
    parts = [
        "Absatz 1 wird gestrichen.",
        "In Absatz 2 wird „kostenlos“ durch „frei“ ersetzt.",
        "Nach Absatz 3 wird folgender Absatz eingefügt: „Neu ist dies.“",
    ]
    expected = TEXT.split("\n\n", 1)[1].replace("kostenlos", "frei") + "\n\nNeu ist dies."

    assert amended("\n".join(parts)) == amended(" ".join(parts[::-1])) == expected


def test_the_whole_section_goes() -> None:
    assert read_instructions("Der Abschnitt wird gestrichen.", wording()) == Wording("", ())


def test_blocks_that_stay_keep_their_ids() -> None:
    blocks = tuple(
        Block(kind=block.kind, text=block.text, id=f"b{at}")
        for at, block in enumerate(wording().blocks)
    )
    made = read_instructions(
        "Nach Absatz 1 wird folgender Absatz eingefügt: „Neu ist dies.“\n"
        "In Absatz 2 wird „kostenlos“ durch „frei“ ersetzt. Absatz 3 wird gestrichen.",
        Wording("Ziele", blocks),
    )

    assert [block.id for block in made.blocks] == ["b0", "", "b1"]


def test_everywhere_is_said_when_it_is_meant() -> None:
    made = amended("„Die Stadt“ wird jeweils durch „Der Rat“ ersetzt.")

    assert made == TEXT.replace("Die Stadt", "Der Rat")


def test_paragraphs_that_bear_numbers_are_cited_by_them() -> None:
    made = amended("Absatz 3 wird gestrichen.", "Vorab.\n\n(2) Zwei.\n\n(3) Drei.")

    assert made == "Vorab.\n\n(2) Zwei."


def test_a_quote_from_another_program_is_found() -> None:
    text = "Die „Neue Mitte“ – ein Ort."

    assert amended('»Die "Neue\u00a0Mitte" - ein« wird durch „Der“ ersetzt.', text) == "Der Ort."
