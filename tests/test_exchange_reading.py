"""Reading networks: what is taken from each form, and what is said to be left out."""

import json

import pytest

from network.exchange.foreign import ForeignNetwork, Format, Left
from network.exchange.reading import format_of, read_network
from tests import network_files as files


def left(network: ForeignNetwork) -> dict[Left, int]:
    return {loss.code: loss.count for loss in network.losses}


def lines(network: ForeignNetwork) -> dict[Left, int | None]:
    return {loss.code: loss.place.line for loss in network.losses}


def edges(network: ForeignNetwork) -> list[tuple[str, str, bool]]:
    return [(tie.source, tie.target, tie.mutual) for tie in network.ties]


def test_graphml_is_read_whatever_its_keys_are_called() -> None:
    network = read_network(files.GRAPHML.encode(), "x.graphml")

    assert [(node.id, node.name, node.kind) for node in network.nodes] == [
        ("a", "Büro für Öffentlichkeit", "Verein"),
        ("b", "Flüchtlingsrat", "office"),
        ("c", "c", "Verein"),
    ]
    assert edges(network) == [("a", "b", True), ("b", "c", False)]
    assert network.weights == (2.5,)


def test_graphml_says_what_it_leaves_out_and_on_which_line() -> None:
    found = lines(read_network(files.GRAPHML.encode(), "x.graphml"))

    assert found[Left.UNKNOWN_END] == 18
    assert found[Left.SAME_ID] == 15
    assert set(found) == {
        Left.SAME_ID, Left.UNKNOWN_END, Left.NESTED, Left.PORT, Left.HYPEREDGE, Left.COLUMN
    }  # fmt: skip


@pytest.mark.parametrize("asked", ["Fraktion", "fraktion", "FRAKTION"])
def test_a_column_divides_the_network(asked: str) -> None:
    network = read_network(files.GRAPHML.encode(), "x.graphml", group_column=asked)

    assert [node.partition for node in network.nodes] == ["rot", "", ""]
    assert network.grouped
    assert {loss.detail for loss in network.losses if loss.code is Left.COLUMN} == set()


