"""Texts of strangers that a browser, a table or a reader of Markdown could take for more.

Each sets `window.PWN`, asks another host, or breaks out of its place, if it is not shown as
the text that it is. Tests put them into every field, through form, store and every import.
"""

from typing import Final

HOST: Final = "tracker.example"
"""No text may make a browser ask this host."""

MARKUP: Final = (
    "<img src=x onerror=window.PWN=1>",
    f"<img src=http://{HOST}/a.png>",
    "<script>window.PWN=1</script>",
    "</script><script>window.PWN=1</script>",
    "</div></style></title></textarea><svg onload=window.PWN=1>",
    '"><input autofocus onfocus=window.PWN=1>',
    "' onmouseover='window.PWN=1' x='",
    f'<iframe src="http://{HOST}/"></iframe>',
    f'<link rel=stylesheet href="//{HOST}/a.css">',
    f"<style>@import url(//{HOST}/b.css);</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.PWN=1>",
    '<a href="javascript:window.PWN=1">Der Link</a>',
    "&lt;img src=x onerror=window.PWN=1&gt;",
    "\\u003cimg src=x onerror=window.PWN=1\\u003e",
)
"""Markup of a page."""

MARKDOWN: Final = (
    f"![Bild](http://{HOST}/c.png)",
    "[Link](javascript:window.PWN=1)",
    f"<http://{HOST}/d>",
    "**fett** _kursiv_ `Quelltext` ~~weg~~ :material/home: :smile: $x^2$ :red[rot]",
    "# Überschrift",
    "| a | b |",
)
"""Markup of Markdown and of Streamlit's own additions."""

TEMPLATES: Final = ("{{7*7}}", "${7*7}", "{name}", "%s %(x)s", "#{7*7}", "<%= 7*7 %>")
"""What fills in values elsewhere."""

FORMULAS: Final = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1+1")
"""What a spreadsheet would reckon."""

PICTURE: Final = ("<b>fett</b>", "*fett* _kursiv_ `fest`", "part:x", "hub:topic:x", "__proto__")
"""What a library that draws could take for markup or for names of its own."""

LETTERS: Final = (
    "vor \u202eredrev\u202c nach",
    "\u2066\u2067\u2068 offen gelassen",
    "a\u0300\u0301\u0302\u0303\u0304" * 20,
    "Donaudampfschifffahrt" * 12,
    "👩‍👩‍👧‍👦 „Anführung“ ‚innen‘ …",
    "null",
    "0",
)
"""Letters that turn the direction, pile up, or do not end."""

ADDRESSES: Final = (
    "javascript:window.PWN=1",
    "JaVaScRiPt:window.PWN=1",
    "data:text/html,<script>window.PWN=1</script>",
    f"//{HOST}/e",
    'https://example.org/"onmouseover="window.PWN=1',
    "vbscript:msgbox(1)",
)
"""What does not belong into a web address."""

ALL: Final = (*MARKUP, *MARKDOWN, *TEMPLATES, *FORMULAS, *PICTURE, *LETTERS, *ADDRESSES)
