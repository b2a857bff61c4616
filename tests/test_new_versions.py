"""A new version: what says the same keeps everything, what changed is told, nothing is lost."""

import unicodedata
from collections.abc import Callable

import pytest

from accounts.identity import OPERATOR
from concept_review.currency import Currency
from concept_review.intake import read_draft
from concept_review.matching import MatchKind
from concept_review.outline import assemble, text_of_blocks
from concept_review.proposal import Proposal
from concept_review.section import Section
from data import concepts
from data.new_versions import Plan, import_version, plan_version
from data.proposals import proposals
from data.reviews import reviews_of
from data.section_links import link, targets_by_section
from data.standings import standings
from data.store import Conflict, Store
from data.successions import successions
from tests.conftest import STAFF
from tests.due_section import units
from tests.proposal_walk import accept
from tests.test_change import content
from tests.test_decisions import propose, say_current
from tests.versions import DIVIDED, TEXT, TITLES, imported, named, take

K = MatchKind


def chapters(text: str = TEXT) -> list[str]:
    head, *found = text.split("\n## ")
    return [head, *(f"\n## {each.rstrip()}\n" for each in found)]


def moved(text: str) -> str:
    head, *rest = chapters(text)
    return head + "".join(reversed(rest))


def numbered(text: str) -> str:
    for number, title in (("1.", "Wohnen"), ("2.", "Sprache"), ("7.", "Arbeit"), ("7.1", "Anerk")):
        text = text.replace(f"# {title}", f"# {number} {title}")
    return text


def levelled(text: str) -> str:
    return text.replace("### Anerk", "## Anerk").replace("## Sprache", "### Sprache")


def spaced(text: str) -> str:
    return text.replace(". ", ".\n  ").replace("\n\n", "\n\n\n")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def quoted(text: str) -> str:
    return text.replace("Stadtgebiet.", "Stadtge\u00adbiet.").replace("Zeit und", "**Zeit** und")


FORMS = [numbered, levelled, moved, spaced, decomposed, quoted, lambda text: moved(numbered(text))]


def html(text: str) -> bytes:
    parts = []
    for line in filter(None, text.split("\n")):
        signs, _, words = line.partition(" ")
        level = len(signs) if set(signs) == {"#"} else 0
        parts.append(f"<h{level}>{words}</h{level}>" if level else f"<p>{line}</p>")
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html><head><title>K</title></head><body>{body}</body></html>".encode()


def plain(title: str) -> str:
    return title.lstrip("0123456789. ")


def used(store: Store) -> tuple[str, dict[str, Section], Proposal]:
    """Take a concept, let its sections rest on a unit, review them all, and propose."""
    units(store)
    concept_id = imported(store)
    known = {each.title: each for each in concepts.sections(store, concept_id)}
    for each in known.values():
        link(store, STAFF, each.id, ("organization", "other"))
        say_current(store, each)
    proposal = propose(store, known["Arbeit"], "Alle finden Arbeit.", "Arbeit")
    return concept_id, known, proposal


def currencies(store: Store, concept_id: str) -> dict[str, Currency]:
    found = standings(store, concept_id, with_retired=True)
    return {plain(each.section.title): each.standing.currency for each in found}


def kinds(planned: Plan) -> list[tuple[str, str, str]]:
    """Return what becomes of what, by titles, without what stays."""
    old, new = planned.old, planned.outline.sections
    return [
        (
            "" if each.old is None else old[each.old].title,
            "" if each.new is None else new[each.new].title,
            each.kind.value,
        )
        for each in planned.matches
        if each.kind is not K.UNCHANGED
    ]


def assert_everything_kept(
    store: Store, concept_id: str, known: dict[str, Section], proposal: Proposal
) -> None:
    present = concepts.sections(store, concept_id)
    assert {plain(each.title): each.id for each in present} == {
        title: each.id for title, each in known.items()
    }
    assert set(currencies(store, concept_id).values()) == {Currency.CURRENT}
    assert [len(reviews_of(store, each.id)) for each in present] == [1] * 5
    links = targets_by_section(store, concept_id)
    assert [[target.id for target in links[each.id]] for each in present] == [["other"]] * 5
    assert proposals(store, STAFF, section_id=known["Arbeit"].id) == [proposal]


@pytest.mark.parametrize("form", FORMS)
def test_sections_of_the_same_words_keep_everything(
    store: Store, form: Callable[[str], str]
) -> None:
    concept_id, known, proposal = used(store)

    take(store, concept_id, form(TEXT))

    assert_everything_kept(store, concept_id, known, proposal)
    assert [each.number for each in concepts.versions(store, concept_id)] == [2, 1]
    accept(store, proposal)
    present = concepts.section(store, known["Arbeit"].id)
    assert text_of_blocks(present.blocks) == "Alle finden Arbeit."


def test_another_file_format_of_the_same_text_keeps_everything(store: Store) -> None:
    concept_id, known, proposal = used(store)
    draft = read_draft(html(TEXT))

    planned = plan_version(store, concept_id, assemble(draft.pieces))
    import_version(store, OPERATOR, planned, {})

    assert_everything_kept(store, concept_id, known, proposal)


