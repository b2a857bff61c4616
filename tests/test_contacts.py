"""Who could introduce two organisations: whoever is tied to both on the firmest word."""

from collections.abc import Mapping

from network.contacts import Contact
from network.introductions import Suggestion, introductions
from network.organization import Post
from tests.advised_networks import graph_of, tie, unit


def only(*records: object) -> Suggestion:
    (found,) = introductions(graph_of(*records))  # type: ignore[arg-type]
    return found


def test_the_best_contact_is_tied_to_both_on_the_firmest_word_then_most_strongly() -> None:
    pair = (unit("a", district="West"), unit("b", district="West"))
    sure = {"stated_by_id": "x", "confirmed_by_id": "y"}

    def contact(**more: Mapping[str, object]) -> Contact | None:
        others = [unit(key) for key in more]
        lines = [tie(end, key, **said) for key, said in more.items() for end in ("a", "b")]
        return only(*pair, *others, *lines).contact

    assert contact() is None
    assert contact(zoe={"strength": 3.0}, yan={}) == Contact("zoe", 2)
    assert contact(zoe={"strength": 3.0}, yan=sure) == Contact("yan", 2)
    assert contact(zoe={}, yan={}) == Contact("yan", 2)
    assert contact(zoe={"disputed_by_id": "a"}) is None


def test_a_stated_tie_weighs_less_than_a_documented_one() -> None:
    found = only(
        unit("a", district="West"),
        unit("b", district="West"),
        unit("c"),
        unit("d"),
        tie("a", "c"),
        tie("c", "b", stated_by_id="c"),
        tie("a", "d"),
        tie("d", "b"),
    )

    assert found.contact == Contact("d", 2)


def test_without_anybody_tied_to_both_the_middle_of_a_shortest_way_is_named() -> None:
    post = Post(id="post", label="Leitung", organization_id="b")
    found = only(
        unit("a", district="West"),
        unit("b", district="West"),
        post,
        unit("c"),
        unit("d"),
        unit("e"),
        tie("a", "c"),
        tie("c", "d"),
        tie("d", "e"),
        tie("e", "post"),
    )

    assert found.contact == Contact("d", 4)
