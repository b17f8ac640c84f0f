"""A letter that nobody answers waits, and is sent again when a module arrives."""

from zope.component import getGlobalSiteManager
from zope.event import notify

from commune.core.events import HandoverAccepted, HandoverRequested
from commune.core.workflow import handover


def answer(letter):
    notify(HandoverAccepted(letter.origin, "uid-2", "P-1"))


def test_it_waits_until_somebody_answers(integration):
    letter = HandoverRequested("uid-3", "nobody_knows_this", "R-3")
    assert handover.ask(letter) is False and handover.is_waiting(HandoverRequested, "uid-3")
    getGlobalSiteManager().registerHandler(answer, (HandoverRequested,))
    try:
        assert handover.resend(integration["portal"]) == 1
        assert not handover.is_waiting(HandoverRequested, "uid-3")
        assert handover.ask(letter) is True
    finally:
        getGlobalSiteManager().unregisterHandler(answer, (HandoverRequested,))
