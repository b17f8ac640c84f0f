"""Refusals."""

from commune.core.rules.refusals import NONE, Refusal


def test_equal_refusals_are_one_in_a_set_even_with_data_that_does_not_hash():
    one, same, other = (Refusal("a.b", {"seats": [n]}, "row 1") for n in (1, 1, 2))
    assert {one, same, other} == {one, other}
    assert NONE == ()
