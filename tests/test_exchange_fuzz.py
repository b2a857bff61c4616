"""Spoilt files of every form: a result, or the one refusal, and never anything else."""

import json
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.exchange.flattening import foreign_of
from network.exchange.foreign import Format
from network.exchange.plan import plan
from network.exchange.reading import read_files, read_network
from network.exchange.template_file import write_template_csv, write_template_xlsx
from network.exchange.unreadable import UnreadableNetwork
from network.exchange.vocabulary import Vocabulary
from network.exchange.writing import Output, write_network
from network.graph import build_graph
from network.organization import (
    Classification,
    Membership,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
    Topic,
)

UNITS = tuple(
    Organization(id=f"o{at}", name=f"Träger {at} e. V.", classification=Classification.ASSOCIATION,
                 topic_ids=("t",), start_date="2014-09", languages=("Deutsch", "عربي"))
    for at in range(4)
)  # fmt: skip
ROSTER = Roster(
    UNITS,
    (Post(id="p", label="Leitung", organization_id="o1"),),
    (Membership(id="m", organization_id="o2", member_organization_id="o0"),),
    (Relation(id="r", subject_id="o0", object_id="o1", classification=RelationKind.FUNDS),),
    (Topic(id="t", term="Sprache"),),
)
FOREIGN = foreign_of(build_graph(ROSTER, None))
WHOLE = {
    "template.xlsx": write_template_xlsx(ROSTER),
    "template.zip": write_template_csv(ROSTER),
    **{f"x.{form.value}": write_network(FOREIGN, form) for form in Output},
}
TRICKY = (
    b"\0", b"\xff\xfe", b"<!DOCTYPE x [", b"]]>", b'"', b"=1+1", b"9" * 40, b"1e999", b"NaN",
    b"[" * 50, b"{}", b"null", b"-1", b"\r", b"\xf0\x9f\x91\xa9", b"*Arcs\n", b"*Vertices 3\n",
    b"<node/>", b"</graph>", b"true", b'""', b"|" * 9, b"2014-13-45", b"\xed\xa0\x80",
)  # fmt: skip


def read(source: bytes, name: str) -> None:
    """Read and plan a file; only the one refusal may come of it."""
    with suppress(UnreadableNetwork):
        found = read_network(source, name)
        plan(found, ROSTER, iter(map(str, range(10**6))).__next__, Vocabulary())


@st.composite
def spoilt(draw: st.DrawFn, source: bytes) -> bytes:
    """Return a file that is cut, overwritten, or has something put into it."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(source) - 1, 0)))
        match draw(st.sampled_from(["cut", "flip", "put", "drop", "double"])):
            case "cut":
                source = source[: at + 1]
            case "flip":
                flipped = bytes([source[at] ^ (1 << draw(st.integers(0, 7)))]) if source else b""
                source = source[:at] + flipped + source[at + 1 :]
            case "put":
                source = source[:at] + draw(st.sampled_from(TRICKY)) + source[at:]
            case "drop":
                source = source[:at] + source[at + draw(st.integers(1, 30)) :]
            case _:
                source = source[:at] + source[max(at - 40, 0) :]
    return source


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_spoilt_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    read(data.draw(spoilt(WHOLE[name])), name)


@pytest.mark.parametrize("name", [each for each in WHOLE if each.endswith((".xlsx", ".zip"))])
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_spoilt_part_of_a_container_is_read_or_refused(name: str, data: st.DataObject) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(WHOLE[name])) as whole, zipfile.ZipFile(stream, "w") as after:
        members = whole.namelist()
        chosen = data.draw(st.sampled_from(members))
        for member in members:
            content = whole.read(member)
            after.writestr(
                member, data.draw(spoilt(content)) if member == chosen else content
            )  # fmt: skip

    read(stream.getvalue(), name)


@pytest.mark.parametrize("form", Format)
@settings(max_examples=60)
@given(source=st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(TRICKY)).map(b"".join)))
def test_anything_at_all_is_read_or_refused(form: Format, source: bytes) -> None:
    with_form = [("x", source)]
    with suppress(UnreadableNetwork):
        read_files(with_form, form)


_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
_FIELDS = (
    "id", "name", "label", "parent_id", "organization_id", "area", "area_id", "links", "sources",
    "other_names", "member_id", "post_id", "subject_id", "object_id", "mutual", "weight", "source",
    "target", "from", "to", "attributes", "key", "term", "parent", "start_date", "classification",
)  # fmt: skip
_LISTS = (
    "organizations", "posts", "memberships", "areas", "relations", "topics", "persons", "nodes",
    "edges", "links", "elements", "connections",
)  # fmt: skip


@settings(max_examples=300)
@given(
    whole=st.dictionaries(
        st.sampled_from(_LISTS),
        st.one_of(
            _values,
            st.lists(st.dictionaries(st.sampled_from(_FIELDS), _values, max_size=5), max_size=4),
        ),
    )
)
def test_json_with_values_of_any_type_is_read_or_refused(whole: object) -> None:
    read(json.dumps(whole).encode(), "x.json")
