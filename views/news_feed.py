"""News as an Atom feed (RFC 4287)."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

from network.open_data.news import News, NewsKind
from views.kinds import TIES
from views.settings import settings
from views.words import _, language, plural

FEED: Final = "/aktuelles.atom"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_SPACE: Final = uuid.UUID("7d5bd0f6-4f64-4a34-9c67-6c1f6c3f2b11")
"""Under which the ids of entries are made, so that they are the same for ever."""
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)


def feed(pieces: Sequence[News], publisher: str) -> bytes:
    """Return the feed in the reader's language."""
    site, spoken = settings().public_url, language()
    root = Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": spoken})
    _add(root, "id", f"urn:uuid:{uuid.uuid5(_SPACE, f'{site}{FEED}?{spoken}')}")
    _add(root, "title", _("News of the network and the integration concept"))
    _add(root, "updated", _moment(max((each.at for each in pieces), default=_NEVER)))
    SubElement(root, "link", rel="self", href=f"{site}{FEED}?lang={spoken}",
               type="application/atom+xml")  # fmt: skip
    SubElement(root, "link", rel="alternate", href=f"{site}/", type="text/html")
    _add(SubElement(root, "author"), "name", publisher)
    for each in pieces:
        _entry(root, each, site)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Element, piece: News, site: str) -> None:
    entry = SubElement(root, "entry")
    named = f"{piece.kind}:{piece.subject_id}:{'|'.join(piece.names[:2])}"
    _add(entry, "id", f"urn:uuid:{uuid.uuid5(_SPACE, named)}")
    title, text = _TEXTS[piece.kind](piece)
    _add(entry, "title", title)
    _add(entry, "updated", _moment(piece.at))
    SubElement(entry, "link", rel="alternate", href=f"{site}{_address(piece)}", type="text/html")
    SubElement(entry, "category", term=piece.kind.value)
    _add(entry, "content", text or title)


def _organization(piece: News) -> tuple[str, str]:
    return _("New in the network: {name}", name=piece.names[0]), ""


def _organizations(piece: News) -> tuple[str, str]:
    title = plural("{n} new entry in the network", "{n} new entries in the network", piece.count)
    rest = piece.count - len(piece.names)
    more = plural("and {n} more", "and {n} more", rest) if rest > 0 else ""
    return title, ", ".join([*piece.names, *([more] if more else [])])


def _ended(piece: News) -> tuple[str, str]:
    return _("Has ended: {name}", name=piece.names[0]), ""


def _renamed(piece: News) -> tuple[str, str]:
    new, old = piece.names
    return _("{name} was called {old} before", name=new, old=old), ""


def _tie(piece: News) -> tuple[str, str]:
    first, second, *_rest = piece.names
    return f"{first} – {_(TIES[piece.word])} – {second}", ""


def _ties(piece: News) -> tuple[str, str]:
    return plural("{n} new tie in the network", "{n} new ties in the network", piece.count), ""


def _version(piece: News) -> tuple[str, str]:
    title = _("{concept}: version {number} is published", concept=piece.names[0], number=piece.word)
    return title, piece.text


def _decision(piece: News) -> tuple[str, str]:
    section, body, *_rest = piece.names
    title = _("Decided: section “{section}” reads differently", section=section)
    return title, ", ".join(each for each in (body, piece.word) if each)


def _story(piece: News) -> tuple[str, str]:
    return _("Story: {title}", title=piece.names[0]), piece.text


_TEXTS: Final[Mapping[NewsKind, Callable[[News], tuple[str, str]]]] = {
    NewsKind.ORGANIZATION: _organization,
    NewsKind.ORGANIZATIONS: _organizations,
    NewsKind.ENDED: _ended,
    NewsKind.RENAMED: _renamed,
    NewsKind.TIE: _tie,
    NewsKind.TIES: _ties,
    NewsKind.VERSION: _version,
    NewsKind.DECISION: _decision,
    NewsKind.STORY: _story,
}


def _address(piece: News) -> str:
    """Return the page of what a piece of news is about."""
    match piece.kind:
        case NewsKind.ORGANIZATION | NewsKind.ENDED | NewsKind.RENAMED:
            path, query = "/organisation", {"id": piece.subject_id}
        case NewsKind.TIE:
            path, query = "/netzkarte", {"stelle": piece.names[2]}
        case NewsKind.VERSION:
            path, query = "/konzept/lesen", {"konzept": piece.names[1]}
        case NewsKind.DECISION:
            path, query = "/abschnitt", {"id": piece.names[2]}
        case NewsKind.STORY:
            path, query = "/erzaehlungen", {"id": piece.subject_id}
        case NewsKind.ORGANIZATIONS | NewsKind.TIES:
            path, query = "/netzkarte", {}
    return f"{path}?{urlencode({**query, 'lang': language()})}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _add(parent: Element, name: str, text: str) -> None:
    """Add an element with a text, without signs that XML cannot hold."""
    SubElement(parent, name).text = "".join(
        sign for sign in text if sign in "\t\n\r" or (sign >= " " and not _is_forbidden(sign))
    )


def _is_forbidden(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"
