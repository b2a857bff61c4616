"""Forgetting people in mails: to whom they went, and words that tell of somebody."""

import re
from collections.abc import Iterable

from data.mails import BLOT
from data.store import Row, Store


def same_address(one: str | None, other: str) -> bool:
    """Say whether two addresses are one; capital letters make no other."""
    return (one or "").casefold() == other.casefold()


def forget_recipient(store: Store, email: str, subjects: Iterable[str]) -> None:
    """Drop mails about some things that wait for an address, and blot it out of others."""
    for mail in _about(store, subjects):
        if not same_address(mail["recipient"], email):
            continue
        if mail["sent_at"] is None:
            store.delete("mails", id=mail["id"])
        else:
            store.update("mails", mail["id"], {"recipient": BLOT}, expected=mail["revision"])


def blot_words(store: Store, words: Iterable[str], subjects: Iterable[str]) -> None:
    """Blot out words in the mails about some things, whoever got them."""
    known = tuple(words)
    for mail in _about(store, subjects):
        texts = {name: blotted(mail[name], known) for name in ("subject", "body")}
        changed = {name: text for name, text in texts.items() if text != mail[name]}
        if changed:
            store.update("mails", mail["id"], changed, expected=mail["revision"])


def blotted(text: str, words: Iterable[str]) -> str:
    """Return a text without some words; within other words their letters stay."""
    for word in sorted(filter(None, words), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", BLOT, text)
    return text


def _about(store: Store, subjects: Iterable[str]) -> list[Row]:
    return [mail for each in sorted(subjects) for mail in store.find("mails", subject_id=each)]
