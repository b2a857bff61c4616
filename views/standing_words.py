"""The Prüfstand in words, with its reason, for badge, list and panel."""

from collections.abc import Mapping
from typing import Final, Literal

from concept_review.currency import Currency
from concept_review.review import Verdict
from data.standings import SectionStanding
from views.words import _, date_text, mark

Color = Literal["green", "blue", "orange", "red", "gray", "violet"]

CURRENCIES: Final[Mapping[Currency, str]] = {
    Currency.RETIRED: mark("No longer part of the concept"),
    Currency.UNDER_REVIEW: mark("Under review"),
    Currency.NOT_REVIEWABLE: mark("Heading only"),
    Currency.NEVER: mark("Never reviewed"),
    Currency.STALE_TEXT: mark("Text changed since the review"),
    Currency.SUSPECT_LINK: mark("Something cited has changed"),
    Currency.OVERDUE: mark("Review overdue"),
    Currency.DUE_SOON: mark("Review due soon"),
    Currency.ACTION_NEEDED: mark("Reviewed, change needed"),
    Currency.CURRENT: mark("Current"),
}

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.STILL_CURRENT: mark("still current"),
    Verdict.EDITORIAL: mark("to be adapted editorially"),
    Verdict.SUBSTANTIVE: mark("change needed"),
    Verdict.OBSOLETE: mark("dispensable"),
    Verdict.SPLIT_MERGE: mark("to be structured anew"),
}

_LOOKS: Final[Mapping[Currency, tuple[Color, str]]] = {
    Currency.RETIRED: ("gray", "block"),
    Currency.UNDER_REVIEW: ("blue", "hourglass"),
    Currency.NOT_REVIEWABLE: ("gray", "title"),
    Currency.NEVER: ("gray", "help"),
    Currency.STALE_TEXT: ("red", "edit"),
    Currency.SUSPECT_LINK: ("red", "link_off"),
    Currency.OVERDUE: ("orange", "event_busy"),
    Currency.DUE_SOON: ("blue", "event"),
    Currency.ACTION_NEEDED: ("violet", "build"),
    Currency.CURRENT: ("green", "check_circle"),
}


def currency_word(currency: Currency) -> str:
    """Return the Prüfstand as people say it."""
    return _(CURRENCIES[currency])


def look(currency: Currency) -> tuple[Color, str]:
    """Return colour and icon; the word always stands beside them."""
    color, icon = _LOOKS[currency]
    return color, f":material/{icon}:"


def reason(each: SectionStanding) -> str:
    """Return why a section stands where it stands, in one or two sentences."""
    standing, review = each.standing, each.review
    if review is None:
        never = _("Nobody has said yet whether this section holds.")
        return "" if standing.currency is Currency.NOT_REVIEWABLE else never
    said = _(
        "Reviewed on {day}: {verdict}.",
        day=date_text(review.reviewed_on),
        verdict=_(VERDICTS[review.verdict]),
    )
    return f"{said} {_more(each)}".strip()


def _more(each: SectionStanding) -> str:
    standing = each.standing
    due = date_text(standing.due)
    match standing.currency:
        case Currency.STALE_TEXT:
            more = _("Since then the wording has changed.")
        case Currency.SUSPECT_LINK:
            names = [
                target.name for target in each.targets if target.id in standing.changed_targets
            ]
            more = _("Since then this has changed: {names}.", names="; ".join(names))
        case Currency.OVERDUE:
            more = _("The next review was due on {day}.", day=due)
        case Currency.DUE_SOON | Currency.CURRENT:
            more = _("The next review is due on {day}.", day=due)
        case Currency.ACTION_NEEDED:
            promised = each.review.promised_on if each.review else None
            day = date_text(promised)
            more = _("A proposal is promised by {day}.", day=day) if promised else ""
        case _:
            more = ""
    return more
