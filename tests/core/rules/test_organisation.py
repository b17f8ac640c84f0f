"""The tree of units."""

from datetime import date

import pytest

from commune.core.rules import organisation as org

CSV = """code,parent_code,title,kind,valid_from,valid_until,email,phone
DG,,Direction générale,direction,2020-01-01,,,
URB,DG,Urbanisme,service,,2030-12-31,urbanisme@example.org,081 99 99 99
ENV,URB,Environnement,,,,,
"""


def codes(refusals):
    return [(refusal.code, refusal.place) for refusal in refusals]


@pytest.mark.requirement("core:ORG-5")
def test_a_tree_from_csv():
    units, refusals = org.parse_units(CSV)
    assert refusals == ()
    assert units[1] == org.OrgUnit(
        "URB",
        "Urbanisme",
        "DG",
        org.UnitKind.SERVICE,
        None,
        date(2030, 12, 31),
        "urbanisme@example.org",
        "081 99 99 99",
    )
    by_code = {unit.code: unit for unit in units}
    assert org.full_title("ENV", by_code) == "Direction générale - Urbanisme - Environnement"
    assert units[1].active(date(2030, 12, 31)) and not units[1].active(date(2031, 1, 1))
    assert not units[0].active(date(2019, 12, 31))


@pytest.mark.requirement("core:ORG-1", "core:ORG-5")
def test_every_fault_of_a_tree_has_its_line():
    text = """code,parent_code,title,kind,valid_from,valid_until,email,phone
a b,,x,service,,,,
A,B,x,service,,,,
B,A,x,service,,,,
C,Z,x,service,,,,
C,,x,bureau,2026-02-01,2026-01-01,nobody,12
,,,service,hier,,,
"""
    _units, refusals = org.parse_units(text)
    assert codes(refusals) == [
        ("value.unknown", "services.csv:6:kind"),
        ("bad_format", "services.csv:6:email"),
        ("phone_invalid", "services.csv:6:phone"),
        ("required", "services.csv:7:code"),
        ("required", "services.csv:7:title"),
        ("value.date", "services.csv:7:valid_from"),
        ("unit.code", "services.csv:2"),
        ("unit.cycle", "services.csv:3"),
        ("unit.cycle", "services.csv:4"),
        ("unit.parent", "services.csv:6"),
        ("unit.duplicate", "services.csv:6"),
        ("unit.dates", "services.csv:6"),
        ("unit.code", "services.csv:7"),
    ]


@pytest.mark.requirement("core:ORG-1")
def test_eight_levels_at_most():
    units = [org.OrgUnit(f"U{n}", "x", f"U{n - 1}" if n > 1 else "") for n in range(1, 10)]
    assert org.tree_faults(units[:8]) == ()
    assert codes(org.tree_faults(units)) == [("unit.depth", "U9")]


@pytest.mark.requirement("core:ORG-3")
def test_a_used_unit_stays_and_fifty_blockers_are_enough():
    blockers = [org.Blocker("record", "Permis", f"P/2026/{n}") for n in range(60)]
    refusals = org.deactivation_refusals(blockers)
    assert len(refusals) == 50
    assert (refusals[0].code, refusals[0].data["total"]) == ("unit.used_by_record", 60)
    assert org.deactivation_refusals([]) == ()
