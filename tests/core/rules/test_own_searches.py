"""Searches and columns that a person keeps."""

import pytest

from commune.core.rules.own_searches import MOST, OwnSearch, against_keeping, columns_shown, seen

MINE = OwnSearch("1", "items", "/c", "Zèbre", "q=a", "ann")
SHARED = OwnSearch("2", "items", "/c", "Arbre", "q=b", "bob", "u1")
OTHER = OwnSearch("3", "items", "/c", "Caché", "q=c", "bob")
ELSEWHERE = OwnSearch("4", "items", "/d", "Ailleurs", "q=d", "ann")


@pytest.mark.requirement("meeting:DSH-2", "core:FTS-4")
def test_own_searches_first_then_those_of_the_services() -> None:
    every = [SHARED, OTHER, ELSEWHERE, MINE]
    assert seen(every, "items", "/c", "ann", {"u1"}) == [MINE, SHARED]
    assert seen(every, "items", "/c", "ann", set()) == [MINE]
    assert seen(every, "other", "/c", "ann", {"u1"}) == []


@pytest.mark.requirement("meeting:DSH-2")
@pytest.mark.parametrize(
    ("title", "unit", "kept", "codes"),
    [
        pytest.param("Ponts", "u1", 0, [], id="fine"),
        pytest.param("Ponts", "", MOST - 1, [], id="the last one"),
        pytest.param(" ", "u2", MOST, ["searches.title", "searches.unit", "searches.too_many"], id="all faults"),
        pytest.param("x" * 101, "", 0, ["searches.title"], id="too long"),
    ],
)
def test_why_a_search_is_not_kept(title: str, unit: str, kept: int, codes: list[str]) -> None:
    assert [one.code for one in against_keeping(title, unit, {"u1"}, kept)] == codes


@pytest.mark.requirement("meeting:DSH-2", "core:1.20")
def test_columns_in_the_order_wanted() -> None:
    known = (("ref", True), ("title", True), ("made", False))
    assert columns_shown(known, (), "title") == ("ref", "title")
    assert columns_shown(known, ("made", "odd", "made", "title"), "title") == ("made", "title")
    assert columns_shown(known, ("made",), "title") == ("title", "made"), "the link is always there"
    assert columns_shown(known, ("made",), "") == ("made",)
    assert columns_shown(known, ("odd",), "title") == ("ref", "title")
