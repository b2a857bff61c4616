"""What comes back from the picture becomes a move, and what was dragged is remembered."""

import json

import pytest
from streamlit.testing.v1 import AppTest


def _script() -> None:
    import streamlit as st  # noqa: PLC0415  (AppTest runs the function by itself)

    from views.network_events import moved, take_event  # noqa: PLC0415

    if st.button("event"):
        take_event()
    st.session_state["seen"] = dict(moved())


def after(event: dict[str, object], **address: str | list[str]) -> AppTest:
    """Return the page after one event came from the picture at an address."""
    opened = AppTest.from_function(_script)
    for name, value in address.items():
        opened.query_params[name] = value
    opened.session_state["control"] = event
    opened.run()
    opened.button[0].click().run()
    assert not opened.exception
    return opened


def said(opened: AppTest) -> dict[str, list[str]]:
    found = {name: opened.query_params[name] for name in opened.query_params}
    return {name: [each] if isinstance(each, str) else list(each) for name, each in found.items()}


def test_a_click_chooses_one_alone_and_keeps_the_rest() -> None:
    opened = after({"picked": "b"}, stelle=["a", "c"], schritte="2", art="post", lang="en", weg="1")

    assert said(opened) == {"stelle": ["b"], "schritte": ["2"], "art": ["post"], "lang": ["en"]}


def test_a_click_with_ctrl_adds_and_takes_away() -> None:
    assert said(after({"added": "b"}, stelle="a")) == {"stelle": ["a", "b"]}
    assert said(after({"added": "a"}, stelle=["a", "b"])) == {"stelle": ["b"]}
    assert said(after({"added": "a"}, stelle="a", schritte="1", richtung="out")) == {}


def test_unfolding_a_record_shows_its_neighbours_too() -> None:
    assert said(after({"unfolded": "b"})) == {"stelle": ["b"], "schritte": ["1"]}
    assert said(after({"unfolded": "b"}, stelle="a", schritte="2")) == {
        "stelle": ["a", "b"],
        "schritte": ["2"],
    }


def test_a_double_click_keeps_who_was_chosen_before_its_first_click() -> None:
    # The first click has put "b" alone into the address already.
    double: dict[str, object] = {"unfolded": json.dumps(["b", "a"])}
    assert said(after(double, stelle="b")) == {"stelle": ["a", "b"], "schritte": ["1"]}


@pytest.mark.parametrize("name", ["picked", "unfolded"])
def test_parts_of_an_overview_unfold(name: str) -> None:
    assert said(after({name: "part:g1"}, ebene="gruppen")) == {
        "ebene": ["gruppen"],
        "offen": ["g1"],
    }
    assert said(after({name: "part:g1"}, offen=["g1", "g2"])) == {"offen": ["g1", "g2"]}


@pytest.mark.parametrize("name", ["picked", "added", "unfolded"])
def test_hubs_are_derived_and_cannot_be_chosen(name: str) -> None:
    assert said(after({name: "hub:topic:t"}, ueber="thema")) == {"ueber": ["thema"]}


def test_what_is_dragged_is_remembered_for_this_session_only() -> None:
    opened = after({"moved": json.dumps([["a", 1, 2.5], ["b", 3, 4]])})

    assert opened.session_state["seen"] == {"a": (1.0, 2.5), "b": (3.0, 4.0)}
    assert said(opened) == {}


@pytest.mark.parametrize("text", ["", "no json", "[1]", '[["a", 1]]', '[["a", "x", 1]]', "{}"])
def test_places_that_are_none_are_not_remembered(text: str) -> None:
    assert after({"moved": text}).session_state["seen"] == {}
