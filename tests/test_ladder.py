"""The ladder of reminders: each rung once, the highest one reached, nothing when all is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.ladder import LADDERS, Addressee, Occasion, Rung, Step, addressee, next_step

DUE = date(2025, 3, 1)
occasions = st.sampled_from(Occasion)
days = st.integers(-60, 60).map(lambda n: DUE + timedelta(days=n))


def on(occasion: Occasion, after: int, *sent: Rung) -> Rung | None:
    step = next_step(occasion, DUE, DUE + timedelta(days=after), sent)
    return step.rung if step else None


@pytest.mark.parametrize(
    ("after", "rung"),
    [(-15, None), (-14, Rung.SOON), (0, Rung.SOON), (1, Rung.LATE), (13, Rung.LATE),
     (14, Rung.DEPUTY), (27, Rung.DEPUTY), (28, Rung.COORDINATION), (400, Rung.COORDINATION)],
)  # fmt: skip
def test_the_first_run_ever_sends_the_highest_rung_that_is_reached(
    after: int, rung: Rung | None
) -> None:
    assert on(Occasion.REVIEW, after) is rung


@pytest.mark.parametrize(
    ("occasion", "after", "rung"),
    [(Occasion.COSIGN, -4, None), (Occasion.COSIGN, -3, Rung.COSIGN_SOON),
     (Occasion.COSIGN, 2, Rung.COSIGN_SOON), (Occasion.COSIGN, 3, Rung.COSIGN_LATE),
     (Occasion.RESUBMISSION, -1, None), (Occasion.RESUBMISSION, 0, Rung.RESUBMITTED)],
)  # fmt: skip
def test_signatures_and_resubmissions_have_ladders_of_their_own(
    occasion: Occasion, after: int, rung: Rung | None
) -> None:
    assert on(occasion, after) is rung


def test_who_is_reminded_of_a_review_in_turn() -> None:
    steps = LADDERS[Occasion.REVIEW]

    assert [addressee(each, "lead", "deputy") for each in steps] == ["lead", "lead", "deputy", None]
    assert [addressee(each, "lead", None) for each in steps] == ["lead", "lead", None, None]
    assert [addressee(each, None, "deputy") for each in steps] == ["deputy"] * 3 + [None]
    assert [addressee(each, None, None) for each in steps] == [None] * 4
    assert [addressee(each, "one", "one") for each in steps] == ["one", "one", None, None]


def test_the_ladders_rise_and_name_each_rung_once() -> None:
    rungs = [step.rung for steps in LADDERS.values() for step in steps]

    assert sorted(rungs) == sorted(Rung)
    assert set(LADDERS) == set(Occasion)
    for steps in LADDERS.values():
        assert [step.after for step in steps] == sorted({step.after for step in steps})


@given(occasions, st.lists(days))
def test_however_often_one_asks_each_rung_comes_once_and_never_a_lower_one_later(
    occasion: Occasion, asked: list[date]
) -> None:
    sent: list[Step] = []
    for day in sorted(asked):
        step = next_step(occasion, DUE, day, [each.rung for each in sent])
        if step:
            assert DUE + step.after <= day
            sent.append(step)

    order = [LADDERS[occasion].index(each) for each in sent]
    assert order == sorted(set(order))


@given(occasions, days, st.sets(st.sampled_from(Rung)))
def test_one_day_has_at_most_one_reminder(occasion: Occasion, day: date, sent: set[Rung]) -> None:
    step = next_step(occasion, DUE, day, sent)
    if step:
        assert step.rung not in sent
        assert next_step(occasion, DUE, day, sent | {step.rung}) is None


@given(occasions, days, st.sets(st.sampled_from(Rung)))
def test_nothing_is_sent_once_all_is_done(occasion: Occasion, day: date, sent: set[Rung]) -> None:
    assert next_step(occasion, None, day, sent) is None


@given(occasions)
def test_asking_every_day_sends_every_rung_on_its_own_day(occasion: Occasion) -> None:
    sent: dict[Rung, date] = {}
    for n in range(-60, 61):
        day = DUE + timedelta(days=n)
        if step := next_step(occasion, DUE, day, sent):
            sent[step.rung] = day

    assert sent == {each.rung: DUE + each.after for each in LADDERS[occasion]}


@given(st.sampled_from([each for steps in LADDERS.values() for each in steps]),
       st.sampled_from([None, "a", "b"]), st.sampled_from([None, "a", "b"]))  # fmt: skip
def test_everybody_addressed_is_known_and_the_top_is_the_coordination(
    step: Step, unit: str | None, deputy: str | None
) -> None:
    asked = addressee(step, unit, deputy)

    assert asked in (None, unit, deputy)
    assert asked is None or step.to is not Addressee.COORDINATION
