"""Who publishes the open data, under which licence, and whom to ask: from the environment."""

import os
from dataclasses import dataclass

from views.settings import settings


@dataclass(frozen=True, slots=True)
class OpenDataSettings:
    """What the description of the open data says of this installation."""

    title: str
    """BINDEGLIED_DATA_TITLE: the name of the whole offer."""
    description: str
    """BINDEGLIED_DATA_DESCRIPTION: one or two sentences on it."""
    publisher: str
    """BINDEGLIED_PUBLISHER: the city; default `Stadtverwaltung`."""
    publisher_url: str
    """BINDEGLIED_PUBLISHER_URL: the city's own page; default the address of this app."""
    contact_email: str
    """BINDEGLIED_DATA_CONTACT: an address for questions, or ""."""
    license_id: str
    """BINDEGLIED_DATA_LICENSE: from the list of DCAT-AP.de; default `dl-by-de/2.0`."""
    contributor_id: str
    """BINDEGLIED_DATA_CONTRIBUTOR_ID: the address that GovData gave the city, or ""."""
    geocoding: str
    """BINDEGLIED_DATA_GEOCODING: the city's key as an address of DCAT-AP.de, or ""."""

    @property
    def license_uri(self) -> str:
        """The licence as DCAT-AP.de names it."""
        return f"http://dcat-ap.de/def/licenses/{self.license_id}"

    @property
    def license_name(self) -> str:
        """The licence as people name it."""
        return _LICENSES.get(self.license_id, (self.license_id, ""))[0]

    @property
    def license_url(self) -> str:
        """Where the text of the licence stands."""
        return _LICENSES.get(self.license_id, ("", ""))[1] or self.license_uri


_LICENSES = {
    "dl-by-de/2.0": (
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
    ),
    "dl-zero-de/2.0": (
        "Datenlizenz Deutschland – Zero – Version 2.0",
        "https://www.govdata.de/dl-de/zero-2-0",
    ),
    "cc-by/4.0": (
        "Creative Commons Namensnennung 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "cc-zero": (
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
}


def open_data_settings() -> OpenDataSettings:
    """Read the settings of the open data as they stand in the environment now."""
    read = os.environ.get
    return OpenDataSettings(
        title=read("BINDEGLIED_DATA_TITLE", "Netzwerk und Integrationskonzept"),
        description=read(
            "BINDEGLIED_DATA_DESCRIPTION",
            "Organisationen rund um das Integrationskonzept, ihre Verbindungen, und der Text"
            " des Konzepts mit seinem Prüfstand.",
        ),
        publisher=read("BINDEGLIED_PUBLISHER", "Stadtverwaltung"),
        publisher_url=read("BINDEGLIED_PUBLISHER_URL", settings().public_url),
        contact_email=read("BINDEGLIED_DATA_CONTACT", ""),
        license_id=read("BINDEGLIED_DATA_LICENSE", "dl-by-de/2.0"),
        contributor_id=read("BINDEGLIED_DATA_CONTRIBUTOR_ID", ""),
        geocoding=read("BINDEGLIED_DATA_GEOCODING", ""),
    )
