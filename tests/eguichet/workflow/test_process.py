"""The officer treats a request; the dossier that comes of it tells how it ends."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from zope.component import getGlobalSiteManager
from zope.event import notify

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.events import DossierProgressed, HandoverAccepted, HandoverRequested
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import Actor
from commune.core.workflow.clocks import clocks
from commune.core.workflow.handover import resend
from commune.core.workflow.outbox import letters
from commune.core.workflow.process import Refused
from commune.eguichet.content.messages import thread
from commune.eguichet.rules.requests import HandOver
from commune.eguichet.workflow.conversation import Writing, write_as_citizen
from commune.eguichet.workflow.facts import Details
from commune.eguichet.workflow.hand_over import hand_over
from commune.eguichet.workflow.news import hear
from commune.eguichet.workflow.progress import stages, standing
from tests.eguichet.filling import answers, nrn, officer, procedure, sent

CITIZEN = Actor("citizen")


@pytest.fixture()
def request_(portal):
    """A request that would become a dossier of a kind that no module takes, unless a test brings one."""
    procedure(portal).handover_kind = "tried_dossier"
    return sent(portal)


@pytest.fixture()
def plain(portal):
    """A request of a procedure that is decided at the counter."""
    procedure(portal).handover_kind = None
    return sent(portal)


def do(request, actor, move, comment="", version=None, **details):
    process = IProcess(request)
    process.details = Details(**details)
    process.perform(actor, move, comment, version)


def codes(error):
    return [one.code for one in error.value.refusals]


@contextmanager
def module(uid="case-1", reference="PU/2026/1"):
    """Another module that takes dossiers of that kind; gives the letters it received."""
    received = []

    def take(letter):
        if letter.kind == "tried_dossier":
            received.append(letter)
            notify(HandoverAccepted(letter.origin, uid, reference))

    manager = getGlobalSiteManager()
    manager.registerHandler(take, (HandoverRequested,))
    yield received
    manager.unregisterHandler(take, (HandoverRequested,))


@pytest.mark.requirement("eguichet:E-11")
def test_the_officer_takes_asks_resumes_and_decides(portal, plain):
    urbanist = officer(portal)
    do(plain, urbanist, "take")
    assert (plain.state, plain.assigned_to) == ("in_progress", "urbanist")
    do(plain, urbanist, "ask_citizen", question="Quelle hauteur ?", question_due_on=today() + timedelta(days=14))
    assert plain.state == "waiting_citizen"
    write_as_citizen(plain, CITIZEN, Writing("Trois mètres"))
    assert plain.state == "in_progress" and plain.question.answered_at is not None
    do(plain, urbanist, "accept", decision_text="Votre demande est acceptée.")
    assert (plain.state, plain.decision.outcome) == ("accepted", "accepted")
    do(plain, urbanist, "close")
    assert plain.state == "closed"


@pytest.mark.requirement("eguichet:E-11")
def test_each_move_asks_for_what_it_needs(portal, plain):
    urbanist = officer(portal)
    do(plain, urbanist, "take")
    for move, places in (
        ("ask_citizen", ["question", "question_due_at"]),
        ("accept", ["decision_text"]),
        ("refuse", ["decision_text", "motivation", "appeal_text"]),
        ("declare_inadmissible", ["comment"]),
        ("transfer", ["transfer_target", "comment"]),
    ):
        with pytest.raises(Refused) as refused:
            do(plain, urbanist, move)
        assert [one.place for one in refused.value.refusals] == places
    assert plain.state == "in_progress"


@pytest.mark.requirement("eguichet:E-11", "eguichet:E-12")
def test_who_comes_second_learns_that_it_changed(portal, plain):
    seen = plain.version
    do(plain, officer(portal), "take", version=seen)
    with pytest.raises(Refused) as refused:
        do(plain, officer(portal, name="other"), "take", version=seen)
    assert codes(refused) == ["transition.stale"]
    assert plain.assigned_to == "urbanist"


@pytest.mark.parametrize(
    ("code", "name", "function"),
    [
        pytest.param("URB", "observer", "observer", id="who-only-reads"),
        pytest.param("TRA", "worker", "editor", id="officer-of-another-service"),
    ],
)
def test_nobody_else_moves_a_request(portal, plain, code, name, function):
    with pytest.raises(Refused) as refused:
        do(plain, officer(portal, code, name, function), "take")
    assert codes(refused) == ["transition.unavailable"]
    with pytest.raises(Refused):
        do(plain, CITIZEN, "take")


@pytest.mark.requirement("eguichet:E-24")
def test_a_request_carries_everything_over_and_once(portal, request_):
    urbanist = officer(portal)
    do(request_, urbanist, "take")
    with module() as received:
        assert hand_over(request_, urbanist)
    (letter,) = received
    assert letter.origin == request_.UID() and letter.reference == request_.reference
    assert letter.payload["applicants"][0] == {
        "name": "Verlinde",
        "first_name": "Camille",
        "nrn": nrn(),
        "email": answers()["email"],
        "phone": "+32470123456",
        "address": {"street": "Rue du Moulin", "number": "12", "postcode": "5031", "locality": "Grand-Pré"},
    }
    assert letter.payload["parcels"] == ["92001A0123/02C000"]
    assert letter.payload["submitted_on"] == today().isoformat()
    assert len(letter.files) == 1
    assert (request_.hand_over, request_.handed_over.reference) == (HandOver.HANDED_OVER, "PU/2026/1")
    with pytest.raises(Refused) as refused:
        hand_over(request_, urbanist)
    assert codes(refused) == ["request.handed_over"]


@pytest.mark.requirement("eguichet:E-24")
def test_while_nobody_takes_it_the_request_says_so_and_is_sent_again_later(portal, request_):
    urbanist = officer(portal)
    do(request_, urbanist, "take")
    assert not hand_over(request_, urbanist)
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="request", request_handover="waiting")
    assert [brain.UID for brain in brains] == [request_.UID()]
    with module():
        assert resend(portal) == 1
    assert request_.hand_over is HandOver.HANDED_OVER


@pytest.mark.requirement("eguichet:E-24")
def test_it_is_decided_in_the_dossier_and_not_at_the_counter(portal, request_):
    urbanist = officer(portal)
    do(request_, urbanist, "take")
    with pytest.raises(Refused) as refused:
        do(request_, urbanist, "accept", decision_text="Oui")
    assert codes(refused) == ["request.hand_over_first"]
    with module():
        hand_over(request_, urbanist)
    with pytest.raises(Refused) as refused:
        do(request_, urbanist, "accept", decision_text="Oui")
    assert codes(refused) == ["request.decided_elsewhere"]


@pytest.mark.parametrize(("outcome", "state"), [("granted", "accepted"), ("refused", "refused")])
@pytest.mark.requirement("eguichet:E-24")
def test_news_are_kept_and_the_end_is_told_to_the_citizen_once(portal, request_, outcome, state):
    urbanist = officer(portal)
    do(request_, urbanist, "take")
    with module():
        hand_over(request_, urbanist)
    uid, before = request_.UID(), len(letters(portal))
    notify(DossierProgressed("case-1", uid, "complete"))
    assert not hear(request_, DossierProgressed("case-1", uid, "complete"))
    assert not hear(request_, DossierProgressed("another", uid, "decision", True, outcome))
    notify(DossierProgressed("case-1", uid, "decision", True, outcome))
    notify(DossierProgressed("case-1", uid, "decision", True, outcome))
    assert (request_.state, request_.hand_over) == (state, HandOver.DECIDED)
    assert len(letters(portal)) == before + 1
    assert str(standing(request_)) == f"Your request is {state}"
    assert [one.id for one in stages(request_)] == ["received", "in_progress", "decided"]


@pytest.mark.requirement("eguichet:E-13")
def test_the_promise_stops_while_the_citizen_is_awaited(portal, plain):
    (clock,) = clocks(plain)
    assert clock.deadline.due is not None
    urbanist = officer(portal)
    do(plain, urbanist, "take")
    do(plain, urbanist, "ask_citizen", question="Quoi ?", question_due_on=today() + timedelta(days=14))
    assert clocks(plain)[0].deadline.due is None


@pytest.mark.requirement("eguichet:E-14")
def test_a_message_is_told_without_its_content(portal, plain):
    from commune.eguichet.workflow.conversation import write_as_service

    write_as_service(plain, officer(portal), Writing("Votre plan est illisible"))
    assert [one.text for one in thread(plain)] == ["Votre plan est illisible"]
    assert "illisible" not in str([letter.payload for letter in letters(portal)])
    assert "message_service" in [entry.kind for entry in Journal(plain)]
