"""Lists read in pages while they change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.cursors import Place, page_after, read_cursor, write_cursor

PLACES = st.builds(Place, st.integers(0, 300).map(float), st.text("0123456789abcdef", min_size=1, max_size=3))


def listed(places):
    """As an index that knows minutes only gives them."""
    return sorted(places, key=lambda place: -(int(place.at) // 60))


def page(places, after, size):
    return page_after(listed(places), lambda place: place, lambda place: int(place.at) // 60, after, size)


@given(st.sets(PLACES, max_size=40), st.integers(1, 7))
def test_the_pages_together_are_the_list_once_in_order(places, size):
    told, after = [], None
    while True:
        rows, after = page(places, after, size)
        told += rows
        if after is None:
            break
        after = read_cursor(write_cursor(after))
    assert told == sorted(places, reverse=True)


@given(st.sets(PLACES, min_size=1, max_size=30), st.sets(PLACES, max_size=10), st.sets(PLACES, max_size=10), st.data())
def test_what_comes_in_or_goes_between_two_pages_moves_nothing_else(places, come, gone, data):
    size = data.draw(st.integers(1, 5))
    first, after = page(places, None, size)
    now = (places | come) - gone
    rest = []
    while after is not None:
        rows, after = page(now, after, size)
        rest += rows
    told = [*first, *rest]
    assert len(set(told)) == len(told)
    if len(first) < len(places):
        assert (places - gone) <= set(told) | come


@pytest.mark.parametrize(
    "text", ["x", "é", "eA", "WzEsMl0", "WyJhIiwiYiJd", "W10", "bnVsbA", "WzFlOTksImEiXQ", "W05hTiwiYSJd"]
)
def test_what_was_not_given_here_is_no_cursor(text):
    assert read_cursor(text) is None


def test_an_empty_list_has_one_page():
    assert page(set(), None, 3) == ((), None)
