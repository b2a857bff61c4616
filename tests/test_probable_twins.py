"""Which entries of a whole network are probably the same."""

from network.duplicates import DuplicateIndex
from network.organization import Classification, Organization
from network.probable_twins import ProbableTwins, probable_twins


def unit(key: str, name: str, **facts: object) -> Organization:
    return Organization(
        id=key,
        name=name,
        classification=Classification.ASSOCIATION,
        **facts,  # type: ignore[arg-type]
    )


def pairs(*units: Organization) -> list[tuple[str, str]]:
    return [each.pair for each in probable_twins(units)]


def test_legal_form_order_umlauts_and_typing_errors_make_no_second_one() -> None:
    first = unit("a", "Flüchtlingshilfe Babelsberg e. V.")
    for other in (
        "Fluechtlingshilfe Babelsberg",
        "Babelsberg Flüchtlingshilfe eingetragener Verein",
        "Flüchtlingshife Babelsberg",
    ):
        assert pairs(first, unit("b", other)) == [("a", "b")]


def test_numbers_tell_two_apart_and_so_does_continuing() -> None:
    assert pairs(unit("a", "Grundschule 12"), unit("b", "Grundschule 13")) == []
    assert pairs(unit("a", "Sprachcafé"), unit("b", "Sprachcafé", successor_of_id="a")) == []
    late = unit("b", "Sprachcafé", successor_of_id="x", also_successor_of_ids=("a",))
    assert pairs(unit("a", "Sprachcafé"), late) == []


def test_former_names_and_websites_count_but_not_a_site_of_many() -> None:
    site = "https://www.haus.example/"
    old = unit("a", "Haus der Begegnung", other_names=("Treffpunkt Nord",))
    assert pairs(old, unit("b", "Treffpunkt Nord e. V.")) == [("a", "b")]
    two = [unit(key, name, website=site) for key, name in (("a", "Eins"), ("b", "Zweierlei"))]
    (found,) = probable_twins(two)
    assert found.same_website
    many = [unit(str(n), name, website=site) for n, name in enumerate(("Elf", "Ox", "Uhu", "Yak"))]
    assert probable_twins(many) == ()


def test_the_likeliest_come_first_and_pairs_that_are_two_never() -> None:
    units = [
        unit("a", "Nachbarn helfen Nachbarn"),
        unit("b", "Nachbarn helfen Nachbarn e. V."),
        unit("c", "Nachbarn helfen Nachbar"),
    ]
    found: tuple[ProbableTwins, ...] = probable_twins(units)
    assert found[0].pair == ("a", "b")
    assert found[0].likeness == 100
    assert len(found) == 3
    assert [each.pair for each in probable_twins(units, {("a", "b")})] == [
        each.pair for each in found[1:]
    ]


def test_branches_of_two_places_are_two_and_other_typing_errors_one() -> None:
    branches = [
        unit(place, f"Naturschutzbund Deutschland Landesverband {place} e. V.")
        for place in ("Duisburg", "Ludwigsburg", "Freising", "Koblenz")
    ]
    assert pairs(*branches) == []
    assert pairs(*branches, unit("x", "Naturschutzbnud Deutschland Landesverband Koblenz")) == [
        ("Koblenz", "x")
    ]


def test_what_looks_alike_here_is_also_found_when_somebody_registers() -> None:
    names = ("Sprachcafé Nord", "Sprachcafe Nord e. V.", "Haus der Begegnung", "Haus der Begegnug")
    units = [unit(str(n), name) for n, name in enumerate((*names, "Sprachcafé Süd"))]
    found = probable_twins(units)
    assert {each.pair for each in found} == {("0", "1"), ("2", "3")}
    for each in found:
        before = DuplicateIndex([known for known in units if known != each.two])
        assert each.one in [offer.organization for offer in before.likely(each.two.name)]


def test_nobody_is_the_twin_of_nobody() -> None:
    assert probable_twins([]) == ()
    assert probable_twins([unit("a", "Eins"), unit("b", "—")]) == ()
