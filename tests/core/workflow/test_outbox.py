"""Letters leave after commit, are tried again, and end where somebody looks."""

import smtplib
from datetime import timedelta

import pytest
from Acquisition import aq_base
from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.workflow import mail, outbox
from commune.core.workflow.outbox import ITransport


@implementer(ITransport)
class TriedTransport:
    """Fails as often as told, then sends."""

    faults = (OSError,)

    def __init__(self, failures):
        self.failures = failures
        self.sent = []

    def send(self, payload):
        if self.failures:
            self.failures -= 1
            raise OSError("down")
        self.sent.append(payload)


@pytest.fixture()
def way_out():
    made = []

    def open_(failures=0):
        made.append(TriedTransport(failures))
        getGlobalSiteManager().registerUtility(made[0], ITransport, "tried")
        return made[0]

    yield open_
    for one in made:
        getGlobalSiteManager().unregisterUtility(one, ITransport, "tried")


def nothing():
    """The tests' transaction is thrown away: commit nothing."""


def test_a_failure_is_tried_again_later_and_a_success_only_once(integration, way_out):
    site, transport = integration["portal"], way_out(failures=2)
    outbox.put(site, "tried", {"n": 1})
    moment, outcomes = now(), []
    for minutes in (0, 0, 1, 6, 30):
        outcomes.append(outbox.deliver(site, moment + timedelta(minutes=minutes), nothing))
    assert [(o["failed"], o["sent"]) for o in outcomes] == [(1, 0), (0, 0), (1, 0), (0, 1), (0, 0)]
    assert transport.sent == [{"n": 1}] and outbox.letters(site) == ()


def test_after_the_last_try_it_is_dead_until_somebody_revives_it(integration, way_out):
    site = integration["portal"]
    way_out(failures=7)
    outbox.put(site, "tried", {})
    outcomes = [outbox.deliver(site, now() + timedelta(days=day), nothing) for day in range(9)]
    assert [next((name for name in o if o[name]), "") for o in outcomes] == ["failed"] * 6 + ["dead", "", ""]
    (letter,) = outbox.dead(site)
    assert letter.error == "OSError: down"
    outbox.revive(site, letter.id)
    assert outbox.deliver(site, now(), nothing)["sent"] == 1


def test_without_a_way_out_it_waits(integration):
    outbox.put(integration["portal"], "pigeon", {})
    assert outbox.deliver(integration["portal"], now(), nothing)["failed"] == 1


@pytest.mark.requirement("core:NTF-3")
def test_a_mail_leaves_from_the_authority_once_for_each_address(integration, dossier):
    mail.send(["anne@example.org", "anne@example.org", ""], "Your\ndossier", "Bonjour Zoé,", about=dossier)
    (letter,) = outbox.letters(integration["portal"])
    made = mail.message(letter.payload)
    assert (made["To"], made["Subject"]) == ("anne@example.org", "Your dossier")
    assert made.get_content().strip() == "Bonjour Zoé,"
    assert Journal(dossier).last().data == {"to": "anne@example.org", "subject": "Your dossier"}


def test_the_mail_goes_by_the_mail_host(integration, monkeypatch):
    sent = []
    host = aq_base(integration["portal"].MailHost)
    keep = lambda _self, message, **how: sent.append((message["To"], how["immediate"]))  # noqa: E731
    monkeypatch.setattr(type(host), "send", keep)
    mail.send("anne@example.org", "a", "b")
    assert outbox.deliver(integration["portal"], now(), nothing)["sent"] == 1
    assert sent == [("anne@example.org", True)]


def test_a_mail_host_that_is_down_stops_nothing(integration, monkeypatch):
    def down(_self, _message, **_how):
        raise smtplib.SMTPServerDisconnected("down")

    monkeypatch.setattr(type(aq_base(integration["portal"].MailHost)), "send", down)
    mail.send("anne@example.org", "a", "b")
    assert outbox.deliver(integration["portal"], now(), nothing)["failed"] == 1


def test_letters_of_one_queue_leave_in_order_and_hold_up_no_other(integration, way_out):
    site, transport = integration["portal"], way_out(failures=1)
    for n, queue in ((1, "a"), (2, "a"), (3, "b"), (4, "")):
        outbox.put(site, "tried", {"n": n}, queue=queue)
    moment = now()
    outbox.deliver(site, moment, nothing)
    assert [one["n"] for one in transport.sent] == [3, 4]
    outbox.deliver(site, moment + timedelta(seconds=30), nothing)
    assert len(transport.sent) == 2
    outbox.deliver(site, moment + timedelta(minutes=2), nothing)
    assert [one["n"] for one in transport.sent] == [3, 4, 1, 2]


def test_what_is_unwelcome_is_dead_at_once_and_lets_the_next_one_go(integration, way_out):
    site, transport = integration["portal"], way_out(failures=1)
    transport.finals = (OSError,)
    outbox.put(site, "tried", {"n": 1}, queue="a")
    outbox.put(site, "tried", {"n": 2}, queue="a")
    assert outbox.deliver(site, now(), nothing) == {"sent": 1, "failed": 0, "dead": 1}
