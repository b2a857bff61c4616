"""The list of proposals with filters and flags, and several of them as one text."""

import itertools

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Identity, Role
from concept_review.decision import DecisionResult
from concept_review.outline import blocks_of_text
from concept_review.proposal import Placement, Proposal, ProposalKind
from concept_review.proposal_steps import ProposalAction
from concept_review.rebase import Wording
from data import concepts, proposals
from data.clock import today
from data.store import Store
from tests.conftest import COORDINATOR, ROOT, STAFF
from tests.proposal_walk import accept, decided, offer, propose_on, step, tabled
from tests.test_pages import said, turn_to
from tests.test_proposal_forms import first_word, last_word, swapped
from tests.test_proposal_pages import a_section, reader


def headlines(opened: AppTest) -> list[str]:
    return [str(each.value) for each in opened.page_link]


def badges(opened: AppTest) -> list[str]:
    return [str(each.value) for each in opened.markdown if "-badge[" in str(each.value)]


def made_on(
    store: Store, number: int, new: str, headline: str, *, actor: Identity = STAFF, named: str = ""
) -> Proposal:
    section = a_section(store, number)
    wording = swapped(section, first_word(section), new)
    return propose_on(store, section, wording, headline=headline, actor=actor, author_name=named)


def test_proposals_stand_under_what_they_wait_for(demo_store: Store) -> None:
    made_on(demo_store, 0, "Neu", "Erster")
    step(demo_store, made_on(demo_store, 1, "Neu", "Zweiter"), ProposalAction.ADMIT)
    decided(demo_store, tabled(demo_store, made_on(demo_store, 2, "Neu", "Dritter"))[0])
    step(demo_store, made_on(demo_store, 3, "Neu", "Vierter"), ProposalAction.WITHDRAW)

    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals")

    assert [each.value for each in opened.header] == [
        "Eingereicht (1)", "In Beratung (1)", "Beschlossen, noch einzuarbeiten (1)", "Erledigt (1)",
    ]  # fmt: skip
    assert "2 Änderungsvorschläge warten auf eine Entscheidung." in said(opened)


def test_the_address_says_which_proposals_the_list_shows(demo_store: Store) -> None:
    made_on(demo_store, 0, "Neu", "Erster", named="Ein Verein")
    second = made_on(demo_store, 1, "Neu", "Zweiter")
    step(demo_store, second, ProposalAction.ADMIT)
    opened, _ = reader(demo_store, Role.STAFF)

    assert {"Erster", "Zweiter"} <= set(headlines(turn_to(opened, "proposals")))
    for address in (
        {"stand": ["discussion"]}, {"abschnitt": second.section_id}, {"von": ["Unbekannt"]},
    ):  # fmt: skip
        shown = headlines(turn_to(reader_again(opened), "proposals", **address))
        assert "Zweiter" in shown, address
        assert "Erster" not in shown, address


def reader_again(opened: AppTest) -> AppTest:
    """Open the app anew as the same person, as if the address were a link in a mail."""
    fresh = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    fresh.user = opened.user
    fresh.run()
    return fresh


def test_filters_are_kept_on_the_way_to_a_proposal_and_back(demo_store: Store) -> None:
    made_on(demo_store, 0, "Neu", "Erster")
    second = made_on(demo_store, 1, "Neu", "Zweiter")
    step(demo_store, second, ProposalAction.ADMIT)
    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals", stand=["discussion"])

    turn_to(opened, "proposals", id=second.id, stand=[])
    (back,) = [each for each in opened.page_link if each.value == "Zurück zu allen Vorschlägen"]
    assert "stand=discussion" in str(back.proto.query_string)
    turn_to(opened, "proposals", id=[], stand=["discussion"])

    assert "Zweiter" in headlines(opened)
    assert "Erster" not in headlines(opened)


def test_drafts_are_seen_by_their_author_alone(demo_store: Store) -> None:
    opened, person = reader(demo_store, Role.STAFF)
    section = a_section(demo_store)
    for actor, headline in ((person, "Meiner"), (STAFF, "Fremder")):
        proposals.propose(
            demo_store, actor, section.id,
            offer(swapped(section, first_word(section), "Neu"), headline=headline),
            base_version_id=section.version_id, draft=True,
        )  # fmt: skip

    turn_to(opened, "proposals")

    assert "Meiner" in headlines(opened)
    assert "Fremder" not in headlines(opened)


