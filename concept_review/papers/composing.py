"""From a kit to a paper: what it says, in which order, and in which words."""

from collections.abc import Iterator, Mapping, Sequence

from concept_review.edition import Contribution, Edition, Kit
from concept_review.inline import Span, plain
from concept_review.instruction import instructions
from concept_review.merge import Conflict
from concept_review.papers import german
from concept_review.papers.full_text import full_text, headings
from concept_review.papers.paper import Comparison, Item, Line, LineKind, Paper, heading, lines
from concept_review.papers.synopsis import Row, synopsis
from concept_review.papers.visible import holdable
from concept_review.proposal import Placement, ProposalKind

Instructions = Mapping[str, Sequence[str]]
"""What is to be done with the text, in sentences, by the id of the contribution."""


def synopsis_paper(kit: Kit, *, only_changed: bool) -> Paper:
    """Return a paper with the Synopse alone."""
    rows = synopsis(kit, only_changed=only_changed)
    return _paper(kit, german.SYNOPSIS, [*_comparison(kit, rows)])


def kit_paper(kit: Kit, given: Instructions, *, only_changed: bool) -> Paper:
    """Return all papers of a Beschlussvorlage in one: motion, reasons, changes, texts."""
    rows = synopsis(kit, only_changed=only_changed)
    items: list[Item] = []
    for title, text in ((german.MOTION, kit.motion), (german.RATIONALE, kit.rationale)):
        if text.strip():
            items += [heading(title), *lines(holdable(text))]
    items += [heading(german.CHANGES), *_changes(kit, rows, given)]
    if kit.clashes:
        items += [heading(german.ALTERNATIVES), *_alternatives(kit)]
    items += _comparison(kit, rows)
    items += [
        heading(f"{german.FULL_TEXT}: {_state(kit.new)}"),
        *full_text(kit.new.sections, below=1),
    ]
    return _paper(kit, "", items)


def _paper(kit: Kit, kind: str, items: Sequence[Item]) -> Paper:
    made_on = kit.made_on or kit.new.day
    concept = holdable(plain(kit.new.title or kit.old.title))
    title = holdable(kit.title) or f"{kind or german.PAPER}: {concept}"
    details = [
        ("Konzept", concept),
        ("Alt", _state(kit.old)),
        ("Neu", _state(kit.new)),
        ("Drucksache", holdable(kit.reference)),
        ("Erstellt am", german.day(made_on)),
    ]
    return Paper(
        title=title,
        running=f"{concept} · {_state(kit.old)} → {_state(kit.new)}"
        f" · erstellt am {german.day(made_on)}",
        details=tuple((name, value) for name, value in details if value),
        items=tuple(items),
        made_on=made_on.isoformat(),
    )


def _state(edition: Edition) -> str:
    return f"{holdable(edition.label)} vom {german.day(edition.day)}"


def _comparison(kit: Kit, rows: tuple[Row, ...]) -> Iterator[Item]:
    above = [heading(german.SYNOPSIS)]
    above += lines(german.LEGEND if rows else german.NO_CHANGES, LineKind.NOTE)
    yield Comparison(tuple(above), _state(kit.old), _state(kit.new), rows)


def _changes(kit: Kit, rows: Sequence[Row], given: Instructions) -> Iterator[Line]:
    names = _names(kit)
    if kit.contributions:
        texts = [_listed(each, names, given) for each in kit.contributions]
    else:
        texts = [_became(row) for row in rows if row.changed]
    if not texts:
        yield from lines(german.NO_CHANGES)
    for number, (first, *others) in enumerate(texts, start=1):
        yield _item(LineKind.NUMBERED, first, marker=f"{number}.")
        for text in others:
            yield _item(LineKind.BULLET, text, level=1)


def _listed(contribution: Contribution, names: Mapping[str, str], given: Instructions) -> list[str]:
    """Return what one contribution wants: a first line, then each instruction."""
    name = names.get(contribution.section_id, "")
    author = f" ({contribution.author})" if contribution.author else ""
    said = given.get(contribution.id) or _instructions(contribution, names)
    return [f"Zu „{name}“: {contribution.headline}{author}", *said]


def _instructions(contribution: Contribution, names: Mapping[str, str]) -> Sequence[str]:
    anchor = names.get(contribution.anchor_id or contribution.section_id, "")
    below = contribution.placement is Placement.BELOW
    place = f"als erster Abschnitt unter „{anchor}“" if below else f"hinter „{anchor}“"
    if contribution.kind is ProposalKind.MOVE:
        return [f"Der Abschnitt wird verschoben; er steht nun {place}."]
    if contribution.kind is ProposalKind.INSERT:
        title = plain(contribution.offered.title)
        return [f"Der Abschnitt „{title}“ wird eingefügt, {place}; die Synopse zeigt ihn."]
    return instructions(contribution.base, contribution.offered)


def _names(kit: Kit) -> dict[str, str]:
    """Return how each section is called: as in the old state, or in the new one if it is new."""
    return {
        section.id: name
        for edition in (kit.new, kit.old)
        for section, name in zip(edition.sections, headings(edition.sections), strict=True)
    }


def _became(row: Row) -> list[str]:
    old, new = row.old.lines, row.new.lines
    words = "".join(piece.text for piece in (new or old)[0])
    number = f"{row.label} " if row.label and not words.startswith(row.label) else ""
    note = row.new_note or ("neu" if row.old_note else "geändert")
    return [f"„{number}{words}“: {note}"]


def _alternatives(kit: Kit) -> Iterator[Line]:
    names = _names(kit)
    authors = {each.id: each.author or each.headline for each in kit.contributions}
    for clash in kit.clashes:
        yield heading(names.get(clash.section_id, ""), 2)
        rivals = [authors[key] for key in clash.amendment_ids if key in authors]
        yield from lines(holdable(f"Vorschläge von: {', '.join(rivals)}"))
        for conflict in clash.conflicts:
            yield from _conflict(conflict)


def _conflict(conflict: Conflict) -> Iterator[Line]:
    yield _item(LineKind.TEXT, f"Bisher: {_quoted(conflict.base)}")
    for place, rival in enumerate(conflict.rivals):
        yield _item(LineKind.BULLET, f"Alternative {place + 1}: {_quoted(rival)}")


def _quoted(text: str) -> str:
    return f"„{plain(text)}“" if text.strip() else "(nichts)"


def _item(kind: LineKind, text: str, level: int = 0, marker: str = "") -> Line:
    return Line(kind=kind, spans=(Span(holdable(text)),), level=level, marker=marker)
