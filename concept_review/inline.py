"""What stands inside a paragraph: words, strong or emphasised, linked, with marks of footnotes.

A small part of Markdown, read the same wherever a text is shown, compared or written.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|&(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});"
    r"|!\[(?P<alt>[^\[\]]*)\]\((?P<image>[^()\s]*(?:\s[^()]*)?)\)"
    r"|\[\^(?P<note>[^\[\]\s]{1,40})\]"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<address>[^()\s]*)\)"
    r"|<(?P<autolink>https?://[^\s<>]+|[\w.+-]+@[\w.-]+)>"
    r"|\*\*\*(?=[^\s*])(?P<both>(?:[^*\\]|\\.)+?)(?<=[^\s*])\*\*\*"
    r"|\*\*(?=\S)(?P<strong>(?:[^*\\]|\\.|\*(?!\*))+?)(?<=\S)\*\*"
    r"|(?<![\w_])__(?=\S)(?P<strong_>(?:[^_\\]|\\.|_(?!_))+?)(?<=\S)__(?![\w_])"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>(?:[^*\\]|\\.)+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<emphasis_>(?:[^_\\]|\\.)+?)(?<=[^\s_])_(?![\w_])",
    re.DOTALL,
)
# What would be read as one of the above where a file says it to the letter.
_LITERAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|&(?=#?\w+;|#?\w*$)|[*_](?=\S|$)|(?<=\S)[*_]|[*_]$"
    r"|\[(?=\^|[^\[\]]*(?:\]\(|\]?$))|!$|<(?=\w|$)"
)
_WITHIN_WORD = re.compile(r"(?<=\w)[*_](?=\w)")
_DEEPEST = 4  # emphasis inside emphasis inside …


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters that look the same; `href` is where a link leads, `note` a mark's name.

    A mark of a footnote has no text; `image` is the address of a picture whose caption is `text`.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    note: str = ""
    image: str = ""


def spans(text: str) -> list[Span]:
    """Return the runs of a block's text, in order, with nothing left out."""
    return list(_spans(text, Span(""), 0))


def plain(text: str) -> str:
    """Return the words alone: no signs of emphasis, no addresses, no marks, no pictures."""
    return "".join(span.text for span in spans(text) if not span.note and not span.image)


def written(runs: Iterable[Span]) -> str:
    """Return runs as a block's text; `spans` reads the same words from it.

    Emphasis is left out where its signs would not be read as such, as inside a word.
    """
    joined = _joined(runs)
    parts: list[str] = []
    for place, run in enumerate(joined):
        after = joined[place + 1].text[:1] if place + 1 < len(joined) else ""
        parts.append(_written(run, parts[-1][-1:] if parts else "", after))
    return "".join(parts)


def literal(text: str) -> str:
    """Return words as a block's text that `plain` reads back to the letter."""
    inside = {found.start() for found in _WITHIN_WORD.finditer(text)}
    return _LITERAL.sub(lambda m: m[0] if m.start() in inside else "\\" + m[0], text)


def _spans(text: str, style: Span, depth: int) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield replace(style, text=text[at : found.start()])
        yield from _marked(found, style, depth)
        at = found.end()
    if at < len(text):
        yield replace(style, text=text[at:])


def _marked(found: re.Match[str], style: Span, depth: int) -> Iterator[Span]:
    strong = found["strong"] or found["strong_"]
    emphasis = found["emphasis"] or found["emphasis_"]
    if found["escaped"]:
        yield replace(style, text=found["escaped"])
    elif found["entity"]:
        yield replace(style, text=html.unescape(found[0]))
    elif found["image"] is not None:
        yield replace(style, text=found["alt"], image=found["image"] or "-")
    elif found["note"]:
        yield replace(style, text="", note=found["note"])
    elif found["label"]:
        yield from _inside(found["label"], replace(style, href=found["address"]), depth)
    elif found["autolink"]:
        yield replace(style, text=found["autolink"], href=found["autolink"])
    elif found["both"]:
        yield from _inside(found["both"], replace(style, strong=True, emphasis=True), depth)
    elif strong:
        yield from _inside(strong, replace(style, strong=True), depth)
    else:
        yield from _inside(emphasis, replace(style, emphasis=True), depth)


def _inside(text: str, style: Span, depth: int) -> Iterator[Span]:
    if depth < _DEEPEST:
        yield from _spans(text, style, depth + 1)
    else:
        yield replace(style, text=text)


def _joined(runs: Iterable[Span]) -> list[Span]:
    """Join neighbours that look the same; white space looks like what stands before it."""
    joined: list[Span] = []
    for run in runs:
        if not run.text and not run.note and not run.image:
            continue
        last = joined[-1] if joined else None
        plain_run = not (run.note or run.image)
        if last and plain_run and not (last.note or last.image):
            same = replace(run, text="") == replace(last, text="")
            if same or (not run.text.strip() and not run.href):
                joined[-1] = replace(last, text=last.text + run.text)
                continue
        joined.append(run)
    return joined


def _written(run: Span, before: str, after: str) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.image:
        return f"![{run.text}]({run.image})"
    core = run.text.strip()
    if not core:
        return run.text
    lead, trail = run.text.split(core, 1)
    text = literal(core)
    linkable = re.fullmatch(r"[^()\s]+", run.href) and not re.search(r"[\[\]\\^]", text)
    if run.href != core and linkable:
        text = f"[{text}]({run.href})"
    sign = "**" if run.strong else "*" if run.emphasis else ""
    open_before = bool(lead) or not re.match(r"[\w*_]", before)
    open_after = bool(trail) or not re.match(r"[\w*_]", after)
    if sign and open_before and open_after and "*" not in core:
        text = f"{sign}{text}{sign}"
    return f"{lead}{text}{trail}"
