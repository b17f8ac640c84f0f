"""Decisions found by words, day, year, category, representative and body."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.website.rules.decisions import FACETS, Decision, Question, read_question, search, terms_of


def made(uid, number, title, day, body="council", **more):
    return Decision(uid, f"m{day}", number, title, day, body, body.title(), "decisions",
                    terms=terms_of(title, "", "fr"), **more)  # fmt: skip


WASTE = made("a", "2", "Collecte des déchets, rue de la Gare", date(2026, 3, 1), category="Environnement",
             in_charge=("A. Vert",), outcome="accepted")  # fmt: skip
ROADS = made("b", "10", "Travaux de voirie rue de la Gare", date(2026, 3, 1), category="Travaux", outcome="refused")
OLD = made("c", "1", "Budget 2025", date(2024, 12, 20), "college", in_charge=("A. Vert", "B. Blanc"))
ALL = (WASTE, ROADS, OLD)


@pytest.mark.requirement("meeting:PUB-11")
@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        pytest.param({}, "abc", id="everything, the latest first"),
        pytest.param({"words": "rue de la gare"}, "ab", id="a street"),
        pytest.param({"words": "dechet"}, "a", id="without accent, singular"),
        pytest.param({"words": "piscine"}, "", id="nothing"),
        pytest.param({"year": "2024"}, "c", id="a year"),
        pytest.param({"start": "2026-03-01", "end": "2026-03-01"}, "ab", id="one day, both included"),
        pytest.param({"start": "soon"}, "abc", id="an unreadable day"),
        pytest.param({"in_charge": "A. Vert"}, "ac", id="a representative"),
        pytest.param({"in_charge": "A. Vert", "body": "college"}, "c", id="both"),
        pytest.param({"outcome": "refused", "category": "Travaux"}, "b", id="outcome and category"),
    ],
)
def test_what_a_question_finds(form: dict[str, str], wanted: str) -> None:
    assert "".join(row.uid for row in search(ALL, read_question(form), "fr").rows) == wanted


@pytest.mark.requirement("meeting:PUB-11")
def test_counts_are_of_what_the_rest_of_the_question_finds() -> None:
    found = search(ALL, Question(chosen={"body": "council"}), "fr")
    assert found.facets["body"] == {"college": 1, "council": 2} and found.facets["year"] == {"2026": 2}
    assert found.facets["in_charge"] == {"A. Vert": 1}


@given(st.fixed_dictionaries({}, optional={name: st.text(max_size=5) for name in ("words", "start", *FACETS)}))
def test_an_address_says_the_whole_question(form: dict[str, str]) -> None:
    question = read_question(form)
    assert read_question(dict(question.parameters)) == question
