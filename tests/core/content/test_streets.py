"""Streets are found by the beginning of any of their words, accents apart."""

import pytest

from commune.core.content.streets import Street, find_streets, keep_streets, street_by_id


@pytest.fixture()
def site(integration):
    return integration["portal"]


def names(site, text, limit=10):
    return [street.name for street in find_streets(site, text, limit)]


@pytest.mark.requirement("core:1.7")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("saint eloi", ["Rue Saint-Éloi"]),
        ("ELOI", ["Rue Saint-Éloi"]),
        ("place", ["Place du Marché"]),
        ("chem", ["Chemin des Crêtes"]),
        ("rue du", ["Rue du Château", "Rue du Moulin"]),
        ("xyz", []),
        ("", []),
        ("  '", []),
    ],
)
def test_a_street_is_found_while_it_is_typed(site, typed, found):
    assert names(site, typed) == found


def test_streets_that_begin_with_the_text_come_first(site):
    keep_streets(site, [Street("moulin-2", "Moulin d'en Haut", "5030", "Valmont")])
    assert names(site, "moulin") == ["Moulin d'en Haut", "Rue du Moulin"]


def test_no_more_than_the_limit(site):
    assert len(names(site, "rue", 3)) == 3


def test_a_renamed_street_is_found_by_its_new_name_only(site):
    street = street_by_id(site, "rue-du-moulin")
    assert keep_streets(site, [Street(street.id, "Rue du Meunier", street.postcode, street.locality)]) == 1
    assert names(site, "moulin") == []
    assert names(site, "meunier") == ["Rue du Meunier"]


def test_both_names_lead_to_a_street_of_two_languages(site):
    keep_streets(site, [Street("school", "Rue de l'Académie", "4700", "Eupen", "Akademiestraße")])
    assert names(site, "akademiestrasse") == ["Rue de l'Académie"]


def test_the_same_streets_again_write_nothing(site):
    assert keep_streets(site, [street_by_id(site, "rue-du-moulin")]) == 0


def test_an_unknown_street(site):
    assert street_by_id(site, "nowhere") is None
