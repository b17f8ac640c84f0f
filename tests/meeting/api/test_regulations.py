"""The register of regulations, from the decided item to the text that citizens read and can prove."""

from datetime import UTC, datetime, timedelta

import pytest
import transaction
from plone import api

from commune.core.content.clock import now
from commune.core.workflow import jobs, timestamps
from commune.core.workflow.annexes import attach
from commune.meeting.workflow.planned import PLANNED
from commune.meeting.workflow.proofs import faults
from commune.meeting.workflow.texts import rich
from tests.clocks import FixedClock, by
from tests.golden import golden

HTML = {"headers": {"Accept": "text/html"}}
TEXT = {
    "title": "Règlement général de police",
    "kind": "police_regulation",
    "authority": "council",
    "decided": "2026-06-24",
    "text": '<p>Article 1. Zone bleue. <span class="personal-data">Zénobie</span></p>',
}


@pytest.fixture()
def secretary(served):
    return served("secretary")


@pytest.fixture()
def write(secretary):
    """``write(**fields)``: path and number of a new text."""

    def _write(**fields):
        made = secretary.post("regulations/@regulations", json=TEXT | fields)
        assert made.status_code == 201, made.text
        transaction.begin()
        return f"regulations/{made.json()['number']}", made.json()["number"]

    return _write


def do(client, path, what, **more):
    return client.post(f"{path}/@regulation", json={"do": what, **more})


def patched(client, path, **fields):
    tag = client.get(path).headers.get("ETag") or client.get(f"{path}/@regulation").headers.get("ETag", "")
    return client.call("PATCH", path, json=fields, headers={"If-Match": tag})