@pytest.mark.parametrize(
    ("title", "word"),
    list(zip(TITLES, ["Genossenschaften", "Zeit", "Kinder", "Jobcenter", "bald"], strict=True)),
)
def test_one_other_word_makes_exactly_that_section_stale(
    store: Store, title: str, word: str
) -> None:
    concept_id, known, _ = used(store)
    take(store, concept_id, TEXT.replace(word, "Andere"))

    all_current = dict.fromkeys(TITLES, Currency.CURRENT)
    assert currencies(store, concept_id) == {**all_current, title: Currency.STALE_TEXT}
    assert named(store, concept_id, title).id == known[title].id


def test_the_same_file_twice_changes_nothing_but_the_list_of_versions(store: Store) -> None:
    concept_id, _, _ = used(store)
    take(store, concept_id, moved(TEXT))
    before = content(store)

    take(store, concept_id, moved(TEXT))

    after = content(store)
    assert {name for name in after if after[name] != before[name]} == {"versions", "events"}
    assert [each.number for each in concepts.versions(store, concept_id)] == [3, 2, 1]


def test_a_chapter_that_is_new_is_reviewed_by_nobody(store: Store) -> None:
    concept_id, known, _ = used(store)
    planned = take(store, concept_id, TEXT + "\n## Sport\n\nVereine öffnen ihre Hallen.\n")

    assert kinds(planned) == [("", "Sport", "new")]
    assert currencies(store, concept_id) == {
        **dict.fromkeys(TITLES, Currency.CURRENT), "Sport": Currency.NEVER
    }  # fmt: skip
    assert named(store, concept_id, "Sport").id not in {each.id for each in known.values()}


def test_a_chapter_that_is_gone_stays_readable_with_its_proposals(store: Store) -> None:
    concept_id, known, proposal = used(store)
    head, living, speaking, _ = chapters()
    planned = take(store, concept_id, head + living + speaking)

    assert kinds(planned) == [("Arbeit", "", "gone"), ("Anerkennung", "", "gone")]
    assert [each.title for each in concepts.sections(store, concept_id)] == TITLES[:3]
    assert currencies(store, concept_id)["Arbeit"] is Currency.RETIRED
    ended = concepts.section(store, known["Arbeit"].id)
    assert ended.retired_on
    assert ended.blocks == known["Arbeit"].blocks
    assert len(concepts.wordings(store, ended.id)) == len(reviews_of(store, ended.id)) == 1
    assert proposals(store, STAFF, section_id=ended.id) == [proposal]
    with pytest.raises(Conflict):
        say_current(store, ended)


def test_a_divided_chapter_lives_on_in_one_piece_and_both_rest_on_the_same(store: Store) -> None:
    concept_id, known, _ = used(store)
    planned = take(store, concept_id, DIVIDED)

    assert kinds(planned) == [("Sprache", "Sprache", "split"), ("Sprache", "Kita", "split")]
    piece = named(store, concept_id, "Kita")
    assert named(store, concept_id, "Sprache").id == known["Sprache"].id
    (followed,) = successions(store, piece.id)
    assert (followed.old_id, followed.new_id) == (known["Sprache"].id, piece.id)
    assert (followed.kind, followed.state) == (K.SPLIT, "sure")
    links = targets_by_section(store, concept_id)
    assert [each.id for each in links[piece.id]] == ["other"]
    assert currencies(store, concept_id)["Sprache"] is Currency.STALE_TEXT
    assert currencies(store, concept_id)["Kita"] is Currency.NEVER


def test_of_merged_chapters_one_lives_on_and_the_other_leads_to_it(store: Store) -> None:
    concept_id = imported(store, DIVIDED)
    known = {each.title: each for each in concepts.sections(store, concept_id)}
    planned = take(store, concept_id, TEXT)

    assert kinds(planned) == [("Sprache", "Sprache", "merged"), ("Kita", "Sprache", "merged")]
    assert named(store, concept_id, "Sprache").id == known["Sprache"].id
    (followed,) = successions(store, known["Kita"].id)
    assert (followed.new_id, followed.kind) == (known["Sprache"].id, K.MERGED)
    assert concepts.section(store, known["Kita"].id).retired_on


def test_where_a_section_stands_is_taken_from_the_file(store: Store) -> None:
    concept_id, known, _ = used(store)
    take(store, concept_id, levelled(TEXT))

    present = {each.title: each for each in concepts.sections(store, concept_id)}
    assert present["Sprache"].parent_id == known["Wohnen"].id
    assert (present["Anerkennung"].parent_id, present["Anerkennung"].level) == (None, 1)
    take(store, concept_id, moved(TEXT))
    assert [each.title for each in concepts.sections(store, concept_id)] == [
        "Arbeit", "Anerkennung", "Sprache", "Wohnen", "Übergangswohnen"
    ]  # fmt: skip
