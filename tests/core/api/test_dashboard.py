"""@dashboard over HTTP: the rows and the counts of the page, for programs."""

import pytest
import requests
import transaction

from tests.dossiers import keep, kept, officer
from tests.golden import golden


@pytest.fixture()
def folder(server):
    with kept(server["portal"]) as folder:
        officer("edith", "roads_editor")
        officer("pia", "parks_editor")
        keep(folder, "Speed bump, rue Haute", reference="F/2026/1", assigned_to="edith")
        keep(folder, "Pothole, rue Basse", reference="F/2026/2")
        keep(folder, "Lime tree", unit="parks", reference="F/2026/3")
        transaction.commit()
        yield folder


@pytest.fixture()
def asked(server, folder):
    base = f"http://{server['host']}:{server['port']}/plone/files/@dashboard"

    def get(reader, path=""):
        auth = (reader, "secret-1234") if reader else None
        return requests.get(f"{base}{path}", auth=auth, headers={"Accept": "application/json"}, timeout=30)

    return get


@pytest.mark.requirement("core:1.20")
def test_rows_columns_filters_and_counters(asked):
    answer = asked("edith", "/core.kept?state=open&size=20")
    golden("dashboard-get", answer)
    assert [row["reference"] for row in answer.json()["items"]] == ["F/2026/2", "F/2026/1"]
    assert [one["count"] for one in answer.json()["searches"]] == [1, 2]


def test_the_other_service_sees_its_own(asked):
    answer = asked("pia", "/core.kept").json()
    assert (answer["items_total"], [row["reference"] for row in answer["items"]]) == (1, ["F/2026/3"])
    assert [[option["value"] for option in one.get("options", [])] for one in answer["filters"]] == [
        ["open"],
        ["parks"],
        [],
    ]


def test_the_lists_that_one_may_open(asked):
    assert "Files" in [one["title"] for one in asked("edith").json()["items"]]
    assert asked("edith", "/core.unknown").status_code == 404
    assert asked(None, "/core.kept").status_code in (401, 404)
