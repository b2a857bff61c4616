"""The description of the data after DCAT-AP.de 3.0: what is mandatory is there, in every form."""

import socket
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from tests.open_data import SITE, Client
from views.api_catalog import KINDS, preferred

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.DataService: (DCAT.endpointURL, DCTERMS.title, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license),
    FOAF.Agent: (FOAF.name,),
}
"""Verpflichtend after https://www.dcat-ap.de/def/dcatde/3.0/spec/."""
RECOMMENDED = {
    DCAT.Dataset: (DCAT.keyword, DCAT.theme, DCAT.contactPoint, DCAT.distribution),
    DCAT.Distribution: (DCTERMS.title, DCTERMS.modified, DCTERMS["format"]),
    DCAT.Catalog: (DCTERMS.modified, DCTERMS.language, FOAF.homepage, DCAT.dataset),
}


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def graph(client: Client, kind: str = "text/turtle") -> Graph:
    return Graph().parse(client.get(f"/api/v1/catalog{KINDS[kind]}").content, format=kind)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_every_form_says_the_same(client: Client, kind: str) -> None:
    answer = client.get("/api/v1/catalog", headers={"accept": kind})

    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["vary"] == "Accept"
    assert isomorphic(graph(client, kind), graph(client))
    assert isomorphic(Graph().parse(answer.content, format=kind), graph(client))


@pytest.mark.parametrize("wanted", [MANDATORY, RECOMMENDED], ids=["mandatory", "recommended"])
def test_everything_that_the_profile_asks_for_is_there(
    client: Client, wanted: dict[URIRef, tuple[URIRef, ...]]
) -> None:
    found = graph(client)
    for kind, names in wanted.items():
        subjects = list(found.subjects(RDF.type, kind))
        assert subjects, kind
        for subject in subjects:
            for name in names:
                assert list(found.objects(subject, name)), (subject, name)


def test_both_data_sets_are_there_with_files_that_exist(client: Client) -> None:
    found = graph(client)
    addresses = {str(each) for each in found.objects(None, DCAT.accessURL)}

    assert len(set(found.subjects(RDF.type, DCAT.Dataset))) == 2
    own = {each for each in addresses if each.startswith(f"{SITE}/api/")}
    assert len(own) == 3
    assert {client.get(each).status_code for each in own} == {200}
    from views.server import ROUTES  # noqa: PLC0415  (loads everything)

    paths = {route.path for route in ROUTES}
    assert {each.removeprefix(SITE) for each in addresses} <= paths


def test_the_settings_of_the_city_are_in_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = graph(client)
    assert not list(before.objects(None, DCATDE.contributorID))
    assert not list(before.objects(None, DCATDE.politicalGeocodingURI))
    key = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/12054000"
    for name, value in {
        "PUBLISHER": "Stadt Potsdam",
        "DATA_LICENSE": "cc-zero",
        "DATA_CONTACT": "daten@potsdam.example",
        "DATA_CONTRIBUTOR_ID": "http://dcat-ap.de/def/contributors/potsdam",
        "DATA_GEOCODING": key,
    }.items():
        monkeypatch.setenv(f"BINDEGLIED_{name}", value)

    found = graph(client)

    licences = {str(each) for each in found.objects(None, DCTERMS.license)}
    assert licences == {"http://dcat-ap.de/def/licenses/cc-zero"}
    assert {str(each) for each in found.objects(None, FOAF.name)} == {"Stadt Potsdam"}
    assert URIRef("mailto:daten@potsdam.example") in set(found.objects(None, VCARD.hasEmail))
    assert len(list(found.subjects(DCATDE.politicalGeocodingURI, URIRef(key)))) == 2
    assert len(list(found.subject_objects(DCATDE.contributorID))) == 2


def test_nothing_is_fetched_for_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    for kind in KINDS:
        assert client.get(f"/api/v1/catalog{KINDS[kind]}").status_code == 200


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/rdf+xml;q=0.9, text/turtle;q=0.1", "application/rdf+xml"),
        ("text/html, application/ld+json;q=0.5", "application/ld+json"),
        ("application/*", "application/rdf+xml"),
        ("text/html", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=lots", None),
    ],
)
def test_the_form_follows_what_is_asked_for(accept: str, kind: str | None) -> None:
    assert preferred(accept) == kind


def test_a_form_that_we_do_not_have_is_refused(client: Client) -> None:
    assert client.get("/api/v1/catalog", headers={"accept": "image/png"}).status_code == 406
