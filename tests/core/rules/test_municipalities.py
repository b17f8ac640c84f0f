"""Municipalities and their dated codes."""

from datetime import date

import pytest

from commune.core.rules import municipalities as mu

TODAY = date(2026, 6, 15)


@pytest.mark.requirement("core:1.7")
@pytest.mark.parametrize(
    ("nis", "name", "postcode"),
    [
        ("92142", "Gembloux", "5030"),
        ("63023", "Eupen", "4700"),
        ("53053", "Mons", "7000"),
        ("91054", "Gedinne", "5575"),
    ],
)
def test_known_municipalities(nis, name, postcode):
    found = mu.municipalities()[nis]
    assert found.name("fr") == name
    assert postcode in found.postcodes
    assert found in mu.by_postcode(postcode, TODAY)
    assert mu.by_name(name.upper(), TODAY) == found


@pytest.mark.requirement("core:ADR-1")
def test_codes_are_dated():
    assert mu.code_on("58001", date(2018, 6, 15)) == "55022"
    assert mu.code_on("55022", TODAY) == "58001"
    assert mu.code_on("54007", TODAY) == "57096"
    assert (mu.municipalities()["52043"].name_fr, mu.code_on("52043", TODAY)) == ("Manage", "55086")
    assert (mu.municipalities()["52063"].name_fr, mu.code_on("52063", TODAY)) == ("Seneffe", "55085")
    assert mu.code_on("82003", TODAY) == mu.code_on("82005", TODAY) == "82039"
    assert mu.code_on("82005", date(2024, 12, 1)) == "82005"
    assert mu.code_on("82039", date(2024, 12, 1)) == "82039"
    assert mu.code_on("99998", TODAY) == "99998"


@pytest.mark.requirement("core:ADR-1")
def test_the_region_counts_261_municipalities_since_december_2024():
    assert len(mu.on_day(TODAY)) == 261
    assert len(mu.on_day(date(2020, 1, 1))) == len(mu.on_day(date(2018, 1, 1))) == 262
    codes = mu.municipalities()
    assert all(m.successor in codes for m in codes.values() if m.valid_to)


def test_names_in_three_languages():
    vith = mu.by_name("Sankt Vith", TODAY)
    assert (vith.name("fr"), vith.name("de")) == ("Saint-Vith", "Sankt Vith")
    assert mu.by_name("Bergen", TODAY).name("nl") == "Bergen"
    assert mu.by_name("Atlantis", TODAY) is None
