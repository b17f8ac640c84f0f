"""Addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import addresses as ad
from commune.core.rules.addresses import HouseNumber


@pytest.mark.requirement("eguichet:AC-11", "urbanism:3.4")
@pytest.mark.parametrize(
    ("typed", "house", "shown"),
    [
        ("12/21", HouseNumber(12, box="21"), "12/21"),
        ("1C", HouseNumber(1, "C"), "1C"),
        ("124 bte 14", HouseNumber(124, box="14"), "124/14"),
        ("12-14", HouseNumber(12, last=14), "12-14"),
        ("7 bis, boîte 2.1", HouseNumber(7, "bis", "2.1"), "7bis/2.1"),
        ("3a bus 4", HouseNumber(3, "A", "4"), "3A/4"),
    ],
)
def test_house_numbers_are_proposed(typed, house, shown):
    assert ad.parse_house_number(typed) == house
    assert ad.format_house_number(house) == shown


@pytest.mark.parametrize("typed", ["", "derrière l'église", "12 rue"])
def test_what_is_not_clear_is_left_alone(typed):
    assert ad.parse_house_number(typed) is None


@given(st.text(max_size=20))
def test_no_text_is_an_error(typed):
    ad.parse_house_number(typed)
    assert isinstance(ad.house_sort_key(typed), tuple)


@pytest.mark.requirement("urbanism:3.4")
def test_numbers_sort_as_people_count():
    numbers = ["10/12", "10A", "2", "10/2", "10", "", "100"]
    assert sorted(numbers, key=ad.house_sort_key) == ["", "2", "10", "10A", "10/2", "10/12", "100"]


@pytest.mark.requirement("urbanism:3.4")
def test_an_address_never_shows_what_is_missing():
    assert ad.format_address("rue de l'Église", "12A", "5030", "Gembloux") == "rue de l'Église, 12A 5030 Gembloux"
    assert ad.format_address("rue de l'Église") == "rue de l'Église"
    assert ad.format_address("", "", "5030", "Gembloux") == "5030 Gembloux"


@pytest.mark.requirement("core:ADR-3")
def test_streets_are_proposed_within_two_letters():
    streets = ["Rue de l'Église", "Rue de l'Eglise", "Rue des Églises", "Chaussée de Namur", "Rue du Sacré-Cœur"]
    assert ad.propose_streets("rue de l eglise", streets)[:2] == (
        ad.StreetMatch("Rue de l'Eglise", 0),
        ad.StreetMatch("Rue de l'Église", 0),
    )
    assert ad.propose_streets("RUE DU SACRE COEUR", streets) == (ad.StreetMatch("Rue du Sacré-Cœur", 0),)
    assert ad.propose_streets("chausée de namurr", streets) == (ad.StreetMatch("Chaussée de Namur", 2),)
    assert ad.propose_streets("", streets) == ()


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_zero_only_for_equals(one, other):
    assert ad.edit_distance(one, other) == ad.edit_distance(other, one)
    assert (ad.edit_distance(one, other) == 0) == (one == other)
