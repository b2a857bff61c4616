"""The network for other programs: organisations, posts, memberships, ties and topics."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data.clock import timestamp
from data.store import NotFound
from network.exchange.flattening import foreign_of
from network.exchange.writing import Output, write_network
from network.graph import build_graph
from network.naming import fold
from network.open_data import listing
from network.organization import (
    Classification,
    Membership,
    Organization,
    Post,
    Relation,
    RelationKind,
    Topic,
)
from network.validity import holds_on
from views.api_answers import json_answer, whole_answer
from views.api_query import AS_OF, STAND, Question, Reader, address_of_page, read_question
from views.api_state import NetworkState, network_state
from views.settings import settings

GRAPHML_TYPE: Final = "application/graphml+xml"
DATED: Final = (AS_OF, STAND, "modified_since")
ORGANIZATIONS: Final = ("classification", "topic", "q", *DATED)
MEMBERSHIPS: Final = DATED
RELATIONS: Final = ("classification", *DATED)
POSTS: Final = ("q", *DATED)
TOPICS: Final = ("modified_since",)
Dated = TypeVar("Dated", Organization, Post, Membership, Relation)


def list_organizations(request: Request) -> Response:
    """Send a page of organisations; with `modified_since` also those that are gone."""
    state = network_state()
    asked = _question(request, state, ORGANIZATIONS, Classification)
    found: list[Organization | str] = [
        each
        for each in _dated(state.organizations, asked)
        if _is_wanted(state, each, asked) and _is_recent(state, each.id, asked)
    ]
    if asked.modified_since:
        found += [each for each in sorted(state.network.led_on) if _is_recent(state, each, asked)]
    write = state.publisher
    return _page(
        request,
        state,
        asked,
        found,
        lambda each: (
            write.gone(each)
            if isinstance(each, str)
            else write.organization(state.network.on(each, asked.as_of))
        ),
        listing.OrganizationList,
    )


def one_organization(request: Request) -> Response:
    """Send one organisation; an id that was merged leads on."""
    state, identifier = network_state(), str(request.path_params["id"])
    _nothing_asked(request)
    if identifier in state.by_id:
        record = state.publisher.organization(state.by_id[identifier])
        return json_answer(request, record, record.modified)
    now = state.network.leads_to(identifier)
    if now is None:
        raise NotFound(identifier)
    return RedirectResponse(f"{settings().public_url}/api/v1/organizations/{now}", 301)


def list_posts(request: Request) -> Response:
    """Send a page of posts."""
    state = network_state()
    asked = _question(request, state, POSTS, ())
    posts = sorted(state.network.roster.posts, key=lambda each: each.id)
    found = [
        each
        for each in _dated(posts, asked)
        if _is_recent(state, each.id, asked) and _begins(fold(each.label), asked.words)
    ]
    return _page(request, state, asked, found, state.publisher.post, listing.PostList)


def list_memberships(request: Request) -> Response:
    """Send a page of memberships of organisations and posts."""
    state = network_state()
    asked = _question(request, state, MEMBERSHIPS, ())
    found = [each for each in _dated(state.memberships, asked) if _is_recent(state, each.id, asked)]
    return _page(request, state, asked, found, state.publisher.membership, listing.MembershipList)


def list_relations(request: Request) -> Response:
    """Send a page of other ties."""
    state = network_state()
    asked = _question(request, state, RELATIONS, RelationKind)
    found = [
        each
        for each in _dated(state.relations, asked)
        if _is_recent(state, each.id, asked)
        and (not asked.classifications or each.classification in asked.classifications)
    ]
    return _page(request, state, asked, found, state.publisher.relation, listing.RelationList)


def list_topics(request: Request) -> Response:
    """Send a page of topics."""
    state = network_state()
    asked = _question(request, state, TOPICS, ())
    every: Sequence[Topic] = sorted(state.network.roster.topics, key=lambda each: each.id)
    found = [each for each in every if _is_recent(state, each.id, asked)]
    return _page(request, state, asked, found, state.publisher.topic, listing.TopicList)


def whole_graphml(request: Request) -> Response:
    """Send the whole public network as GraphML, of a day or of all time."""
    reader = Reader(request, (AS_OF, STAND))
    day = reader.day()
    reader.check()
    state = network_state()
    return whole_answer(request, _graphml(state, day), GRAPHML_TYPE, state.changed)


@lru_cache(maxsize=4)
def _graphml(state: NetworkState, day: date | None) -> bytes:
    known = state.network.roster
    named = tuple(state.network.on(each, day) for each in known.organizations)
    graph = build_graph(replace(known, organizations=named), day)
    return write_network(foreign_of(graph), Output.GRAPHML)


def _question(
    request: Request, state: NetworkState, known: Sequence[str], kinds: Iterable[str]
) -> Question:
    return read_question(request, known, [str(each) for each in kinds], state.network.roster.topics)


def _nothing_asked(request: Request) -> None:
    Reader(request, ()).check()


def _page(
    request: Request,
    state: NetworkState,
    asked: Question,
    found: Sequence[Any],
    write: Callable[[Any], BaseModel],
    kind: type[BaseModel],
) -> Response:
    """Return the page of a list that was asked for; behind the last one pages are empty."""
    start = (asked.page - 1) * asked.limit
    place = listing.pagination(len(found), asked.page, asked.limit)
    site = settings().public_url
    body = kind(
        data=[write(each) for each in found[start : start + asked.limit]],
        pagination=place,
        links=listing.links(place, lambda page: address_of_page(request, site, page, asked.limit)),
    )
    return json_answer(request, body, state.changed)


def _dated(every: Sequence[Dated], asked: Question) -> Sequence[Dated]:
    if asked.as_of is None:
        return every
    return [each for each in every if holds_on(each.start_date, each.end_date, asked.as_of)]


def _is_recent(state: NetworkState, identifier: str, asked: Question) -> bool:
    since = asked.modified_since
    return since is None or state.network.times[identifier].modified >= timestamp(since)


def _is_wanted(state: NetworkState, each: Organization, asked: Question) -> bool:
    return (
        (not asked.classifications or each.classification in asked.classifications)
        and (not asked.topic_ids or not asked.topic_ids.isdisjoint(each.topic_ids))
        and _begins(state.searched[each.id], asked.words)
    )


def _begins(text: str, words: Sequence[str]) -> bool:
    """Say whether every word begins some word of a folded text."""
    return all(f" {word}" in f" {text}" for word in words)
