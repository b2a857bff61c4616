"""A brief as PDF/UA on exactly one page: what does not fit is left out and told."""

import json
from importlib.resources import files
from typing import Any, Final

from network.brief import ROOMS, Brief, Room, shortened

_FONTS: Final = ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif")
"""The first that is there; the last one comes with typst."""


def write(brief: Brief) -> bytes:
    """Return the brief as a file of one page; the fullest of `ROOMS` that fits is taken."""
    import typst  # noqa: PLC0415  (only who wants a file needs it)

    template = files("network").joinpath("brief_page.typ").read_bytes()
    for room in ROOMS:
        inputs = {"brief": json.dumps(_data(brief, room), ensure_ascii=False)}
        pages = json.loads(
            typst.query(template, "<pages>", field="value", one=True, sys_inputs=inputs)
        )
        if pages == 1:
            break
    try:
        written = typst.compile(template, sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError:
        # PDF/UA allows no letter that no font has; then the file is plain PDF.
        written = typst.compile(template, sys_inputs=inputs)
    assert isinstance(written, bytes)  # noqa: S101  (one file, kept in memory)
    return written


def _data(brief: Brief, room: Room) -> dict[str, Any]:
    short = shortened(brief, room)
    return {
        "title": short.title,
        "kind": short.kind,
        "day": short.day,
        "facts": [each for each in short.facts if each[1]],
        "sentences": short.sentences,
        "blocks": [
            {
                "heading": each.heading,
                "items": each.items,
                "more": brief.more.replace("{n}", str(each.left_out)) if each.left_out else "",
            }
            for each in short.blocks
            if each.items
        ],
        "picture": short.picture,
        "picture-words": short.picture_words,
        "height": room.picture,
        "source": short.source,
        "language": short.language,
        "fonts": _FONTS,
    }
