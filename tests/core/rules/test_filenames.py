"""Names of files in an archive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.filenames import LONGEST, apart, safe_name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("001 Trottoirs – Extrait", "001 Trottoirs – Extrait.pdf"),
        ("Rue du Puits 3/4: « Élagage »?", "Rue du Puits 3-4- « Élagage ».pdf"),
        ("..", "document.pdf"),
        ("", "document.pdf"),
        ("a\n b\t c", "a- b- c.pdf"),
        ("x" * 300, "x" * LONGEST + ".pdf"),
    ],
    ids=["as it is", "slash, colon, question mark", "dots only", "empty", "line ends", "too long"],
)
def test_a_title_becomes_a_name(title, expected):
    assert safe_name(title, "pdf") == expected


def test_two_of_one_name_are_told_apart():
    assert apart(["a.pdf", "A.pdf", "a (2).pdf", "b", "b"]) == ("a.pdf", "A (2).pdf", "a (2) (2).pdf", "b", "b (2)")


@given(st.lists(st.text()))
def test_no_two_names_are_the_same_and_none_leads_elsewhere(titles):
    names = apart(safe_name(title, "odt") for title in titles)
    assert len({name.casefold() for name in names}) == len(titles)
    assert all("/" not in name and "\\" not in name and not name.startswith(".") for name in names)
