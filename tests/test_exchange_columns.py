"""Which heads name the ends of ties, where ties begin, and what quotes in Pajek mean."""

import pytest

from data.network_imports import plan_import
from network.exchange.reading import read_network
from network.exchange.room import read_apart

ENDS = ["Source;Target", "Quelle;Ziel", "From;To", "Subject;Object"]


@pytest.mark.parametrize("ends", ENDS)
def test_from_and_until_beside_both_ends_are_dates(ends: str) -> None:
    source = f"{ends};Von;Bis\nBüro;Öko e. V.;30.09.2014;2020\n"

    [tie] = read_network(source.encode(), "x.csv").ties

    assert (tie.source, tie.target) == ("Büro", "Öko e. V.")
    assert (tie.start, tie.end) == ("2014-09-30", "2020")


@pytest.mark.parametrize("ends", ["Von;Nach", "Von;Zu", "Von;Ziel"])
def test_from_names_an_end_where_nothing_else_does(ends: str) -> None:
    [tie] = read_network(f"{ends};Bis\na;b;2020\n".encode(), "x.csv").ties

    assert (tie.source, tie.target, tie.end) == ("a", "b", "2020")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ('1 "Haus "Mitte""', 'Haus "Mitte"'),
        ('1 "Verein "Hilfe" e. V." 0.5 0.5 ic Red', 'Verein "Hilfe" e. V.'),
        ('1 "Haus ""Mitte"""', 'Haus "Mitte"'),
        ('1 "" 0.1 0.2', "1"),
        ('1 "Straße 1" ic Red font "Arial"', "Straße 1"),
        ("1 Amt 0.1", "Amt"),
    ],
)
def test_quotes_in_a_label_of_pajek_stay(line: str, label: str) -> None:
    [node] = read_network(f"*Vertices 1\n{line}\n".encode(), "x.net").nodes

    assert node.name == label


def test_ties_of_two_modes_begin_in_the_first_whichever_way_they_are_written() -> None:
    pajek = read_network(
        b"*Vertices 4 2\n1 a\n2 b\n3 x\n4 y\n*Edges\n3 1\n2 3\n4 2\n*Arcs\n4 1\n", "x.net"
    )
    marked = read_network(
        b'{"nodes": [{"id": "x", "bipartite": 1}, {"id": "a", "bipartite": 0}],'
        b'"links": [{"source": "x", "target": "a"}]}',
        "x.json",
    )

    ends = [(tie.source, tie.target) for tie in pajek.ties]
    assert ends == [("1", "3"), ("2", "3"), ("2", "4"), ("4", "1")]
    assert [(tie.source, tie.target) for tie in marked.ties] == [("a", "x")]


def test_faults_are_named_by_the_columns_of_the_file_itself() -> None:
    foreign = read_apart([
        ("kanten.csv", b"Von;Nach;Gewicht;Beginn\n1;2;minus;gestern\n"),
        ("knoten.csv", b"Id;Label;Internet\n1;A;kein ort\n2;B;\n"),
    ])  # fmt: skip
    done = plan_import(None, foreign)

    columns = [each.place.column for each in (*foreign.losses, *done.refused)]
    assert columns == ["", "Gewicht", "Beginn", "Internet"]