def codes(answer):
    return [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:AC-85", "meeting:PUB-10")
def test_published_on_the_first_of_july_it_binds_from_the_sixth_with_proof_stamp_and_poster(served, secretary, write):
    api.portal.set_registry_record(timestamps.CHOSEN, "local")
    transaction.commit()
    path, number = write()
    with by(FixedClock(datetime(2026, 7, 1).date())):
        done = do(secretary, path, "publish")
        assert done.status_code == 200, done.text
        assert (done.json()["state"], done.json()["binding"]) == ("published", "2026-07-06")
        transaction.begin()
        site = api.portal.get()
        assert jobs.run(site) == 1
    nobody = served()
    told = nobody.get(f"regulations/@regulations/{number}").json()
    assert (told["binding"], told["kind"], "Zénobie" in str(told)) == ("2026-07-06", "police_regulation", False)
    assert [file["filename"] for file in told["proofs"]] == [f"{number}.json", f"{number}.json.tst"]
    proof, token = (nobody.session.get(file["href"], headers={"Accept": "*/*"}).content for file in told["proofs"])
    assert timestamps.matches(token, proof) and b"Zone bleue" in proof and "Zénobie".encode() not in proof
    assert timestamps.told(token)[0] == datetime(2026, 7, 1, 9, tzinfo=UTC)
    poster = nobody.session.get(told["poster"], headers={"Accept": "text/html"}).text
    assert "<svg" in poster and f"@@text/{number}" in poster and "6 juillet 2026" in poster
    page = nobody.get(f"regulations/@@text/{number}", **HTML).text
    assert "Zone bleue" in page and "Zénobie" not in page and "6 juillet 2026" in page
    listed = nobody.get("regulations?words=zone+bleue&kind=police_regulation&year=2026", **HTML).text
    assert "Règlement général de police" in listed
    assert "Règlement général de police" not in nobody.get("regulations?words=Zénobie", **HTML).text
    chain = nobody.get("regulations/@publications").json()
    assert chain["verified"] and [one["act"] for one in chain["entries"]] == ["published"]
    golden("regulations-get", nobody.get("regulations/@regulations?words=zone+bleue"))


@pytest.mark.requirement("meeting:AC-85", "meeting:PUB-10")
def test_planned_for_the_past_it_is_refused_and_for_later_it_goes_out_by_itself(served, secretary, write):
    path, number = write()
    assert codes(do(secretary, path, "plan", at="2020-01-01T08:00")) == ["regulations.planned_in_the_past"]
    assert codes(do(secretary, path, "plan")) == ["regulations.no_moment"]
    assert codes(do(secretary, path, "plan", at="tomorrow")) == ["regulations.no_instant"]
    later = now() + timedelta(days=3)
    done = do(secretary, path, "plan", at=later.isoformat())
    assert (done.status_code, done.json()["state"]) == (200, "planned")
    assert served().get(f"regulations/@@text/{number}", **HTML).status_code == 404
    transaction.begin()
    site = api.portal.get()
    assert PLANNED.do(site, later - timedelta(minutes=1)) == 0
    assert PLANNED.do(site, later + timedelta(minutes=1)) == 1
    transaction.commit()
    assert served().get(f"regulations/@@text/{number}", **HTML).status_code == 200


@pytest.mark.requirement("meeting:AC-85", "meeting:PUB-10")
def test_only_the_last_of_the_chain_is_replaced(secretary, served, write):
    numbers = []
    for title in ("R1", "R2", "R3"):
        path, number = write(title=title)
        numbers.append(number)
        if title == "R2":
            assert do(secretary, path, "supersede", number=numbers[0]).json()["supersedes"] == numbers[0]
        elif title == "R3":
            refused = do(secretary, path, "supersede", number=numbers[0])
            assert (refused.status_code, codes(refused)) == (409, ["regulations.already_superseded"])
            golden("regulation-supersede-refused", refused)
            assert do(secretary, path, "supersede", number=numbers[1]).status_code == 200
            assert codes(do(secretary, path, "supersede", number="1999-001")) == ["regulations.unknown"]
        else:
            assert codes(do(secretary, path, "supersede", number=number)) == ["regulations.circle"]
        assert do(secretary, path, "publish").status_code == 200
    page = served().get(f"regulations/@@text/{numbers[0]}", **HTML).text
    assert f"@@text/{numbers[1]}" in page
    assert codes(do(secretary, f"regulations/{numbers[2]}", "supersede", number="")) == [
        "regulations.not_being_written"
    ]


@pytest.mark.requirement("meeting:PUB-10")
def test_with_reviewers_a_text_is_proposed_and_they_publish(secretary, served, write):
    path, number = write(tutelle_needed=True, text="", decided="2026-06-24")
    assert codes(do(secretary, path, "publish")) == ["regulations.no_document", "regulations.tutelle_running"]
    api.group.add_user(groupname=f"{api.portal.get().regulations.UID()}_reviewer", username="director")
    transaction.commit()
    assert codes(do(secretary, path, "publish")) == ["transition.unavailable"]
    changed = patched(secretary, path, tutelle_approved="2026-07-01", text="<p>Article 1</p>")
    assert changed.status_code == 204
    assert do(secretary, path, "propose").status_code == 200
    assert patched(secretary, path, title="Autre").status_code in (401, 404)
    assert codes(do(secretary, path, "publish")) == ["transition.unavailable"]
    assert do(served("director"), path, "publish").status_code == 200
    assert do(served("creator"), path, "unpublish", comment="x").status_code == 404
    assert codes(do(secretary, path, "unpublish")) == ["transition.comment_required"]
    assert do(secretary, path, "unpublish", comment="Erreur de version").status_code == 200
    gone = served().get(f"regulations/@@text/{number}", **HTML)
    assert gone.status_code == 410 and "Erreur de version" in gone.text and TEXT["title"] not in gone.text
    assert do(secretary, path, "archive").status_code == 200
    assert served().get(f"regulations/@@text/{number}", **HTML).status_code == 410
    assert served().get("regulations/@regulations").json()["items_total"] == 0


@pytest.mark.requirement("meeting:PUB-10")
def test_a_decided_item_becomes_a_text_in_one_action_and_only_once(served, secretary):
    sitting = served.sitting.as_user("secretary")
    meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    item = sitting.item(title="Règlement sur les marchés", body=sitting.council, decision="<p>Article 1. Marchés.</p>")
    attach(item, "annexe.txt", b"plan", title="Plan", publishable=True)
    item.state = "validated"
    item.reindexObject()
    sitting.go(item, "present")
    transaction.commit()
    path = "/".join(item.getPhysicalPath()[2:])
    assert codes(secretary.post(f"{path}/@regulation", json={})) == ["regulations.not_adopted"]
    transaction.begin()
    sitting.go(meeting, "freeze", "publish", "open_session").go(item, "accept")
    transaction.commit()
    screen = secretary.get(path, **HTML).text
    assert "@@make-regulation" in screen
    made = secretary.post(f"{path}/@regulation", json={"kind": "order"})
    assert made.status_code == 201, made.text
    golden("regulation-from-item", made)
    told = made.json()
    assert (told["kind"], told["authority"], told["decided"]) == ("order", "council", "2027-01-28")
    assert "Marchés" in told["text"]
    assert codes(secretary.post(f"{path}/@regulation", json={})) == ["regulations.already_made"]
    assert served("creator").post(f"{path}/@regulation", json={}).status_code in (404, 409)
    made = f"regulations/{told['number']}"
    assert do(secretary, made, "publish").status_code == 200
    public = served().get(f"regulations/@regulations/{told['number']}").json()
    assert [file["title"] for file in public["files"]] == ["Plan"]


@pytest.mark.requirement("meeting:PUB-10", "meeting:NFR-2")
def test_drafts_are_for_keepers_and_what_was_published_cannot_be_changed_unseen(served, secretary, write):
    path, number = write(title="Xylophone")
    for name in ("creator", "finance", "citizen", None):
        client = served(name)
        assert {client.get(path).status_code, client.get(f"{path}/@regulation").status_code} <= {401, 404}
        told = client.get("regulations").text + client.get("regulations/@regulations?all=1").text
        assert "Xylophone" not in told + client.get("@search?SearchableText=Xylophone").text.replace("=Xylophone", "")
        assert client.post("regulations/@regulations", json=TEXT).status_code in (401, 403, 404, 409)
        assert (
            client.get("regulations/@@texts", **HTML).status_code in (200, 404)
            and "Xylophone" not in client.get("regulations/@@texts", **HTML).text
        )
    wrong = secretary.post("regulations/@regulations", json={**TEXT, "title": " ", "decided": "soon", "authority": "x"})
    assert {(one["code"], one["place"]) for one in wrong.json()["error"]["refusals"]} == {
        ("regulations.no_title", "title"), ("regulations.no_day", "decided"), ("regulations.no_authority", "authority")
    }  # fmt: skip
    do(secretary, path, "publish")
    transaction.begin()
    site = api.portal.get()
    site.regulations[number].text = rich("<p>Article 2</p>")
    assert [one.code for one in faults(site.regulations)] == ["regulations.text_altered"]
    annex = next(one for one in site.regulations[number].objectValues() if one.category == "proof")
    annex.file = type(annex.file)(b"{}", filename="x.json")
    assert [one.code for one in faults(site.regulations)] == ["regulations.proof_changed", "regulations.text_altered"]
    transaction.abort()
