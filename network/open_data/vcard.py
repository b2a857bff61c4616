"""An organisation for an address book: vCard 4.0 (RFC 6350)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from network.organization import Organization, Person

_LONGEST: Final = 75
"""Octets of a line; what is longer goes on in the next one."""


def vcard(
    unit: Organization,
    terms: Sequence[str],
    contacts: Iterable[Person],
    tags: Mapping[str, str],
    *,
    web: str,
    revised: str,
) -> bytes:
    """Return the card of an organisation with its public contact persons.

    `terms` are its topics, `tags` the tags (BCP 47) of languages by their names, `web` is its
    page here, `revised` when the entry last changed. Contacts that are not public are left out,
    whoever asks.
    """
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"UID:urn:uuid:{unit.id}",
        f"FN:{escaped(unit.name)}",
        f"ORG:{escaped(unit.name)}",
        *([f"NICKNAME:{escaped(unit.short_name)}"] if unit.short_name else []),
        *([f"NOTE:{escaped(unit.description)}"] if unit.description else []),
        *([f"URL:{_line(unit.website)}"] if unit.website else []),
        f"SOURCE:{_line(web)}",
        *([f"CATEGORIES:{','.join(escaped(each) for each in terms)}"] if terms else []),
        *(_language(each, tags) for each in unit.languages),
        *(line for person in contacts if person.public for line in _contact(person)),
        f"REV:{revised}",
        "END:VCARD",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Return a text as a value: backslash, comma, semicolon and line feed escaped (3.4)."""
    plain = "\n".join(_line(each) for each in text.splitlines())
    for sign, written in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        plain = plain.replace(sign, written)
    return plain


def folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, never within a letter (3.2)."""
    pieces, here, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _LONGEST:
            pieces.append(here)
            here, size = " ", 1
        here += sign
        size += octets
    return "\r\n".join([*pieces, here])


def _language(name: str, tags: Mapping[str, str]) -> str:
    tag = tags.get(name.casefold())
    return f"LANG:{tag}" if tag else f"X-LANGUAGE:{escaped(name)}"


def _contact(person: Person) -> list[str]:
    return [
        f"RELATED;TYPE=contact;VALUE=text:{escaped(person.name)}",
        *([f"EMAIL:{escaped(person.email)}"] if person.email else []),
        *([f"TEL;VALUE=text:{escaped(person.phone)}"] if person.phone else []),
    ]


def _line(text: str) -> str:
    """Return a text without signs that would begin a new line or end the card."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
