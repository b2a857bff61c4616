"""What an organisation says of itself, and what of it is refused."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from network.organization import REGISTRABLE, Classification
from network.registration import InvalidRegistration, Registration, parse_registration

FORM: dict[str, object] = {
    "name": "Flüchtlingshilfe Babelsberg e. V.",
    "classification": "association",
    "contact_name": "Ayşe Öztürk",
    "contact_email": "info@hilfe.example",
    "consent": True,
    "website": "www.hilfe.example",
    "description": "Wir begleiten.\nZu Ämtern & Ärzten.",
    "languages": "Deutsch\nArabisch",
    "offers": "Sprachcafé\nPatenschaften",
    "partner_ids": ("organization-1",),
}
LEAST: dict[str, object] = {
    "name": "Kulturlobby",
    "classification": "initiative",
    "contact_email": "post@kulturlobby.example",
    "consent": True,
}
LINES = ["languages", "target_groups", "offers", "needs"]
IDS = ["topic_ids", "group_ids", "partner_ids"]
TEXTS = ["name", "contact_name", "contact_phone", "district", "description"]
MARKUP = "<img src=x onerror=alert(1)>[x](javascript:1)"


def refusal(**changed: object) -> dict[str, str]:
    """Return the code of each error that the whole form gets with these changes."""
    with pytest.raises(InvalidRegistration) as refused:
        parse_registration(FORM | changed)
    return {name: error.code for name, error in refused.value.errors.items()}


def test_a_full_form_becomes_a_registration() -> None:
    registration = parse_registration(FORM)

    assert registration.name == "Flüchtlingshilfe Babelsberg e. V."
    assert registration.classification is Classification.ASSOCIATION
    assert registration.website == "https://www.hilfe.example"
    assert registration.languages == ("Deutsch", "Arabisch")
    assert registration.description == "Wir begleiten.\nZu Ämtern & Ärzten."
    assert registration.partner_ids == ("organization-1",)
    assert not registration.contact_public


def test_three_fields_and_the_consent_are_enough() -> None:
    registration = parse_registration(LEAST)

    assert registration.website == ""
    assert registration.offers == ()
    assert not registration.contact_public


@pytest.mark.parametrize("field", LEAST)
def test_what_is_required_and_missing_is_asked_for(field: str) -> None:
    form = {name: value for name, value in FORM.items() if name != field}

    with pytest.raises(InvalidRegistration, match=f"^{field}: required$"):
        parse_registration(form)


def test_without_consent_nothing_is_taken() -> None:
    assert refusal(consent=False) == {"consent": "consent_required"}


@pytest.mark.parametrize("kind", [each for each in Classification if each not in REGISTRABLE])
def test_a_unit_of_the_city_does_not_register_itself(kind: Classification) -> None:
    assert refusal(classification=kind) == {"classification": "not_registrable"}
    assert refusal(classification=kind.value) == {"classification": "not_registrable"}


@pytest.mark.parametrize("kind", REGISTRABLE)
def test_every_other_kind_may_register_itself(kind: Classification) -> None:
    assert parse_registration(FORM | {"classification": kind}).classification is kind


def test_a_kind_that_does_not_exist_is_refused() -> None:
    assert refusal(classification="verein") == {"classification": "unknown_value"}


@pytest.mark.parametrize("typed", ["potsdam", "javascript:alert(1)", "ftp://potsdam.de", MARKUP])
def test_a_wrong_web_address_is_refused(typed: str) -> None:
    assert refusal(website=typed) == {"website": "web_address"}


@pytest.mark.parametrize("typed", ["info", "info@potsdam", "a@b@c.de", f"{MARKUP}@potsdam.de"])
def test_a_wrong_e_mail_address_is_refused(typed: str) -> None:
    assert refusal(contact_email=typed) == {"contact_email": "email_address"}


def test_an_empty_e_mail_address_is_one_that_is_missing() -> None:
    assert refusal(contact_email="  ") == {"contact_email": "required"}


def test_a_name_has_two_letters_at_least() -> None:
    assert refusal(name=" a ") == {"name": "too_short"}
    assert refusal(name="") == {"name": "required"}


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        *(("name", 200), ("contact_name", 200), ("contact_phone", 50), ("district", 200)),
        *(("description", 2000), ("languages", 200), ("offers", 200)),
    ],
)
def test_a_text_may_be_as_long_as_the_page_says_and_no_longer(field: str, longest: int) -> None:
    parse_registration(FORM | {field: "ä" * longest})

    assert refusal(**{field: "ä" * (longest + 1)}) == {field: "too_long"}


@pytest.mark.parametrize("field", [*TEXTS, *LINES, "website", "contact_email", "classification"])
def test_a_hundred_thousand_characters_are_refused_at_their_field(field: str) -> None:
    codes = refusal(**{field: "a" * 100_000})

    assert set(codes) == {field}


@pytest.mark.parametrize("field", LINES)
def test_thirty_lines_fit_and_neither_one_more_nor_a_hundred_thousand_do(field: str) -> None:
    lines = [f"Zeile {n}" for n in range(31)]

    assert len(getattr(parse_registration(FORM | {field: lines[:30]}), field)) == 30
    assert refusal(**{field: lines}) == {field: "too_many"}
    assert refusal(**{field: "\n".join(map(str, range(100_000)))}) == {field: "too_many"}


@pytest.mark.parametrize("field", IDS)
def test_fifty_ids_fit_and_one_more_does_not(field: str) -> None:
    ids = tuple(f"id-{n}" for n in range(51))

    assert getattr(parse_registration(FORM | {field: ids[:50]}), field) == ids[:50]
    assert refusal(**{field: ids}) == {field: "too_many"}
    assert refusal(**{field: ("x" * 101, 5)}) == {field: "too_long"}


@pytest.mark.parametrize("field", [*TEXTS, *LINES])
def test_markup_stays_the_text_that_it_is(field: str) -> None:
    typed = MARKUP[:50]

    taken = getattr(parse_registration(FORM | {field: typed}), field)

    assert taken == ((typed,) if field in LINES else typed)


@pytest.mark.parametrize("field", LINES)
@pytest.mark.parametrize(
    "typed", [" b \n\n a\r\nb\n \t\n", ["b", " a ", "", "b"], ("b", "a"), "b\u2028a"]
)
def test_lines_are_stripped_and_kept_once_each_in_the_order_given(
    field: str, typed: object
) -> None:
    assert getattr(parse_registration(FORM | {field: typed}), field) == ("b", "a")


@pytest.mark.parametrize("field", LINES)
@pytest.mark.parametrize("typed", ["", " \n ", [], (), None])
def test_an_empty_list_field_is_an_empty_list(field: str, typed: object) -> None:
    assert getattr(parse_registration(FORM | {field: typed}), field) == ()


def test_blanks_around_what_is_typed_are_dropped() -> None:
    registration = parse_registration(
        FORM | {"name": "  Kulturlobby\t", "website": " potsdam.de ", "contact_email": " a@b.de\n"}
    )

    assert registration.name == "Kulturlobby"
    assert registration.website == "https://potsdam.de"
    assert registration.contact_email == "a@b.de"


def test_all_faults_are_told_at_once_each_at_its_field() -> None:
    codes = refusal(name="x", classification="office", consent=False, offers=["a" * 201, "b" * 201])

    assert codes == {
        "name": "too_short",
        "classification": "not_registrable",
        "consent": "consent_required",
        "offers": "too_long",
    }


def test_an_error_names_its_numbers_for_the_page() -> None:
    with pytest.raises(InvalidRegistration) as refused:
        parse_registration(FORM | {"name": "x", "district": "x" * 201})

    assert refused.value.errors["name"].context == {"min_length": 2}
    assert refused.value.errors["district"].context == {"max_length": 200}


def test_an_error_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(InvalidRegistration) as refused:
        parse_registration(FORM | {"contact_email": "ayse-oeztuerk", "classification": "geheim"})

    assert "ayse" not in f"{refused.value} {refused.value.errors}"
    assert "geheim" not in f"{refused.value} {refused.value.errors}"
    assert refused.value.__cause__ is None


def test_a_field_that_the_form_does_not_have_is_refused() -> None:
    assert set(refusal(confirmed_on="2026-11-03")) == {"confirmed_on"}


def test_a_registration_cannot_be_changed_once_it_is_valid() -> None:
    registration = parse_registration(FORM)

    with pytest.raises(ValidationError):
        registration.name = "Andere"


names = st.sampled_from([*Registration.model_fields, ""]) | st.text(max_size=5)
texts = st.text(st.characters(codec=None)) | st.sampled_from([*map(str, FORM.values()), MARKUP])


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(names, texts), st.booleans())
def test_whatever_text_is_sent_it_is_taken_or_refused(sent: dict[str, Any], whole: bool) -> None:
    try:
        registration = parse_registration(FORM | sent if whole else sent)
    except InvalidRegistration:
        return

    assert parse_registration(registration.model_dump()) == registration


@pytest.mark.parametrize("typed", [[1], [None], 5, True])
def test_a_list_field_that_holds_no_text_is_refused(typed: object) -> None:
    assert set(refusal(offers=typed)) == {"offers"}


@pytest.mark.parametrize("name", ["\u200b\u200b", "\x00\x00", "--", "Kultur\nlobby"])
def test_a_name_is_one_line_with_something_to_read(name: str) -> None:
    assert set(refusal(name=name)) == {"name"}
