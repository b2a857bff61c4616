"""The description of the open data for data portals, in the form that is asked for."""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from data.clock import day_of
from network.open_data.catalog import DataSet, File, Notation, Offer, written
from views.api_answers import whole_answer
from views.api_problem import problem
from views.api_query import Reader
from views.api_state import concept_state, network_state
from views.open_data_settings import open_data_settings
from views.settings import settings

KINDS: Final = {
    "text/turtle": ".ttl",
    "application/rdf+xml": ".rdf",
    "application/ld+json": ".jsonld",
}
_NOTATIONS: Final = {
    "text/turtle": Notation.TURTLE,
    "application/rdf+xml": Notation.RDF_XML,
    "application/ld+json": Notation.JSON_LD,
}


def send_catalog(request: Request) -> Response:
    """Send the description, by the ending of the address or by what `Accept` prefers."""
    Reader(request, ()).check()
    by_ending = [kind for kind, end in KINDS.items() if request.url.path.endswith(end)]
    kind = by_ending[0] if by_ending else preferred(request.headers.get("accept", ""))
    if kind is None:
        return problem(request, 406)
    changed = max(
        [network_state().changed, *(each.modified for each in concept_state())],
        default="",
    )
    answer = whole_answer(request, _written(_offer(), _NOTATIONS[kind]), _typed(kind), changed)
    if not by_ending:
        answer.headers["vary"] = "Accept"
    return answer


def preferred(accept: str) -> str | None:
    """Return which of our forms an `Accept` header likes best; Turtle where all are alike."""
    asked: dict[str, float] = {}
    for part in accept.split(","):
        name, *rest = (each.strip() for each in part.split(";"))
        asked[name.casefold()] = _quality(rest)
    if not accept.strip():
        return next(iter(KINDS))
    liked = {
        kind: asked.get(kind, asked.get(f"{kind.partition('/')[0]}/*", asked.get("*/*", 0.0)))
        for kind in KINDS
    }
    best = max(liked, key=lambda kind: liked[kind])
    return best if liked[best] > 0 else None


def _quality(parameters: list[str]) -> float:
    for each in parameters:
        name, _equals, value = each.partition("=")
        if name.strip().casefold() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def _typed(kind: str) -> str:
    return kind if kind == "application/ld+json" else f"{kind}; charset=utf-8"


@lru_cache(maxsize=8)
def _written(offer: Offer, notation: Notation) -> bytes:
    return written(offer, notation)


def _offer() -> Offer:
    told, site = open_data_settings(), settings().public_url
    return Offer(
        site=site,
        title=told.title,
        description=told.description,
        publisher=told.publisher,
        publisher_url=told.publisher_url,
        contact_email=told.contact_email,
        license_uri=told.license_uri,
        attribution=told.publisher,
        contributor_id=told.contributor_id,
        geocoding=told.geocoding,
        data_sets=(_network(site), *_concept(site)),
    )


def _network(site: str) -> DataSet:
    state = network_state()
    made = [times.created for times in state.network.times.values()]
    return DataSet(
        name="network",
        title="Netzwerk der Organisationen",
        description="Organisationen, Arbeitsgruppen, Beiräte und Verwaltungseinheiten rund um die"
        " Integration in der Stadt, mit Themen, Angeboten und Bedarfen, Funktionen und ihren"
        " Verbindungen mit Zeitraum und Quelle. Ohne Personen.",
        keywords=("Integration", "Netzwerk", "Vereine", "Träger", "Verwaltung", "Migration"),
        themes=("SOCI", "GOVE"),
        page=f"{site}/netzkarte",
        issued=_day(min(made, default="")),
        modified=_day(state.changed),
        files=(
            _file(site, "network-graphml", "GraphML", "/api/v1/network.graphml", "GRAPHML"),
            _file(site, "network-gexf", "GEXF", "/netzkarte/netzwerk.gexf", "GEXF"),
            _file(site, "network-json", "JSON", "/netzkarte/netzwerk.json", "JSON"),
            _file(site, "network-csv", "Einträge als CSV", "/netzkarte/eintraege.csv", "CSV"),
            _file(
                site, "network-ties-csv", "Verbindungen als CSV", "/netzkarte/verbindungen.csv",
                "CSV",
            ),
            _file(site, "network-api", "Schnittstelle", "/api/v1/organizations", "JSON", api=True),
        ),
    )  # fmt: skip


def _concept(site: str) -> tuple[DataSet, ...]:
    known = list(concept_state())
    if not known:
        return ()
    newest = known[0]
    return (
        DataSet(
            name="concept",
            title=newest.concept.title or "Integrationskonzept",
            description="Der gültige Text des Konzepts nach Abschnitten, mit dem Stand seiner"
            " Überprüfung.",
            keywords=("Integrationskonzept", "Integration", "Strategie"),
            themes=("GOVE", "SOCI"),
            page=f"{site}/konzept/lesen",
            issued=_day(newest.created),
            modified=_day(newest.modified),
            files=(
                _file(site, "concept-html", "Lesefassung", "/konzept/lesen", "HTML"),
                _file(site, "concept-api", "Schnittstelle", "/api/v1/concept", "JSON", api=True),
            ),
        ),
    )


_MEDIA: Final = {
    "GRAPHML": ("XML", "application/graphml+xml"),
    "GEXF": ("XML", "application/gexf+xml"),
    "JSON": ("JSON", "application/json"),
    "CSV": ("CSV", "text/csv"),
    "HTML": ("HTML", "text/html"),
}


def _file(
    site: str, name: str, title: str, path: str, form: str, *, api: bool = False
) -> File:  # fmt: skip
    listed, media_type = _MEDIA[form]
    return File(
        name=name,
        title=title,
        address=f"{site}{path}",
        format=listed,
        media_type=media_type,
        by_service=api,
    )


def _day(moment: str) -> date | None:
    return day_of(datetime.fromisoformat(moment)) if moment else None
