"""French stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.french import stem


@pytest.mark.requirement("core:FTS-2", "meeting:DSH-6")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("marche", "marches"), id="marché"),
        pytest.param(("ecole", "ecoles"), id="école"),
        pytest.param(("travail", "travaux"), id="travail"),
        pytest.param(("eau", "eaux"), id="eau"),
        pytest.param(("communal", "communaux", "communale", "communales"), id="communal"),
        pytest.param(("public", "publics"), id="public"),
        pytest.param(("prix",), id="prix"),
    ],
)
def test_singular_and_plural_meet(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_numbers_and_short_words_stay() -> None:
    assert [stem(word) for word in ("2026", "bus", "an", "rail", "rails")] == ["2026", "bus", "an", "rail", "rail"]


@given(st.from_regex("[a-z]{1,12}", fullmatch=True))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)
