"""The city's own words for its mails: what they may hold, and that a valid text always composes."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.permissions import NotPermitted
from data.letters import Letter, Occasion
from data.mail_texts import (
    BODY_LIMIT,
    GERMAN_ONLY,
    PLACES,
    SUBJECT_LIMIT,
    InvalidMailText,
    all_texts,
    checked,
    filled,
    mail_text,
    reset,
    reword,
)
from data.store import Conflict, Store
from tests.conftest import COORDINATOR, STAFF
from tests.injections import ALL
from views.letters import compose
from views.mail_text_form import ours
from views.mail_text_words import OCCASIONS, error_texts, place_lines
from views.words import speak

ACCEPTED = Occasion.CHANGE_ACCEPTED.value
RECEIVED = Occasion.RECEIVED.value
EVERY = [
    (occasion, language)
    for occasion in PLACES
    for language in (("de",) if occasion in GERMAN_ONLY else ("de", "en"))
]


def a_letter(occasion: str = RECEIVED, language: str = "de", **more: str) -> Letter:
    values = {"name": "Sprachcafé", "text": "Ein Grund", "other": "Haus", "tie": "funds", **more}
    return Letter(
        occasion=Occasion(occasion),
        language=language,
        token="geheim-123" if any(each.key == "link" for each in PLACES[occasion]) else "",
        until=date(2026, 12, 24),
        **values,
    )


def faults(subject: str, body: str, occasion: str = RECEIVED) -> dict[str, tuple[str, str]]:
    with pytest.raises(InvalidMailText) as invalid:
        checked(occasion, "de", subject, body)
    return dict(invalid.value.errors)


@pytest.mark.parametrize(("occasion", "language"), EVERY)
def test_our_own_words_keep_the_rules_for_all_words(occasion: str, language: str) -> None:
    speak("de")
    subject, body = ours(occasion, language)

    assert checked(occasion, language, subject, body) == {"subject": subject, "body": body.strip()}
    assert occasion in OCCASIONS
    assert len(place_lines(occasion, language)) == len(PLACES[occasion])


def test_the_citys_words_stand_in_the_mail_and_ours_again_after_a_reset(store: Store) -> None:
    before = compose(store, a_letter())
    reword(
        store, COORDINATOR, RECEIVED, "de", "Hallo {name}", "Klick: {link}\r\nbis {frist}\tgut",
        expected=0,
    )  # fmt: skip

    subject, body = compose(store, a_letter())

    assert subject == "Hallo Sprachcafé"
    assert body.startswith("Klick: http")
    assert "geheim-123\nbis 24. Dezember 2026 gut\n" in body
    assert compose(store, a_letter(language="en"))[0].startswith("Please confirm")
    assert [each.occasion for each in all_texts(store, COORDINATOR)] == [RECEIVED]
    reset(store, COORDINATOR, RECEIVED, "de", expected=1)
    assert compose(store, a_letter()) == before
    reset(store, COORDINATOR, RECEIVED, "de", expected=0)


def test_english_words_have_english_places(store: Store) -> None:
    body = "{name} {other} {tie} {link} {until}"
    reword(store, COORDINATOR, "tie_stated", "en", "{other}", body, expected=0)

    assert "24 December 2026" in compose(store, a_letter("tie_stated", "en"))[1]
    with pytest.raises(InvalidMailText):
        checked("tie_stated", "de", "{other}", body)


@pytest.mark.parametrize(
    ("subject", "body", "errors"),
    [
        ("", " \n ", {"subject": ("required", ""), "body": ("required", "")}),
        ("x" * (SUBJECT_LIMIT + 1), "{link}", {"subject": ("too_long", "150")}),
        ("x", "{link}" + "x" * BODY_LIMIT, {"body": ("too_long", "5000")}),
        ("a\nBcc: b@c.example", "{link}", {"subject": ("one_line", "")}),
        ("a\r\nBcc: b@c.example", "{link}", {"subject": ("one_line", "")}),
        ("x", "ohne", {"body": ("missing_place", "{link}")}),
        ("{link}", "{link}", {"subject": ("not_in_subject", "{link}")}),
        ("x", "{link} {until}", {"body": ("unknown_place", "{until}")}),
        ("x", "{link} {name.__class__}", {"body": ("unknown_place", "{name.__class__}")}),
        ("x", "{link} {0} {}", {"body": ("unknown_place", "{0}")}),
        ("x", "{link} {name!r:>9}", {"body": ("unknown_place", "{name!r:>9}")}),
        ("x", "{link} {{name}}", {"body": ("unknown_place", "{ }")}),
        ("x", "{link} }", {"body": ("unknown_place", "{ }")}),
        ("{", "{link}", {"subject": ("unknown_place", "{ }")}),
    ],
)
def test_what_would_not_do_is_said_at_its_field(
    subject: str, body: str, errors: dict[str, tuple[str, str]]
) -> None:
    assert faults(subject, body) == errors
    speak("de")
    assert all(error_texts(InvalidMailText(errors)).values())


@pytest.mark.parametrize("name", [*ALL, "{link}", "{name}", "{text.__class__}", "%s {0}"])
def test_a_name_is_text_and_never_a_place_or_a_line_of_its_own(store: Store, name: str) -> None:
    reword(store, COORDINATOR, ACCEPTED, "de", "An {name}", "Für {name}.", expected=0)

    subject, body = compose(store, a_letter(ACCEPTED, name=name))

    assert subject == " ".join(f"An {' '.join(name.split())}".split())
    assert body == f"Für {' '.join(name.split())}.\n"


words = st.text(max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(list(Occasion)), st.sampled_from(["de", "en"]), st.data())
def test_whatever_is_valid_composes(
    store: Store, occasion: Occasion, language: str, data: st.DataObject
) -> None:
    places = [f"{{{place.name(language)}}}" for place in PLACES[occasion.value]]
    text = st.lists(st.one_of(words, st.sampled_from(places)), max_size=8).map("".join)
    needed = "".join(
        f"{{{place.name(language)}}}" for place in PLACES[occasion.value] if place.needed
    )
    subject, body = data.draw(text), data.draw(text) + needed
    present = mail_text(store, occasion, language)
    try:
        reword(
            store, COORDINATOR, occasion, language, subject, body,
            expected=present.revision if present else 0,
        )  # fmt: skip
    except InvalidMailText:
        return
    made = compose(store, a_letter(occasion.value, language, name=data.draw(words) or "x"))

    assert "\n" not in made[0]
    assert "\r" not in made[0] + made[1]
    assert not any(place.needed for place in PLACES[occasion.value] if place.key == "link") or (
        "geheim-123" in made[1]
    )


@given(words, st.dictionaries(words, words, max_size=3))
def test_filling_in_never_fails(text: str, values: dict[str, str]) -> None:
    assert isinstance(filled(text, values), str)


def test_of_two_people_the_second_sees_what_the_first_wrote(store: Store) -> None:
    reword(store, COORDINATOR, ACCEPTED, "de", "Erste", "Text", expected=0)

    with pytest.raises(Conflict) as conflict:
        reword(store, COORDINATOR, ACCEPTED, "de", "Zweite", "Text", expected=0)
    with pytest.raises(Conflict):
        reset(store, COORDINATOR, ACCEPTED, "de", expected=0)

    assert conflict.value.current["subject"] == "Erste"


def test_only_the_coordination_words_the_mails(store: Store) -> None:
    with pytest.raises(NotPermitted):
        reword(store, STAFF, ACCEPTED, "de", "x", "y", expected=0)
    with pytest.raises(NotPermitted):
        all_texts(store, STAFF)
