from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.urbanism.rules import procedure_choice as pc
from commune.urbanism.rules import regimes
from commune.urbanism.rules.procedure_choice import Announced, Choice
from commune.urbanism.rules.regimes import Regime

C = Choice
OLD, NEW = date(2024, 3, 31), date(2024, 4, 1)


def days(procedure, *members, deposit=NEW, limited=False):
    announced = pc.announced_delay(procedure, frozenset(members), deposit, limited)
    return (announced.delay and announced.delay.value, announced.prorogation and announced.prorogation.value)


@pytest.mark.requirement("urbanism:3.9", "urbanism:S17", "urbanism:8.3-L07", "urbanism:8.3-L08")
@pytest.mark.parametrize(
    ("procedure", "members", "expected"),
    [
        ("P", [C.SIMPLE], (30, 20)),
        ("P", [C.INTERNAL_OPINIONS], (30, 20)),
        ("P", [C.OWN_INQUIRY], (30, 20)),
        ("P", [C.EXTERNAL_OPINIONS], (75, 20)),
        ("CU2", [C.FD], (75, 20)),
        ("PURB", [C.ANNOUNCEMENT], (75, 20)),
        ("P", [C.EXTERNAL_OPINIONS, C.FD], (115, 20)),
        ("P", [C.INQUIRY, C.FD, C.INTERNAL_OPINIONS], (115, 20)),
        ("P", [C.FD, C.OWN_ANNOUNCEMENT], (75, 20)),
        ("P", [C.UNKNOWN], (None, None)),
        ("P", [], (None, None)),
        ("PA", [C.SIMPLE], (75, 20)),
        ("PA", [C.INQUIRY], (115, 20)),
        ("PA", [C.EXTERNAL_OPINIONS], (115, 20)),
        ("PE2", [C.CLASS_2], (90, 30)),
        ("PE1", [C.CLASS_1, C.INQUIRY], (140, 30)),
        ("PU", [C.CLASS_2, C.TEMPORARY], (40, 30)),
        ("PU", [C.CLASS_1, C.ARTICLE_65], (50, 30)),
        ("PE1", [C.SIMPLE], (None, None)),
        ("PIC", [C.CLASS_1], (None, None)),
        ("CU1", [C.SIMPLE], (None, None)),
    ],
)
def test_announced_delay_and_prorogation(procedure, members, expected):
    assert days(procedure, *members) == expected


@pytest.mark.requirement("urbanism:3.9")
@pytest.mark.parametrize(
    ("procedure", "members", "expected"),
    [
        ("P", [C.SIMPLE], (30, 30)),
        ("PA", [C.SIMPLE], (90, 30)),
        ("PA", [C.INQUIRY], (130, 30)),
        ("PIC", [C.CLASS_1], (140, 30)),
        ("PIC", [C.CLASS_2], (100, 30)),
        ("PI", [C.CLASS_2], (90, 30)),
    ],
)
def test_former_law_for_deposits_before_april_2024(procedure, members, expected):
    assert days(procedure, *members, deposit=OLD) == expected


@pytest.mark.requirement("urbanism:S21")
def test_limited_impact_before_the_region_is_sixty_days_and_says_it_is_to_confirm():
    assert days("PA", C.SIMPLE, limited=True) == (60, 20)
    assert days("PA", C.SIMPLE, limited=True, deposit=OLD) == (60, 30)
    assert pc.announced_delay("PA", frozenset({C.SIMPLE}), NEW).delay.confidence == "B"


@pytest.mark.requirement("urbanism:3.9", "urbanism:S17")
@pytest.mark.parametrize(
    ("members", "codes"),
    [
        ([C.UNKNOWN, C.FD], ["choice.alone"]),
        ([C.SIMPLE, C.INTERNAL_OPINIONS], ["choice.alone"]),
        ([C.INQUIRY, C.ANNOUNCEMENT], ["choice.one_publicity"]),
        ([C.INQUIRY, C.OWN_ANNOUNCEMENT], ["choice.one_publicity"]),
        ([C.CLASS_1, C.CLASS_2], ["choice.one_class"]),
        ([], ["choice.empty"]),
        ([C.UNKNOWN, C.INQUIRY, C.OWN_INQUIRY], ["choice.alone", "choice.one_publicity"]),
        ([C.EXTERNAL_OPINIONS, C.FD], []),
    ],
)
def test_members_that_exclude_each_other(members, codes):
    choice = frozenset(members)
    assert [r.code for r in pc.choice_refusals(choice)] == codes
    if codes:
        assert pc.announced_delay("P", choice, NEW) == Announced(None, None)


@pytest.mark.requirement("urbanism:3.9")
@given(st.frozensets(st.sampled_from([C.EXTERNAL_OPINIONS, C.FD, C.INQUIRY]), min_size=1), st.booleans())
def test_internal_opinions_never_lengthen(members, own):
    assert days("P", *members, C.INTERNAL_OPINIONS) == days("P", *members)
    if own and C.INQUIRY not in members:
        assert days("P", *members, C.OWN_INQUIRY) == days("P", *members)


@pytest.mark.requirement("urbanism:S47")
def test_road_decree():
    received = date(2026, 3, 2)
    found = [pc.road_delay(*facts, received).value for facts in product((False, True), repeat=2)]
    assert found == [75, 150, 105, 210]


@pytest.mark.parametrize(
    ("deposit", "today", "regime"),
    [
        (date(2017, 5, 31), NEW, Regime.CWATUPE),
        (date(1980, 1, 1), NEW, Regime.CWATUPE),
        (date(2017, 6, 1), NEW, Regime.CODT_2017),
        (OLD, NEW, Regime.CODT_2017),
        (NEW, NEW, Regime.CODT_2024),
        (None, OLD, Regime.CODT_2017),
    ],
)
@pytest.mark.requirement("urbanism:3.2")
def test_first_deposit_chooses_the_law(deposit, today, regime):
    assert regimes.regime_on(deposit, today) is regime


@pytest.mark.requirement("urbanism:3.2")
def test_moving_the_deposit_across_a_reform_is_seen():
    assert regimes.regime_changes(OLD, NEW, NEW)
    assert not regimes.regime_changes(NEW, None, NEW)
