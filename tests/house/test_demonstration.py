"""The first authority of profiles/ is a demonstration that is large enough to try a real sitting."""

import csv
import tomllib

import pytest

from tests.house.repository import ROOT

DEMO = ROOT / "profiles" / "gembloux"


def rows(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.requirement("meeting:NFR-7")
def test_three_services_two_bodies_and_nineteen_members():
    settings = tomllib.loads((DEMO / "authority.toml").read_text(encoding="utf-8"))
    sitting = [row for row in rows("mandates.csv") if row["body"] == "council" and "member" in row["usages"].split()]
    assert len(rows("services.csv")) >= 3
    assert sorted(settings["bodies"]) == ["college", "council"]
    assert len({row["person"] for row in sitting if not row["end"]}) >= 19
    assert all(row["email"].endswith("@example.org") for row in rows("mandates.csv") if row["email"])
