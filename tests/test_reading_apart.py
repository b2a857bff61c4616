"""Files are read in a process of their own, that can neither hang nor fill the memory."""

import json
import os
import zipfile
from io import BytesIO

import pytest
from hypothesis import given

from network.exchange import child, room
from network.exchange.foreign import Format
from network.exchange.plain import (
    network_from_plain,
    network_to_plain,
    refusal_from_plain,
    refusal_to_plain,
)
from network.exchange.reading import read_network
from network.exchange.room import read_apart
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from tests import network_files as files
from tests.foreign_networks import networks


def refused(source: bytes, name: str = "x.xlsx", **more: float) -> UnreadableNetwork:
    with pytest.raises(UnreadableNetwork) as fault:
        read_apart([(name, source)], **more)  # type: ignore[arg-type]
    return fault.value


def test_a_file_says_the_same_apart_as_here() -> None:
    heard: list[float] = []
    source = files.workbook({"Connections": [["From", "To", "Weight"], ["a", "b", "viel"]]})

    apart = read_apart([("x.xlsx", source)], progress=heard.append)

    assert apart == read_network(source, "x.xlsx")
    assert [each.place for each in apart.losses] == [
        each.place for each in read_network(source, "x.xlsx").losses
    ]
    assert heard == sorted(heard)
    assert heard


def test_the_settings_reach_the_reader() -> None:
    nodes = b"Id,Fraktion\na,rot\nb,blau\n"

    found = read_apart(
        [("t.csv", b"Source,Target\na,b\n"), ("n.csv", nodes)], Format.CSV, "Fraktion", listed=True
    )

    assert [node.partition for node in found.nodes] == ["rot", "blau"]


@given(network=networks())
def test_what_was_read_goes_from_process_to_process_unchanged(network: object) -> None:
    plain = json.loads(json.dumps(network_to_plain(network)))  # type: ignore[arg-type]

    assert network_from_plain(plain) == network


def test_a_refusal_keeps_its_place() -> None:
    fault = UnreadableNetwork(Fault.NO_SUCH_COLUMN, Place(row=3, sheet="Ä"), "a", 7)
    fault.of_nodes = True

    back = refusal_from_plain(json.loads(json.dumps(refusal_to_plain(fault))))

    assert vars(back) == vars(fault)
    assert refused(b"Farbe,Form\nrot,rund\n", "x.csv").place == Place(line=1)


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("xl/worksheets/sheet1.xml", b"\0" * 60_000_000)

    assert refused(stream.getvalue()).code is Fault.UNPACKS_TOO_LARGE


def test_a_doctype_in_a_workbook_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("[Content_Types].xml", "<!DOCTYPE x><Types/>")

    assert refused(stream.getvalue()).code is Fault.ENTITIES


def test_a_sheet_that_says_to_be_huge_takes_no_time() -> None:
    source = files.workbook({"Connections": [["From", "To"], ["a", "b"]]})
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
                content = content.replace(b'<row r="2"', b'<row r="1048576"')
                content = content.replace(b'r="A2"', b'r="A1048576"')
                content = content.replace(b'r="B2"', b'r="B1048576"')
            after.writestr(name, content)

    found = read_apart([("x.xlsx", stream.getvalue())])

    assert len(found.ties) == 1


def test_lists_in_lists_come_to_an_end() -> None:
    deep = '{"nodes":[{"id":' + "[" * 900 + "]" * 900 + '}],"edges":[]}'

    assert refused(('{"nodes": ' + "[" * 100_000).encode(), "x.json").code is Fault.BROKEN_JSON
    assert refused(deep.encode(), "x.json").code in (Fault.BROKEN_JSON, Fault.NOTHING)


def test_what_takes_too_long_is_stopped_by_the_clock() -> None:
    assert refused(files.PAJEK.encode(), "x.net", wait=0.01).code is Fault.TAKES_TOO_LONG


def test_the_process_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_SMTP_PASSWORD", "geheim")

    assert "geheim" not in json.dumps(room._settings())
    assert os.environ["BINDEGLIED_SMTP_PASSWORD"] == "geheim"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), Fault.TAKES_TOO_LONG),
        (KeyError("x"), Fault.DAMAGED),
        (UnreadableNetwork(Fault.EMPTY), Fault.EMPTY),
    ],
)
def test_any_error_of_a_library_becomes_one_of_ours(error: Exception, code: Fault) -> None:
    assert child.refusal(error).code is code