def test_flags_say_what_is_the_matter(demo_store: Store) -> None:
    section = a_section(demo_store)
    stale = swapped(section, last_word(section), "zuletzt.")
    propose_on(demo_store, section, stale, headline="Alt")
    accept(demo_store, made_on(demo_store, 0, "Zuerst", "Eingearbeitet"))
    made_on(demo_store, 1, "Neu", "Einer")
    made_on(demo_store, 1, "Anders", "Anderer")
    gone = made_on(demo_store, 2, "Neu", "Verschwunden")
    demo_store.update(
        "sections", gone.section_id, {"retired_on": today().isoformat()},
        expected=demo_store.get("sections", gone.section_id)["revision"],
    )  # fmt: skip
    (put_off,) = tabled(demo_store, made_on(demo_store, 3, "Neu", "Später"))
    decided(demo_store, put_off, DecisionResult.ADJOURNED, resubmit_on=today())

    shown = " ".join(badges(turn_to(reader(demo_store, Role.STAFF)[0], "proposals")))

    assert shown.count("Grundlage geändert") == 1
    assert shown.count("Widerspricht einem anderen Vorschlag") == 2
    assert shown.count("Grundlage entfallen") == 1
    assert shown.count("Wiedervorlage erreicht") == 1


def test_chosen_proposals_lead_to_the_page_that_shows_them_together(demo_store: Store) -> None:
    first, _, third = (made_on(demo_store, each, "Neu", f"Nummer {each}") for each in range(3))
    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals")
    assert "Alle hier gezeigten offenen Vorschläge zusammen ansehen" in headlines(opened)

    opened.checkbox(key=f"choose_{first.id}").check()
    opened.checkbox(key=f"choose_{third.id}").check()
    opened.run()

    (link,) = [each for each in opened.page_link if "2 ausgewählten" in each.value]
    assert {first.id, third.id} == {
        part.removeprefix("id=") for part in str(link.proto.query_string).split("&")
    }


@pytest.fixture
def several(demo_store: Store) -> list[Proposal]:
    """Two that contradict each other, two that stand apart, one new section and one move."""
    text = concepts.sections(demo_store, concepts.concepts(demo_store)[0].id)
    section = a_section(demo_store, 2)
    new = Wording("Ganz neu", blocks_of_text("Noch nie gesagt."))
    kept = Wording(section.title, section.blocks)
    added = propose_on(
        demo_store, section, new, headline="Dazu",
        kind=ProposalKind.INSERT, placement=Placement.AFTER,
    )  # fmt: skip
    moved = propose_on(
        demo_store, section, kept, headline="Nach vorn",
        kind=ProposalKind.MOVE, placement=Placement.AFTER, anchor_id=text[0].id,
    )  # fmt: skip
    return [
        made_on(demo_store, 0, "Links", "Eine"),
        made_on(demo_store, 0, "Rechts", "Andere", actor=COORDINATOR),
        made_on(demo_store, 1, "Allein", "Für sich"),
        added,
        moved,
    ]


def together(opened: AppTest, ids: list[str]) -> str:
    shown = turn_to(reader_again(opened), "proposals_together", id=ids)
    shapes = [f"{each.type}: {getattr(each, 'value', '')}" for each in shown.main]
    return "\n".join([said(shown), *shapes, *(str(each.value) for each in shown.html)])


def test_together_shows_what_fits_what_does_not_and_the_text(
    demo_store: Store, several: list[Proposal]
) -> None:
    opened, _ = reader(demo_store, Role.STAFF)

    shown = together(opened, [each.id for each in several])

    assert "nicht zusammen mit: Andere" in shown
    assert "nicht zusammen mit: Eine" in shown
    assert '<ins title="kommt hinzu">Links</ins>' in shown
    assert '<ins title="kommt hinzu">Rechts</ins>' in shown
    assert '<ins title="kommt hinzu">Allein</ins>' in shown
    assert "Noch nie gesagt." in shown
    assert "Kommt hinter" in shown


def test_the_order_in_the_address_changes_nothing(
    demo_store: Store, several: list[Proposal]
) -> None:
    opened, _ = reader(demo_store, Role.STAFF)
    ids = [each.id for each in several]

    orders = [ids, ids[::-1], ids[2:] + ids[:2]]
    assert all(
        one == other
        for one, other in itertools.pairwise(together(opened, order) for order in orders)
    )


def test_together_asks_for_proposals_where_none_is_named(demo_store: Store) -> None:
    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals_together")

    assert "Bitte wählen Sie die Vorschläge aus" in said(opened)


def test_together_takes_all_of_a_section(demo_store: Store, several: list[Proposal]) -> None:
    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals_together")

    opened.selectbox(key="together_section").select(several[0].section_id).run()

    assert set(opened.multiselect(key="id").value) == {several[0].id, several[1].id}
    assert opened.query_params["id"] == sorted(each.id for each in several[:2])
