"""Questions for the catalog."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.asked_words import MOST, catalog_question


@pytest.mark.requirement("meeting:DSH-6")
@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("marché public", "(marché OR marché*) AND (public OR public*)", id="two words"),
        pytest.param('"l\'école" (OR) *', "(l OR l*) AND (école OR école*)", id="signs and words of the grammar"),
        pytest.param("  ** ___ and ", "", id="nothing"),
        pytest.param("pont pont", "(pont OR pont*)", id="twice"),
    ],
)
def test_questions(text: str, question: str) -> None:
    assert catalog_question(text) == question


@given(st.text())
def test_a_question_is_short_and_holds_no_sign_of_the_grammar_of_its_author(text: str) -> None:
    question = catalog_question(text)
    assert question.count(" AND ") < MOST and '"' not in question
