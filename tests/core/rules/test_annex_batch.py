"""Names in an archive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.annex_batch import unique_names


@pytest.mark.requirement("meeting:ANX-4")
def test_doubles_are_numbered_and_no_name_leads_out() -> None:
    asked = ["plan.pdf", "PLAN.pdf", "plan.pdf", "plan (2).pdf", "LISEZMOI", "LISEZMOI", "../a/./b:c.txt", "", ".env"]
    assert unique_names(asked) == [
        "plan.pdf", "PLAN (2).pdf", "plan (3).pdf", "plan (2) (2).pdf", "LISEZMOI", "LISEZMOI (2)", "_/a/./b_c.txt",
        "_", ".env",
    ]  # fmt: skip
    assert unique_names(["Pont/plan.pdf", "Pont/plan.pdf"]) == ["Pont/plan.pdf", "Pont/plan (2).pdf"]


@given(st.lists(st.text(max_size=6), max_size=8))
def test_as_many_names_all_different_and_inside(names: list[str]) -> None:
    found = unique_names(names)
    assert len({name.casefold() for name in found}) == len(names)
    assert not any(name.startswith("/") or ".." in name.split("/") for name in found)
