"""The one-page brief: of whom, for whom, and never more than a page."""

import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identity import GUEST, Identity
from data.identifier import new_id
from data.rows import to_row
from data.store import Store
from network.brief import Block, Brief, Room, common_members, cut, cut_off_without, shortened
from network.brief_pdf import write
from network.graph import build_graph
from network.organization import (
    Classification,
    Membership,
    MembershipRole,
    Organization,
    Person,
    Relation,
    RelationKind,
    Roster,
)
from tests.conftest import COORDINATOR
from tests.test_svg import INJECTIONS
from views.brief_content import brief_of
from views.saved_address import read_query

PLAIN = Brief(
    title="Diakonie Potsdam", kind="Verein", day="Stand: heute.",
    facts=(("Beschreibung", "Hilft."),), sentences=("2 Verbindungen.",),
    blocks=(Block("Arbeitet mit", ("Kulturhaus", "Sprachcafé")),),
    picture="", picture_words="Bild", source="Quelle: P1.", language="de",
    more="… und {n} weitere",
)  # fmt: skip


def pages_of(written: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written)).pages]


def the_brief(
    store: Store, actor: Identity, source_key: str, table: str = "organizations"
) -> Brief:
    node = store.find(table, source_key=source_key)[0]["id"]
    found = brief_of(store, actor, read_query(f"stelle={node}"))
    assert found
    return found


def items(brief: Brief, heading: str) -> tuple[str, ...]:
    return next((each.items for each in brief.blocks if each.heading == heading), ())


def test_a_brief_is_one_tagged_page_with_name_facts_and_ties() -> None:
    written = write(PLAIN)

    (page,) = pages_of(written)
    for word in ("Diakonie Potsdam", "Verein", "Hilft.", "2 Verbindungen.", "Sprachcafé", "P1"):
        assert word in page
    catalog = pypdf.PdfReader(io.BytesIO(written)).trailer["/Root"]
    assert catalog["/Lang"] == "de"  # type: ignore[index]
    assert "/StructTreeRoot" in catalog  # type: ignore[operator]


def test_what_does_not_fit_one_page_is_left_out_and_told() -> None:
    many = tuple(
        Block(f"Art {n}", tuple(f"Verein {n} {i}" * 3 for i in range(80))) for n in range(9)
    )
    long = replace(PLAIN, facts=(("Beschreibung", "Wort " * 3_000),), blocks=many)

    (page,) = pages_of(write(long))

    assert "… und 7" in page
    assert "Diakonie Potsdam" in page


@pytest.mark.parametrize("nasty", INJECTIONS)
def test_what_a_stranger_wrote_is_never_markup(nasty: str) -> None:
    brief = replace(
        PLAIN, title=nasty, facts=(("Beschreibung", nasty),), blocks=(Block(nasty, (nasty,)),)
    )

    if "\ud800" in nasty:
        brief = replace(PLAIN, title=nasty.replace("\ud800", ""))
    (page,) = pages_of(write(brief))

    assert "root:" not in page
    if nasty.startswith("#image"):
        assert '#image("/etc/passwd")' in page


@given(st.text(), st.integers(2, 60))
def test_a_text_that_was_cut_is_short_and_says_so(text: str, most: int) -> None:
    short = cut(text, most)

    assert len(short) <= most + 1
    assert short == " ".join(text.split()) or short.endswith(" …")


def test_a_shortened_block_counts_what_it_leaves_out() -> None:
    block = Block("Art", tuple(map(str, range(15))))

    (short,) = shortened(replace(PLAIN, blocks=(block,)), Room(3, 100, 0)).blocks

    assert (short.items, short.left_out) == (("0", "1", "2"), 12)


def a_star() -> Roster:
    """Return two groups with members in common, and a bridge from one of them to a third."""
    units = "ag1", "ag2", "a", "b", "c", "far"
    kinds = {"ag1": Classification.WORKING_GROUP, "ag2": Classification.WORKING_GROUP}
    return Roster(
        organizations=tuple(
            Organization(id=key, name=key, classification=kinds.get(key, Classification.OTHER))
            for key in units
        ),
        memberships=tuple(
            Membership(
                id=f"{member}-{group}", organization_id=group, member_organization_id=member,
                role=MembershipRole.MEMBER,
            )
            for group, member in [("ag1", "a"), ("ag1", "b"), ("ag2", "b"), ("ag2", "c")]
        ),
        relations=(
            Relation(
                id="r", subject_id="c", object_id="far", classification=RelationKind.COOPERATES
            ),
        ),
    )  # fmt: skip


def test_common_members_and_parts_without_a_node_are_those_of_the_graph() -> None:
    graph = build_graph(a_star(), None)

    assert common_members(graph, "ag1") == {"ag2": ["b"]}
    assert cut_off_without(graph, "b") == [["ag2", "c", "far"], ["a", "ag1"]]
    assert cut_off_without(graph, "far") == []


def test_a_unit_that_leads_sections_is_told_its_sections_and_staff_what_is_open(
    demo_store: Store,
) -> None:
    inside = the_brief(demo_store, COORDINATOR, "gb-3")
    outside = the_brief(demo_store, GUEST, "gb-3")

    assert any("Federführung" in each for each in items(inside, "Zuständig für"))
    assert items(inside, "Zuständig für") == items(outside, "Zuständig für")
    assert items(inside, "Offen im Konzept")
    assert items(outside, "Offen im Konzept") == ()
    assert len(pages_of(write(inside))) == 1


def test_contact_persons_are_told_to_whoever_may_see_them(demo_store: Store) -> None:
    node = demo_store.find("organizations", source_key="gb-3")[0]["id"]
    person = Person(id=new_id(), name="Erika Geheim", organization_id=node, email="e@example.org")
    demo_store.insert("persons", to_row(person))

    def told(actor: Identity) -> str:
        return "\n".join(pages_of(write(the_brief(demo_store, actor, "gb-3"))))

    assert "Erika Geheim" in told(COORDINATOR)
    assert "Erika Geheim" not in told(GUEST)


def test_every_entry_of_the_demo_city_fits_one_page(demo_store: Store) -> None:
    for row in [*demo_store.find("organizations"), *demo_store.find("posts")][::6]:
        found = brief_of(demo_store, COORDINATOR, read_query(f"stelle={row['id']}"))
        if found:
            (page,) = pages_of(write(found))
            assert "".join(found.title.split()[:1]) in page


def test_of_nobody_there_is_no_brief(demo_store: Store) -> None:
    assert brief_of(demo_store, COORDINATOR, read_query("stelle=nobody")) is None
    assert brief_of(demo_store, COORDINATOR, read_query("")) is None
