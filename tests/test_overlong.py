"""What strangers type without end: only its beginning counts, and a page or a message answers."""

import pytest

from concept_review.comment import InvalidComment, check_comment, words_of
from data.citizens import InvalidCitizen, parse_citizen
from data.clock import today
from data.organizations import find_organizations
from data.roster import roster
from data.store import Store
from network.finding import LONGEST, find, index_of
from network.graph import build_graph
from network.registration import InvalidRegistration, parse_registration
from tests.test_pages import app, turn_to

ENDLESS = ("x" * 500_000, "wort " * 100_000, "a,b;c " * 80_000)
"""A little below what Streamlit takes as one address."""
REGISTRATION = {
    "name": "Sprachcafé", "classification": "initiative", "consent": True,
    "contact_email": "a@b.example",
}  # fmt: skip
ADDRESSES = (
    ("network_map", "an"), ("network_map", "suche"), ("network_map", "tag"), ("section", "id"),
    ("concept", "konzept"), ("directory", "suche"), ("stories", "id"), ("measures", "an"),
)  # fmt: skip


@pytest.mark.parametrize(("page", "parameter"), ADDRESSES)
def test_an_address_without_end_opens_a_page(demo_store: Store, page: str, parameter: str) -> None:
    opened = turn_to(app(demo_store), page, **{parameter: ENDLESS[0]})

    assert opened.title


@pytest.mark.parametrize("page", ["network_map", "directory"])
@pytest.mark.parametrize("typed", ENDLESS, ids=["letters", "words", "signs"])
def test_a_search_without_end_is_answered(demo_store: Store, page: str, typed: str) -> None:
    opened = turn_to(app(demo_store), page)

    opened.text_input(key="suche").set_value(typed).run()

    assert not opened.exception
    assert all(len(str(each.value)) < 2_000 for each in opened.text)


def test_of_what_is_searched_for_only_the_beginning_counts(demo_store: Store) -> None:
    index = index_of(build_graph(roster(demo_store), today()))
    typed = "Netzwerk".ljust(LONGEST) + "unsinn " * 100_000

    assert find(index, typed) == find(index, "Netzwerk") != []
    assert find_organizations(demo_store, typed) == find_organizations(demo_store, "Netzwerk")


FIELDS = "name website district description contact_name contact_email contact_phone"


@pytest.mark.parametrize("field", FIELDS.split())
def test_each_field_of_a_registration_has_an_end_and_says_so(field: str) -> None:
    value = "https://" + "x" * 1_000_000 if field == "website" else "x" * 1_000_000
    with pytest.raises(InvalidRegistration) as invalid:
        parse_registration({**REGISTRATION, field: value})

    assert field in invalid.value.errors


@pytest.mark.parametrize("field", ["name", "email"])
def test_each_field_of_a_citizen_has_an_end_and_says_so(field: str) -> None:
    given = {"name": "", "email": "", field: "x" * 1_000_000}
    with pytest.raises(InvalidCitizen) as invalid:
        parse_citizen(given["name"], given["email"], "")

    assert field in invalid.value.errors


def test_a_comment_and_its_quote_have_an_end_and_say_so() -> None:
    with pytest.raises(InvalidComment) as text:
        check_comment("x" * 1_000_000)
    with pytest.raises(InvalidComment) as quote:
        words_of("Ein Satz.", "x" * 1_000_000)

    assert (text.value.errors, quote.value.errors) == ({"text": "too_long"}, {"quote": "too_long"})
