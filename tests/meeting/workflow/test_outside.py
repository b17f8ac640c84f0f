"""Programs elsewhere are told of publications and decisions: signed, in order, once each."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.rules.webcalls import signature
from commune.core.workflow import outbox, webcalls
from commune.meeting.content.body import IMeetingBody
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.publication import lines


class Portal(BaseHTTPRequestHandler):
    """Answers with the next of ``answers`` (200 once they are used up) and keeps what it was told."""

    answers: list[int] = []
    heard: list = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.answers.pop(0) if self.answers else 200
        self.heard.append((status, dict(self.headers), body))
        self.send_response(status)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture()
def portal(monkeypatch):
    Portal.answers, Portal.heard = [], []
    server = HTTPServer(("localhost", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Portal.url = f"http://localhost:{server.server_port}/hook"
    monkeypatch.setattr(webcalls, "check_reachable", lambda url: None)  # a test listens inside, without https
    yield Portal
    server.shutdown()


def nothing():
    """The tests' transaction is thrown away: commit nothing."""


def calls_of(body, *calls):
    assert IMeetingBody.providedBy(body)
    body.settings = json.dumps({**body.document, "calls": list(calls)})


def events(portal):
    return [json.loads(body) for status, _headers, body in portal.heard if status == 200]


def pass_by(site, minutes):
    return outbox.deliver(site, now() + timedelta(minutes=minutes), nothing)


@pytest.mark.requirement("meeting:AC-89", "meeting:PUB-3")
def test_a_portal_that_is_down_for_two_hours_gets_everything_once_and_in_order(sitting, portal):
    calls_of(sitting.council, {"url": portal.url, "events": ["published"]})
    meeting = sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    item = sitting.item(title="Trottoirs", body=sitting.council)
    item.state = "validated"
    item.reindexObject()
    sitting.go(item, "present").go(meeting, "freeze", "publish")
    portal.answers = [503] * 4
    for minutes in (0, 2, 8):
        pass_by(sitting.portal, minutes)
    assert (lines(meeting)[0].status, meeting.outside[portal.url][1]) == ("queued", "failed")
    sitting.go(meeting, "open_session", "decide").go(item, "accept").go(meeting, "publish_decisions")
    for minutes in (30, 60, 120, 400, 401, 402):
        pass_by(sitting.portal, minutes)
    told = events(portal)
    assert [one["data"]["serial"] for one in told] == sorted({one["data"]["serial"] for one in told})
    assert (told[0]["data"]["stage"], told[-1]["data"]["stage"]) == ("project", "decisions")
    assert len({one["id"] for one in told}) == len(told) and "webcall" not in {
        one.channel for one in outbox.letters(sitting.portal)
    }
    assert (lines(meeting)[0].status, meeting.outside[portal.url][1]) == ("confirmed", "sent")
    assert "Xylophone" not in str(told)


@pytest.mark.requirement("meeting:AC-91", "meeting:API-4")
def test_the_program_that_sent_an_item_hears_of_its_decision_by_one_signed_call(sitting, portal):
    calls_of(sitting.college, {"url": portal.url, "events": ["decided"], "prefix": "urban:"})
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    mine, other = (
        sitting.item(title=title, external_id=uid) for title, uid in (("Permis", "urban:42"), ("Autre", "x:1"))
    )
    for item in (mine, other):
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    sitting.go(meeting, "freeze", "decide").go(mine, "accept").go(other, "accept")
    portal.answers = [500]
    for minutes in (0, 2, 3):
        pass_by(sitting.portal, minutes)
    (first, again) = portal.heard
    assert first[1]["Idempotency-Key"] == again[1]["Idempotency-Key"] and first[2] == again[2]
    moment = int(again[1]["Commune-Timestamp"])
    expected = signature(webcalls.secret(sitting.portal), moment, again[2])
    assert again[1]["Commune-Signature"] == f"sha256={expected}"
    data = json.loads(again[2])["data"]
    assert (data["reference"], data["outcome"], data["positive"], data["day"], data["number"], data["decision"]) == (
        "urban:42", "accepted", True, "2027-01-11", "1", "<p>Le Collège marque son accord.</p>")  # fmt: skip
    assert Journal(mine).last().kind == "call_told"


def test_a_program_that_refuses_is_not_asked_again(sitting, portal):
    calls_of(sitting.college, {"url": portal.url, "events": ["decided"], "prefix": "urban:"})
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.item(title="Zizanie", external_id="urban:1", privacy="secret")
    item.state = "validated"
    item.reindexObject()
    sitting.go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    portal.answers = [410]
    assert [pass_by(sitting.portal, minutes)["dead"] for minutes in (0, 60)] == [1, 0]
    ((_status, _headers, body),) = portal.heard
    assert b"Zizanie" not in body and json.loads(body)["data"]["closed"] is True


@pytest.mark.parametrize("url", ["https://localhost/hook", "https://127.0.0.1", "http://portail.example.org"])
def test_the_network_inside_is_never_called(url):
    with pytest.raises(webcalls.Unwelcome):
        webcalls.check_reachable(url)


def test_only_managers_set_addresses_and_only_sound_ones(sitting):
    document = {**sitting.college.document, "calls": [{"url": "http://portail.example.org"}]}
    with pytest.raises(Refused) as refused:
        configure(sitting.college, document, "secretary")
    assert [(one.code, one.place) for one in refused.value.refusals] == [("calls.address", "/calls/0/url")]