@pytest.mark.parametrize(
    ("namespace", "version"),
    [
        ("http://www.gexf.net/1.1draft", "1.1"),
        ("http://www.gexf.net/1.2draft", "1.2"),
        ("http://www.gexf.net/1.3", "1.3"),
        ("http://gexf.net/1.3", "1.3"),
    ],
)
def test_gexf_is_read_in_every_namespace_with_its_dates(namespace: str, version: str) -> None:
    network = read_network(files.gexf(namespace, version), "x.gexf")

    first, second = network.nodes
    assert (first.id, first.label, first.start, first.end) == (
        "ä", "Ämterrunde", "2014-01-01", "2016-12-31"
    )  # fmt: skip
    assert [node.attributes["district"] for node in network.nodes] == ["Nord", "Mitte"]
    assert (second.start, second.end) == ("2012-03-01", "")
    assert edges(network) == [("ä", "b", True), ("ä", "b", False), ("ä", "b", False)]
    assert [(tie.kind, tie.label, tie.weight, tie.start) for tie in network.ties] == [
        ("", "kennt", 3.0, ""), ("funds", "", None, "2014-05-01"), ("advises", "", None, "")
    ]  # fmt: skip
    assert left(network) == {Left.LOOKS: 1, Left.SPANS: 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_pajek_is_read_with_relations_lists_and_missing_vertices(encoding: str) -> None:
    network = read_network(files.PAJEK.encode(encoding), "x.net", Format.PAJEK)

    assert [node.name for node in network.nodes] == ["Träger", "Bündnis", "3", "Haus der Vielfalt"]
    assert edges(network) == [
        ("1", "2", False), ("2", "4", True), ("1", "2", False), ("1", "4", False), ("3", "4", True)
    ]  # fmt: skip
    first = network.ties[0]
    assert (first.kind, first.label, first.weight) == ("fördert", "Vertrag", 3.5)
    assert not network.telling_ids
    assert left(network) == {
        Left.COMMENT: 1, Left.POSITIONS: 2, Left.LOOKS: 2, Left.SECTION: 1
    }  # fmt: skip


def test_two_modes_of_pajek_are_kept_apart() -> None:
    network = read_network(files.PAJEK_TWO_MODE.encode(), "x.net")

    assert network.two_mode == (2, 3)
    assert [(tie.source, tie.target, tie.weight) for tie in network.ties] == [
        ("1", "3", 1.0), ("1", "5", 2.0), ("2", "4", 1.0), ("2", "5", 1.0)
    ]  # fmt: skip


def test_edge_lists_of_gephi_and_kumu_are_read() -> None:
    gephi = read_network(files.GEPHI.encode(), "x.csv")
    kumu = read_network(files.KUMU.encode(), "x.csv")

    assert edges(gephi) == [("A", "B", False), ("B", "C", True)]
    assert [(tie.id, tie.weight, tie.label) for tie in gephi.ties] == [
        ("e1", 1.5, "kennt"), ("e2", 2.0, "")
    ]  # fmt: skip
    assert edges(kumu) == [("A", "B", False), ("A", "C", False), ("A", "D", True)]
    assert {(tie.kind, tie.label, tie.strength) for tie in kumu.ties} == {
        ("funds", "zwei\nZeilen", 2.0), ("", "", None)
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_edge_lists_of_european_offices_are_read(encoding: str, end: str, separator: str) -> None:
    text = files.GERMAN.replace("\n", end).replace(";", separator)

    network = read_network(text.encode(encoding), "x.csv")

    assert edges(network) == [("Büro", "Träger", False), ("Träger", "Rat", False)]
    assert [(tie.kind, tie.strength) for tie in network.ties] == [("fördert", 1.5), ("kennt", 2.25)]


def test_lists_without_heads_are_read_only_where_that_is_clear() -> None:
    numbers = read_network(b"1,2,0.5\n2,3,1.5\n", "x.csv")
    names = read_network("Büro;Rat\nRat;Träger\nTräger;Büro\n".encode(), "x.csv")

    assert edges(numbers) == [("1", "2", False), ("2", "3", False)]
    assert numbers.weights == (0.5, 1.5)
    assert len(names.ties) == 3


def test_a_list_of_nodes_describes_what_ties_name_by_id_or_label() -> None:
    nodes = "Id;Label;Art;Gruppe\n1;Büro;office;x\n2;Rat;Verein;y\n3;Allein;;\n".encode()
    network = read_network(b"Source,Target\n1,Rat\n", "x.csv", nodes=nodes, group_column="gruppe")

    assert [(node.id, node.name, node.kind, node.partition) for node in network.nodes] == [
        ("1", "Büro", "office", "x"), ("2", "Rat", "Verein", "y"), ("3", "Allein", "", "")
    ]  # fmt: skip
    assert edges(network) == [("1", "2", False)]


def test_a_workbook_of_kumu_is_read() -> None:
    source = files.workbook(
        {
            "elements": [
                ["Label", "Type", "Tags", "Since", "Farbe"],
                ["Büro", "Office", "Wohnen|Sprache", "01.09.2014", "rot"],
                ["007", None, None, 2014, None],
            ],
            "Connections": [
                ["From", "To", "direction", "Strength"],
                ["Büro", "007|Neu", "mutual", 2],
            ],
            "Notizen (ignore)": [["x"]],
        }
    )
    network = read_network(source, "x.xlsx")

    assert [(node.id, node.kind, node.start) for node in network.nodes] == [
        ("Büro", "Office", "2014-09-01"), ("007", "", "2014"), ("Neu", "", "")
    ]  # fmt: skip
    assert network.nodes[0].attributes == {"topics": "Wohnen|Sprache"}
    assert edges(network) == [("Büro", "007", True), ("Büro", "Neu", True)]
    assert left(network) == {Left.SHEET: 1, Left.COLUMN: 1, Left.IMPLIED: 1}


def test_json_of_kumu_is_read() -> None:
    whole = {
        "elements": [{"label": "Büro", "type": "Office", "tags": ["a", "b"]}, {"label": "Rat"}],
        "connections": [{"from": "Büro", "to": "Rat", "direction": "directed", "type": "funds"}],
    }
    network = read_network(json.dumps(whole).encode(), "x.json")

    assert network.nodes[0].attributes == {"topics": "a|b"}
    assert [(tie.source, tie.target, tie.mutual, tie.kind) for tie in network.ties] == [
        ("Büro", "Rat", False, "funds")
    ]


def test_ties_that_stand_twice_are_kept_once_and_loops_are_counted() -> None:
    network = read_network(
        b"Source,Target,Type,Kind\na,b,Undirected,x\nb,a,Undirected,x\na,b,Undirected,y\n"
        b"a,b,Directed,x\nb,a,Directed,x\na,a,Directed,x\n,b,Directed,x\n",
        "x.csv",
    )

    assert len(network.ties) == 5
    assert left(network) == {Left.NO_END: 1, Left.SAME_TIE: 1, Left.LOOP: 1}
    assert lines(network)[Left.SAME_TIE] == 3
    assert lines(network)[Left.NO_END] == 8


def test_two_modes_of_an_edge_list_are_seen_and_nothing_is_projected() -> None:
    rows = "".join(f"{woman},{event},1\n" for woman in "ABC" for event in "xy")

    two = read_network(f"Source,Target,Weight\n{rows}".encode(), "x.csv")
    one = read_network(f"Source,Target,Weight\n{rows}x,A,1\n".encode(), "x.csv")

    assert (two.two_mode, len(two.nodes), len(two.ties)) == ((3, 2), 5, 6)
    assert one.two_mode is None


def test_weights_that_are_no_positive_numbers_are_left_out_and_their_ties_kept() -> None:
    network = read_network(
        b"Source;Target;Weight\na;b;1.234,5\nb;c;viel\nc;d;-2\nd;a;0\na;c;nan\n", "x.csv"
    )

    assert [tie.weight for tie in network.ties] == [1234.5, None, None, None, None]
    assert left(network)[Left.BAD_WEIGHT] == 1
    assert [loss.detail for loss in network.losses if loss.code is Left.BAD_WEIGHT] == [
        "viel", "-2", "0", "nan"
    ]  # fmt: skip


def test_the_form_is_known_by_what_a_file_holds_whatever_its_name_says() -> None:
    assert format_of(b'<?xml version="1.0"?><gexf/>', "x.txt") is Format.GEXF
    assert format_of(b"\xef\xbb\xbf*Vertices 2", "x.txt") is Format.PAJEK
    assert format_of(b'{"nodes": []}', "x") is Format.JSON
    assert format_of(b"a,b", "X.CSV") is Format.CSV


def test_moments_of_gexf_are_spans_of_time() -> None:
    source = (
        b'<gexf xmlns="http://gexf.net/1.3"><graph><nodes><node id="a" timestamp="2014"/>'
        b'<node id="b"><spells><spell timestamp="2015-03-01"/><spell timestamp="2016-04-01"/>'
        b"</spells></node></nodes></graph></gexf>"
    )

    a, b = read_network(source, "x.gexf").nodes

    assert (a.start, a.end, b.start, b.end) == ("2014", "2014", "2015-03-01", "2016-04-01")
