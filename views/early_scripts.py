"""What the network map will need of scripts, told to the browser with its first answer.

Streamlit loads a part of itself only when something on the page needs it, one after the other;
told early, these parts come together with the rest, while nothing waits for them yet.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

_STATIC: Final = Path(streamlit.__file__).parent / "static"
_PARTS: Final = ("BidiComponent", "ButtonGroup", "Html", "TextInput", "DateInput", "PageLink")
"""The parts of Streamlit that stand on the map as it opens, the picture's first."""
_OURS: Final = {
    "picture": ("picture", "picture_labels", "picture_pointer", "picture_keys", "picture_state"),
    "control": ("control",),
}
_IMPORTED: Final = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_MAP: Final = "/netzkarte"


def is_map(path: str) -> bool:
    """Say whether a path is the address of the network map."""
    return path.rstrip("/") == _MAP


def early_tags(path: str) -> bytes:
    """Return the tags for the head of a page; only the map has any."""
    return _tags() if is_map(path) else b""


@cache
def _tags() -> bytes:
    ours = (
        f"/_stcore/bidi-components/bindeglied.{component}/{name}.js"
        for component, names in _OURS.items()
        for name in names
    )
    parts = [f"/static/js/{name}" for name in streamlit_parts()]
    scripts = [f'type="module" src="{parts[0]}"', 'async src="/assets/vis-network.min.js"']
    told = [f'rel="modulepreload" href="{each}"' for each in (*parts, *ours)]
    tags = [f'<script {each} fetchpriority="low"></script>' for each in scripts]
    return "".join([*tags, *(f'<link {each} fetchpriority="low">' for each in told)]).encode()


def streamlit_parts() -> tuple[str, ...]:
    """Return the files of these parts and of all that they import, but for Streamlit's core."""
    folder = _STATIC / "static" / "js"
    core = (_STATIC / "index.html").read_text("utf-8")
    waiting = [path.name for part in _PARTS for path in folder.glob(f"{part}.*.js")]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name in found or name in core:
            continue
        found[name] = None
        waiting += _IMPORTED.findall((folder / name).read_text("utf-8"))
    return tuple(found)
