"""What would change, in sentences with their numbers."""

from network.graph import ties_of
from network.organization import Post
from network.picture import short_name_of
from network.what_if import Effect, Joined, Steps
from views.advice_words import listed, quoted, two_decimals
from views.advised import Advised
from views.words import _, number_text, plural


def sentences(advised: Advised, gone: str, effect: Effect) -> list[str]:
    """Say what would be if a post were vacant or an organisation gone."""
    name = advised.name(gone)
    post = isinstance(advised.network.records[gone], Post)
    who = _("The post “{name}”", name=name) if post else _("The organisation “{name}”", name=name)
    said = [_sits(advised, who, effect)]
    posts = [node for node in effect.gone if node != gone]
    if posts:
        said.append(
            _("Its posts would be gone, too: {names}.", names=quoted(map(advised.name, posts)))
        )
    if not effect.parts:
        return [*said, _("Nobody is tied to it, so that no tie would be missing.")]
    return [line for line in (*said, *_falling_apart(advised, effect)) if line] + _whole(effect)


def _sits(advised: Advised, who: str, effect: Effect) -> str:
    """Say in how many working groups it sits, and which are not connected without it."""
    if not effect.all_rounds:
        return _("There is no working group on this day.")
    every = plural("{n} working group", "{n} working groups", effect.all_rounds)
    if effect.rounds:
        number = number_text(len(effect.rounds))
        sits = _("{who} sits in {n} of {all}", who=who, n=number, all=every)
    else:
        sits = _("{who} sits in none of {all}", who=who, all=every)
    if not effect.split_rounds:
        return f"{sits}."
    known = advised.network.records
    circles = [
        quoted(short_name_of(known[group]) for group in groups) for groups in effect.split_rounds
    ]
    if all(len(groups) == 1 for groups in effect.split_rounds):
        return _(
            "{sits}; without it {groups} are not connected.", sits=sits, groups=listed(circles)
        )
    return _(
        "{sits}; without it the working groups fall into separate circles: {groups}.",
        sits=sits,
        groups="; ".join(circles),
    )


def _falling_apart(advised: Advised, effect: Effect) -> list[str]:
    cut_off = len(effect.cut_off)
    if not cut_off:
        apart = _("All who are connected through it stay connected with each other.")
    else:
        apart = _(
            "What it holds together falls into {parts}: {cut_off} from the largest part, which"
            " keeps {kept}.",
            parts=plural("{n} part", "{n} parts", len(effect.parts)),
            cut_off=plural("{n} entry is cut off", "{n} entries are cut off", cut_off),
            kept=plural("{n} entry", "{n} entries", len(effect.parts[0])),
        )
    ends = quoted(advised.name(end) for _start, end in effect.bridges)
    only = plural(
        "{n} tie of it has no detour: to {names}.",
        "{n} ties of it have no detour: to {names}.",
        len(effect.bridges),
        names=ends,
    )
    return [apart, only if effect.bridges else ""]


def _whole(effect: Effect) -> list[str]:
    said = [
        _numbers(_("Separate parts of the whole network"), effect.components),
        _numbers(_("Entries that alone hold others together"), effect.cut_points),
        _numbers(_("Ties without a detour"), effect.all_bridges),
    ]
    return [*said, *_farther(effect.steps)]


def _farther(steps: Steps | None) -> list[str]:
    if steps is None:
        return []
    if not steps.changed:
        return [
            _(
                "Those who stay connected are no farther apart: {steps} on average.",
                steps=two_decimals(steps.after),
            )
        ]
    farther = plural(
        "{n} pair that stays connected is farther apart;",
        "{n} pairs that stay connected are farther apart;",
        steps.changed,
    )
    return [f"{farther} {_mean(steps)}"]


def _nearer(steps: Steps | None) -> list[str]:
    if steps is None or not steps.changed:
        return []
    nearer = plural("{n} pair comes nearer;", "{n} pairs come nearer;", steps.changed)
    return [f"{nearer} {_mean(steps)}"]


def _mean(steps: Steps) -> str:
    return _(
        "the mean number of steps between {pairs} is {before} now, {after} then.",
        pairs=plural("{n} connected pair", "{n} connected pairs", steps.pairs),
        before=two_decimals(steps.before),
        after=two_decimals(steps.after),
    )


def joined_sentences(advised: Advised, start: str, end: str, joined: Joined) -> list[str]:
    """Say what a tie between two would bring."""
    names = {"start": advised.name(start), "end": advised.name(end)}
    if any(end in (tie.subject_id, tie.object_id) for tie in ties_of(advised.graph, start)):
        return [_("“{start}” and “{end}” are tied already; another tie joins nobody.", **names)]
    if joined.joined:
        first = plural(
            "The tie would connect “{start}” with {n} entry that no way leads to now.",
            "The tie would connect “{start}” with {n} entries that no way leads to now.",
            len(joined.joined),
            **names,
        )
    else:
        first = _("“{start}” and “{end}” are connected already; the tie shortens ways.", **names)
    said = [
        first,
        _numbers(_("Separate parts of the whole network"), joined.components),
        _numbers(_("Entries that alone hold others together"), joined.cut_points),
        _numbers(_("Ties without a detour"), joined.all_bridges),
    ]
    return [*said, *_nearer(joined.steps)]


def _numbers(what: str, counted: tuple[int, int]) -> str:
    before, after = map(number_text, counted)
    return _("{what}: {before} now, {after} then.", what=what, before=before, after=after)
