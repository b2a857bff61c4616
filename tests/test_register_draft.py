"""What a browser says that it kept of the form: taken back where it fits, never an error."""

import contextlib
import json

from hypothesis import example, given
from hypothesis import strategies as st

from network.organization import REGISTRABLE
from network.registration import InvalidRegistration, parse_registration
from tests.injections import ALL
from views.register_draft import CHECKS, CHOICES, KEYS, NOT_US, TEXTS, Draft, parse_draft

KNOWN = {"topic_ids": {"t1", "t2"}, "group_ids": {"g1"}, "partner_ids": {"g1", "o1"}}
SENDING = "01a21db8-0746-7194-9666-cf1e369af868"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
ODD = st.fixed_dictionaries(
    {},
    optional={
        "values": JSON | st.dictionaries(st.sampled_from([*KEYS.values(), NOT_US]), JSON),
        "step": JSON,
        "sending": JSON,
        "at": JSON,
    },
)
WHOLE = st.fixed_dictionaries(
    {},
    optional={
        **{KEYS[name]: st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
           for name in TEXTS},
        KEYS["classification"]: st.sampled_from([each.value for each in REGISTRABLE]),
        **{KEYS[name]: st.lists(st.sampled_from(sorted(KNOWN[name])), min_size=1, unique=True)
           for name in CHOICES},
        **{KEYS[name]: st.just(True) for name in CHECKS},
    },
)  # fmt: skip


def assert_showable(draft: Draft) -> None:
    """Say that every value is one that the widget of its field can hold."""
    assert set(draft.values) <= set(KEYS)
    for name, value in draft.values.items():
        if name in CHECKS:
            assert value is True
        elif name in CHOICES:
            assert isinstance(value, list)
            assert set(value) <= KNOWN[name]
        elif name == "classification":
            assert value in REGISTRABLE
        else:
            assert isinstance(value, str)
            value.encode()
    assert draft.step in range(4)


@given(st.text() | st.none() | st.integers())
@example("[" * 100_000)
@example('{"values": ' * 5_000)
@example('{"step": 1e999}')
@example('{"values": {"reg_name": "\\ud800"}}')
def test_whatever_text_a_browser_sends_is_no_error(text: object) -> None:
    assert_showable(parse_draft(text, KNOWN))


@given(ODD)
def test_whatever_a_browser_says_only_what_fits_is_taken(said: object) -> None:
    draft = parse_draft(json.dumps(said), KNOWN)

    assert_showable(draft)
    with contextlib.suppress(InvalidRegistration):  # the form itself can read it
        parse_registration(draft.values)


@given(WHOLE, st.integers(0, 3), st.sampled_from(["", SENDING]))
def test_what_the_form_kept_comes_back_as_it_was(
    values: dict[str, object], step: int, sending: str
) -> None:
    text = json.dumps({"at": 1, "step": step, "sending": sending, "values": values})

    draft = parse_draft(text, KNOWN)

    assert {KEYS[name]: value for name, value in draft.values.items()} == values
    assert (draft.step, draft.sending) == (step, sending)


def test_strange_text_stays_the_text_that_it_is() -> None:
    for text in ALL:
        kept = parse_draft(json.dumps({"values": {"reg_description": text}}), KNOWN)
        assert kept.values.get("description", "") == text


def test_what_was_said_to_be_others_is_kept_for_entries_that_exist() -> None:
    said = {"values": {NOT_US: ["o1", "gone", "o1", 5]}}

    assert parse_draft(json.dumps(said), KNOWN).not_us == ("o1",)


def test_a_text_longer_than_any_form_is_not_read() -> None:
    said = {"values": {"reg_name": "ä" * 300_000}}

    assert parse_draft(json.dumps(said, ensure_ascii=False), KNOWN) == Draft()
