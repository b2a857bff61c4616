"""Names as people type them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.naming import bare_name, fold, search_forms

law = settings(deadline=None)
german = st.text("aäÄbeoöÖuüÜßẞsSgGmMhHvV .-/&„“0123", max_size=30)

LEGAL_FORMS = [
    *("e.V.", "e. V.", "eV", "E.V.", "e.V", "eingetragener Verein", "GmbH", "gGmbH", "GGMBH"),
    *("gemeinnützige GmbH", "UG", "UG (haftungsbeschränkt)", "KG", "GbR", "i. Gr.", "i.Gr."),
    *("Stiftung des bürgerlichen Rechts", "Körperschaft des öffentlichen Rechts", "AG"),
]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Flüchtlingsrat", "fluechtlingsrat"),
        ("FLÜCHTLINGSRAT", "fluechtlingsrat"),
        ("Öffentliche Straße", "oeffentliche strasse"),
        ("STRAẞE", "strasse"),
        ("Café Zürich", "cafe zuerich"),
        ("Ayşe Öztürk", "ayse oeztuerk"),
        ("Łódź", "łodz"),
        ("Bündnis „Potsdam! bekennt Farbe“", "buendnis potsdam bekennt farbe"),
        ("Patenschaften/Wohnen", "patenschaften wohnen"),
        ("snake_case", "snake case"),
        ("  \t viel \n Platz  ", "viel platz"),
        ("2016–2020", "2016 2020"),
        ("„!?“", ""),
        ("", ""),
    ],
)
def test_a_name_is_folded_to_plain_lower_case_words(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@law
@given(st.text(st.characters(codec=None)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@law
@given(german)
def test_capitals_make_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.lower())


@law
@given(st.text())
def test_it_makes_no_difference_how_an_umlaut_is_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@law
@given(german)
def test_a_folded_german_name_is_plain_ascii_with_single_spaces(text: str) -> None:
    folded = fold(text)

    assert folded.isascii()
    assert folded == " ".join(folded.split())
    assert folded == folded.lower()


@pytest.mark.parametrize(
    "typed", ["Flüchtling", "fluechtling", "fluchtling", "FLÜCHTLING", "Flu\u0308chtling"]
)
def test_an_umlaut_is_found_however_it_is_typed(typed: str) -> None:
    assert fold(typed) in search_forms("Potsdamer Flüchtlingsrat")


@pytest.mark.parametrize("name", ["Kulturlobby", "Straßenfest", "Café Olé"])
def test_a_name_without_umlauts_is_kept_for_search_once(name: str) -> None:
    assert search_forms(name) == fold(name)


@law
@given(german)
def test_what_is_kept_for_search_begins_with_the_folded_name(text: str) -> None:
    assert search_forms(text).split()[: len(fold(text).split())] == fold(text).split()


@pytest.mark.parametrize("form", LEGAL_FORMS)
@pytest.mark.parametrize(
    "name", ["Soziale Stadt", "Evangelische Aktion", "Jagdverein Ugandas", "Kgalagadi e-Werk"]
)
def test_the_legal_form_does_not_belong_to_the_bare_name(name: str, form: str) -> None:
    assert bare_name(f"{name} {form}") == bare_name(name) == fold(name)
    if form not in ("AG", "KG"):  # in front, these two are no legal forms
        assert bare_name(f"{form} {name}") == bare_name(name)


@pytest.mark.parametrize(("name", "bare"), [("e. V.", "e v"), ("GmbH", "gmbh"), ("AG", "ag")])
def test_a_name_that_is_nothing_but_a_legal_form_stays(name: str, bare: str) -> None:
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    "name", ["Agentur Kagel", "Verein Gmbhütte", "Eva und Kevin", "Umzug", "Stiftung Großes Haus"]
)
def test_letters_inside_a_word_are_no_legal_form(name: str) -> None:
    assert bare_name(name) == fold(name)


@law
@given(st.text(max_size=40))
def test_a_bare_name_is_empty_only_where_there_is_no_letter_at_all(text: str) -> None:
    assert bool(bare_name(text)) is bool(fold(text))


@pytest.mark.parametrize(
    "form", ["gUG (haftungsbeschränkt)", "eG", "Stiftung bürgerlichen Rechts", "GmbH & Co. KG"]
)
def test_rarer_legal_forms_do_not_belong_to_the_bare_name(form: str) -> None:
    assert bare_name(f"Soziale Stadt {form}") == "soziale stadt"


def test_a_working_group_is_not_the_association_on_the_same_subject() -> None:
    assert bare_name("AG Kita und Schule") != bare_name("Kita und Schule e. V.")


def test_a_soft_hyphen_copied_along_with_a_name_is_not_seen() -> None:
    assert fold("Integra\u00adtions\u00adgarten") == fold("Integrationsgarten")
