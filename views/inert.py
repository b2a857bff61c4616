"""Text of strangers where Streamlit would read Markdown: labels, tables, options."""

import re
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@/])")


_LINKED: Final = re.compile(
    r"(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE
)
"""Where Streamlit finds addresses even in escaped text, and would make links of them."""

_JOINER: Final = "\N{WORD JOINER}"
"""A sign that takes no room, at which no line breaks, and which no address has."""


def inert(text: str) -> str:
    """Return the text so that Markdown shows it to the letter, as one line.

    Every sign that could begin a link, an image, a formula, an icon or an address of its own
    is escaped, and addresses are parted by a sign that takes no room; `st.text` needs no such
    thing.
    """
    parted = _LINKED.sub(_JOINER, " ".join(text.split()))
    return _ACTIVE.sub(r"\\\1", parted)
