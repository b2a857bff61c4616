"""Every address of the server with the questions that a stranger would try at it."""

from collections.abc import Mapping, Sequence
from typing import Final

from tests.secret_city import Planted

_FILES: Final = ("docx", "odt", "xlsx", "pdf")
_API: Final = "/api/v1"
_OF_THE_MAP: Final = (
    "/netzkarte/eintraege.csv",
    "/netzkarte/verbindungen.csv",
    "/netzkarte/netzwerk.graphml",
    "/netzkarte/netzwerk.gexf",
    "/netzkarte/netzwerk.json",
    "/netzkarte/netzwerk.xlsx",
    "/netzkarte/text",
    "/netzkarte/steckbrief.pdf",
    "/netzkarte/bild.svg",
    "/netzkarte/bild.png",
    "/netzkarte/netzwerk.net",
    "/netzkarte/popolo.json",
    "/netzkarte/kumu.xlsx",
    "/netzkarte/gephi.zip",
    "/netzkarte/vorlage.xlsx",
    "/netzkarte/vorlage.zip",
    "/netzkarte/alles.xlsx",
    "/netzkarte/alles.zip",
    "/kennzahlen/rangliste.csv",
    "/kennzahlen/rangliste.xlsx",
)


def addresses(planted: Planted) -> Mapping[str, Sequence[str]]:
    """Return by route what to ask for; a route that is missing here fails the walk.

    Routes of one-time links are asked with a link that nobody sent.
    """
    ids = (planted.organization, planted.merged, planted.other)
    chosen = f"?stelle={planted.organization}&schritte=2"
    whole = ("", chosen, f"?stelle={planted.merged}")
    found: dict[str, Sequence[str]] = dict.fromkeys(_OF_THE_MAP, whole)
    found |= {
        f"/hinweise/{name}.{ending}": (f"?stelle={planted.organization}",)
        for name in ("vorstellungen", "abdeckung", "nicht-gehoert", "reichweite")
        for ending in ("csv", "xlsx")
    }
    found |= {
        f"{_API}{path}": ("", "?limit=100&modified_since=2000-01-01", "?q=qz", "?page=none")
        for path in ("/organizations", "/posts", "/memberships", "/relations", "/topics")
    }
    found |= {
        f"{_API}{path}": ("",)
        for path in (
            "/network.graphml", "/catalog", "/catalog.ttl", "/catalog.rdf", "/catalog.jsonld",
            "/openapi.json",
        )
    }  # fmt: skip
    found |= {
        f"{_API}/organizations/{{id}}": ids,
        f"{_API}/concept": ("", f"?id={planted.concept}"),
        f"{_API}/concept/sections/{{id}}": (planted.section, "unknown"),
        "/api": ("", "?lang=en"),
        "/api/{rest:path}": ("v2",),
        "/aktuelles.atom": ("", "?lang=en"),
        "/organisation/{id}.vcf": ids,
        "/netzkarte/veraenderungen.csv": ("?seit=2010-01-01", "?seit=2026-11-01"),
        "/auswertung/faellig.csv": ("",),
        "/konzept/lesen": ("", "?lang=en", f"?konzept={planted.concept}&stand=2020-01-01"),
        "/konzept/synopse.{ending}": (*(f"{each}?von=1&bis=1" for each in _FILES), "docx"),
        "/vorlagen/{paper_id}/kit.{ending}": tuple(f"{planted.paper}/{end}" for end in _FILES),
        "/vorlagen/{paper_id}/aenderungen.docx": (planted.paper,),
        "/vorschlaege/kit.{ending}": tuple(f"{end}?id={planted.proposal}" for end in _FILES),
        "/vorschlaege/aenderungen.docx": (f"?id={planted.proposal}", ""),
        "/erzaehlungen/druck": (f"?id={planted.story}", ""),
        "/konzept/prueftermine.ics": ("",),
        "/assets/{name}": ("house.js", "unknown.js"),
        "/anmelden": ("", "?weiter=/anmeldungen"),
        "/abmelden": ("",),
        "/eintrag/link": ("",),
        "/zu-viele-seiten": ("",),
    }
    return found | dict.fromkeys(TOKENS, ("unknown-token",))


TOKENS: Final = (
    "/calendar/{token}.ics", "/mitreden/{token}", "/einladung/{token}",
    "/anmeldung/bestaetigen/{token}", "/anmeldung/antwort/{token}",
    "/eintrag/oeffnen/{token}", "/eintrag/stimmt/{token}", "/beziehung/{token}",
)  # fmt: skip


def filled(route: str, value: str) -> str:
    """Return an address: `value` is a query, or fills the places in the route one by one."""
    filling, _mark, query = value.partition("?")
    parts = iter(filling.split("/"))
    path = ""
    for place, piece in enumerate(route.split("{")):
        path += piece if place == 0 else next(parts, "x") + piece.partition("}")[2]
    return f"{path}?{query}" if query else path


def posted(planted: Planted) -> Mapping[str, Mapping[str, str]]:
    """Return what a stranger would send to the routes that take forms, by address."""
    known = planted.words["contactmail"][0]
    sent = {"answer": "right", "password": "x", "again": "x", "revision": "1", "name": known}
    found = {filled(route, f"unknown-{known}"): sent for route in TOKENS}
    return found | {
        f"/eintrag/link?id={planted.organization}": {"email": f"{known}@geheim.example"},
        "/eintrag/link": {"email": "niemand@geheim.example"},
        "/anmelden": {"login": planted.words["accountlogin"][0], "password": "falsch"},
    }


QUERIES: Final[Mapping[str, Sequence[str]]] = {
    "netzkarte": ("", "stelle={organization}&schritte=1", "stelle={merged}"),
    "verzeichnis": ("", "suche=qz"),
    "abschnitt": ("id={section}", "id={changing}"),
    "vorschlaege": ("", "id={proposal}"),
    "vorlagen": ("", "id={paper}"),
    "zusammen": ("", "id={proposal}"),
    "erzaehlungen": ("", "id={story}"),
    "organisation": ("id={organization}", "id={merged}", "id={other}"),
    "eintrag": ("", "id={organization}", "id={other}", "id={merged}"),
    "umgestalten": (
        "",
        "id={organization}",
        "id={organization}&was=zusammenfuehren&mit={other}",
        "id={organization}&was=aufloesen",
        "id={merged}",
    ),
    "anmeldungen": (
        "",
        "liste=asked",
        "liste=decided",
        "liste=unconfirmed",
        "id={registration}",
        "liste=decided&id={rejected}",
        "liste=changes",
    ),
}
"""With which questions a page is opened; pages that are not here are opened without any."""

UNKNOWN: Final = (
    "/nichts", "/_stcore/unknown", "/media/x", "/einladung/%00", "/api/v1/organizations/%2e%2e",
    "/netzkarte/netzwerk.exe", "/component/nothing", "/static/unknown.js",
)  # fmt: skip
"""What there is not: pages of faults must not tell anything either."""
