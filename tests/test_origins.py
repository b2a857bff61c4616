"""Where each sentence comes from, across decisions that were worked in together."""

from concept_review.decision import DecisionResult
from concept_review.rebase import Wording
from data import concepts
from data.origins import origins
from data.store import Store
from tests.proposal_walk import decided, propose_on, tabled, worked_in
from tests.writing_verbs import a_section, wording


def runs(store: Store, section_id: str) -> dict[str, tuple[int, list[str]]]:
    return {
        each.text.strip(): (each.number, [a.proposal_id for a in each.adoptions])
        for each in origins(store, section_id)
        if each.text.strip()
    }


def test_words_that_nobody_touched_come_from_the_file(store: Store) -> None:
    section = a_section(store)

    assert runs(store, section.id) == {"Ziele\n\nAlle finden eine Wohnung.": (1, [])}


def test_each_word_leads_to_the_proposal_that_brought_it_even_in_one_batch(store: Store) -> None:
    section = a_section(store)
    soon = propose_on(store, section, wording("Alle finden bald eine Wohnung."))
    where = propose_on(store, section, wording("Alle finden eine Wohnung in Potsdam."))
    tabled(store, soon, where)
    worked_in(store, decided(store, soon), decided(store, where))

    found = runs(store, section.id)

    assert found["bald"] == (2, [soon.id])
    assert found["in Potsdam"] == (2, [where.id])
    assert found["Ziele\n\nAlle finden"] == (1, [])


def test_the_decision_is_named_with_its_reference(store: Store) -> None:
    section = a_section(store)
    (before,) = tabled(store, propose_on(store, section, wording("Alle wohnen.")))
    worked_in(store, decided(store, before))

    adoptions = [a for each in origins(store, section.id) for a in each.adoptions]

    assert {a.decision.reference for a in adoptions} == {"24/SVV/0093"}
    present = concepts.section(store, section.id)
    joined = "".join(each.text for each in origins(store, section.id))
    assert joined == f"{present.title}\n\nAlle wohnen."


def test_a_text_decided_with_changes_leads_to_its_proposal(store: Store) -> None:
    section = a_section(store)
    (before,) = tabled(store, propose_on(store, section, wording("Alle wohnen.")))
    changed: Wording = wording("Alle wohnen gut.")
    worked_in(store, decided(store, before, DecisionResult.ACCEPTED_MODIFIED, wording=changed))

    found = runs(store, section.id)

    assert {ids[0] for number, ids in found.values() if number == 2} == {before.id}
