"""Which organisations a new name probably means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.duplicates import THRESHOLD, likely_duplicates, same_name
from network.organization import Classification, Organization

# What is known, and below it how others might write it.
DISGUISED = """
Flüchtlingshilfe Babelsberg e. V.
    Fluechtlingshilfe Babelsberg | FLÜCHTLINGSHILFE BABELSBERG EV | Babelsberg Flüchtlingshilfe
    Flüchtlinghilfe Babelsberg | Flüchtlingshilfe Babelsbreg e.V. | Fluchtlingshilfe Babelsberg
Stadtteilnetzwerk Potsdam-West e. V.
    Stadtteil-Netzwerk Potsdam West | Stadtteilnetzwerk Potsdam West eingetragener Verein
Soziale Stadt Potsdam e. V.
    Verein Soziale Stadt Potsdam | Soziale Stadt Potsdam gGmbH
Neues Potsdamer Toleranzedikt e. V.
    Potsdamer Toleranzedikt | Neues Toleranzedikt Potsdam
Zukunftsorientierte Förderung e. V.
    Zukunftsorientirte Förderung | Förderung, zukunftsorientierte
Internationaler Bund
    Internationaler Bund (IB) | Internationler Bund | Internationaler Bund e.V.
Arbeiterwohlfahrt Bezirksverband Potsdam e. V.
    Arbeiterwohlfahrt Potsdam | Arbeiterwohlfahrt Bezirksverb. Potsdam
Caritasverband für das Erzbistum Berlin e. V.
    Caritas-Verband für das Erzbistum Berlin | Caritasverband Erzbistum Berlin
Diakonisches Werk Potsdam e. V.
    Diakonisches Werk Potsdam gGmbH
Deutsches Rotes Kreuz Kreisverband Potsdam/Zauch-Belzig e. V.
    Dt. Rotes Kreuz Kreisverband Potsdam Zauch Belzig | DRK Kreisverband Potsdam/Zauch-Belzig
Der Paritätische Landesverband Brandenburg e. V.
    Paritätischer Landesverband Brandenburg
Volkssolidarität Landesverband Brandenburg e. V.
    Volkssolidaritaet Landesverband Brandenburg | Volkssolidarität LV Brandenburg
Jüdische Gemeinde Stadt Potsdam
    Juedische Gemeinde Potsdam
Flüchtlingsrat Brandenburg
    Brandenburgischer Flüchtlingsrat | Flüchtlingsrat Brandenburg e. V.
Opferperspektive e. V.
    Verein Opferperspektive
Potsdamer Bürgerstiftung
    Bürgerstiftung Potsdam
Refugees Emancipation e. V.
    Refugee Emancipation
Women in Exile e. V.
    Women in Exil
Frauenzentrum Potsdam e. V.
    Frauenzentrum Potsdam
Autonomes Frauenhaus Potsdam
    Autonomes Frauen-Haus Potsdam
Malteser Hilfsdienst gGmbH
    Malteser Hilfsdienst e. V. | Hilfsdienst Malteser
Johanniter-Unfall-Hilfe Regionalverband Potsdam-Mittelmark-Fläming
    Johanniter Unfallhilfe RV Potsdam-Mittelmark-Fläming
Bürgerhaus am Schlaatz
    Buergerhaus Schlaatz
Treffpunkt Freizeit gGmbH
    Treffpunkt Freizeit gemeinnützige GmbH
Hoffbauer-Stiftung
    Hoffbauer Stiftung
Gesellschaft für Inklusion und Soziale Arbeit e. V.
    Gesellschaft f. Inklusion u. Soziale Arbeit
Kinder- und Jugendhilfe Verbund gGmbH
    Kinder und Jugendhilfeverbund gGmbH
Verein für Straffälligenhilfe Potsdam e. V.
    Straffälligenhilfe Potsdam
Türkische Gemeinde in Brandenburg
    Türkische Gemeinde Brandenburg
Syrischer Kulturverein Potsdam e. V.
    Kulturverein der Syrer Potsdam | Syrischer Kulturverein
Afghanischer Frauenverein Brandenburg
    Afghanischer Frauenverein
Kamerunische Gemeinschaft Potsdam e. V.
    Kamerun Gemeinschaft Potsdam
Ukrainisches Haus Potsdam
    Ukrainisches Haus
Chor der Vielfalt
    Chor „Der Vielfalt“
Migrantenbeirat der Landeshauptstadt Potsdam
    Migrantenbeirat Potsdam
Integrationsgarten am Schlaatz
    Integrationsgarten Schlaatz
Löwenkinder Kindertagesstätten gGmbH
    Loewenkinder Kindertagesstaetten
mitMachen e. V.
    mit Machen
Volkshochschule im Bildungsforum
    Volkshochschule Bildungsforum Potsdam
Kulturlobby
    KulturLobby e.V.
"""

DIFFERENT = """
Sportverein Babelsberg 03 | Freie Schule Potsdam | Nachbarschaftshaus Drewitz | Mieterverein
Deutsch-Polnische Gesellschaft | Vietnamesische Gemeinschaft | Chor der Singakademie
Lebenshilfe Werkstätten | Kirchenkreis Potsdam | Russischer Kulturverein Cottbus | Radio Potsdam
Frauenwahllokal | Flüchtlingsrat Berlin | Jugendclub Alpha | Handwerkskammer | Tafel Potsdam
Kita Sonnenschein | Familienzentrum Bisamkiez | Theatergruppe Grenzenlos | Sprachcafé Golm
Interkultureller Garten Golm | Bahnhofsmission | Willkommensbündnis Teltow | Eritreischer Verein
Freiwilligenagentur | Stadtsportbund Potsdam | Seniorenbeirat der Stadt | Türkischer Sportverein
Kinderhaus Am Park | Frauenhaus Rathenow | e. V. | Verein | Stiftung | Potsdam | Bund | AG | !?
"""


def an_organization(name: str, **more: object) -> Organization:
    record = Organization(id=name, name=name, classification=Classification.ASSOCIATION)
    for field, value in more.items():
        object.__setattr__(record, field, value)
    return record


def split(line: str) -> list[str]:
    return [name.strip() for name in line.split("|")]


KNOWN = [
    an_organization(line) for line in DISGUISED.strip().splitlines() if not line.startswith(" ")
]


def disguises() -> list[tuple[str, str]]:
    pairs, meant = [], ""
    for line in DISGUISED.strip().splitlines():
        if line.startswith(" "):
            pairs += [(typed, meant) for typed in split(line)]
        else:
            meant = line
    return pairs


@pytest.mark.parametrize(("typed", "meant"), disguises())
def test_a_name_in_disguise_leads_to_the_organization_it_means(typed: str, meant: str) -> None:
    found = likely_duplicates(typed, "", KNOWN)

    assert [each.organization.name for each in found][:1] == [meant]
    assert THRESHOLD <= found[0].likeness <= 100


@pytest.mark.parametrize("typed", [n for line in DIFFERENT.strip().splitlines() for n in split(line)])
def test_a_clearly_different_name_means_nobody_who_is_there(typed: str) -> None:
    assert likely_duplicates(typed, "", KNOWN) == ()
    assert same_name(typed, KNOWN) is None


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_whoever_is_there_already_is_found_under_its_own_name(known: Organization) -> None:
    assert same_name(known.name.upper(), KNOWN) is known
    assert likely_duplicates(known.name, "", KNOWN)[0].likeness == 100
