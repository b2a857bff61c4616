"""The audit log: a chain in which nothing can be changed unseen."""

import dataclasses
import hashlib
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.event import GENESIS, Event, Verb, event_hash, first_broken

Content = tuple[str, str, str, str, str, str]

contents: st.SearchStrategy[Content] = st.tuples(
    *[st.text(st.characters(codec=None), max_size=3)] * 6
)
law = settings(max_examples=60, deadline=None)
FIELDS = [field.name for field in dataclasses.fields(Event)]


def chained(wanted: list[Content]) -> list[Event]:
    """Write events as the store does, each naming the hash of the one before."""
    events: list[Event] = []
    for seq, content in enumerate(wanted, start=1):
        previous = events[-1].hash if events else GENESIS
        events.append(Event(seq, *content, previous, event_hash(seq, *content, previous)))
    return events


def chains(least: int) -> st.SearchStrategy[list[Event]]:
    return st.lists(contents, min_size=least, max_size=5).map(chained)


@law
@given(chains(0))
def test_a_chain_that_nobody_touched_is_whole(events: list[Event]) -> None:
    assert first_broken(events) is None


@pytest.mark.parametrize("field", FIELDS)
@settings(max_examples=15, deadline=None)
@given(events=chains(1), data=st.data())
def test_an_event_changed_in_any_field_is_found(
    field: str, events: list[Event], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events) - 1))
    before = getattr(events[place], field)
    other = st.integers() if field == "seq" else st.text(max_size=3)
    after = data.draw(other.filter(partial(_differs, before)))

    events[place] = Event(**{**dataclasses.asdict(events[place]), field: after})

    assert first_broken(events) == events[place]


def _differs(before: object, after: object) -> bool:
    return before != after


@law
@given(chains(2), st.data())
def test_the_event_that_follows_a_removed_one_is_found(
    events: list[Event], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events) - 2))

    del events[place]

    assert first_broken(events) == events[place]


@law
@given(chains(2), st.data())
def test_two_events_that_changed_places_are_found(events: list[Event], data: st.DataObject) -> None:
    first, second = sorted(
        data.draw(st.lists(st.integers(0, len(events) - 1), min_size=2, max_size=2, unique=True))
    )

    events[first], events[second] = events[second], events[first]

    assert first_broken(events) == events[first]


@law
@given(chains(0), contents, st.data())
def test_an_event_slipped_in_is_found_even_when_it_is_hashed_rightly(
    events: list[Event], content: Content, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events)))
    previous = events[place - 1].hash if place else GENESIS
    seq = data.draw(st.integers(1, 9).filter(partial(_differs, place + 1)))
    slipped = Event(seq, *content, previous, event_hash(seq, *content, previous))

    events.insert(place, slipped)

    assert first_broken(events) == slipped


@law
@given(chains(2), st.text(max_size=3), st.data())
def test_whoever_forges_an_event_with_its_own_hash_is_betrayed_by_the_next(
    events: list[Event], actor: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events) - 2))
    old = events[place]
    if actor == old.actor:
        actor += "x"
    body = (old.at, actor, old.verb, old.subject_type, old.subject_id, old.detail)

    forged = event_hash(old.seq, *body, old.previous_hash)
    events[place] = Event(old.seq, *body, old.previous_hash, forged)

    assert first_broken(events) == events[place + 1]


@law
@given(chains(1), st.integers(0, 6))
def test_a_chain_cut_off_at_its_end_still_reads_as_whole(events: list[Event], length: int) -> None:
    """What the chain cannot show by itself: its newest hash must be noted elsewhere."""
    assert first_broken(events[:length]) is None


@law
@given(st.tuples(contents, contents), st.tuples(*[st.integers(1, 9)] * 2))
def test_different_events_never_share_a_hash(
    two: tuple[Content, Content], seqs: tuple[int, int]
) -> None:
    left = event_hash(seqs[0], *two[0], GENESIS)
    right = event_hash(seqs[1], *two[1], GENESIS)

    assert (left == right) is ((seqs[0], two[0]) == (seqs[1], two[1]))


@pytest.mark.parametrize("join", ["a", ",", '"', '","', "\\", "\x00", "\n"])
def test_text_does_not_slip_from_one_field_into_the_next(join: str) -> None:
    def hashed(actor: str, verb: str) -> str:
        return event_hash(1, "2026-11-03T08:00:00Z", actor, verb, "proposal", "p1", "", GENESIS)

    forms = [("x" + join, "y"), ("x", join + "y"), ("x" + join + "y", ""), ("", "x" + join + "y")]

    assert len({hashed(*form) for form in forms}) == len(forms)


def test_the_form_under_a_hash_stays_as_stored_logs_have_it() -> None:
    """A change here would break every log that exists."""
    written = (
        '[7,"2026-11-03T08:00:00Z","\\u00e4","revised","proposal","p1","{\\"rev\\":2}","'
        + "0" * 64
        + '"]'
    )

    found = event_hash(
        7, "2026-11-03T08:00:00Z", "ä", Verb.REVISED, "proposal", "p1", '{"rev":2}', GENESIS
    )

    assert found == hashlib.sha256(written.encode("ascii")).hexdigest()
