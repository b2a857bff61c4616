"""The law of the write gate, for every writing verb there is."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import pytest

import data as data_room
from accounts.identity import Identity, Role
from accounts.permissions import POLICY, NotPermitted, Permission
from data import events
from data.registrations import submit
from data.store import AlreadyDone, Conflict, Store
from tests import (
    writing_verbs,
    writing_verbs_advice,
    writing_verbs_concept,
    writing_verbs_discussion,
    writing_verbs_entries,
    writing_verbs_files,
    writing_verbs_imports,
    writing_verbs_inbox,
    writing_verbs_mail,
    writing_verbs_mail_texts,
    writing_verbs_merges,
    writing_verbs_network,
    writing_verbs_proposals,
    writing_verbs_registrations,
    writing_verbs_upkeep,
)
from tests.writing_verbs import Sample, a_registration

SAMPLES = {
    **writing_verbs.SAMPLES,
    **writing_verbs_advice.SAMPLES,
    **writing_verbs_concept.SAMPLES,
    **writing_verbs_discussion.SAMPLES,
    **writing_verbs_mail.SAMPLES,
    **writing_verbs_imports.SAMPLES,
    **writing_verbs_network.SAMPLES,
    **writing_verbs_registrations.SAMPLES,
    **writing_verbs_inbox.SAMPLES,
    **writing_verbs_entries.SAMPLES,
    **writing_verbs_upkeep.SAMPLES,
    **writing_verbs_merges.SAMPLES,
    **writing_verbs_files.SAMPLES,
    **writing_verbs_mail_texts.SAMPLES,
    **writing_verbs_proposals.SAMPLES,
}
UPKEEP = (
    writing_verbs_registrations,
    writing_verbs_inbox,
    writing_verbs_entries,
    writing_verbs_upkeep,
    writing_verbs_merges,
    writing_verbs_files,
    writing_verbs_mail_texts,
)
NOBODY = Identity("nobody", "", Role.OPERATOR)
READING = {
    "calendar_feeds.days_for",
    "calendar_feeds.feeds",
    "citizen_proposals.may_propose_as_citizen",
    "citizens.citizen_address",
    "comments.comments",
    "comments.comments_carried_here",
    "comments.may_settle",
    "duties.duties",
    "editions.open_edition",
    "editions.open_proposals",
    "guest_links.invitations",
    "hearing.not_heard",
    "introductions.introductions_recorded",
    "kits.version_kit",
    "incorporated.to_work_in",
    "paper_kits.kit_of",
    "paper_kits.kit_of_paper",
    "paper_kits.with_supporters",
    "mails.mails",
    "papers.consultations",
    "papers.paper",
    "papers.papers",
    "proposal_acts.allowed",
    "proposal_acts.capacities_on",
    "proposal_history.revisions",
    "proposal_history.steps_of",
    "proposals.proposal",
    "proposals.proposals",
    "proposals.supporters",
    "proposals.supports",
    "registrations.registrations",
    "review_tasks.capacities_of",
    "review_tasks.check_allowed",
    "review_tasks.call_off",
    "review_tasks.steps_of",
    "roster.contacts",
    "stories.stories",
    "stories.story",
    "entry_rights.entry_permission",
    "entry_rights.may_edit_entry",
}.union(*(each.READING for each in UPKEEP))
"""Functions that take an actor only to know what may be read."""

HELPERS = {
    "change.change",
    "demo.load_demo",
    "joint_decisions.decide_together",
    "events.append",
    "composed_version.write_version",
    "intake.take_over",
    "proposal_acts.write_wording",
    "proposal_history.add_revision",
    "proposal_history.record_step",
    "proposals.insert_proposal",
    "returned_files.take_in",
    "review_tasks.record_step",
    "reviews.confirm_read",
}.union(*(each.HELPERS for each in UPKEEP))
"""The gate itself, what is written as part of a change, and what only calls other verbs."""


def functions_with_an_actor() -> dict[str, Callable[..., object]]:
    found: dict[str, Callable[..., object]] = {}
    for module_info in pkgutil.iter_modules(data_room.__path__):
        module = importlib.import_module(f"data.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and "actor" in inspect.signature(function).parameters:
                found[f"{module_info.name}.{name}"] = function
    return found


def content(store: Store) -> dict[str, list[object]]:
    """Everything that the store holds, table by table."""
    tables = store.query(
        "select name from sqlite_master where type = 'table' and name not like 'search_index%'"
    )
    return {
        row["name"]: [tuple(each.values()) for each in store.query(f"select * from {row['name']}")]  # noqa: S608
        for row in tables
    }


def test_every_function_that_takes_an_actor_is_known_here() -> None:
    assert set(functions_with_an_actor()) == set(SAMPLES) | READING | HELPERS


@pytest.mark.parametrize("verb", SAMPLES)
def test_a_permitted_change_leaves_exactly_one_event_of_its_actor(store: Store, verb: str) -> None:
    sample = SAMPLES[verb]
    call = sample.prepare(store)
    before = events.events(store)

    call(store, sample.actor)

    after = events.events(store)
    assert len(after) == len(before) + 1
    assert after[: len(before)] == before
    assert events.broken_event(store) is None
    if verb != "sessions.sign_out":
        assert after[-1].actor == sample.actor.id


@pytest.mark.parametrize("verb", SAMPLES)
def test_without_permission_nothing_is_written(
    store: Store, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = SAMPLES[verb]
    call = sample.prepare(store)
    before = content(store)
    monkeypatch.setitem(POLICY, Role.OPERATOR, frozenset[Permission]())

    with pytest.raises(NotPermitted):
        call(store, NOBODY)

    assert content(store) == before


@pytest.mark.parametrize("verb", SAMPLES)
def test_a_change_that_fails_at_its_end_leaves_nothing(
    store: Store, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = SAMPLES[verb]
    call = sample.prepare(store)
    before = content(store)

    def fail(*_: object) -> None:
        raise RuntimeError("the machine stopped")

    monkeypatch.setattr(events, "append", fail)
    with pytest.raises(RuntimeError, match="the machine stopped"):
        call(store, sample.actor)

    assert content(store) == before


@pytest.mark.parametrize(
    ("verb", "sample"), [(name, sample) for name, sample in SAMPLES.items() if sample.stale]
)
def test_a_stale_change_is_refused_and_changes_nothing(
    store: Store, verb: str, sample: Sample
) -> None:
    assert sample.stale, verb
    call = sample.stale(store)
    before = content(store)

    with pytest.raises(Conflict):
        call(store, sample.actor)

    assert content(store) == before


def test_the_same_form_is_saved_once(store: Store) -> None:
    registration = a_registration(store).content
    actor = SAMPLES["registrations.submit"].actor
    first = submit(store, actor, registration, key="this form")
    before = content(store)

    with pytest.raises(AlreadyDone) as done:
        submit(store, actor, registration, key="this form")

    assert done.value.subject_id == first.id
    assert content(store) == before
