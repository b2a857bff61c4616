"""The inside of a paragraph: what is read, and what is written so that it reads the same."""

from hypothesis import given
from hypothesis import strategies as st

from concept_review.inline import Span, literal, plain, spans, written

SIGNS = st.text(alphabet="ab *_[]()^!\\&;<>#1\n.ü|`~", max_size=24)
RUNS = st.lists(
    st.builds(
        Span,
        text=SIGNS,
        strong=st.booleans(),
        emphasis=st.booleans(),
        href=st.sampled_from(["", "https://stadt.example/a"]),
    ),
    max_size=5,
)


def test_words_are_what_is_left_without_signs() -> None:
    text = "**Fett**, _schräg_ und [Plan](https://a.example) ![Karte](k.png)mit Note[^1] &amp; \\*"

    assert plain(text) == "Fett, schräg und Plan mit Note & *"


def test_signs_inside_words_and_sums_are_letters() -> None:
    for text in ("Träger*innen und Bürger*innen", "5 * 3 * 4", "snake_case_name", "a*b*c"):
        assert plain(text) == text


def test_runs_tell_how_they_look() -> None:
    found = spans("**Ziel:** [Plan](https://a.example)[^2]")

    assert found == [
        Span("Ziel:", strong=True),
        Span(" "),
        Span("Plan", href="https://a.example"),
        Span("", note="2"),
    ]


def test_neighbouring_runs_that_look_the_same_are_one() -> None:
    runs = [Span("Lei", strong=True), Span("t", strong=True), Span("ziel ", strong=True), Span("A")]

    assert written(runs) == "**Leitziel** A"


def test_emphasis_inside_a_word_is_left_out_and_its_letters_stay() -> None:
    assert written([Span("Ver", strong=True), Span("ein")]) == "Verein"


@given(SIGNS)
def test_literal_words_are_read_back_to_the_letter(text: str) -> None:
    assert plain(literal(text)) == text


@given(RUNS)
def test_no_letter_of_written_runs_is_lost_or_added(runs: list[Span]) -> None:
    assert plain(written(runs)) == "".join(run.text for run in runs)


@given(SIGNS)
def test_every_text_can_be_read(text: str) -> None:
    assert isinstance(plain(text), str)
