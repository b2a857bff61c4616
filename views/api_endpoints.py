"""Every address of the HTTP interface: who answers it, what may be asked, and what comes."""

from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from concept_review.open_paper import Paper, PaperSection
from network.open_data import listing, popolo
from network.organization import Classification, RelationKind
from views import api_catalog, api_concept, api_network
from views.api_answers import Handler
from views.api_concept import ONE
from views.api_network import GRAPHML_TYPE
from views.api_query import AS_OF, STAND

BASE: Final = "/api/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address: `answers` are the models of its JSON, or it sends files of other `kinds`."""

    path: str
    handler: Handler
    summary: str
    parameters: tuple[str, ...] = ()
    answers: tuple[type[BaseModel], ...] = ()
    kinds: tuple[str, ...] = ()
    moves: bool = False
    """Whether old ids lead on to new ones."""
    words: tuple[str, ...] = ()
    """The values that `classification` may have."""

    @property
    def is_list(self) -> bool:
        """Whether it sends pages of a list."""
        return any(issubclass(each, listing.Listing) for each in self.answers)


ENDPOINTS: Final = (
    Endpoint(
        "/organizations",
        api_network.list_organizations,
        "Organisations, units, bodies and working groups, by name",
        api_network.ORGANIZATIONS,
        (listing.OrganizationList,),
        words=tuple(Classification),
    ),
    Endpoint(
        "/organizations/{id}",
        api_network.one_organization,
        "One organisation",
        answers=(popolo.Organization,),
        moves=True,
    ),
    Endpoint("/posts", api_network.list_posts, "Posts", api_network.POSTS, (listing.PostList,)),
    Endpoint(
        "/memberships",
        api_network.list_memberships,
        "Who takes part in what; no persons",
        api_network.MEMBERSHIPS,
        (listing.MembershipList,),
    ),
    Endpoint(
        "/relations",
        api_network.list_relations,
        "Other ties between organisations and posts",
        api_network.RELATIONS,
        (listing.RelationList,),
        words=tuple(RelationKind),
    ),
    Endpoint(
        "/topics", api_network.list_topics, "Topics", api_network.TOPICS, (listing.TopicList,)
    ),
    Endpoint(
        "/network.graphml",
        api_network.whole_graphml,
        "The whole public network as GraphML",
        (AS_OF, STAND),
        kinds=(GRAPHML_TYPE,),
    ),
    Endpoint(
        "/concept",
        api_concept.send_concept,
        "The contents of the concept",
        (ONE,),
        (Paper,),
    ),
    Endpoint(
        "/concept/sections/{id}",
        api_concept.send_section,
        "One section with its present text",
        answers=(PaperSection, popolo.Deleted),
    ),
    Endpoint(
        "/catalog",
        api_catalog.send_catalog,
        "The description of the data after DCAT-AP.de, in the form that Accept names",
        kinds=tuple(api_catalog.KINDS),
    ),
    *(
        Endpoint(
            f"/catalog{ending}",
            api_catalog.send_catalog,
            "The description of the data after DCAT-AP.de",
            kinds=(kind,),
        )
        for kind, ending in api_catalog.KINDS.items()
    ),
)

_DAY: Final = {"type": "string", "format": "date"}
PARAMETERS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "classification": ("Only of these kinds; may be given several times", {}),
    "topic": (
        "Only with this topic or one below it: its id or its term",
        {"type": "string"},
    ),
    "q": (
        "Only with words in their names that begin like these",
        {"type": "string", "maxLength": 200},
    ),
    "as_of": ("Only what was there on this day; what has no dates is taken to hold", _DAY),
    "stand": ("The same as as_of", _DAY),
    "modified_since": (
        "Only what was changed since; lists of organisations then also name those that are gone",
        {"type": "string", "format": "date-time"},
    ),
    "page": ("Which page, from 1", {"type": "integer", "minimum": 1, "default": 1}),
    "limit": (
        "How many on a page",
        {"type": "integer", "minimum": 1, "maximum": listing.MOST, "default": listing.USUAL},
    ),
    "id": ("Which concept; without it the newest", {"type": "string"}),
    "lang": ("In which language faults are explained", {"type": "string", "enum": ["de", "en"]}),
}
