"""Finding: parts of words in any order, umlauts and legal forms aside, and near misses."""

from hypothesis import given
from hypothesis import strategies as st

from network.finding import By, Hit, find, index_of
from network.graph import build_graph
from network.organization import Classification, Organization, Post, Roster, Topic

PLACES = Roster(
    organizations=(
        Organization(
            id="board",
            name="Migrantenbeirat der Landeshauptstadt Potsdam",
            short_name="MB",
            other_names=("Ausländerbeirat",),
            classification=Classification.ADVISORY_BOARD,
        ),
        Organization(
            id="council",
            name="Flüchtlingsrat Brandenburg e. V.",
            classification=Classification.ASSOCIATION,
        ),
        Organization(
            id="language", name="Sprachcafé am Kanal", classification=Classification.INITIATIVE
        ),
        Organization(
            id="unit", name="Büro für Chancengleichheit", classification=Classification.OFFICE
        ),
    ),
    posts=(Post(id="post", label="Beauftragte für Integration", organization_id="unit"),),
    topics=(Topic(id="topic", term="Sprache und Bildung"),),
)
INDEX = index_of(build_graph(PLACES, None))


def ids(typed: str) -> list[str]:
    return [hit.id for hit in find(INDEX, typed)]


def test_umlauts_and_legal_forms_do_not_matter() -> None:
    for typed in ("Flüchtlingsrat", "fluechtlingsrat e.V.", "fluchtlingsrat eingetragener Verein"):
        assert ids(typed) == ["council"]


def test_parts_of_words_are_found_in_any_order() -> None:
    assert ids("potsdam beirat") == ["board"]
    assert ids("kanal sprachc") == ["language"]


def test_a_hit_tells_by_what_it_was_found() -> None:
    assert find(INDEX, "ausländerb") == [Hit("board", By.FORMER_NAME, "Ausländerbeirat")]
    assert find(INDEX, "mb")[0] == Hit("board", By.SHORT_NAME, "MB")
    assert find(INDEX, "bildung") == [Hit("topic", By.TOPIC, "Sprache und Bildung")]
    assert find(INDEX, "beauftragte chancen") == [
        Hit("post", By.POST, "Beauftragte für Integration")
    ]


def test_names_that_begin_so_come_first() -> None:
    assert ids("sprach") == ["language", "topic"]


def test_what_is_nearly_written_so_is_found_when_nothing_else_is() -> None:
    found = find(INDEX, "migranntenbeirat")

    assert [hit.id for hit in found] == ["board"]
    assert found[0].near
    assert ids("flüchtingsrat brandenbrug") == ["council"]
    assert ids("qwertzuiop") == []


def test_nothing_typed_finds_nothing() -> None:
    assert [find(INDEX, typed) for typed in ("", "  ", "–")] == [[], [], []]


@given(st.text(max_size=40))
def test_whatever_is_typed_each_record_is_found_once(typed: str) -> None:
    found = ids(typed)

    assert len(found) == len(set(found)) <= 8


@given(st.sampled_from(PLACES.organizations), st.data())
def test_every_part_of_a_name_finds_it(wanted: Organization, data: st.DataObject) -> None:
    words = data.draw(st.permutations(wanted.name.replace(" e. V.", "").split()))
    word = words[0]
    part = word[data.draw(st.integers(0, len(word) - 1)) :]

    assert wanted.id in ids(" ".join([part, *words[1:]]))
