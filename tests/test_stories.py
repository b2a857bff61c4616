"""Stories and arrangements: who may read them, and what becomes of their order and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from data import arrangements, stories
from data.store import Conflict, NotFound, Store
from network.story import InvalidStory, Told, check_told, moved
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs_network import TOLD, WHERE, a_story, an_arrangement

EDITOR = Identity("editor", "Verein", Role.ORG_EDITOR)


def titles(store: Store, story_id: str) -> list[str]:
    return [each.title for each in stories.story(store, STAFF, story_id)[1]]


def test_a_story_is_for_everybody_only_once_it_is_public(store: Store) -> None:
    made, _steps = a_story(store)

    assert [each.id for each in stories.stories(store, STAFF)] == [made.id]
    for outsider in (GUEST, EDITOR):
        assert stories.stories(store, outsider) == []
        with pytest.raises(NotFound):
            stories.story(store, outsider, made.id)

    opened = stories.publish_story(store, STAFF, made.id, public=True, expected=made.revision)
    assert [each.title for each in stories.stories(store, GUEST)] == ["Das Netz"]
    assert stories.story(store, GUEST, made.id)[1][0].text == TOLD.text

    stories.publish_story(store, STAFF, made.id, public=False, expected=opened.revision)
    assert stories.stories(store, GUEST) == []


def test_guests_and_editors_keep_no_views(store: Store) -> None:
    for outsider in (GUEST, EDITOR):
        with pytest.raises(NotPermitted):
            stories.create_story(store, outsider, "Meine", TOLD)
        with pytest.raises(NotPermitted):
            arrangements.save_arrangement(store, outsider, "Meine", WHERE, "")
    with pytest.raises(NotPermitted):
        arrangements.save_arrangement(store, STAFF, "Meine", WHERE, "")


def test_steps_stand_in_the_order_that_somebody_gave_them(store: Store) -> None:
    made, steps = a_story(store, steps=4)

    stories.move_step(store, STAFF, steps[0].id, 3, expected=steps[0].revision)
    assert titles(store, made.id) == ["Schritt 2", "Schritt 3", "Wer fehlt", "Schritt 4"]

    second = stories.story(store, STAFF, made.id)[1][1]
    stories.remove_step(store, STAFF, second.id, expected=second.revision)
    assert titles(store, made.id) == ["Schritt 2", "Wer fehlt", "Schritt 4"]
    assert [each.position for each in stories.story(store, STAFF, made.id)[1]] == [1, 2, 3]

    stories.add_step(store, STAFF, made.id, Told("Am Ende"))
    assert titles(store, made.id)[-1] == "Am Ende"
    with pytest.raises(NotFound):
        stories.change_step(store, STAFF, second.id, TOLD, expected=second.revision + 1)


def test_a_deleted_story_is_gone_with_its_steps(store: Store) -> None:
    made, steps = a_story(store, public=True)

    stories.delete_story(store, STAFF, made.id, expected=made.revision)

    assert stories.stories(store, STAFF) == []
    for touch in (
        lambda: stories.story(store, STAFF, made.id),
        lambda: stories.add_step(store, STAFF, made.id, TOLD),
        lambda: stories.move_step(store, STAFF, steps[0].id, 1, expected=steps[0].revision),
    ):
        with pytest.raises(NotFound):
            touch()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    made, _steps = a_story(store)
    stories.change_story(store, STAFF, made.id, "Neu", "", expected=made.revision)

    with pytest.raises(Conflict):
        stories.delete_story(store, STAFF, made.id, expected=made.revision)


@pytest.mark.parametrize(
    ("told", "errors"),
    [
        (Told("  "), {"title": "missing"}),
        (Told("x" * 201), {"title": "too_long"}),
        (Told("x", "y" * 5_001, "z" * 20_001), {"text": "too_long", "address": "too_long"}),
    ],
)
def test_a_step_that_says_nothing_or_too_much_is_refused(
    told: Told, errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidStory) as fault:
        check_told(told)

    assert fault.value.errors == errors


def test_a_story_with_a_bad_first_step_is_not_kept_at_all(store: Store) -> None:
    with pytest.raises(InvalidStory):
        stories.create_story(store, STAFF, "Das Netz", Told(""))

    assert stories.stories(store, STAFF) == []


@given(st.integers(1, 8), st.data())
def test_moving_a_step_keeps_all_others_in_their_order(count: int, data: st.DataObject) -> None:
    order = [str(n) for n in range(count)]
    step, to = data.draw(st.sampled_from(order)), data.draw(st.integers(-3, 12))

    after = moved(order, step, to)

    assert sorted(after) == sorted(order)
    assert [each for each in after if each != step] == [each for each in order if each != step]
    assert after.index(step) == min(max(to, 1), count) - 1


def test_an_arrangement_says_where_its_nodes_stand(store: Store) -> None:
    made = an_arrangement(store)

    assert arrangements.places(store, made.id) == WHERE
    changed = arrangements.rearrange(
        store, COORDINATOR, made.id, {"b": (9.04, 9)}, expected=made.revision
    )
    assert arrangements.places(store, made.id) == {"a": (1.0, 2.0), "b": (9.0, 9.0)}

    arrangements.remove_arrangement(store, COORDINATOR, made.id, expected=changed.revision)
    assert arrangements.places(store, made.id) == {}
    assert arrangements.arrangements(store) == []
    assert arrangements.places(store, "made up") == {}


def test_a_name_is_given_once_and_free_again_when_its_arrangement_is_gone(store: Store) -> None:
    made = an_arrangement(store)
    with pytest.raises(InvalidStory) as fault:
        an_arrangement(store)
    assert fault.value.errors == {"name": "taken"}

    arrangements.remove_arrangement(store, COORDINATOR, made.id, expected=made.revision)
    assert an_arrangement(store).id != made.id


@pytest.mark.parametrize("point", [(float("nan"), 0.0), (0.0, float("inf")), (1e9, 0.0)])
def test_a_place_that_is_none_is_refused(store: Store, point: tuple[float, float]) -> None:
    with pytest.raises(InvalidStory):
        arrangements.save_arrangement(store, COORDINATOR, "Weit", {"a": point}, "")
