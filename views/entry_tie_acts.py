"""What happens when a form about a tie is sent: one action, one call, one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data.stated_ties import correct_tie, end_tie, state_tie
from data.tie_letters import answer_tie
from data.ties import NotASide, Outcome, Sides, sides
from network.stated_tie import InvalidTie, Way, parse_facts, parse_tie
from views import kept_form, overtaken, session
from views.entry_posts import day_as_typed
from views.letters import compose
from views.tie_errors import error_text
from views.words import _


def answer(organization_id: str, tie_id: str, outcome: Outcome, expected: int, key: str) -> None:
    """Say what the organisation says of a tie that another one stated."""
    with _acting(tie_id):
        session.done_once(
            answer_tie,
            session.store(),
            session.identity(),
            organization_id,
            tie_id,
            outcome,
            expected=expected,
            key=key,
        )
        session.tell(_("Your answer is kept and shown on the network map."))


def state(organization_id: str, form: str, key: str) -> None:
    """State a new tie with what was typed."""
    kind, way = st.session_state.get(f"kind_{form}") or ("", Way.OUT)
    typed = {
        "kind": kind or None,
        "way": way,
        "other_id": st.session_state.get(f"other_{form}"),
        "since": st.session_state.get(f"since_{form}") or "",
        "note": st.session_state.get(f"note_{form}") or "",
    }
    with _acting(form):
        tie_id = session.done_once(
            state_tie,
            session.store(),
            session.identity(),
            organization_id,
            parse_tie(typed),
            compose,
            key=key,
        )
        for field in ("kind", "other", "since", "note"):
            st.session_state.pop(f"{field}_{form}", None)
        if tie_id and organization_id != sides(session.store(), tie_id).stated_by_id:
            session.tell(_("The other side had stated this tie before; now both say so."), form)
        else:
            session.tell(
                _("The tie is stated. Until the other side answers it is one-sided."), form
            )


def correctable(known: Sides) -> overtaken.Present:
    """Return what the form of a correction holds for a tie as it is, and its revision."""
    return {"since": day_as_typed(known.since), "note": known.note}, known.revision


def correct(organization_id: str, tie_id: str, form: str, key: str) -> None:
    """Correct since when a tie holds, and its note; nothing that others saved is overwritten."""
    typed = kept_form.typed(form, ("since", "note"))

    def present() -> overtaken.Present:
        return correctable(sides(session.store(), tie_id))

    with _acting(form), overtaken.minding(form, present) as expected:
        session.done_once(
            correct_tie,
            session.store(),
            session.identity(),
            organization_id,
            tie_id,
            parse_facts(typed),
            compose,
            expected=expected,
            key=key,
        )
        kept_form.clear(form)
        session.tell(_("The correction is saved."), f"tie_{tie_id}")


def end(organization_id: str, tie_id: str, form: str, expected: int, key: str) -> None:
    """Say on which day a tie ended."""
    with _acting(form):
        session.done_once(
            end_tie,
            session.store(),
            session.identity(),
            organization_id,
            tie_id,
            st.session_state[f"until_{form}"],
            expected=expected,
            key=key,
        )
        told = _("The tie is entered as ended; on earlier days the map still shows it.")
        session.tell(told, f"ties_{organization_id}")  # the tie itself is not shown any more


@contextmanager
def _acting(form: str) -> Iterator[None]:
    """Keep errors at the fields of a form; let it be a new one where all went well."""
    session.language()
    with session.explained():
        try:
            yield
        except InvalidTie as fault:
            texts = {field: error_text(error) for field, error in fault.errors.items()}
            session.keep_errors(form, texts)
            return
        except NotASide:
            session.fail(_("Only who stated or confirmed this tie can do this. Nothing was saved."))
            return
        session.keep_errors(form, {})
        session.form_done(form)
