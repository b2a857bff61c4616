"""What an import says of itself: read, done, and left out, as lines or as JSON."""

from collections.abc import Callable, Mapping

from network.exchange.foreign import NOT_LOST, ForeignNetwork, Left, Loss
from network.exchange.plan import ImportPlan
from network.exchange.planned import Planned
from network.exchange.vocabulary import Meaning
from views.exchange_words import MEANINGS, form_text, loss_text, vocabulary
from views.kinds import KINDS, TIES
from views.words import _, number_text, plural

Json = dict[str, object]
_MOST_KINDS = 20


def report_lines(foreign: ForeignNetwork, done: ImportPlan, meaning: Meaning) -> list[str]:
    """Return the report as people read it."""
    entries = plural("{n} entry", "{n} entries", len(foreign.nodes))
    ties = plural("{n} tie", "{n} ties", len(foreign.ties))
    form = form_text(foreign.format)
    lines = [_("Read as {form}: {entries}, {ties}.", form=form, entries=entries, ties=ties)]
    words = vocabulary()
    lines += _kinds(_("Kinds of entries"), foreign.kinds, KINDS, words.node_kind)
    lines += _kinds(_("Kinds of ties"), foreign.tie_kinds, TIES, words.tie_kind)
    lines += _about(foreign, meaning)
    lines.append(_("Entries: {counts}.", counts=_counts(done.nodes)))
    lines.append(_("Ties: {counts}.", counts=_counts(done.ties)))
    if done.topics:
        lines.append(plural("{n} topic is new.", "{n} topics are new.", len(done.topics)))
    losses = (*foreign.losses, *done.refused)
    lines += [loss_text(each) for each in losses if each.code in NOT_LOST]
    lost = [loss_text(each) for each in losses if each.code not in NOT_LOST]
    return [*lines, *([_("Left out:"), *lost] if lost else [_("Nothing was left out.")])]


def report_json(
    foreign: ForeignNetwork, done: ImportPlan, meaning: Meaning, *, stored: bool
) -> Json:
    """Return the same for programs."""
    mutual = sum(1 for tie in foreign.ties if tie.mutual)
    return {
        "format": foreign.format.value,
        "nodes": len(foreign.nodes),
        "ties": len(foreign.ties),
        "directed": len(foreign.ties) - mutual,
        "undirected": mutual,
        "kinds": foreign.kinds,
        "tie_kinds": foreign.tie_kinds,
        "two_mode": list(foreign.two_mode) if foreign.two_mode else None,
        "weights": {
            "distinct": len(foreign.weights),
            "meaning": meaning.value if foreign.weights else None,
        },
        "plan": {
            "nodes": _numbers(done.nodes),
            "ties": _numbers(done.ties),
            "topics": len(done.topics),
        },
        "left_out": [
            _loss_json(each)
            for each in (*foreign.losses, *done.refused)
            if each.code not in NOT_LOST
        ],
        "notes": [
            _loss_json(each) for each in (*foreign.losses, *done.refused) if each.code in NOT_LOST
        ],
        "stored": stored,
    }


def _kinds(
    title: str,
    counted: Mapping[str, int],
    words: Mapping[str, str],
    known: Callable[[str], str | None],
) -> list[str]:
    """Return one line with the kinds that the file names; nothing where it names none."""
    named = [(text, number) for text, number in counted.items() if text]
    if not named:
        return []
    shown = []
    for text, number in named[:_MOST_KINDS]:
        kind = known(text)
        word = _(words[kind]) if kind else " ".join(text.split())
        shown.append(f"{word} {number_text(number)}")
    rest = len(named) - len(shown)
    more = [plural("{n} more", "{n} more", rest)] if rest else []
    return [f"{title}: {', '.join((*shown, *more))}."]


def _about(foreign: ForeignNetwork, meaning: Meaning) -> list[str]:
    lines: list[str] = []
    mutual = sum(1 for tie in foreign.ties if tie.mutual)
    if foreign.ties and not any(loss.code is Left.UNDIRECTED for loss in foreign.losses):
        one_way, both = number_text(len(foreign.ties) - mutual), number_text(mutual)
        lines.append(_("Directions: {one} one way, {both} both ways.", one=one_way, both=both))
    if foreign.two_mode:
        first, second = map(number_text, foreign.two_mode)
        lines.append(
            _(
                "The network has two sorts of entries ({first} and {second}) and ties only between "
                "them. It is kept so; nothing is joined across.",
                first=first,
                second=second,
            )
        )
    if foreign.unclear_weights:
        lines.append(_(MEANINGS[meaning]))
    return lines


def _counts(planned: Planned) -> str:
    return _(
        "{new} new, {changed} changed, {unchanged} unchanged, {refused} refused",
        **{name: number_text(number) for name, number in _numbers(planned).items()},
    )


def _numbers(planned: Planned) -> dict[str, int]:
    return {
        "new": planned.new,
        "changed": planned.changed,
        "unchanged": planned.unchanged,
        "refused": planned.refused,
    }


def _loss_json(loss: Loss) -> Json:
    return {
        "code": loss.code.value,
        "text": loss_text(loss),
        "count": loss.count,
        "detail": loss.detail,
        "line": loss.place.line,
        "row": loss.place.row,
        "sheet": loss.place.sheet or loss.place.listed or None,
        "column": loss.place.column or None,
    }
