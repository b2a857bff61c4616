"""A picture as PNG, made from its SVG: white, wide enough for print, and never too large."""

import re
from typing import Final

WIDTH: Final = 2400
"""How wide a picture is made, in pixels."""
MOST_PIXELS: Final = 24_000_000
"""A picture that would have more pixels at full width is made narrower."""
MOST_SIGNS: Final = 4_000_000
"""An SVG longer than this is not drawn: it would keep the server busy for long."""

_SIZE: Final = re.compile(r'<svg [^>]*?width="(\d+)" height="(\d+)"')
_PAGE: Final = b"""
#set document(title: "x")
#let size(name) = float(sys.inputs.at(name)) * 1pt
#set page(width: size("width"), height: size("height"), margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


class TooLarge(Exception):
    """The picture has so many symbols that it is only to be had as SVG."""


def png(svg: str) -> bytes:
    """Return the picture as PNG, as a rule 2,400 pixels wide; raise `TooLarge`."""
    import typst  # noqa: PLC0415  (only who wants a file needs it)

    size = _SIZE.match(svg)
    if size is None:
        raise ValueError("not an SVG of ours")
    if len(svg) > MOST_SIGNS:
        raise TooLarge
    width, height = (max(1, int(each)) for each in size.groups())
    wide = min(float(WIDTH), (MOST_PIXELS * width / height) ** 0.5)
    inputs = {"svg": svg, "width": str(width), "height": str(height)}
    drawn = typst.compile(_PAGE, sys_inputs=inputs, format="png", ppi=72 * wide / width)
    assert isinstance(drawn, bytes)  # noqa: S101  (one page, kept in memory)
    return drawn
