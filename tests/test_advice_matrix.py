"""Was zu tun ist: the whole table of a field of action, and what the page says of what if."""

from concept_review.debt import fields
from data.concepts import concepts
from data.coverage import coverage
from data.store import Store
from tests.test_advice_page import graph_of, key_of, opened, words
from views.advice_matrix import cell_text


def test_the_whole_table_of_a_field_says_every_part_in_words(demo_store: Store) -> None:
    found = coverage(demo_store, concepts(demo_store)[-1].id, graph_of(demo_store))
    heads = fields([row.section for row in found.rows])
    lead = key_of(demo_store, "gb-3")
    field = next(heads[row.section.id] for row in found.rows if lead in row.cells)
    kept = [r for r in found.rows if heads[r.section.id] == field and r.section.reviewable]

    page = opened(demo_store, teil="abdeckung", feld=field)

    (whole,) = (each.value for each in page.table if len(each.value.columns) == len(kept) + 1)
    assert len(whole) == len({each for row in kept for each in row.cells})
    words_in = [cell for cell in whole.iloc[:, 1:].to_numpy().ravel() if cell]
    assert len(words_in) == sum(len(row.cells) for row in kept)
    first = next(n for n, name in enumerate(whole.iloc[:, 0]) if lead in name)
    assert [cell_text(row.cells.get(lead)) for row in kept] == list(whole.iloc[first, 1:])


def test_without_a_field_the_whole_table_says_how_to_get_it(demo_store: Store) -> None:
    assert "Wählen Sie oben ein Handlungsfeld" in words(opened(demo_store, teil="abdeckung"))


def test_what_if_says_that_an_organisation_takes_its_posts_along(demo_store: Store) -> None:
    assert "fallen hier auch ihre Stellen weg" in words(opened(demo_store, teil="wenn"))
