"""Permits over HTTP: opened with every fault told, read by who may, explained."""

from datetime import date

import pytest
import transaction

from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.units import unit_uid
from commune.urbanism.workflow.opinions import ask
from tests.client import Client
from tests.clocks import on
from tests.golden import golden
from tests.urbanism.permits import PAYLOAD, complete, permit

PASSWORD = "valmont-demo"


@pytest.fixture()
def served(server):
    """``served(name)``: a client of the running site, on 15 July 2026."""
    base = f"http://{server['host']}:{server['port']}/plone"
    with on(date(2026, 7, 15)):
        yield lambda name=None: Client(base, name, PASSWORD)


@pytest.fixture()
def made(served, server):
    """A complete permit whose opinion was asked from the works; its path in the site."""
    found = complete(permit())
    ask(found, SYSTEM, unit_uid("TRA"), "", date(2026, 7, 12))
    found.draft_decision = "Octroie."
    transaction.commit()
    return "/".join(found.getPhysicalPath()[2:])


def test_a_program_opens_a_permit(served):
    golden("permits-post", served("urbanist").post("@permits", json=PAYLOAD))
    golden("permits-get", served("urbanist").get("@permits"))


@pytest.mark.requirement("urbanism:14.2")
def test_every_fault_is_told_at_its_place_and_nothing_is_made(served):
    wrong = {
        "submitted_on": "tomorrow",
        "applicants": [{"first_name": "Anne", "nrn": "85.07.30-033.29", "address": "Namur"}],
        "parcels": "le pré",
    }
    golden("permits-post-refused", served("urbanist").post("@permits", json=wrong))
    assert served("urbanist").get("@permits").json()["items_total"] == 0


def test_other_services_open_nothing_and_see_nothing(served, made):
    assert served("worker").post("@permits", json=PAYLOAD).status_code == 409
    assert served("worker").get("@permits").json()["items_total"] == 0
    assert served().get("@permits").status_code == 401
    paths = ("", "/@clocks", "/@parties", "/@parcels", "/@journal", "/@steps", "/@deadlines")
    assert {served("worker").get(f"{made}{path}").status_code for path in paths} == {404}


@pytest.mark.requirement("urbanism:2")
def test_an_adviser_reads_what_and_where_and_not_who(served, made):
    answer = served("adviser").get(made)
    assert answer.status_code == 200 and "Verlinde" not in answer.text and "parties" not in answer.json()
    found = {path: served("adviser").get(f"{made}/{path}").status_code for path in RESERVED}
    assert found == dict.fromkeys(RESERVED, 404)
    assert served("adviser").get(f"{made}/@parcels").status_code == 200


RESERVED = ("@clocks", "@parties", "@journal", "@steps", "@deadlines")


@pytest.mark.requirement("urbanism:8.1")
def test_clocks_explain_themselves(served, made):
    golden("clocks-get", served("urbanist").get(f"{made}/@clocks"))


def test_people_and_parcels(served, made):
    golden("parties-get", served("urbanist").get(f"{made}/@parties"))
    wrong = {"role": "owner", "nrn": "1"}
    golden("parties-post-refused", served("urbanist").post(f"{made}/@parties", json=wrong))
    golden("parcels-post", served("urbanist").post(f"{made}/@parcels", json={"parcels": "92094 D 7"}))
    assert served("adviser").post(f"{made}/@parcels", json={"parcels": "92094 D 8"}).status_code == 404


@pytest.mark.requirement("urbanism:11")
def test_the_college_is_asked_once(served, made):
    answer = served("urbanist").post(f"{made}/@request-decision", json={})
    assert (answer.status_code, answer.json()["state"]) == (200, "decision_pending")
    golden("request-decision-refused", served("urbanist").post(f"{made}/@request-decision", json={}))
