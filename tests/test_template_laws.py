"""Our own tables lose nothing: what goes out of one store comes into another just so."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings

from data.identifier import new_id
from network.exchange.flattening import foreign_of
from network.exchange.foreign import Format
from network.exchange.plan import plan
from network.exchange.popolo_file import write as write_popolo
from network.exchange.reading import read_network
from network.exchange.template_file import write_template_csv, write_template_xlsx
from network.exchange.vocabulary import Vocabulary
from network.graph import build_graph
from network.organization import (
    Classification,
    Membership,
    Organization,
    Post,
    Relation,
    Roster,
    Topic,
)
from tests.rosters import rosters

Record = Organization | Post | Membership | Relation | Topic
Records = dict[str, object]


def taken_in(written: bytes, known: Roster | None = None) -> Roster:
    """Return what a store holds that takes a file in."""
    foreign = read_network(written)
    done = plan(foreign, known or Roster(), new_id, Vocabulary())
    assert [each for each in (*foreign.losses, *done.refused) if each.code != "loop"] == []
    return Roster(
        done.organizations, done.posts, tuple(done.memberships), tuple(done.relations), done.topics
    )


def records(roster: Roster) -> Records:
    everything: tuple[Record, ...] = (
        *roster.organizations, *roster.posts, *roster.memberships, *roster.relations,
        *roster.topics,
    )  # fmt: skip
    return {each.id: each for each in everything}


@pytest.mark.parametrize("write", [write_template_xlsx, write_template_csv])
@settings(max_examples=60)
@given(roster=rosters())
def test_the_whole_network_comes_back_as_it_went(
    write: Callable[[Roster], bytes], roster: Roster
) -> None:
    assert records(taken_in(write(roster))) == records(roster)


@pytest.mark.parametrize("write", [write_template_xlsx, write_template_csv])
@settings(max_examples=30)
@given(roster=rosters())
def test_taking_it_in_where_it_came_from_changes_nothing(
    write: Callable[[Roster], bytes], roster: Roster
) -> None:
    done = plan(read_network(write(roster)), roster, new_id, Vocabulary())

    assert done.nothing
    assert done.nodes.new == done.nodes.changed == done.ties.new == done.ties.changed == 0


@settings(max_examples=60)
@given(roster=rosters())
def test_popolo_keeps_all_but_who_gave_their_word_and_further_ids(roster: Roster) -> None:
    """It names the kind of confirmation; the ids of an entry in other files are its own there."""
    units = tuple(replace(each, identifiers=()) for each in roster.organizations)
    roster = replace(roster, organizations=units)
    bare = ("stated_by_id", "confirmed_by_id", "disputed_by_id")

    back = taken_in(write_popolo(foreign_of(build_graph(roster, None))))

    def told(record: object) -> object:
        kept = record
        for name in (*bare, "on_behalf_of_id"):
            if hasattr(kept, name):
                kept = replace(kept, **{name: None})  # type: ignore[type-var]
        return kept

    assert {key: told(each) for key, each in records(back).items()} == {
        key: told(each) for key, each in records(roster).items()
    }


@given(roster=rosters())
@settings(max_examples=15)
def test_the_same_records_give_the_same_tables(roster: Roster) -> None:
    assert write_template_csv(roster) == write_template_csv(roster)


def test_no_cell_of_a_workbook_is_a_formula_and_there_are_no_macros() -> None:
    bad = ("=1+1", "@SUM(1)", "+49 331", "-1", "\t=1", '=HYPERLINK("http://x")')
    units = tuple(
        Organization(id=new_id(), name=text, classification=Classification.OTHER, description=text)
        for text in bad
    )
    written = write_template_xlsx(Roster(organizations=units))
    with zipfile.ZipFile(BytesIO(written)) as container:
        sheets = [name for name in container.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in container.read(name) for name in sheets)
        assert not any("vba" in name.lower() for name in container.namelist())
    names = [node.name for node in read_network(written).nodes]

    assert names == [text.strip() for text in bad]
    assert read_network(written).format is Format.TEMPLATE
