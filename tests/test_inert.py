"""Text of strangers in labels and tables: every sign shows itself."""

import re

import pytest

from views.inert import inert


def shown(text: str) -> str:
    """Return what a reader of Markdown shows of escaped text."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize(
    "text",
    ["http://tracker.example/a", "HTTPS://x.example", "www.tracker.example", "a@b.example"],
)
def test_an_address_is_no_link_and_looks_as_it_is(text: str) -> None:
    seen = shown(inert(f"vor {text} nach"))

    assert not re.search(r"https?://|www\.|\w@", seen, re.IGNORECASE)
    assert seen.replace("\N{WORD JOINER}", "") == f"vor {text} nach"


def test_other_text_is_changed_in_nothing_but_its_spaces() -> None:
    assert shown(inert("Verein  für\nalle: 50 / 50 e. V.")) == "Verein für alle: 50 / 50 e. V."
