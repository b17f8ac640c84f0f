"""Who holds what."""

from datetime import date

import pytest

from commune.core.rules import mandates as md
from commune.core.rules.mandates import Gender, Mandate

INSTALLED = date(2024, 12, 2)
CLAIRE = Mandate("Claire Petit", "college", "alderman", INSTALLED, None, 2, "LB", Gender.FEMALE, seat="alderman 1")
MARC = Mandate("Marc Dumont", "college", "mayor", INSTALLED, date(2026, 9, 15), 1, "LB", Gender.MALE, seat="mayor")


@pytest.mark.requirement("core:PER-2")
def test_composition_on_a_day():
    everyone = [CLAIRE, MARC]
    assert md.holders(everyone, date(2026, 9, 15), "college") == (MARC, CLAIRE)
    assert md.holders(everyone, date(2026, 9, 16), "college") == (CLAIRE,)
    assert md.holders(everyone, INSTALLED, "college", "mayor") == (MARC,)
    assert md.holders(everyone, date(2024, 12, 1), "college") == ()
    assert md.held_by(everyone, "Claire Petit", INSTALLED) == (CLAIRE,)


@pytest.mark.requirement("core:PER-1")
def test_one_person_per_seat_unless_acting():
    acting = Mandate("Anne Leroy", "college", "mayor", date(2026, 8, 1), date(2026, 8, 15), seat="mayor", acting=True)
    second = Mandate("Anne Leroy", "college", "mayor", date(2026, 10, 1), date(2026, 9, 20), seat="mayor")
    later = Mandate("Anne Leroy", "college", "mayor", date(2026, 9, 16), seat="mayor")
    assert md.mandate_refusals(acting, [CLAIRE, MARC]) == ()
    assert md.mandate_refusals(later, [CLAIRE, MARC]) == ()
    assert [r.code for r in md.mandate_refusals(second, [MARC])] == ["mandate.dates"]
    taken = Mandate("Anne Leroy", "college", "mayor", date(2026, 8, 1), seat="mayor")
    assert [(r.code, r.data["by"]) for r in md.mandate_refusals(taken, [MARC])] == [
        ("mandate.seat_taken", "Marc Dumont")
    ]


@pytest.mark.requirement("meeting:ORG-2")
def test_labels_agree_in_gender_and_number():
    alderman = md.roles()["alderman"]
    assert (CLAIRE.label(), MARC.label()) == ("Échevine", "Bourgmestre")
    assert Mandate("X", "college", "Rapporteur", INSTALLED).label() == "Rapporteur"
    assert CLAIRE.label("de") == "Schöffin"
    assert alderman.form(Gender.FEMALE, plural=True) == "Échevines"
    assert alderman.form_of([Gender.FEMALE, Gender.FEMALE]) == "Échevines"
    assert alderman.form_of([Gender.FEMALE, Gender.OTHER]) == "Échevins"
    assert alderman.form_of([Gender.UNKNOWN]) == "Échevin"
    assert alderman.form_of([]) == "Échevin"


@pytest.mark.requirement("core:MAN-2")
def test_seats():
    substitute = Mandate("Eve Noir", "college", "substitute", INSTALLED)
    assert md.too_many([CLAIRE, MARC, substitute], "college", 2, INSTALLED) == ()
    assert [r.data["sitting"] for r in md.too_many([CLAIRE, MARC], "college", 1, INSTALLED)] == [2]
