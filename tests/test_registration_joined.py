"""An entry and a registration made into one: what holds is chosen, and nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.naming import fold
from network.organization import REGISTRABLE, Organization
from network.registration import Registration, parse_registration
from network.registration_compared import FIELDS, LISTS, SINGLE, compared, is_known_as
from network.registration_joined import Holds, choices, joined
from tests.injections import ALL

WORDS = st.text("abcÄöß -e.V1", min_size=1, max_size=12).map(str.strip).filter(bool)
NAMES = st.builds("Verein {}".format, WORDS)
VALUES = st.lists(
    st.one_of(WORDS, st.sampled_from([each for each in ALL if each.strip()])), max_size=4
)
SAID = {
    "district": st.one_of(st.just(""), WORDS),
    "description": st.one_of(st.just(""), WORDS),
    "website": st.sampled_from(["", "https://a.example.org", "https://b.example.org/x"]),
}


@st.composite
def registered(draw: st.DrawFn) -> Registration:
    lists = {field: draw(VALUES) for field in LISTS if field != "topic_ids"}
    return parse_registration(
        {
            "name": draw(NAMES),
            "classification": draw(st.sampled_from(REGISTRABLE)).value,
            "contact_email": "kontakt@a.example.org",
            "consent": True,
            "topic_ids": tuple(draw(st.lists(st.sampled_from("abcd"), max_size=3, unique=True))),
            **{field: draw(values) for field, values in SAID.items()},
            **{field: tuple(each[:200] for each in values) for field, values in lists.items()},
        }
    )


@st.composite
def entries(draw: st.DrawFn) -> Organization:
    said: dict[str, Any] = {
        **{field: draw(values) for field, values in SAID.items()},
        **{field: tuple(dict.fromkeys(draw(VALUES))) for field in LISTS},
        "other_names": tuple(draw(st.lists(NAMES, max_size=2, unique=True))),
    }
    kind = draw(st.sampled_from(REGISTRABLE))
    return Organization(id="entry", name=draw(NAMES), classification=kind, revision=3, **said)


@st.composite
def chosen(draw: st.DrawFn) -> dict[str, Holds]:
    return {
        field: draw(
            st.sampled_from([*Holds] if field in LISTS else [Holds.ENTRY, Holds.REGISTERED])
        )
        for field in draw(st.sets(st.sampled_from(FIELDS)))
    }


@given(entries(), registered(), chosen())
def test_each_field_says_what_was_chosen(
    entry: Organization, sent: Registration, holds: dict[str, Holds]
) -> None:
    made = joined(entry, sent, holds)

    for field in FIELDS:
        old, new, now = (getattr(each, field) for each in (entry, sent, made))
        match holds.get(field, Holds.ENTRY):
            case Holds.ENTRY:
                assert now == old
            case Holds.REGISTERED:
                assert now == new
            case Holds.BOTH:
                assert now[: len(old)] == old
                assert {fold(each) or each for each in now} == {
                    fold(each) or each for each in (*old, *new)
                }
                assert len(set(now)) == len(now)


@given(entries(), registered(), chosen())
def test_every_name_still_leads_to_the_entry(
    entry: Organization, sent: Registration, holds: dict[str, Holds]
) -> None:
    made = joined(entry, sent, holds)

    for name in (entry.name, *entry.other_names):
        assert name in (made.name, *made.other_names)
    assert is_known_as(made, sent.name)
    assert made.name not in made.other_names
    assert len(set(made.other_names)) == len(made.other_names)


@given(entries(), registered(), chosen())
def test_nothing_but_fields_and_names_changes(
    entry: Organization, sent: Registration, holds: dict[str, Holds]
) -> None:
    made = joined(entry, sent, holds)

    for field in set(Organization.__dataclass_fields__) - {*FIELDS, "other_names"}:
        assert getattr(made, field) == getattr(entry, field)


@given(entries(), registered())
def test_the_usual_choices_lose_no_value_of_the_entry(
    entry: Organization, sent: Registration
) -> None:
    holds = {each.field: choices(each)[0] for each in compared(entry, sent)}

    made = joined(entry, sent, holds)

    for field in SINGLE:
        assert getattr(made, field) == (getattr(entry, field) or getattr(sent, field))
    for field in LISTS:
        assert set(getattr(entry, field)) <= set(getattr(made, field))


@given(entries(), registered())
def test_joining_twice_adds_nothing(entry: Organization, sent: Registration) -> None:
    holds = {each.field: choices(each)[0] for each in compared(entry, sent)}
    once = joined(entry, sent, holds)

    assert joined(once, sent, holds) == once
    again = {each.field for each in compared(once, sent) if not each.same}
    assert again <= {*SINGLE}


@pytest.mark.parametrize("field", SINGLE)
@given(entry=entries(), sent=registered())
def test_one_value_cannot_be_both(field: str, entry: Organization, sent: Registration) -> None:
    with pytest.raises(ValueError, match=field):
        joined(entry, sent, {field: Holds.BOTH})
    with pytest.raises(ValueError, match="no such field"):
        joined(entry, sent, {"id": Holds.REGISTERED})


@given(entries(), registered())
def test_what_is_left_empty_contradicts_nothing(entry: Organization, sent: Registration) -> None:
    for each in compared(entry, sent):
        if not each.registered or each.registered == each.entry:
            assert each.same


@pytest.mark.parametrize(
    ("field", "entry", "sent", "same"),
    [
        ("website", "https://www.a.example.org/", "http://a.example.org", True),
        ("website", "https://a.example.org", "https://a.example.org/x", False),
        ("languages", ("Deutsch", "Farsi"), ("farsi",), True),
        ("languages", ("Deutsch",), ("Farsi",), False),
        ("description", "Wir  helfen.\n", "Wir helfen.", True),
        ("district", "Nord", "Süd", False),
    ],
)
def test_what_says_the_same_in_other_letters_is_no_difference(
    field: str, entry: object, sent: object, same: bool
) -> None:
    typed = {"name": "Nachbarn", "classification": "initiative", "contact_email": "a@b.example.org"}
    registration = parse_registration({**typed, "consent": True, field: sent})
    organization = Organization(
        id="entry",
        name="Nachbarn",
        classification=REGISTRABLE[0],
        **{field: entry},  # type: ignore[arg-type]
    )

    found = {each.field: each.same for each in compared(organization, registration)}

    assert found[field] is same
