"""Rosters made up by Hypothesis: every public field of every record filled or empty."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from data.identifier import new_id
from network.exchange.columns import clean
from network.organization import (
    Classification,
    Membership,
    MembershipRole,
    Occupancy,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
    Topic,
)
from tests.foreign_networks import names, numbers, texts

_FORMULAS = st.sampled_from(["=1+1", "@SUM(A1)", "+49 331 1", "-2", "'=1", "\t=1", "Zeile\nzwei"])
free = st.one_of(texts, _FORMULAS).map(clean)
listed = (
    st.lists(st.one_of(names, st.sampled_from(["=1+1", "@x", "+49"])), max_size=3)
    .map(lambda each: tuple(" ".join(text.replace("|", "¦").split()) for text in each))
    .map(lambda each: tuple(dict.fromkeys(filter(None, each))))
)
days = st.sampled_from([None, "2014", "2014-09", "2014-09-03"])
ends = st.sampled_from([None, "2020", "2021-02", "2022-02-28"])
optional_days = st.sampled_from([None, date(2024, 2, 29)])


def _told(draw: st.DrawFn, units: list[str]) -> dict[str, Any]:
    given = st.one_of(st.none(), st.sampled_from(units))
    return {f"{name}_id": draw(given) for name in ("stated_by", "confirmed_by", "disputed_by")}


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    terms = draw(st.lists(st.sampled_from(["Wohnen", "Sprache", "Öffnung", "=1"]), unique=True))
    topics: list[Topic] = []
    for term in terms:
        wider = draw(st.sampled_from([None, *(each.id for each in topics)]))
        topics.append(Topic(id=new_id(), term=term, parent_id=wider))
    units: list[Organization] = []
    for number in range(draw(st.integers(1, 4))):
        above = st.sampled_from([None, *(each.id for each in units)])
        units.append(_unit(draw, number, topics, draw(above), draw(above)))
    ids = [each.id for each in units]
    made = [_post(draw, ids) for _ in range(draw(st.integers(0, 2)))]
    posts = list({(each.label, each.organization_id): each for each in made}.values())
    everyone = [*ids, *(each.id for each in posts)]
    members = [_membership(draw, ids, posts) for _ in range(draw(st.integers(0, 2)))]
    return Roster(
        tuple(units),
        tuple(posts),
        tuple(each for each in members if each.member_organization_id != each.organization_id),
        tuple(_relation(draw, everyone, ids) for _ in range(draw(st.integers(0, 3)))),
        tuple(topics),
    )


def _unit(
    draw: st.DrawFn, number: int, topics: list[Topic], above: str | None, before: str | None
) -> Organization:
    known = [each.id for each in topics]
    chosen = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
    return Organization(
        id=new_id(),
        name=draw(st.one_of(names, st.just("=1+1"), st.just("Gleicher Name"))) + f" {number}",
        classification=draw(st.sampled_from(Classification)),
        short_name=draw(free),
        other_names=draw(listed),
        parent_id=above,
        district=draw(free),
        website=draw(st.sampled_from(["", "https://example.org/ä?x=1"])),
        description=draw(free),
        languages=draw(listed),
        target_groups=draw(listed),
        topic_ids=tuple(chosen),
        offers=draw(listed),
        needs=draw(listed),
        open_for_cooperation=draw(st.sampled_from([None, True, False])),
        start_date=draw(days),
        end_date=draw(ends),
        successor_of_id=before,
        identifiers=draw(listed),
        partition=draw(free),
        sources=draw(listed),
        confirmed_on=draw(optional_days),
    )


def _post(draw: st.DrawFn, units: list[str]) -> Post:
    return Post(
        id=new_id(),
        label=draw(names),
        organization_id=draw(st.sampled_from(units)),
        role=draw(free),
        description=draw(free),
        occupancy=draw(st.sampled_from(Occupancy)),
        start_date=draw(days),
        end_date=draw(ends),
        sources=draw(listed),
    )


def _membership(draw: st.DrawFn, units: list[str], posts: list[Post]) -> Membership:
    by_post = bool(posts) and draw(st.booleans())
    return Membership(
        id=new_id(),
        organization_id=draw(st.sampled_from(units)),
        role=draw(st.sampled_from(MembershipRole)),
        member_organization_id=None if by_post else draw(st.sampled_from(units)),
        post_id=draw(st.sampled_from(posts)).id if by_post else None,
        on_behalf_of_id=draw(st.one_of(st.none(), st.sampled_from(units))),
        start_date=draw(days),
        end_date=draw(ends),
        sources=draw(listed),
        **_told(draw, units),
    )


def _relation(draw: st.DrawFn, everyone: list[str], units: list[str]) -> Relation:
    kind = draw(st.sampled_from(RelationKind))
    strength = draw(numbers)
    return Relation(
        id=new_id(),
        subject_id=draw(st.sampled_from(everyone)),
        object_id=draw(st.sampled_from(everyone)),
        classification=kind,
        label=draw(free),
        mutual=draw(st.sampled_from([None, kind is not RelationKind.COOPERATES])),
        strength=strength,
        distance=None if strength is not None else draw(numbers),
        note=draw(free),
        start_date=draw(days),
        end_date=draw(ends),
        sources=draw(listed),
        **_told(draw, units),
    )
