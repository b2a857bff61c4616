"""Footnotes of an HTML page: two links that lead to each other."""

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from concept_review.files.html_look import name_of, style_of

# As pandoc, Word, LibreOffice, MediaWiki, GitHub and others name the places of footnotes.
_NAME = re.compile(
    r"(?:user-content-)?_?(?:fn|ftn|edn|en|sdfootnote|sdendnote|footnote|endnote|note|cite_note)"
    r"[-_:.]?[\w.:-]*",
    re.IGNORECASE,
)
_BACK = re.compile(r"ref|anc$", re.IGNORECASE)
_HOLDERS = ("li", "div", "p", "aside", "section", "dd", "td")
_LISTS = re.compile(r"mso-element\s*:\s*(?:foot|end)note-list")


class Notes:
    """Which links are marks of footnotes, and where the footnotes stand."""

    def __init__(self, root: _Element) -> None:
        """Find all footnotes of a page."""
        places = {
            name: each
            for each in root.iter("*")
            for name in (each.get("id"), each.get("name"))
            if name
        }
        self.holders: dict[_Element, _Element] = {}
        """For each mark the element that holds the text of its footnote."""
        self.back: set[_Element] = set()
        """The links from a footnote to its mark."""
        for link, holder in _with_holders(root, places):
            self._look_at(link, holder)
        self.hidden = set(self.holders.values())
        """What is no part of the text, since it stands at the end of a section."""
        self.hidden |= set(self._wrappers(root))

    def _look_at(self, link: _Element, holder: _Element) -> None:
        if any(each is holder for each in link.iterancestors()):
            return
        names = _names_around(link)
        back = [each for each in holder.iter("a") if _target(each) in names]
        if back:
            self.holders[link] = holder
            self.back |= set(back)

    def _wrappers(self, root: _Element) -> Iterator[_Element]:
        """Yield the lists around footnotes, with their headings and rules."""
        for each in root.iter("section", "div", "ol"):
            classes = each.get("class", "").split()
            if "footnotes" in classes or _LISTS.search(style_of(each)):
                items = list(each.iter("li"))
                if items and all(item in self.hidden for item in items):
                    yield each


def _with_holders(
    root: _Element, places: Mapping[str, _Element]
) -> Iterator[tuple[_Element, _Element]]:
    """Yield the links that may be marks, each with the block where its footnote would stand."""
    found: list[tuple[_Element, _Element]] = []
    names: dict[_Element, set[str]] = {}
    for link in root.iter("a"):
        name = _target(link)
        if name not in places or not _NAME.fullmatch(name) or _BACK.search(name):
            continue
        holder = _holder(places[name])
        if holder is not None:
            found.append((link, holder))
            names.setdefault(holder, set()).add(name)
    # Those that stand together in one block are text: nobody could tell them apart.
    yield from ((link, holder) for link, holder in found if len(names[holder]) == 1)


def _target(link: _Element) -> str:
    href = link.get("href") or ""
    return href[1:] if href.startswith("#") else ""


def _names_around(link: _Element) -> set[str]:
    """Return the names by which a footnote may lead back to its mark."""
    near = [link, *list(link.iterancestors())[:2], *link.iterdescendants("*")]
    previous = link.getprevious()
    if previous is not None:
        near.append(previous)
    return {name for each in near for name in (each.get("id"), each.get("name")) if name}


def _holder(place: _Element) -> _Element | None:
    """Return the block of a footnote: the item or division around, or else the paragraph."""
    around = [place, *place.iterancestors()]
    blocks = [each for each in around if name_of(each) in _HOLDERS]
    if not blocks:
        return None
    first = blocks[0]
    above = first.getparent()
    if name_of(first) == "p" and above is not None and name_of(above) in ("li", "div"):
        own = _NAME.fullmatch(above.get("id") or "") or "mso-element:footnote" in style_of(above)
        return above if own else first
    return first
