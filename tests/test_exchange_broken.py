"""Broken and hostile files: refused with a reason and the place, never with a crash."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.exchange import foreign, gathering
from network.exchange.foreign import Format
from network.exchange.reading import read_network
from network.exchange.unreadable import Fault, UnreadableNetwork
from tests import network_files as files

BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>"""
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<gexf><graph><nodes><node id="a" label="&a;"/></nodes></graph></gexf>"""
BROKEN = {
    "nothing": (b"  \n", "x.csv", Fault.EMPTY, None),
    "an unknown ending": (b"abc", "x.doc", Fault.UNKNOWN_FORMAT, None),
    "XML that ends early": (
        files.GRAPHML[:1000].encode(), "x.graphml", Fault.BROKEN_XML, 18,
    ),
    "GraphML without a graph": (b"<graphml>\n</graphml>", "x", Fault.NO_GRAPH, 1),
    "a node without id": (b"<graphml><graph>\n<node/></graph></graphml>", "x", Fault.NO_ID, 2),
    "entities that multiply": (BOMB, "x.graphml", Fault.ENTITIES, None),
    "entities from outside": (OUTSIDE, "x.gexf", Fault.ENTITIES, None),
    "entities in UTF-16": (
        BOMB.decode().replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16"),
        "x.graphml", Fault.ENTITIES, None,
    ),
    "Pajek with a word for a number": (
        b"*Vertices 2\r1 a\r2 b\r*Arcs\r1 x\r", "x.net", Fault.BAD_LINE, 5,
    ),
    "Pajek with a vertex too many": (
        b"*Vertices 2\n1 a\n2 b\n*Edges\n1 3\n", "x.net", Fault.UNKNOWN_VERTEX, 5,
    ),
    "Pajek with a word for a weight": (
        b"*Vertices 2\n1 a\n2 b\n*Edges\n1 2 viel\n", "x.net", Fault.BAD_LINE, 5,
    ),
    "Pajek with a label that never ends": (b'*Vertices 1\n1 "a\n', "x.net", Fault.BAD_LINE, 2),
    "zeros alone": (b"\0" * 40, "x.csv", Fault.NOT_TEXT, None),
    "Pajek without vertices": (b"*Arcs\n1 2\n", "x.net", Fault.NO_VERTICES, 1),
    "Pajek with a short row": (b"*Vertices 2\n*Matrix\n0 1\n1\n", "x.net", Fault.BAD_LINE, 4),
    "Pajek that is far too large": (b"*Vertices 999999999", "x.net", Fault.TOO_MANY_NODES, 1),
    "a table without ends": (b"Name,Farbe\n", "y.csv", Fault.NOTHING, None),
    "a table of something else": (b"Farbe,Form\nrot,rund\n", "x.csv", Fault.NO_COLUMNS, 1),
    "quotes that never end": (
        b'Source,Target\na,b\n"a,b\nc,d\n', "x.csv", Fault.BROKEN_TABLE, 3,
    ),
    "JSON that ends early": (b'{"nodes": [\n{"id": 1},\n', "x.json", Fault.BROKEN_JSON, 3),
    "JSON of something else": (b'{"a": 1}', "x.json", Fault.NOT_A_NETWORK, None),
    "JSON that is too deep": (
        b'{"nodes": ' + b"[" * 200_000, "x.json", Fault.BROKEN_JSON, 1,
    ),
    "a workbook that is none": (b"PK\x03\x04nonsense", "x.xlsx", Fault.BROKEN_WORKBOOK, None),
    "an old or locked workbook": (
        b"\xd0\xcf\x11\xe0" + b"\0" * 600, "x.xlsx", Fault.ENCRYPTED, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_with_its_place(case: str) -> None:
    source, name, code, line = BROKEN[case]

    with pytest.raises(UnreadableNetwork) as refused:
        read_network(source, name)

    assert (refused.value.code, refused.value.place.line) == (code, line)


def test_a_workbook_without_known_sheets_names_those_it_has() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(files.workbook({"Farben": [["rot", "rund"]]}), "x.xlsx")

    assert (refused.value.code, refused.value.detail) == (Fault.NO_SHEETS, "Farben")


def test_a_sheet_without_the_right_columns_is_named_with_its_row() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(files.workbook({"Connections": [["", ""], ["A", "B"]]}), "x.xlsx")

    assert refused.value.code is Fault.NO_COLUMNS
    assert (refused.value.place.sheet, refused.value.place.row) == ("Connections", 2)


def test_an_unknown_column_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(files.GRAPHML.encode(), "x.graphml", group_column="Partei")

    assert refused.value.code is Fault.UNKNOWN_COLUMN
    assert "Fraktion" in refused.value.detail


def test_a_workbook_that_would_fill_the_memory_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)

    with pytest.raises(UnreadableNetwork) as refused:
        read_network(stream.getvalue(), "x.xlsx")

    assert refused.value.code is Fault.UNPACKS_TOO_LARGE


def test_more_nodes_and_ties_than_the_limits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_NODES", 2)
    monkeypatch.setattr(gathering, "MAX_TIES", 3)
    for source, code in (
        (b"Source,Target\na,b\nb,c\n", Fault.TOO_MANY_NODES),
        (b"Source,Target\n" + b"a,b\n" * 4, Fault.TOO_MANY_TIES),
    ):
        with pytest.raises(UnreadableNetwork) as refused:
            read_network(source, "x.csv")
        assert refused.value.code is code


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(b" " * (foreign.MAX_BYTES + 1), "x.csv")

    assert refused.value.code is Fault.TOO_LARGE


GOOD = {
    Format.GRAPHML: files.GRAPHML.encode(),
    Format.GEXF: files.gexf("http://gexf.net/1.3", "1.3"),
    Format.PAJEK: files.PAJEK.encode(),
    Format.CSV: files.GERMAN.encode(),
    Format.JSON: b'{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2}]}',
    Format.XLSX: files.workbook({"Connections": [["From", "To"], ["A", "B"]]}),
}


@pytest.mark.parametrize("form", GOOD)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_spoilt_file_is_read_or_refused(form: Format, data: st.DataObject) -> None:
    source = bytearray(GOOD[form])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(source) - 1))
        source[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=5))
    try:
        network = read_network(bytes(source), "x", form)
    except UnreadableNetwork:
        return
    assert {end for tie in network.ties for end in (tie.source, tie.target)} <= {
        node.id for node in network.nodes
    }


def test_quotes_that_never_end_are_told_on_their_line_for_each_separator() -> None:
    for separator in (",", ";", "\t"):
        source = f'Source{separator}Target\na{separator}"b\nc{separator}d\n'

        with pytest.raises(UnreadableNetwork) as refused:
            read_network(source.encode(), "x.csv")

        assert (refused.value.code, refused.value.place.line) == (Fault.BROKEN_TABLE, 2)


def test_a_network_without_columns_of_nodes_cannot_be_divided_and_says_so() -> None:
    for source, name in ((b"Source,Target\na,b\n", "x.csv"), (b"*Vertices 1\n1 a\n", "x.net")):
        with pytest.raises(UnreadableNetwork) as refused:
            read_network(source, name, group_column="Sektor")

        assert refused.value.code is Fault.NO_NODE_COLUMNS
    described = read_network(source, name, nodes=b"Id;Sektor\n1;X\n", group_column="Sektor")
    assert [node.partition for node in described.nodes] == ["X"]


def test_what_is_no_record_in_a_list_of_json_is_told_by_its_place() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(b'{"nodes": [{"id": 1}], "links": ["x"]}', "x.json")

    place = refused.value.place
    assert (refused.value.code, place.listed, place.row) == (Fault.NOT_A_RECORD, "links", 1)
