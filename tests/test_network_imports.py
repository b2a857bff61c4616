"""Taking networks over from files: matched, added, never twice, and nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from accounts.identity import OPERATOR
from data.events import events
from data.former_names import former_names
from data.network_imports import import_foreign, plan_import
from data.organizations import find_organizations, organizations
from data.positions import positions
from data.roster import roster
from data.sqlite_store import SqliteStore
from data.store import Store
from network.exchange.flattening import foreign_of
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Format, Left
from network.exchange.plan import ImportPlan
from network.exchange.reading import read_network
from network.exchange.vocabulary import Meaning, Vocabulary
from network.exchange.writing import Output, write_network, write_nodes
from network.graph import build_graph
from network.organization import Classification, RelationKind
from tests.foreign_networks import networks

GERMAN = Vocabulary({"buero": "office", "verein": "association"}, {"foerdert": "funds"})
NODES = (
    "Id;Label;Art;Themen;Internet\n1;Büro;Büro;Wohnen|Sprache;\n2;Träger e. V.;Verein;;kein ort\n"
)
TIES = "Source;Target;Type;Kind;Weight\n1;2;Directed;fördert;2\n2;1;Undirected;kennt;3\n"


def read(ties: str = TIES, nodes: str = NODES, name: str = "x.csv") -> ForeignNetwork:
    return read_network(ties.encode(), name, nodes=nodes.encode() if nodes else None)


def counts(done: ImportPlan) -> list[tuple[int, int, int, int]]:
    return [
        (each.new, each.changed, each.unchanged, each.refused) for each in (done.nodes, done.ties)
    ]


def test_a_network_becomes_organisations_and_relations(store: Store) -> None:
    done = import_foreign(store, OPERATOR, read(), GERMAN)

    assert counts(done) == [(2, 0, 0, 0), (2, 0, 0, 0)]
    office, provider = organizations(store)
    assert (office.name, office.classification) == ("Büro", Classification.OFFICE)
    assert (provider.name, provider.classification) == ("Träger e. V.", Classification.ASSOCIATION)
    terms = {topic.id: topic.term for topic in roster(store).topics}
    assert [terms[each] for each in office.topic_ids] == ["Wohnen", "Sprache"]
    funds, linked = sorted(roster(store).relations, key=lambda each: each.classification)
    assert (funds.classification, funds.mutual, funds.strength) == (RelationKind.FUNDS, None, 2)
    assert (linked.classification, linked.mutual, linked.label) == (
        RelationKind.LINKED, True, "kennt"
    )  # fmt: skip
    assert {loss.code for loss in done.refused} == {Left.BAD_WEBSITE}
    assert set(positions(store)) == {office.id, provider.id}
    assert [each.id for each in find_organizations(store, "traeger")] == [provider.id]


def test_a_second_import_of_the_same_file_writes_nothing(store: Store) -> None:
    import_foreign(store, OPERATOR, read(), GERMAN)
    before = events(store)

    again = import_foreign(store, OPERATOR, read(), GERMAN)

    assert again.nothing
    assert counts(again) == [(0, 0, 2, 0), (0, 0, 2, 0)]
    assert events(store) == before


def test_a_known_name_is_found_again_and_keeps_what_the_file_does_not_say(store: Store) -> None:
    import_foreign(store, OPERATOR, read(), GERMAN)

    done = import_foreign(
        store,
        OPERATOR,
        read(nodes="Id;Label;Stadtteil\nbüro-1;Büro;Nord\n", ties="Source;Target\nbüro-1;Neu\n"),
    )

    assert counts(done) == [(1, 1, 0, 0), (1, 0, 0, 0)]
    office = next(each for each in organizations(store) if each.name == "Büro")
    assert (office.district, office.classification) == ("Nord", Classification.OFFICE)
    assert len(office.topic_ids) == 2
    assert office.identifiers == ("1", "büro-1")


def test_the_same_name_of_another_kind_is_another_organisation(store: Store) -> None:
    import_foreign(store, OPERATOR, read(), GERMAN)

    done = plan_import(
        store, read(nodes="Id;Label;Art\nx;Büro;Verein\n", ties="Source;Target\nx;Träger\n"), GERMAN
    )

    assert done.nodes.new == 1
    assert done.organizations[0].name == "Büro"


def test_mere_numbers_of_two_files_are_not_taken_for_each_other(store: Store) -> None:
    import_foreign(store, OPERATOR, read(), GERMAN)
    other = read(nodes="Id;Label\n1;Kita\n2;Schule\n", ties="Source;Target\n1;2\n")

    done = import_foreign(store, OPERATOR, other)

    assert done.nodes.new == 2
    assert len(organizations(store)) == 4


@pytest.mark.parametrize(
    ("meaning", "found"),
    [
        (Meaning.STRENGTH, (2, None)),
        (Meaning.DISTANCE, (None, 2)),
        (Meaning.IGNORE, (None, None)),
    ],
)
def test_weights_mean_what_was_said(
    store: Store, meaning: Meaning, found: tuple[float | None, float | None]
) -> None:
    import_foreign(store, OPERATOR, read(), GERMAN, meaning)

    funds = next(each for each in roster(store).relations if each.label == "")
    assert (funds.strength, funds.distance) == found


def test_an_unknown_kind_divides_the_network_unless_a_column_does(store: Store) -> None:
    nodes = b"Id,Label,Type,Club\na,A,Senator,x\n"
    plain = read_network(b"Source,Target\na,b\n", "x.csv", nodes=nodes)
    grouped = read_network(b"Source,Target\na,b\n", "x.csv", nodes=nodes, group_column="club")

    assert plan_import(store, plain).organizations[0].partition == "Senator"
    done = plan_import(store, grouped)
    assert done.organizations[0].partition == "x"
    assert [(loss.code, loss.detail) for loss in done.refused] == [(Left.KIND, "Senator")]


def test_circles_second_homes_and_posts_without_a_home_are_refused(store: Store) -> None:
    foreign = read_network(
        b"Source,Target,Kind\na,b,part_of\nb,a,part_of\na,c,part_of\na,a,member_of\n",
        "x.csv",
        nodes=b"Id,Kind\np,post\na,office\n",
    )
    done = import_foreign(store, OPERATOR, foreign)

    assert counts(done) == [(4, 0, 0, 0), (1, 0, 0, 3)]
    assert [loss.code for loss in done.refused] == [
        Left.POST,
        Left.PARENT,
        Left.PARENT,
        Left.MEMBER,
    ]
    assert import_foreign(store, OPERATOR, foreign).nothing


@pytest.mark.parametrize("form", list(Output))
def test_the_whole_city_comes_back_from_every_form(
    demo_file: Path, store: Store, tmp_path: Path, form: Output
) -> None:
    (tmp_path / "city.db").write_bytes(demo_file.read_bytes())
    city = SqliteStore(tmp_path / "city.db")
    whole = foreign_of(build_graph(roster(city), None))
    read_as = {Output.GEPHI: Format.CSV}.get(form) or Format(form.value)
    file = read_network(write_network(whole, form), "x", read_as, write_nodes(whole, form))

    done = import_foreign(store, OPERATOR, file)
    back = foreign_of(build_graph(roster(store), None))

    assert (done.nodes.new, done.ties.new) == (len(whole.nodes), len(whole.ties))
    assert import_foreign(store, OPERATOR, file).nothing
    if form is not Output.PAJEK:
        assert {node.id: node for node in back.nodes} == {node.id: node for node in whole.nodes}
        assert without_ids(back) == without_ids(whole)
        assert plan_import(city, file).nothing
    city.close()


def without_ids(network: ForeignNetwork) -> list[tuple[object, ...]]:
    """Return the ties; those of belonging have ids that hang on the store."""
    return sorted(
        (
            tie.source, tie.target, tie.kind, tie.mutual, tie.role, tie.label, tie.note,
            str(tie.strength), str(tie.distance), tie.start, tie.end, tie.confirmation, tie.sources,
        )
        for tie in network.ties
    )  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(network=networks())
def test_any_network_is_taken_once(tmp_path: Path, network: ForeignNetwork) -> None:
    path = tmp_path / "x.db"
    for each in tmp_path.glob("x.db*"):
        each.unlink()
    store = SqliteStore(path)
    store.migrate()

    first = import_foreign(store, OPERATOR, network)
    written = foreign_of(build_graph(roster(store), None))
    again = import_foreign(store, OPERATOR, network)

    assert again.nothing
    assert first.nodes.new == len(network.nodes) == len(written.nodes)
    assert first.ties.new == len(network.ties) == len(written.ties)
    assert plan_import(store, written).nothing
    store.close()


def test_an_import_that_is_given_up_leaves_nothing(store: Store) -> None:
    told: list[float] = []

    def give_up(share: float) -> None:
        told.append(share)
        raise KeyboardInterrupt

    ties = tuple(ForeignTie(source=f"n{at}", target=f"n{at // 2}") for at in range(1, 400))
    nodes = tuple(ForeignNode(id=f"n{at}") for at in range(400))
    network = ForeignNetwork(format=Format.CSV, nodes=nodes, ties=ties)

    with pytest.raises(KeyboardInterrupt):
        import_foreign(store, OPERATOR, network, progress=give_up)

    assert told
    assert not organizations(store)
    assert not positions(store)
    assert not store.find("events", order="seq")


def test_a_changed_name_changes_a_node_that_a_number_names(store: Store) -> None:
    nodes = "Id;Label\n1;Büro\n2;Treff\n3;Amt\n"
    ties = "Source;Target\n1;2\n2;3\n"
    import_foreign(store, OPERATOR, read(ties, nodes))

    done = import_foreign(store, OPERATOR, read(ties, nodes.replace("Treff", "Haus der Mitte")))

    assert counts(done) == [(0, 1, 2, 0), (0, 0, 2, 0)]
    assert {each.name for each in organizations(store)} == {"Büro", "Haus der Mitte", "Amt"}
    (renamed,) = [each for each in organizations(store) if each.name == "Haus der Mitte"]
    assert [each.name for each in former_names(store, renamed.id)] == ["Treff"]
