"""Which organisations a new name probably means."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.duplicates import THRESHOLD, likely_duplicates, same_name
from network.organization import Classification, Organization

# What is known < how others might write it.
DISGUISED = """
Flüchtlingshilfe Babelsberg e. V. < Fluechtlingshilfe Babelsberg | FLÜCHTLINGSHILFE BABELSBERG EV
Flüchtlingshilfe Babelsberg e. V. < Babelsberg Flüchtlingshilfe | Flüchtlinghilfe Babelsberg
Flüchtlingshilfe Babelsberg e. V. < Flüchtlingshilfe Babelsbreg e.V. | Fluchtlingshilfe Babelsberg
Stadtteilnetzwerk Potsdam-West e. V. < Stadtteil-Netzwerk Potsdam West
Stadtteilnetzwerk Potsdam-West e. V. < Stadtteilnetzwerk Potsdam West eingetragener Verein
Soziale Stadt Potsdam e. V. < Verein Soziale Stadt Potsdam | Soziale Stadt Potsdam gGmbH
Neues Potsdamer Toleranzedikt e. V. < Potsdamer Toleranzedikt | Neues Toleranzedikt Potsdam
Zukunftsorientierte Förderung e. V. < Zukunftsorientirte Förderung | Förderung, zukunftsorientierte
Internationaler Bund < Internationaler Bund (IB) | Internationler Bund | Internationaler Bund e.V.
Arbeiterwohlfahrt Bezirksverband Potsdam e. V. < Arbeiterwohlfahrt Potsdam
Arbeiterwohlfahrt Bezirksverband Potsdam e. V. < Arbeiterwohlfahrt Bezirksverb. Potsdam
Caritasverband für das Erzbistum Berlin e. V. < Caritas-Verband für das Erzbistum Berlin
Caritasverband für das Erzbistum Berlin e. V. < Caritasverband Erzbistum Berlin
Diakonisches Werk Potsdam e. V. < Diakonisches Werk Potsdam gGmbH
Deutsches Rotes Kreuz Kreisverband Potsdam < Dt. Rotes Kreuz Kreisverb. Potsdam
Deutsches Rotes Kreuz Kreisverband Potsdam < Deutsches Rotes Kreuz Potsdam
Der Paritätische Landesverband Brandenburg e. V. < Paritätischer Landesverband Brandenburg
Volkssolidarität Landesverband Brandenburg e. V. < Volkssolidaritaet Landesverband Brandenburg
Volkssolidarität Landesverband Brandenburg e. V. < Volkssolidarität LV Brandenburg
Jüdische Gemeinde Stadt Potsdam < Juedische Gemeinde Potsdam
Flüchtlingsrat Brandenburg < Brandenburgischer Flüchtlingsrat | Flüchtlingsrat Brandenburg e. V.
Opferperspektive e. V. < Verein Opferperspektive
Potsdamer Bürgerstiftung < Bürgerstiftung Potsdam
Refugees Emancipation e. V. < Refugee Emancipation
Women in Exile e. V. < Women in Exil
Frauenzentrum Potsdam e. V. < Frauenzentrum Potsdam
Autonomes Frauenhaus Potsdam < Autonomes Frauen-Haus Potsdam
Malteser Hilfsdienst gGmbH < Malteser Hilfsdienst e. V. | Hilfsdienst Malteser
Johanniter-Unfall-Hilfe Potsdam-Mittelmark < Johanniter Unfallhilfe Potsdam Mittelmark
Bürgerhaus am Schlaatz < Buergerhaus Schlaatz
Treffpunkt Freizeit gGmbH < Treffpunkt Freizeit gemeinnützige GmbH
Hoffbauer-Stiftung < Hoffbauer Stiftung
Gesellschaft für Inklusion und Soziale Arbeit e. V. < Gesellschaft f. Inklusion u. Soziale Arbeit
Kinder- und Jugendhilfe Verbund gGmbH < Kinder und Jugendhilfeverbund gGmbH
Verein für Straffälligenhilfe Potsdam e. V. < Straffälligenhilfe Potsdam
Türkische Gemeinde in Brandenburg < Türkische Gemeinde Brandenburg
Syrischer Kulturverein Potsdam e. V. < Kulturverein der Syrer Potsdam | Syrischer Kulturverein
Afghanischer Frauenverein Brandenburg < Afghanischer Frauenverein
Kamerunische Gemeinschaft Potsdam e. V. < Kamerun Gemeinschaft Potsdam
Ukrainisches Haus Potsdam < Ukrainisches Haus
Chor der Vielfalt < Chor „Der Vielfalt“
Migrantenbeirat der Landeshauptstadt Potsdam < Migrantenbeirat Potsdam
Integrationsgarten am Schlaatz < Integrationsgarten Schlaatz
Löwenkinder Kindertagesstätten gGmbH < Loewenkinder Kindertagesstaetten
mitMachen e. V. < mit Machen
Volkshochschule im Bildungsforum < Volkshochschule Bildungsforum Potsdam
Kulturlobby < KulturLobby e.V.
"""

DIFFERENT = """
Sportverein Babelsberg 03 | Freie Schule Potsdam | Nachbarschaftshaus Drewitz | Mieterverein
Deutsch-Polnische Gesellschaft | Vietnamesische Gemeinschaft | Chor der Singakademie
Lebenshilfe Werkstätten | Kirchenkreis Potsdam | Russischer Kulturverein Cottbus | Radio Potsdam
Frauenwahllokal | Flüchtlingsrat Berlin | Jugendclub Alpha | Handwerkskammer | Tafel Potsdam
Kita Sonnenschein | Familienzentrum Bisamkiez | Theatergruppe Grenzenlos | Sprachcafé Golm
Interkultureller Garten Golm | Bahnhofsmission | Willkommensbündnis Teltow | Eritreischer Verein
Freiwilligenagentur | Stadtsportbund Potsdam | Seniorenbeirat der Stadt | Türkischer Sportverein
Kinderhaus Am Park | Frauenhaus Rathenow | e. V. | Bund | AG | !?
"""


def an_organization(
    name: str, *, website: str = "", short_name: str = "", other_names: tuple[str, ...] = ()
) -> Organization:
    return Organization(
        id=name,
        name=name,
        classification=Classification.ASSOCIATION,
        website=website,
        short_name=short_name,
        other_names=other_names,
    )


def split(line: str) -> list[str]:
    return [name.strip() for name in line.split("|")]


DISGUISES = [
    (typed, meant)
    for meant, others in (line.split(" < ") for line in DISGUISED.strip().splitlines())
    for typed in split(others)
]
KNOWN = [an_organization(meant) for meant in dict.fromkeys(meant for _, meant in DISGUISES)]


def names(typed: str, website: str = "", known: list[Organization] = KNOWN) -> list[str]:
    return [each.organization.name for each in likely_duplicates(typed, website, known)]


@pytest.mark.parametrize(("typed", "meant"), DISGUISES)
def test_a_name_in_disguise_leads_to_the_organization_it_means(typed: str, meant: str) -> None:
    found = likely_duplicates(typed, "", KNOWN)

    assert [each.organization.name for each in found][:1] == [meant]
    assert THRESHOLD <= found[0].likeness <= 100


@pytest.mark.parametrize(
    "typed", [n for line in DIFFERENT.strip().splitlines() for n in split(line)]
)
def test_a_clearly_different_name_means_nobody_who_is_there(typed: str) -> None:
    assert likely_duplicates(typed, "", KNOWN) == ()
    assert same_name(typed, KNOWN) is None


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_whoever_is_there_already_is_found_under_its_own_name(known: Organization) -> None:
    assert same_name(known.name.upper(), KNOWN) is known
    assert likely_duplicates(known.name, "", KNOWN)[0].likeness == 100


def test_an_organization_is_found_under_its_short_name_and_its_other_names() -> None:
    known = [
        an_organization(
            "Regionale Arbeitsstelle für Bildung", short_name="RAA", other_names=("Demos Institut",)
        )
    ]

    assert same_name("raa e. V.", known) is known[0]
    assert same_name("Demos-Institut", known) is known[0]
    assert names("DEMOS INSTITUT gGmbH", known=known) == ["Regionale Arbeitsstelle für Bildung"]


@pytest.mark.parametrize(
    "website",
    [
        *("https://verein.de", "http://www.verein.de/kontakt?x=1", "https://VEREIN.de:443"),
        "https://www.verein.de",
    ],
)
def test_the_same_web_host_counts_whatever_the_name(website: str) -> None:
    known = [an_organization("Ganz anders", website="https://www.verein.de/start")]

    found = likely_duplicates("Kulturlobby", website, known)

    assert [each.same_website for each in found] == [True]
    assert found[0].likeness < THRESHOLD


@pytest.mark.parametrize("website", ["", "https://unter.verein.de", "https://verein.de.example"])
def test_another_web_host_or_none_says_nothing(website: str) -> None:
    known = [
        an_organization("Ganz anders", website="https://verein.de"),
        an_organization("Ohne Netz"),
    ]

    assert likely_duplicates("Kulturlobby", website, known) == ()


def test_the_likeliest_comes_first_and_equals_stand_by_name() -> None:
    known = [
        an_organization("Interkulturelle Kulturlobby West"),
        an_organization("Interkulturelle Kulturlobby"),
        an_organization("Zirkus", website="https://kulturlobby.example"),
        an_organization("Interkulturelle Kulturlobby Nord"),
    ]

    found = likely_duplicates(
        "Interkulturelle Kulturlobby", "https://kulturlobby.example", known, limit=9
    )

    assert [each.organization.name for each in found] == [
        "Interkulturelle Kulturlobby",
        "Zirkus",
        "Interkulturelle Kulturlobby Nord",
        "Interkulturelle Kulturlobby West",
    ]


law = settings(max_examples=60, deadline=None)


@law
@given(st.permutations(KNOWN), st.sampled_from(DISGUISES), st.integers(0, 4))
def test_the_answer_does_not_depend_on_who_stands_first(
    known: list[Organization], pair: tuple[str, str], limit: int
) -> None:
    found = likely_duplicates(pair[0], "", known, limit)

    assert found == likely_duplicates(pair[0], "", KNOWN, limit)
    assert len(found) <= limit


@law
@given(st.sampled_from(KNOWN), st.randoms(use_true_random=False))
def test_the_order_of_the_words_makes_no_difference(known: Organization, random: Random) -> None:
    words = known.name.removesuffix(" e. V.").replace("-", " ").replace("/", " ").split()
    random.shuffle(words)

    assert likely_duplicates(" ".join(words), "", [known])[0].likeness == 100


@law
@given(st.text(), st.text())
def test_any_text_can_be_compared(name: str, typed: str) -> None:
    known = [an_organization(name or "x")]

    for found in likely_duplicates(typed, "", known):
        assert THRESHOLD <= found.likeness <= 100


def test_a_host_that_many_share_does_not_hide_the_very_same_name() -> None:
    shared = [
        an_organization(n, website=f"https://www.facebook.com/{n}") for n in ("A1", "B2", "C3")
    ]
    known = [*shared, an_organization("Kulturlobby", website="https://kulturlobby.example")]

    assert "Kulturlobby" in names("Kulturlobby e. V.", "https://facebook.com/kultur", known)


def test_the_name_of_the_city_alone_makes_no_duplicate() -> None:
    known = [an_organization("Landeshauptstadt Potsdam", short_name="Potsdam")]

    assert names("Radio Potsdam", known=known) == []


def test_a_working_group_does_not_bear_the_name_of_an_association() -> None:
    known = [an_organization("Arbeitsgruppe Kita und Schule", short_name="AG Kita und Schule")]

    assert same_name("Kita und Schule e. V.", known) is None


def test_a_broken_website_of_someone_known_breaks_nothing() -> None:
    assert (
        names("Kulturlobby", "https://kultur.example", [an_organization("X", website="https://[")])
        == []
    )


def test_names_without_any_letter_are_not_all_the_same() -> None:
    assert same_name("!!", [an_organization("…?")]) is None
