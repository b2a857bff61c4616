"""Text of strangers where Streamlit would read Markdown: labels, tables, options."""

import re
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@/])")


def inert(text: str) -> str:
    """Return the text so that Markdown shows it to the letter, as one line.

    Every sign that could begin a link, an image, a formula, an icon or an address of its own
    is escaped; `st.text` needs no such thing.
    """
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))
