"""Who is responsible for a section, where its review stands, and what one can do about it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.task import TaskState, possible
from concept_review.task_records import Part, Responsibility
from data.clock import today
from data.cosignatures import cosignatures
from data.organizations import organizations
from data.review_tasks import capacities_of, state_of, steps_of
from data.standings import SectionStanding
from data.store import Store
from network.organization import Classification
from views import competence_form, cosign_form, responsibility_form, task_form
from views.account_names import name_of
from views.task_form import Names
from views.task_words import DONE, PARTS, STATES
from views.words import _, date_text, moment_text

_OFFICES: Final = (Classification.DIVISION, Classification.DEPARTMENT, Classification.OFFICE)


def organization_names(store: Store) -> Names:
    """Return the names of all organisations that there are today, the city's offices first."""
    day = today().isoformat()
    known = [each for each in organizations(store) if not each.end_date or each.end_date >= day]
    known.sort(key=lambda each: (each.classification not in _OFFICES, each.name.casefold()))
    return {each.id: each.name for each in known}


def show(store: Store, actor: Identity, here: SectionStanding) -> None:
    """Show responsibility to everybody, and the review as a task to those who may see it."""
    names = {each.id: each.name for each in organizations(store)}
    _show_responsible(here.responsible, here.section.id, names)
    reads = may(actor, Permission.TASK_READ)
    if may(actor, Permission.RESPONSIBILITY_SET):
        responsibility_form.ask(store, here.section, organization_names(store))
        competence_form.ask(here.section)
    if not here.section.reviewable or here.section.retired_on:
        return
    if reads or may(actor, Permission.TASK_HINT):
        _show_task(store, actor, here, names)
    if reads:
        _show_history(store, actor, here.section.id, names)


def _show_responsible(responsible: Sequence[Responsibility], section_id: str, names: Names) -> None:
    lines = []
    for part in Part:
        found = [each for each in responsible if each.part is part]
        if found:
            who = ", ".join(names.get(each.organization_id, "?") for each in found)
            words = [f"{_(PARTS[part])}: {who}"]
            if found[0].section_id != section_id:
                words.append(_("(from the section above)"))
            lines.append(" ".join(words))
    st.header(_("Responsibility"), anchor=False)
    st.text("\n".join(lines) or _("No unit has the lead."))


def _show_task(store: Store, actor: Identity, here: SectionStanding, names: Names) -> None:
    task, section = here.task, here.section
    state = state_of(task, today())
    if may(actor, Permission.TASK_READ) and task:
        st.text(_task_line(here, state, names))
        cosign_form.show(store, actor, section, cosignatures(store, task.id), names)
    actions = possible(state, capacities_of(store, actor, section, task))
    revision = task.revision if task else 0
    task_form.show(section.id, revision, actions, organization_names(store))


def _task_line(here: SectionStanding, state: TaskState, names: Names) -> str:
    task = here.task
    parts = [_("Review: {state}", state=_(STATES[state]))]
    if task and task.organization_id:
        parts.append(names.get(task.organization_id, "?"))
    if task and task.due_on:
        parts.append(_("due on {day}", day=date_text(task.due_on)))
    if task and state is TaskState.DEFERRED:
        parts.append(_("to come back on {day}", day=date_text(task.resubmit_on)))
    if task and task.reason:
        parts.append(task.reason)
    return ", ".join(parts)


def _show_history(store: Store, actor: Identity, section_id: str, names: Names) -> None:
    steps = steps_of(store, actor, section_id)
    if not steps:
        return
    with st.expander(_("What was done with the review"), icon=":material/timeline:"):
        for step in steps:
            words = [
                moment_text(step.created_at),
                name_of(store, step.actor_id),
                _(DONE[step.action]),
                names.get(step.organization_id or "", ""),
                date_text(step.day),
                step.reason,
            ]
            st.text(", ".join(word for word in words if word))
