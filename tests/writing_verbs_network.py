"""A sample of every writing verb of the network explorer; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import arrangements, stories
from data.store import Store
from network.story import Arrangement, Step, Story, Told
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import Sample

Call = Callable[[Store, Identity], object]
Prepare = Callable[[Store], Call]
TOLD = Told("Wer fehlt", "Zwei Stellen fehlen.", "art=office&stand=2026-01-02")
WHERE = {"a": (1.0, 2.0), "b": (-30.5, 4.0)}


def a_story(store: Store, *, public: bool = False, steps: int = 1) -> tuple[Story, list[Step]]:
    """Keep a story with steps called "Wer fehlt", "Schritt 2" and so on."""
    made = stories.create_story(store, STAFF, "Das Netz", TOLD)
    for number in range(2, steps + 1):
        stories.add_step(store, STAFF, made.id, Told(f"Schritt {number}", "", "weg=1"))
    if public:
        stories.publish_story(store, STAFF, made.id, public=True, expected=made.revision)
    return stories.story(store, STAFF, made.id)


def an_arrangement(store: Store, name: str = "Für den Beirat") -> Arrangement:
    """Keep an arrangement of two nodes."""
    return arrangements.save_arrangement(store, COORDINATOR, name, WHERE, "art=office")


def _create_story(_store: Store) -> Call:
    return lambda s, actor: stories.create_story(s, actor, "Das Netz", TOLD)


def _change_story(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        made, _steps = a_story(store)
        return lambda s, actor: stories.change_story(
            s, actor, made.id, "Anders", "", expected=made.revision - shift
        )

    return prepare


def _publish_story(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        made, _steps = a_story(store)
        return lambda s, actor: stories.publish_story(
            s, actor, made.id, public=True, expected=made.revision - shift
        )

    return prepare


def _delete_story(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        made, _steps = a_story(store)
        return lambda s, actor: stories.delete_story(
            s, actor, made.id, expected=made.revision - shift
        )

    return prepare


def _add_step(store: Store) -> Call:
    made, _steps = a_story(store)
    return lambda s, actor: stories.add_step(s, actor, made.id, TOLD)


def _change_step(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        step = a_story(store)[1][0]
        return lambda s, actor: stories.change_step(
            s, actor, step.id, Told("Anders"), expected=step.revision - shift
        )

    return prepare


def _move_step(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        step = a_story(store, steps=3)[1][0]
        return lambda s, actor: stories.move_step(
            s, actor, step.id, 3, expected=step.revision - shift
        )

    return prepare


def _remove_step(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        step = a_story(store, steps=3)[1][0]
        return lambda s, actor: stories.remove_step(
            s, actor, step.id, expected=step.revision - shift
        )

    return prepare


def _save_arrangement(_store: Store) -> Call:
    return lambda s, actor: arrangements.save_arrangement(s, actor, "Rund", WHERE, "")


def _rearrange(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        made = an_arrangement(store)
        return lambda s, actor: arrangements.rearrange(
            s, actor, made.id, {"a": (7.0, 7.0)}, expected=made.revision - shift
        )

    return prepare


def _remove_arrangement(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        made = an_arrangement(store)
        return lambda s, actor: arrangements.remove_arrangement(
            s, actor, made.id, expected=made.revision - shift
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "stories.create_story": Sample(STAFF, _create_story),
    "stories.change_story": Sample(STAFF, _change_story(0), _change_story(1)),
    "stories.publish_story": Sample(STAFF, _publish_story(0), _publish_story(1)),
    "stories.delete_story": Sample(STAFF, _delete_story(0), _delete_story(1)),
    "stories.add_step": Sample(STAFF, _add_step),
    "stories.change_step": Sample(STAFF, _change_step(0), _change_step(1)),
    "stories.move_step": Sample(STAFF, _move_step(0), _move_step(1)),
    "stories.remove_step": Sample(STAFF, _remove_step(0), _remove_step(1)),
    "arrangements.save_arrangement": Sample(COORDINATOR, _save_arrangement),
    "arrangements.rearrange": Sample(COORDINATOR, _rearrange(0), _rearrange(1)),
    "arrangements.remove_arrangement": Sample(
        COORDINATOR, _remove_arrangement(0), _remove_arrangement(1)
    ),
}
