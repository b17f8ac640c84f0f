"""Numbers as they are typed."""

import pytest

from commune.core.rules.typed import whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        (" 7 ", 7),
        (3, 3),
        ("-4", -4),
        ("", -1),
        (None, -1),
        ("--5", -1),
        ("²", -1),
        ("٣", -1),
        ("1e3", -1),
        ("9" * 5000, -1),
        ("1.5", -1),
    ],
    ids=["plain", "spaces", "a number", "below zero", "nothing", "none", "two signs", "superscript", "arabic digit",
         "exponent", "far too long", "not whole"],
)  # fmt: skip
def test_a_whole_number_or_what_stands_for_it(text, expected):
    assert whole(text, -1) == expected
