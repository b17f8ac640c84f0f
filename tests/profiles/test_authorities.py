"""The example authorities are sound, real where they must be and invented where they must be."""

import re
from datetime import date
from pathlib import Path

import pytest

from commune.core.rules.municipalities import municipalities
from commune.core.workflow.deployment.folder import folders, read_folder
from commune.core.workflow.deployment.parts import part_faults

PROFILES = Path(__file__).parents[2] / "profiles"
TODAY = date(2026, 11, 20)


def authority(slug):
    profile, faults = read_folder(PROFILES / slug, TODAY)
    assert faults == ()
    return profile


@pytest.mark.parametrize(
    ("slug", "kind", "nis", "municipality", "languages", "modules"),
    [
        ("cpas-mons", "cpas", "53053", "Mons", ("fr",), ("website", "meeting")),
        ("eupen", "municipality", "63023", "Eupen", ("de", "fr"), ("website", "meeting")),
        ("gembloux", "municipality", "92142", "Gembloux", ("fr",), ("website", "eguichet", "meeting", "urbanism")),
    ],
)
def test_an_authority_is_what_it_is_in_public(slug, kind, nis, municipality, languages, modules):
    profile = authority(slug)
    assert (profile.kind, profile.nis, profile.languages, profile.modules) == (kind, (nis,), languages, modules)
    place = municipalities()[nis]
    assert place.name_fr == municipality
    assert {street.postcode for street in profile.streets} <= set(place.postcodes)
    assert part_faults(profile) == ()


@pytest.mark.parametrize("folder", folders(PROFILES), ids=lambda folder: folder.name)
def test_everybody_is_invented(folder):
    for path in folder.rglob("*"):
        if path.suffix in (".toml", ".csv", ".json"):
            addresses = re.findall(r"[\w.+-]+@[\w.-]+", path.read_text("utf-8"))
            assert {address.rpartition("@")[2] for address in addresses} <= {"example.org"}, path


@pytest.mark.parametrize("folder", folders(PROFILES), ids=lambda folder: folder.name)
def test_there_is_an_account_for_each_role_of_the_sittings(folder):
    users = {account.user for account in authority(folder.name).accounts}
    assert users >= {"creator", "head", "adviser", "secretary", "dg", "finance", "worker", "councillor", "manager"}


def test_the_council_of_gembloux_has_27_seats_and_its_college_eight():
    mandates = authority("gembloux").mandates
    seats = {body: [m for m in mandates if m.body == body and m.rank < 90] for body in ("college", "council")}
    assert (len(seats["college"]), len(seats["council"])) == (8, 27)
