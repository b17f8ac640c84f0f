"""Publications that end, are looked after and are compared, for those who manage the body and nobody else."""

from datetime import timedelta

import pytest
import transaction
from plone import api

from commune.core.content.clock import now
from commune.meeting.rules.attendance import Member
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.publication import publish_again
from commune.meeting.workflow.retention import RETENTION
from commune.meeting.workflow.session import set_members
from commune.meeting.workflow.texts import rich

HTML = {"headers": {"Accept": "text/html"}}


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


@pytest.fixture()
def world(served):
    """A decided meeting of the Council, public, with one item whose category is public for a year."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.council.document
    served.category = document["agenda"]["categories"][0]["id"]
    rules = {"retention_years": {served.category: 1}, "robots": {served.category: "noindex"}}
    document["publication"] |= rules | {"watched_names": ["Jeanne Dupont"]}
    configure(sitting.council, document, "secretary")
    served.meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    served.item = sitting.item(title="Secours", body=sitting.council, decision="<p>Accord de Jeanne Dupont.</p>",
                               category=served.category)  # fmt: skip
    served.other = sitting.item(title="Voirie", body=sitting.council)
    for item in (served.item, served.other):
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    sitting.go(served.meeting, "freeze", "publish")
    set_members(served.meeting, [Member("m1")], "secretary")
    sitting.go(served.meeting, "open_session", "decide")
    sitting.go(served.item, "accept").go(served.other, "accept").go(served.meeting, "publish_decisions")
    transaction.commit()
    return served


@pytest.mark.requirement("meeting:PUB-8")
def test_after_its_time_an_item_is_taken_off_and_engines_were_told_before(world):
    page = f"vie-politique/{world.meeting.UID()}"
    item = f"{page}/@@item/{world.item.UID()}"
    shown = world().get(item, **HTML)
    assert (shown.status_code, shown.headers["X-Robots-Tag"]) == (200, "noindex")
    assert "X-Robots-Tag" not in world().get(f"{page}/@@item/{world.other.UID()}", **HTML).headers
    transaction.begin()
    site = api.portal.get()
    assert RETENTION.do(site, now() + timedelta(days=300)) == 0
    assert RETENTION.do(site, now() + timedelta(days=370)) == 1
    transaction.commit()
    gone = world().get(item, **HTML)
    assert gone.status_code == 410 and "Jeanne" not in gone.text
    journal = world("secretary").get(f"{path_of(world.meeting)}/@journal").text
    assert "item_unpublished" in journal


@pytest.mark.requirement("meeting:PUB-8", "meeting:PUB-3", "meeting:PUB-12")
def test_names_go_requests_are_answered_and_differences_are_seen(world):
    sitting = world.sitting.as_user("secretary")
    document = sitting.council.document
    document["publication"]["retention_act"] = "de_name"
    configure(sitting.council, document, "secretary")
    assert RETENTION.do(api.portal.get(), now() + timedelta(days=370)) == 1
    transaction.commit()
    item = f"vie-politique/{world.meeting.UID()}/@@item/{world.item.UID()}"
    public = world().get(item, **HTML).text
    assert "Jeanne" not in public and "Accord de" in public
    secretary, path = world("secretary"), path_of(world.meeting)
    compared = secretary.get(f"{path}/@@publication-compare?item={world.item.UID()}", **HTML).text
    assert "<ins>Jeanne Dupont.</ins>" in compared and "<del>" in compared
    transaction.begin()
    world.other.decision = rich("<p>BE68 5390 0754 7034</p>")
    world.sitting.as_user("secretary")
    publish_again(world.meeting)
    transaction.commit()
    watched = secretary.get("meetings/council/@publication-watch").json()
    assert [(one["kind"], one["url"].rpartition("/")[2]) for one in watched["items"]] == [
        ("held_back", "@@publication")
    ]
    numbers = secretary.get("meetings/council/@@publication-metrics", **HTML).text
    assert 'commune_publication_signals{body="council",kind="held_back"} 1' in numbers
    assert secretary.get("meetings/council/@@publication-watch", **HTML).status_code == 200
    wrong = secretary.post("meetings/council/@erasures", json={"received": "2099-01-01", "asked_by": "", "about": ""})
    assert [one["place"] for one in wrong.json()["error"]["refusals"]] == ["received", "asked_by", "about"]
    wish = {"received": "2026-10-01", "asked_by": "Jeanne Dupont", "about": item}
    (asked,) = secretary.post("meetings/council/@erasures", json=wish).json()["items"]
    assert (asked["due"], asked["answer"]) == ("2026-11-01", "")
    assert "erasure_due" in secretary.get("meetings/council/@publication-watch").text
    (done,) = secretary.post("meetings/council/@erasures", json={"number": 1, "answer": "granted"}).json()["items"]
    assert (done["answer"], done["answered"]) == ("granted", "2026-11-21")
    assert "Jeanne Dupont" in secretary.get("meetings/council/@@erasures", **HTML).text
    for name in ("creator", "councillor", None):
        client = world(name)
        codes = {client.get(f"meetings/council/{end}", **HTML).status_code for end in (
            "@@erasures", "@@publication-watch", "@@publication-metrics")}  # fmt: skip
        codes |= {client.get(f"meetings/council/{end}").status_code for end in ("@erasures", "@publication-watch")}
        codes |= {client.post("meetings/council/@erasures", json=wish).status_code}
        codes |= {
            client.get(
                f"{path}/@@publication-compare?item={world.item.UID()}", **HTML, allow_redirects=False
            ).status_code
        }
        assert codes <= {302, 401, 404, 409}, (name, codes)
