"""Working adopted proposals into the text: what it will say, and what a person has to write."""

from collections.abc import Mapping, Sequence

import streamlit as st

from accounts.identity import Identity
from concept_review.batch import Clash, ClashKind, Composed
from concept_review.decision import InvalidDecision
from concept_review.proposal import Proposal
from concept_review.proposal_steps import NotPossible, ProposalAction, possible
from concept_review.section import Section
from concept_review.tabling import Clashing
from concept_review.unreadable import UnreadableConcept
from data.amendments import amendments, composed
from data.concepts import sections, versions
from data.incorporation import compose_decided, incorporate
from data.proposal_acts import capacities_on
from data.store import Conflict, Store
from views import conflict_form, outcome_preview, session
from views.account_names import author_of
from views.clash_view import Chosen
from views.proposal_text import choice_text
from views.unreadable_words import unreadable_text
from views.version_name import version_name
from views.words import _, plural

_BY_WORDS = (ClashKind.WORDING, ClashKind.BASE)
"""Clashes that are settled by writing the wording; others need another decision."""


def ask(
    store: Store, actor: Identity, concept_id: str, wanted: Sequence[Proposal], name: str
) -> None:
    """Show what becomes of the text, and let whoever leads its sections make it so.

    The button carries the proposals as shown and the newest version of the text.
    """
    form = f"incorporate_{name}"
    text = sections(store, concept_id)
    known = {each.id: each for each in text}
    for each in wanted:
        st.markdown(f"- {choice_text(each, known)}")
    first = composed(store, text, wanted)
    outcome, clashes = _written(store, text, wanted, first, form)
    label = _("Preview of the new text")
    with st.expander(label, icon=":material/preview:", expanded=bool(clashes)):
        outcome_preview.show(text, outcome)
    if not all(_may(store, actor, each) for each in wanted):
        st.text(_("Whoever leads these sections, or the coordination, works them in."))
        return
    to_write = [each.section_id for each in first.clashes if each.kind in _BY_WORDS]
    session.show_error(session.kept_errors(form), "proposals")
    st.button(
        plural("Work {n} proposal into the text", "Work {n} proposals into the text", len(wanted)),
        type="primary",
        disabled=bool(clashes),
        key=f"save_{form}",
        on_click=_save,
        args=(
            concept_id,
            {each.id: each.revision for each in wanted},
            versions(store, concept_id)[0].id,
            tuple(dict.fromkeys(to_write)),
            form,
            session.form_key(form),
        ),
    )


def _may(store: Store, actor: Identity, wanted: Proposal) -> bool:
    return ProposalAction.INCORPORATE in possible(wanted.state, capacities_on(store, actor, wanted))


def _written(
    store: Store,
    text: Sequence[Section],
    wanted: Sequence[Proposal],
    first: Composed,
    form: str,
) -> tuple[Composed, Sequence[Clash]]:
    """Ask for what clashes; return the text with what was written, and what is still open."""
    if not first.clashes:
        return first, ()
    st.warning(
        _("Some of what was decided overlaps. A person has to write what the text shall say there.")
    )
    errors = session.kept_errors(form)
    sections_of: dict[str, list[Clash]] = {}
    for clash in first.clashes:
        sections_of.setdefault(clash.section_id, []).append(clash)
    said = {each.id: each for each in first.sections}
    chosen = Chosen(
        {each.id: each for each in wanted},
        {each.id: each for each in amendments(store, wanted)},
        {each.id: author_of(store, each) for each in wanted},
        {each.id: each for each in text},
    )
    written = {}
    for section_id, found in sections_of.items():
        by_words = all(each.kind in _BY_WORDS for each in found) and section_id in said
        start = said[section_id] if by_words else None
        wording = conflict_form.ask(form, section_id, found, chosen, start, errors)
        if wording:
            written[section_id] = wording
    try:
        return compose_decided(text, [*chosen.amendments.values()], written), ()
    except Clashing as open_ones:
        return first, open_ones.clashes


def _save(
    concept_id: str,
    expected: Mapping[str, int],
    against: str,
    to_write: Sequence[str],
    form: str,
    key: str,
) -> None:
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            made = session.done_once(
                incorporate,
                session.store(),
                session.identity(),
                concept_id,
                expected,
                against_version_id=against,
                written={each: conflict_form.typed(form, each) for each in to_write},
                key=key,
            )
        except UnreadableConcept as unreadable:
            session.keep_errors(form, {"wording": unreadable_text(unreadable)})
            return
        except InvalidDecision:
            words = _("All adopted proposals of a paper are worked in together.")
            session.keep_errors(form, {"proposals": words})
            return
        except (NotPossible, Clashing):
            raise Conflict({"id": concept_id}) from None
        session.form_done(form)
        if made:
            session.tell(_("The text has a new version: {version}.", version=version_name(made)))
