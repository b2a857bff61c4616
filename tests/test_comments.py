"""Discussion in the store: at the wording that was read, by whom it is allowed, never lost."""

import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.comment import InvalidComment
from concept_review.section import Section
from data import comments, events
from data.comments import Place
from data.concepts import sections
from data.store import AlreadyDone, Conflict, NotFound, Store
from data.successions import settle
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import propose_on
from tests.versions import TEXT, an_open_pair, imported, named, take
from tests.writing_verbs import a_section, wording
from tests.writing_verbs_discussion import a_comment

EDITOR = Identity("editor", "Sprachcafé", Role.ORG_EDITOR, "cafe")
CLERK = Identity("clerk", "Gremiendienst", Role.CLERK)
ADMIN = Identity("admin", "Technik", Role.ADMIN)


def at(section: Section, quote: str = "", block: int = 0) -> Place:
    return Place(section.version_id, section.blocks[block].id, quote)


def test_a_comment_keeps_its_words_its_passage_and_its_author(store: Store) -> None:
    section = a_section(store)

    kept = comments.comment(store, EDITOR, section.id, " Welche? ", at(section, "eine Wohnung"))

    assert comments.comments(store, STAFF, section.id) == [kept]
    assert (kept.text, kept.author_name, kept.quote) == ("Welche?", "Sprachcafé", "eine Wohnung")
    assert (kept.block_id, kept.base_version_id) == (section.blocks[0].id, section.version_id)
    assert kept.anchor
    assert kept.settled_by is None


def test_without_a_quote_the_whole_block_and_without_a_block_the_section_is_meant(
    store: Store,
) -> None:
    section = a_section(store)

    block = comments.comment(store, STAFF, section.id, "Gut.", at(section))
    whole = comments.comment(store, STAFF, section.id, "Gut.", Place(section.version_id))

    assert block.quote == section.blocks[0].text
    assert whole.anchor is None


def test_a_comment_may_be_on_a_wording_that_was_replaced_while_one_wrote(store: Store) -> None:
    concept_id = imported(store)
    read = named(store, concept_id, "Sprache")
    take(store, concept_id, TEXT.replace("Die Volkshochschule bietet", "Drei Schulen bieten"))

    kept = comments.comment(store, STAFF, read.id, "Nur sie?", at(read, "Volkshochschule"))

    assert named(store, concept_id, "Sprache").version_id != read.version_id
    assert kept.base_version_id == read.version_id


def test_what_does_not_belong_to_the_section_is_refused(store: Store) -> None:
    first = a_section(store)
    second = sections(store, first.concept_id)[1]

    for place in (at(second), Place(first.version_id, "made up"), Place("made up")):
        with pytest.raises(NotFound):
            comments.comment(store, STAFF, first.id, "Hm.", place)
    with pytest.raises(NotFound):
        comments.comment(store, STAFF, second.id, "Hm.", at(second), proposal_id="made up")
    with pytest.raises(InvalidComment):
        comments.comment(store, STAFF, first.id, "Hm.", at(first, "Schloss"))
    assert comments.comments(store, STAFF, first.id) == []


def test_a_comment_can_be_on_a_proposal_of_the_same_section(store: Store) -> None:
    section = a_section(store)
    proposal = propose_on(store, section, wording("Wohnungen für alle."))
    other = sections(store, section.concept_id)[1]
    place = Place(proposal.base_version_id)

    kept = comments.comment(
        store, STAFF, proposal.section_id, "Besser.", place, proposal_id=proposal.id
    )
    answer = comments.reply(store, EDITOR, kept.id, "Ja.")

    assert (kept.proposal_id, answer.proposal_id) == (proposal.id, proposal.id)
    with pytest.raises(NotFound):
        comments.comment(store, STAFF, other.id, "?", at(other), proposal_id=proposal.id)


def test_an_answer_to_an_answer_stands_in_the_same_thread(store: Store) -> None:
    first = a_comment(store)

    answer = comments.reply(store, EDITOR, first.id, "Jede.")
    again = comments.reply(store, STAFF, answer.id, "Gut.")

    assert (answer.parent_id, again.parent_id) == (first.id, first.id)
    assert answer.anchor is None
    assert len(comments.comments(store, CLERK, first.section_id)) == 3


def test_whoever_began_it_and_staff_settle_and_reopen_it(store: Store) -> None:
    section = a_section(store)
    first = comments.comment(store, EDITOR, section.id, "Wie?", at(section))
    other = Identity("other", "Verein", Role.ORG_EDITOR, "other")

    with pytest.raises(NotPermitted):
        comments.settle(store, other, first.id, expected=first.revision)
    settled = comments.settle(store, EDITOR, first.id, expected=first.revision)
    opened = comments.reopen(store, STAFF, first.id, expected=settled.revision)

    assert (settled.settled_by, opened.settled_by) == (EDITOR.id, None)
    with pytest.raises(Conflict):
        comments.settle(store, COORDINATOR, first.id, expected=first.revision)


def test_an_answer_alone_is_not_settled(store: Store) -> None:
    answer = comments.reply(store, STAFF, a_comment(store).id, "Jede.")

    with pytest.raises(NotFound):
        comments.settle(store, STAFF, answer.id, expected=answer.revision)


def test_the_clerk_reads_and_guests_and_admins_see_nothing(store: Store) -> None:
    first = a_comment(store)

    assert comments.comments(store, CLERK, first.section_id) == [first]
    with pytest.raises(NotPermitted):
        comments.reply(store, CLERK, first.id, "Zur Kenntnis.")
    for stranger in (GUEST, ADMIN):
        with pytest.raises(NotPermitted):
            comments.comments(store, stranger, first.section_id)


def test_a_form_is_saved_once_and_the_log_bears_no_words(store: Store) -> None:
    section = a_section(store)
    comments.comment(store, STAFF, section.id, "Geheimnis", at(section), key="form")

    with pytest.raises(AlreadyDone):
        comments.comment(store, STAFF, section.id, "Geheimnis", at(section), key="form")

    assert len(comments.comments(store, STAFF, section.id)) == 1
    assert "Geheimnis" not in "".join(each.detail for each in events.events(store))


def test_comments_go_with_a_section_that_turns_out_to_be_an_old_one(store: Store) -> None:
    pair = an_open_pair(store)
    version = store.get("sections", pair.new_id)["current_version_id"]
    kept = comments.comment(store, STAFF, pair.new_id, "Welche Messe?", Place(version))

    settle(store, COORDINATOR, pair.id, same=True, expected=pair.revision)

    assert [each.id for each in comments.comments(store, STAFF, pair.old_id)] == [kept.id]
