"""The description of the open data after DCAT-AP.de 3.0.

Which properties are mandatory: https://www.dcat-ap.de/def/dcatde/3.0/spec/ (title, description
and publisher of catalogues and data sets; access address and licence of distributions; address
of the end point, title and publisher of services). Nothing is fetched from anywhere.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rdflib import Literal, URIRef

_EU: Final = "http://publications.europa.eu/resource/authority"
_TYPES: Final = "https://www.iana.org/assignments/media-types"
_DCATAP: Final = "http://data.europa.eu/r5r/"
_DCATDE: Final = "http://dcat-ap.de/def/dcatde/"
_PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "dcatap": _DCATAP,
    "dcatde": _DCATDE,
}


class Notation(StrEnum):
    """In what form the description goes out."""

    TURTLE = "turtle"
    RDF_XML = "xml"
    JSON_LD = "json-ld"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One form in which a data set is to be had; `format` as the EU's list of file types."""

    name: str
    title: str
    address: str
    format: str
    media_type: str
    by_service: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set with its files; `themes` are codes of the EU's list, dates are None if unknown."""

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    themes: tuple[str, ...]
    page: str
    files: tuple[File, ...]
    issued: date | None = None
    modified: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The whole offer: who publishes it, under which licence, whom to ask, and what there is."""

    site: str
    title: str
    description: str
    publisher: str
    publisher_url: str
    contact_email: str
    license_uri: str
    attribution: str
    contributor_id: str
    geocoding: str
    data_sets: tuple[DataSet, ...]


def written(offer: Offer, notation: Notation) -> bytes:
    """Return the description in one of its forms."""
    return _Catalog(offer).graph.serialize(format=notation.value, encoding="utf-8")


class _Catalog:
    """Builds the graph of one offer."""

    def __init__(self, offer: Offer) -> None:
        from rdflib import Graph, Namespace  # noqa: PLC0415  (only this description needs it)
        from rdflib.namespace import DCAT, DCTERMS, FOAF  # noqa: PLC0415

        self._offer, self._dcat, self._dct, self._foaf = offer, DCAT, DCTERMS, FOAF
        self._vcard = Namespace(_PREFIXES["vcard"])
        self._ap, self._de = Namespace(_DCATAP), Namespace(_DCATDE)
        self.graph: Graph = Graph(bind_namespaces="none")
        for prefix, address in _PREFIXES.items():
            self.graph.bind(prefix, address)
        self._publisher = self._ref("publisher")
        self._agent()
        self._catalog()
        self._service()
        for each in offer.data_sets:
            self._data_set(each)

    def _catalog(self) -> None:
        offer, here = self._offer, self._ref("catalog")
        self._say(here, self._dct.title, self._german(offer.title))
        self._say(here, self._dct.description, self._german(offer.description))
        self._kind(here, self._dcat.Catalog)
        self._say(here, self._dct.publisher, self._publisher)
        self._say(here, self._dct.language, self._uri(f"{_EU}/language/DEU"))
        self._say(here, self._dct.license, self._uri(offer.license_uri))
        self._say(here, self._dcat.themeTaxonomy, self._uri(f"{_EU}/data-theme"))
        self._say(here, self._foaf.homepage, self._uri(f"{offer.site}/api"))
        self._say(here, self._dcat.service, self._ref("service"))
        self._dates(
            here, None, max(filter(None, (d.modified for d in offer.data_sets)), default=None)
        )
        for each in offer.data_sets:
            self._say(here, self._dcat.dataset, self._ref(each.name))

    def _agent(self) -> None:
        self._kind(self._publisher, self._foaf.Agent)
        self._say(self._publisher, self._foaf.name, self._german(self._offer.publisher))
        self._say(self._publisher, self._foaf.homepage, self._uri(self._offer.publisher_url))
        self._say(
            self._publisher,
            self._dct.type,
            self._uri("http://purl.org/adms/publishertype/LocalAuthority"),
        )

    def _service(self) -> None:
        here, site = self._ref("service"), self._offer.site
        self._kind(here, self._dcat.DataService)
        self._say(here, self._dct.title, self._german(f"{self._offer.title}: Schnittstelle"))
        self._say(here, self._dct.publisher, self._publisher)
        self._say(here, self._dcat.endpointURL, self._uri(f"{site}/api/v1"))
        self._say(here, self._dcat.endpointDescription, self._uri(f"{site}/api/v1/openapi.json"))
        self._say(here, self._dct.license, self._uri(self._offer.license_uri))
        self._available(here)
        for each in self._offer.data_sets:
            self._say(here, self._dcat.servesDataset, self._ref(each.name))

    def _data_set(self, each: DataSet) -> None:
        here, offer = self._ref(each.name), self._offer
        self._kind(here, self._dcat.Dataset)
        self._say(
            here, self._dct.identifier, self._plain(f"{offer.site}/api/v1/catalog#{each.name}")
        )
        self._say(here, self._dct.title, self._german(each.title))
        self._say(here, self._dct.description, self._german(each.description))
        self._say(here, self._dct.publisher, self._publisher)
        self._say(here, self._dcat.landingPage, self._uri(each.page))
        self._say(here, self._dct.accessRights, self._uri(f"{_EU}/access-right/PUBLIC"))
        self._say(here, self._dct.accrualPeriodicity, self._uri(f"{_EU}/frequency/CONT"))
        self._available(here)
        self._dates(here, each.issued, each.modified)
        self._contact(here)
        for word in each.keywords:
            self._say(here, self._dcat.keyword, self._german(word))
        for theme in each.themes:
            self._say(here, self._dcat.theme, self._uri(f"{_EU}/data-theme/{theme}"))
        if offer.contributor_id:
            self._say(here, self._de.contributorID, self._uri(offer.contributor_id))
        if offer.geocoding:
            self._say(here, self._de.politicalGeocodingURI, self._uri(offer.geocoding))
            self._say(here, self._dct.spatial, self._uri(offer.geocoding))
            level = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality"
            self._say(here, self._de.politicalGeocodingLevelURI, self._uri(level))
        for file in each.files:
            self._say(here, self._dcat.distribution, self._ref(file.name))
            self._file(file, each.modified)

    def _file(self, file: File, modified: date | None) -> None:
        here = self._ref(file.name)
        self._kind(here, self._dcat.Distribution)
        self._say(here, self._dct.title, self._german(file.title))
        self._say(here, self._dcat.accessURL, self._uri(file.address))
        self._say(here, self._dct.license, self._uri(self._offer.license_uri))
        self._say(here, self._de.licenseAttributionByText, self._german(self._offer.attribution))
        self._say(here, self._dct["format"], self._uri(f"{_EU}/file-type/{file.format}"))
        self._say(here, self._dcat.mediaType, self._uri(f"{_TYPES}/{file.media_type}"))
        self._available(here)
        self._dates(here, None, modified)
        if file.by_service:
            self._say(here, self._dcat.accessService, self._ref("service"))
        else:
            self._say(here, self._dcat.downloadURL, self._uri(file.address))

    def _contact(self, of: "URIRef") -> None:
        here = self._ref("contact")
        self._say(of, self._dcat.contactPoint, here)
        self._kind(here, self._vcard.Kind)
        self._say(here, self._vcard["fn"], self._plain(self._offer.publisher))
        self._say(here, self._vcard.hasURL, self._uri(self._offer.publisher_url))
        if self._offer.contact_email:
            self._say(here, self._vcard.hasEmail, self._uri(f"mailto:{self._offer.contact_email}"))

    def _dates(self, of: "URIRef", issued: date | None, modified: date | None) -> None:
        from rdflib import Literal  # noqa: PLC0415  (as above)

        for name, day in ((self._dct.issued, issued), (self._dct.modified, modified)):
            if day:
                self._say(of, name, Literal(day))

    def _available(self, of: "URIRef") -> None:
        self._say(of, self._ap.availability, self._uri(f"{_EU}/planned-availability/AVAILABLE"))

    def _kind(self, of: "URIRef", kind: "URIRef") -> None:
        from rdflib.namespace import RDF  # noqa: PLC0415  (as above)

        self._say(of, RDF.type, kind)

    def _say(self, subject: "URIRef", name: "URIRef", value: "URIRef | Literal") -> None:
        self.graph.add((subject, name, value))

    def _ref(self, name: str) -> "URIRef":
        return self._uri(f"{self._offer.site}/api/v1/catalog#{name}")

    def _uri(self, address: str) -> "URIRef":
        from rdflib import URIRef  # noqa: PLC0415  (as above)

        return URIRef(address)

    def _german(self, text: str) -> "Literal":
        from rdflib import Literal  # noqa: PLC0415  (as above)

        return Literal(text, lang="de")

    def _plain(self, text: str) -> "Literal":
        from rdflib import Literal  # noqa: PLC0415  (as above)

        return Literal(text)
