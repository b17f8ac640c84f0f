"""The words of saved searches stand for the reader and the day."""

from datetime import date

import pytest

from commune.core.rules.dashboard_tokens import Reader, resolve
from commune.core.rules.narrowing import NOTHING

EDITH = Reader("edith", frozenset({"roads_editor", "parks_director", "AuthenticatedUsers"}), date(2026, 5, 4))
NOBODY = Reader("", frozenset(), date(2026, 5, 4))
TABLE = [
    ("me", EDITH, "$me", ["edith"]),
    ("my services", EDITH, "$units", ["parks", "roads"]),
    ("where I am editor", EDITH, "$units:editor", ["roads"]),
    ("today", EDITH, "$today", date(2026, 5, 4)),
    ("in a week", EDITH, "$today+7", date(2026, 5, 11)),
    ("a month ago", EDITH, {"query": "$today-30", "range": "max"}, {"query": date(2026, 4, 4), "range": "max"}),
    ("me or nobody", EDITH, ["$me", ""], ["edith", ""]),
    ("not mine", EDITH, {"not": "$me"}, {"not": ["edith"]}),
    ("my groups", EDITH, "$groups", ["AuthenticatedUsers", "parks_director", "roads_editor"]),
    ("plain values", EDITH, ("open", 3), ["open", 3]),
    ("nobody has nothing", NOBODY, "$me", [NOTHING]),
    ("nobody has no service", NOBODY, "$units", [NOTHING]),
]


@pytest.mark.parametrize(("reader", "word", "meaning"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_words(reader, word, meaning):
    assert resolve({"index": word}, reader) == {"index": meaning}


def test_an_unknown_word_is_a_fault_of_the_definition():
    with pytest.raises(ValueError, match="my_cat"):
        resolve({"index": "$my_cat"}, EDITH)


def test_functions_held_anywhere():
    assert EDITH.holds(("director", "chief")) and not EDITH.holds(("chief",)) and not EDITH.holds(())
