"""What of a text is personal, where it stands, and what stops a publication."""

from datetime import date

import pytest

from commune.meeting.rules.masking import masked
from commune.meeting.rules.personal_data import around, detect, detect_in, marked

TODAY = date(2026, 11, 2)


@pytest.mark.requirement("meeting:PUB-7")
@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("<p>85.07.30-<b>033</b>.28</p>", ["national_register_number"], id="number cut by bold"),
        pytest.param("<p>85.07.30-033.29</p>", [], id="wrong checksum"),
        pytest.param("<p>compte BE68 5390 0754 7034</p>", ["iban"], id="account"),
        pytest.param("<p>née à Namur le 3 mars 1980</p>", ["birth_date"], id="birth in words"),
        pytest.param("<p>geboren op 03/03/1980</p>", ["birth_date"], id="birth in Dutch"),
        pytest.param("<p>rue de la Gare 12 bte 3, 5000 Namur</p>", ["postal_address"], id="address"),
        pytest.param("<p>Klosterstraße 5, 4700 Eupen</p>", ["postal_address"], id="address in German"),
        pytest.param("<p>la rue de la Gare sera refaite en 2027</p>", [], id="a street and a year"),
        pytest.param("<p>art. L1122-10, 20 juin 2026, 12.500,00 EUR</p>", [], id="figures of a decision"),
    ],
)
def test_what_is_found(text: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in detect(text, TODAY)] == kinds


@pytest.mark.requirement("meeting:PUB-7")
def test_a_body_says_what_stops() -> None:
    (name,) = detect_in("Accord de Jeanne Dupont.", TODAY, ("Jeanne Dupont",), frozenset({"person_name"}))
    assert name.blocking and around("Accord de Jeanne Dupont.", name) == ("Accord de ", ".")


@pytest.mark.requirement("meeting:PUB-7", "meeting:PUB-6")
def test_words_are_masked_where_they_stand() -> None:
    html = '<p title="BE68">au compte BE68</p>'
    assert marked(html, "BE68") == '<p title="BE68">au compte <span class="personal-data">BE68</span></p>'
    assert "BE68</" not in masked(marked(html, "BE68"))
