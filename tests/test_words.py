"""The interface's words: all of them in German, none left over, dates and numbers as here."""

import re
import string
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import ROOT
from views.words import (
    _,
    date_text,
    language,
    moment_text,
    number_text,
    partial_date_text,
    percent_text,
    plural,
    speak,
    speaking,
)

KEYWORDS = {"_": None, "mark": None, "plural": (1, 2)}
METHODS = [("**.py", "python"), ("plain/**.html", "jinja2")]
GERMAN = ROOT / "views" / "locales" / "de" / "LC_MESSAGES" / "bindeglied.po"
JARGON = ("Zentralität", "Betweenness", "Knoten", "Kante", "Commit", "Merge", "Hash", "Score")
Ids = str | tuple[str, ...]


@pytest.fixture(scope="module")
def used() -> set[Ids]:
    """All messages that the code asks for, as `make words` finds them."""
    found = extract_from_dir(ROOT / "views", METHODS, keywords=KEYWORDS)
    return {each if isinstance(each, str) else tuple(each or ()) for _, _, each, *_ in found}


@pytest.fixture(scope="module")
def german() -> Catalog:
    with GERMAN.open("rb") as file:
        return read_po(file, locale="de")


def messages(german: Catalog) -> Iterator[Message]:
    return (each for each in german if each.id)


def translated(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def whole_id(message: Message) -> Ids:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_the_code_has_messages_in_scripts_and_in_templates(used: set[Ids]) -> None:
    assert "Overview" in used
    assert "Stay signed in" in used
    assert ("{n} organisation", "{n} organisations") in used


def test_every_message_of_the_code_is_translated(used: set[Ids], german: Catalog) -> None:
    known = {whole_id(each) for each in messages(german) if all(translated(each))}

    assert used - known == set()


def test_no_translation_is_left_over(used: set[Ids], german: Catalog) -> None:
    assert {whole_id(each) for each in messages(german)} - used == set()
    assert list(german.obsolete) == []


def test_no_translation_is_a_guess(german: Catalog) -> None:
    assert [each.id for each in messages(german) if each.fuzzy] == []


def test_translations_have_the_places_of_their_messages(german: Catalog) -> None:
    for each in messages(german):
        asked = [each.id] if isinstance(each.id, str) else list(each.id)
        for text in translated(each):
            assert places(text) == set().union(*map(places, asked)), text


def test_plurals_have_both_forms(german: Catalog) -> None:
    assert german.num_plurals == 2
    assert [
        each.id for each in messages(german) if each.pluralizable and len(translated(each)) != 2
    ] == []


def test_german_knows_no_jargon(german: Catalog) -> None:
    words = re.compile(rf"\b\w*({'|'.join(JARGON)})", re.IGNORECASE)
    texts = [text for each in messages(german) for text in translated(each)]

    assert words.search("Diese Zentralität")
    assert [text for text in texts if words.search(text)] == []


def test_german_is_set_as_german_is(german: Catalog) -> None:
    for each in messages(german):
        for text in translated(each):
            assert '"' not in text, text
            assert "..." not in text, text
            assert text.count("„") == text.count("“"), text
            assert text == text.strip(), text
            assert "  " not in text, text


def test_every_message_can_be_said_in_both_languages(german: Catalog) -> None:
    for each in messages(german):
        for text in [*translated(each), *([each.id] if isinstance(each.id, str) else each.id)]:
            assert text.format(**dict.fromkeys(places(text), "x"))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2017, 7, 5), "5. Juli 2017"),
        (date(2024, 3, 1), "1. März 2024"),
        (None, ""),
    ],
)
def test_days_are_written_as_people_write_them(day: date | None, text: str) -> None:
    assert date_text(day) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("2014", "2014"),
        ("2014-09", "September 2014"),
        ("2014-09-03", "3. September 2014"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(given: str | None, text: str) -> None:
    assert partial_date_text(given) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(2245, "2.245"), (0, "0"), (1234567.5, "1.234.567,5"), (-12, "-12"), (450.0, "450")],
)
def test_numbers_have_german_separators(number: float, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0.37, "37\N{NO-BREAK SPACE}%"), (0, "0\N{NO-BREAK SPACE}%")]
)
def test_shares_are_whole_percents(share: float, text: str) -> None:
    assert percent_text(share) == text


def test_moments_are_told_in_the_time_of_the_city() -> None:
    summer = datetime(2017, 7, 5, 22, 30, tzinfo=UTC)

    assert moment_text(summer) == "06.07.2017, 00:30"


def test_numbers_choose_the_form_and_stand_in_the_text() -> None:
    forms = "{n} organisation", "{n} organisations"

    assert plural(*forms, 1) == "1 Organisation"
    assert plural(*forms, 0) == "0 Organisationen"
    assert plural(*forms, 2245) == "2.245 Organisationen"


def test_another_language_is_spoken_for_a_while_only() -> None:
    with speaking("en"):
        assert _("Overview") == "Overview"
        assert date_text(date(2017, 7, 5)) == "5 July 2017"
        assert number_text(2245) == "2,245"
    assert language() == "de"
    assert _("Overview") == "Überblick"

    with speaking("de"):
        speak("fr")
        assert language() == "de"


def test_markup_and_braces_in_a_value_stay_what_they_are() -> None:
    text = _("One-time link for “{name}” (valid for 7 days):", name="{0} %s {name}")

    assert "„{0} %s {name}“" in text
