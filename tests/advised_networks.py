"""Small networks for the tests of what the network asks to be done."""

from datetime import date

from hypothesis import strategies as st

from network.graph import Graph, build_graph
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

DAY = date(2015, 6, 15)


def unit(
    key: str,
    kind: Classification = Classification.ASSOCIATION,
    **more: object,
) -> Organization:
    """Return an organisation named by its key."""
    return Organization(id=key, name=key.title(), classification=kind, **more)  # type: ignore[arg-type]


def group(key: str) -> Organization:
    """Return a working group."""
    return unit(key, Classification.WORKING_GROUP)


def tie(subject: str, other: str, **more: object) -> Relation:
    """Return a relation of two that work together."""
    kind = more.pop("kind", RelationKind.COOPERATES)
    return Relation(
        id=f"{subject}-{other}",
        subject_id=subject,
        object_id=other,
        classification=kind,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def takes_part(member: str, in_group: str) -> Membership:
    """Return that an organisation takes part in a group."""
    return Membership(
        id=f"{member} in {in_group}", organization_id=in_group, member_organization_id=member
    )


def graph_of(
    *records: Organization | Post | Relation | Membership | Topic, day: date | None = DAY
) -> Graph:
    """Return the graph of records on a day."""
    return build_graph(
        Roster(
            organizations=tuple(each for each in records if isinstance(each, Organization)),
            posts=tuple(each for each in records if isinstance(each, Post)),
            relations=tuple(each for each in records if isinstance(each, Relation)),
            memberships=tuple(each for each in records if isinstance(each, Membership)),
            topics=tuple(each for each in records if isinstance(each, Topic)),
        ),
        day,
    )


def star() -> Graph:
    """Return four working groups that only the post of a division coordinates."""
    groups = [group(f"ag {number}") for number in range(1, 5)]
    post = Post(id="post", label="Koordination", organization_id="gb")
    lines = [tie("post", each.id, kind=RelationKind.COORDINATES) for each in groups]
    return graph_of(unit("gb", Classification.DIVISION), post, *groups, *lines)


@st.composite
def networks(draw: st.DrawFn, most: int = 8) -> Graph:
    """Draw a small network of organisations, posts and ties of two kinds."""
    names = [f"n{number}" for number in range(draw(st.integers(1, most)))]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names))
    drawn = draw(st.lists(pairs, max_size=14, unique=True))
    kinds = [draw(st.sampled_from([RelationKind.COOPERATES, RelationKind.FUNDS])) for _ in drawn]
    return graph_of(
        *(unit(name) for name in names),
        *(tie(*pair, kind=kind) for pair, kind in zip(drawn, kinds, strict=True)),
    )
