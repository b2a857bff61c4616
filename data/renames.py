"""Giving an organisation another name, from a day on; the old one is still found."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import today
from data.former_names import former_names, keep_former_name
from data.organizations import make_findable, organization
from data.rows import to_row
from data.store import Conflict, Store
from network.organization import Organization

LONGEST_NAME: Final = 200


class InvalidReshaping(ValueError):
    """What was asked for makes no sense; `errors` says by field why.

    Codes: `missing`, `too_long`, `same`, `future`, `too_early`, `already`.
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep the codes by the name of the field."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = dict(errors)


def rename(
    store: Store,
    actor: Identity,
    organization_id: str,
    name: str,
    short_name: str,
    *,
    since: date | None,
    expected: int,
    key: str | None = None,
) -> Organization:
    """Give an organisation another name from a day on.

    Pictures of days before show the old one, which also stays among its other names. Without
    a day the old name was a mistake, and nothing of it is kept. Raises `InvalidReshaping`,
    `NotFound` and `Conflict`.
    """
    new_name, new_short = " ".join(name.split()), " ".join(short_name.split())
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.RENAMED,
        ("organization", organization_id), key=key,
    ) as detail:  # fmt: skip
        before = present(store, organization_id, expected)
        _check(store, before, (new_name, new_short), since)
        others = tuple(each for each in before.other_names if each not in (new_name, new_short))
        if since:
            others = keep_former_name(store, before, new_name, new_short, since)
        after = replace(before, name=new_name, short_name=new_short, other_names=others)
        row = to_row(after)
        changes = {field: row[field] for field in ("name", "short_name", "other_names")}
        store.update("organizations", organization_id, changes, expected=expected)
        make_findable(store, after)
        detail["since"] = since.isoformat() if since else ""
    return organization(store, organization_id)


def present(store: Store, organization_id: str, expected: int) -> Organization:
    """Return an entry as the page showed it; raise `Conflict` where it changed or is gone."""
    row = store.get("organizations", organization_id)
    if row["revision"] != expected or row["merged_into_id"] is not None:
        raise Conflict(row)
    return organization(store, organization_id)


def _check(store: Store, before: Organization, names: tuple[str, str], since: date | None) -> None:
    errors: dict[str, str] = {}
    if not names[0]:
        errors["name"] = "missing"
    elif names == (before.name, before.short_name):
        errors["name"] = "same"
    for field, text in zip(("name", "short_name"), names, strict=True):
        if len(text) > LONGEST_NAME:
            errors[field] = "too_long"
    earlier = former_names(store, before.id)
    if since and since > today():
        errors["since"] = "future"
    elif since and earlier and since <= earlier[0].until + timedelta(days=1):
        errors["since"] = "too_early"
    if errors:
        raise InvalidReshaping(errors)
