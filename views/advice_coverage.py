"""Abdeckung: who has to do with which section of the concept, and who was not heard."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from concept_review.debt import fields
from concept_review.section import Concept
from data.concepts import concepts
from data.coverage import Coverage, Involvement, Row
from data.hearing import NotHeard
from data.organizations import organizations
from views import advice_matrix, concept_list
from views.advice_address import ABOUT, FIELD, ask_one
from views.advice_matrix import INVOLVEMENTS
from views.advice_tables import (
    download,
    map_cell,
    page_of,
    section_cell,
    section_link,
    show_table,
)
from views.advice_words import cause_text, shortened, topics_text
from views.advised import Advised, covered
from views.inert import inert
from views.words import _, number_text, plural

FILE: Final = "/hinweise/abdeckung"
NOT_HEARD_FILE: Final = "/hinweise/nicht-gehoert"


def show(advised: Advised) -> None:
    """Show totals, sections that nobody answers for, the table, and who was not heard."""
    # Only one list is seen at a time, so that the page has one set of page numbers.
    known = concepts(advised.store)
    st.header(_("Coverage of the concept"), anchor=False)
    if not known:
        st.text(_("No concept is here yet."))
        return
    concept = concept_list.choose(known)
    found, missing = covered(advised, concept.id)
    _show_numbers(found, missing)
    field, about = _ask(advised, found)
    uncovered, rows, whole, totals, unheard = st.tabs(
        [
            _("Without responsibility"),
            _("Sections and organisations"),
            _("Whole table"),
            _("Organisations and their sections"),
            _("Who was not heard"),
        ]
    )
    with uncovered:
        _show_uncovered([row for row in _in_field(found, field, None) if not row.responsible])
    with rows:
        _show_rows(advised, _in_field(found, field, about))
        download(advised, FILE, konzept=concept.id, feld=field, stelle=about)
    with whole:
        advice_matrix.show(advised, _in_field(found, field, about), field=field is not None)
        download(advised, FILE, konzept=concept.id, feld=field, stelle=about)
    with totals:
        _show_totals(advised, found)
    with unheard:
        _show_not_heard(advised, concept, in_field(found, missing, field, about))


def _show_numbers(found: Coverage, missing: Sequence[NotHeard]) -> None:
    have_text = [row for row in found.rows if row.section.reviewable]
    led = sum(bool(row.having(Involvement.LEAD)) for row in have_text)
    numbers = (
        (_("Sections with text"), len(have_text)),
        (_("With a lead"), led),
        (_("Without responsibility"), len(found.uncovered)),
        (_("Organisations not heard"), len({each.organization_id for each in missing})),
    )
    for place, (label, number) in zip(st.columns(len(numbers)), numbers, strict=True):
        place.metric(label, number_text(number), border=True, height="stretch")
    st.caption(
        _(
            "A topic holds by a link of the section to it; without one, by what its heading says,"
            " or else its text. Leads hold for the sections below, too."
        )
    )


def _show_uncovered(rows: Sequence[Row]) -> None:
    if not rows:
        st.text(_("Every section with text in this choice has somebody who answers for it."))
    for row in page_of(rows, "uncovered"):
        section_link(row.section.id, inert(row.section.heading))


def _ask(advised: Advised, found: Coverage) -> tuple[str | None, str | None]:
    heads = fields([row.section for row in found.rows])
    names = {row.section.id: row.section.heading for row in found.rows}
    options = {head: names[head] for head in dict.fromkeys(heads.values())}
    left, right = st.columns(2)
    with left:
        field = ask_one(FIELD, _("Field of action"), options, _("All fields of action"))
    with right:
        every = {each.id: each.name for each in organizations(advised.store)}
        about = ask_one(ABOUT, _("Organisation"), every, _("All organisations"))
    return field, about


def _in_field(found: Coverage, field: str | None, about: str | None) -> list[Row]:
    kept = chosen_rows(found, field, about)
    return [row for row in kept if about or row.section.reviewable]


def chosen_rows(found: Coverage, field: str | None, about: str | None) -> list[Row]:
    """Return what a field of action and an organisation leave of the sections."""
    heads = fields([row.section for row in found.rows])
    return [
        row
        for row in found.rows
        if field in (None, heads[row.section.id]) and (about is None or about in row.cells)
    ]


def in_field(
    found: Coverage, missing: Sequence[NotHeard], field: str | None, about: str | None
) -> list[NotHeard]:
    """Return what a field of action and an organisation leave of who was not heard."""
    heads = fields([row.section for row in found.rows])
    return [
        each
        for each in missing
        if field in (None, heads[each.section.id]) and about in (None, each.organization_id)
    ]


def _show_rows(advised: Advised, rows: Sequence[Row]) -> None:
    st.text(plural("{n} section", "{n} sections", len(rows)))
    row = partial(_row, advised)
    show_table(rows, row, "coverage", _("Sections and organisations"))


def _show_totals(advised: Advised, found: Coverage) -> None:
    totals = list(found.totals().items())
    row = partial(_total_row, advised)
    show_table(totals, row, "totals", _("Organisations and their sections"))


def _row(advised: Advised, row: Row) -> dict[str, object]:
    parts = {
        _(word): inert(shortened(advised.name(each) for each in row.having(involvement)))
        for involvement, word in INVOLVEMENTS.items()
    }
    section = section_cell(row.section.id, row.section.heading)
    return {
        _("Section"): section,
        **parts,
        _("Topics"): inert(topics_text(advised, row.topics)),
    }


def _total_row(advised: Advised, total: tuple[str, Counter[Involvement]]) -> dict[str, object]:
    organization_id, counts = total
    return {
        _("Organisation"): map_cell(advised, organization_id),
        **{_(word): counts[involvement] for involvement, word in INVOLVEMENTS.items()},
        _("Together"): counts.total(),
    }


def _not_heard_row(advised: Advised, each: NotHeard) -> dict[str, object]:
    return {
        _("Organisation"): map_cell(advised, each.organization_id),
        _("Section"): section_cell(each.section.id, each.section.heading),
        _("Why affected"): inert(" ".join(cause_text(advised, c) for c in each.causes)),
    }


def _show_not_heard(advised: Advised, concept: Concept, missing: Sequence[NotHeard]) -> None:
    st.caption(
        _(
            "Affected by a section, but without a part in it, a proposal, a comment, a signature,"
            " a review or a consultation on it."
        )
    )
    if not missing:
        st.text(_("Everybody who is affected was heard."))
        return
    organisations = len({each.organization_id for each in missing})
    st.text(
        plural(
            "{organisations} in {n} section.",
            "{organisations} in {n} sections.",
            len({each.section.id for each in missing}),
            organisations=plural("{n} organisation", "{n} organisations", organisations),
        )
    )
    row = partial(_not_heard_row, advised)
    show_table(missing, row, "not_heard", _("Who was not heard"))
    asked = {name: st.query_params.get(name) for name in (FIELD, ABOUT)}
    download(advised, NOT_HEARD_FILE, konzept=concept.id, **asked)
