"""Programs elsewhere are told: signed, in order per dossier, again until they answer; what is given up is replayed."""

import json
import socket
import threading
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

from commune.core.content import happenings as kept
from commune.core.content.clock import now
from commune.core.content.refused import Refused
from commune.core.interfaces import IProcess
from commune.core.rules.happenings import ACTIVE, DISABLED, PAUSED, Subscription
from commune.core.rules.webcalls import signature
from commune.core.workflow import outbox, subscribing, webcalls
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.annexes import attach
from commune.core.workflow.happenings import tell
from tests.clocks import MovedClock, by


class Program(BaseHTTPRequestHandler):
    """Answers with the next of ``answers`` (200 once they are used up) and keeps what it was told."""

    answers: list = []
    heard: list = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.answers.pop(0) if self.answers else 200
        self.heard.append((status, dict(self.headers), body))
        self.send_response(status)
        self.send_header("Retry-After", "7200")
        self.end_headers()
        self.wfile.write(b"not now")

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture()
def urban(integration, dossier, monkeypatch):
    Program.answers, Program.heard = [], []
    server = HTTPServer(("localhost", 0), Program)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(webcalls, "check_reachable", lambda url: None)  # a test listens inside, without https
    wish = Subscription("", "Urban", "https://x.example.org", ("commune.tried_dossier.*",), "", owner="u@example.org")
    one = subscribing.subscribe(integration["portal"], wish)
    yield kept.keep_subscription(integration["portal"], replace(one, url=f"http://localhost:{server.server_port}/hook"))
    server.shutdown()


def nothing():
    """The tests' transaction is thrown away: commit nothing."""


def pass_by(site, **later):
    return outbox.deliver(site, now() + timedelta(**later), nothing)


def heard():
    return [json.loads(body)["type"].split(".")[2] for status, _headers, body in Program.heard if status == 200]


@pytest.mark.requirement("core:EVT-1", "core:EVT-2", "meeting:API-4")
def test_what_happens_is_told_signed_and_in_order(integration, dossier, urban):
    site = integration["portal"]
    dossier.title = "Autre"
    IProcess(dossier).perform(SYSTEM, "close")
    attach(dossier, "plan.txt", b"plan")
    Program.answers = [503]
    assert Program.heard == []
    pass_by(site)
    assert heard() == []
    pass_by(site, days=1)
    assert heard() == ["transitioned", "document_added"]
    first, again, _file = Program.heard
    assert first[1]["Idempotency-Key"] == again[1]["Idempotency-Key"]
    moment = int(again[1]["Commune-Timestamp"])
    assert again[1]["Commune-Signature"] == f"sha256={signature(urban.secret, moment, again[2])}"
    told = json.loads(again[2])
    assert (told["subject"], told["data"]["from"], told["data"]["to"]) == (dossier.UID(), "open", "closed")
    seqs = [one.seq for one in kept.happenings(site, 0)]
    assert seqs == list(range(1, len(seqs) + 1))


@pytest.mark.requirement("core:EVT-5")
def test_what_is_refused_is_given_up_seen_and_replayed(integration, dossier, urban):
    site = integration["portal"]
    tell(dossier, "updated")
    Program.answers = [422]
    assert pass_by(site)["dead"] == 1
    (letter,) = subscribing.dead_letters(site, urban.id)
    assert "422" in letter.error and "not now" in letter.error
    assert subscribing.body_of_letter(letter)["subject"] == dossier.UID()
    assert (subscribing.replay(site, urban.id, "x"), subscribing.replay(site, urban.id)) == (0, 1)
    assert pass_by(site, minutes=1)["sent"] == 1 and subscribing.dead_letters(site, urban.id) == []
    assert [line[3] for line in kept.deliveries(site, urban.id)] == ["sent", "dead"]


@pytest.mark.requirement("core:EVT-5")
def test_a_program_that_fails_for_three_days_is_paused_and_its_owner_told(integration, dossier, urban):
    site = integration["portal"]
    tell(dossier, "updated")
    Program.answers = [500, 500]
    pass_by(site)
    with by(MovedClock((now() + timedelta(days=4)).date())):
        outbox.deliver(site, now(), nothing)
        assert kept.subscription(site, urban.id).state == PAUSED
        assert [one.payload["to"] for one in outbox.letters(site) if one.channel == "mail"] == ["u@example.org"]
        assert outbox.deliver(site, now() + timedelta(days=1), nothing)["sent"] <= 1
        assert heard() == []
        subscribing.set_state(site, kept.subscription(site, urban.id), ACTIVE)
        outbox.deliver(site, now() + timedelta(days=2), nothing)
    assert heard() == ["updated"] and kept.subscription(site, urban.id).failing is None


@pytest.mark.requirement("core:EVT-5")
def test_one_that_is_gone_is_told_nothing_more_and_one_that_is_busy_is_given_time(integration, dossier, urban):
    site = integration["portal"]
    tell(dossier, "updated")
    Program.answers = [429, 410]
    pass_by(site)
    (letter,) = outbox.letters(site)
    assert letter.due - now() > timedelta(minutes=110)
    pass_by(site, hours=3)
    assert kept.subscription(site, urban.id).state == DISABLED
    tell(dossier, "updated")
    assert subscribing.waiting(site, urban.id) == 0
    subscribing.unsubscribe(site, urban.id)
    subscribing.note_outcome(urban.id, "sent", "")


@pytest.mark.requirement("core:EVT-7")
def test_trials_come_twice_and_in_the_wrong_order(integration, urban):
    subscribing.send_trials(integration["portal"], urban)
    pass_by(integration["portal"])
    told = [json.loads(body) for _status, _headers, body in Program.heard]
    assert [one["seq"] for one in told] == [2, 1, 2] and told[0]["id"] == told[2]["id"] != told[1]["id"]


@pytest.mark.requirement("core:EVT-6")
def test_the_address_that_was_checked_is_the_one_that_is_called(integration, monkeypatch):
    asked, called = [], []
    answers = [["193.190.0.1"], ["10.0.0.1"], ["193.190.0.1", "10.0.0.1"], ["10.1.0.1"]]

    def resolve(host, port, **_how):
        asked.append(host)
        return [(0, 0, 0, "", (address, port)) for address in answers.pop(0)]

    def connect(address, *_how, **_more):
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    payload = {"url": "https://hook.example.org/x", "about": "a", "event": "e", "body": "{}"}
    with pytest.raises(ConnectionRefusedError):
        webcalls.WebCall().send(payload)
    assert (asked, called) == (["hook.example.org"], [("193.190.0.1", 443)])
    for _inside in range(2):
        with pytest.raises(webcalls.Unwelcome):
            webcalls.WebCall().send(payload)
    getUtility(IRegistry)["commune.core.services.allowed_networks"] = ("10.1.0.0/16",)
    with pytest.raises(ConnectionRefusedError):
        webcalls.WebCall().send(payload)
    assert called[1:] == [("10.1.0.1", 443)]


def test_every_fault_of_a_subscription_is_refused(integration):
    with pytest.raises(Refused) as refused:
        subscribing.subscribe(integration["portal"], Subscription("", "", "http://x", ("x",), "", places=("y",)))
    assert [one.place for one in refused.value.refusals] == ["url", "title", "types", "places"]
