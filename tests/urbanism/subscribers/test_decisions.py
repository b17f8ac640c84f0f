"""A permit goes to the College and comes back decided; without anybody to answer it waits and says so."""

from contextlib import contextmanager
from datetime import date

import pytest
from plone import api
from zope.component import getGlobalSiteManager, provideHandler
from zope.event import notify

from commune.core.content.journal import Journal
from commune.core.events import (
    AuthorityDeployed,
    DecisionReopened,
    DecisionRequestAccepted,
    DecisionRequested,
    DecisionScheduled,
    DecisionTaken,
)
from commune.core.workflow.process import Refused
from commune.urbanism.content.steps import day_of
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.college import request_decision, unanswered
from tests.clocks import on
from tests.urbanism.permits import as_user, complete, permit


@pytest.fixture()
def asked(integration):
    """A complete permit with a draft decision, put before a College that answers nothing; and the letters sent."""
    letters = []
    with on(date(2026, 7, 15)):
        made = complete(permit())
        made.draft_decision = "DÉCIDE d'octroyer le permis.\nAux conditions <de l'architecte>."
        provideHandler(letters.append, (DecisionRequested,))
        yield made, letters, as_user(integration["portal"], "urbanist")
        getGlobalSiteManager().unregisterHandler(letters.append, (DecisionRequested,))


@pytest.mark.requirement("urbanism:11")
def test_the_texts_go_with_the_request(asked):
    made, letters, officer = asked
    request_decision(made, officer)
    (letter,) = letters
    assert (letter.origin, letter.body_kind, letter.reference) == (made.UID(), "college", "PU/2026/0001")
    assert (letter.due, letter.unit) == (date(2026, 9, 23), made.responsible_unit)
    assert "PU/2026/0001" in letter.title and "Rue de l'Église, 12A" in letter.title
    assert "Verlinde Camille" in letter.description
    assert letter.decision.endswith("<p>Aux conditions &lt;de l&#x27;architecte&gt;.</p>")
    assert made.state == "decision_pending"


def test_nobody_answers_and_it_is_sent_again_when_a_module_comes(asked, integration):
    made, letters, officer = asked
    with without_meetings(integration["portal"]):
        request_decision(made, officer)
        assert unanswered(made)
        assert [brain.permit_college for brain in found(made)] == ["unanswered"]
        notify(AuthorityDeployed("plone", ("meeting",)))
    assert len(letters) == 2 and letters[0] == letters[1]
    notify(DecisionRequestAccepted(made.UID(), "item-1", "body-1"))
    assert not unanswered(made)
    notify(AuthorityDeployed("plone", ("meeting",)))
    assert len(letters) == 2


def found(made):
    return api.content.find(UID=made.UID(), unrestricted=True)


@contextmanager
def without_meetings(portal):
    """The site as it is when nobody keeps the College's meetings."""
    with api.env.adopt_roles(["Manager"]):
        kept = portal["meetings"]
        portal._delOb("meetings")
        yield
        portal._setOb("meetings", kept)


@pytest.mark.requirement("urbanism:11")
def test_the_decision_comes_back(asked):
    made, _letters, officer = asked
    request_decision(made, officer)
    notify(DecisionRequestAccepted(made.UID(), "item-1", "body-1"))
    notify(DecisionScheduled(made.UID(), "item-1", date(2026, 7, 14)))
    assert (made.college.item, made.college.day) == ("item-1", date(2026, 7, 14))
    notify(DecisionTaken(made.UID(), "item-1", "body-1", "accepted", True, date(2026, 7, 14), "12", "<p>Oui.</p>"))
    assert (made.state, made.decision.sense, made.decision.number, made.decision.text) == (
        "granted",
        "granted",
        "12",
        "<p>Oui.</p>",
    )
    assert day_of(made, Marker.DECISION) == date(2026, 7, 14)
    notify(DecisionReopened(made.UID(), "item-1"))
    assert (made.state, made.decision, made.college.taken) == ("decision_pending", None, False)
    assert "decision_reopened" in [entry.kind for entry in Journal(made)]


def test_a_no_refuses_the_permit(asked):
    made, _letters, officer = asked
    request_decision(made, officer)
    notify(DecisionTaken(made.UID(), "item-1", "body-1", "refused", False, date(2026, 7, 14)))
    assert made.state == "refused"


def test_letters_about_other_dossiers_change_nothing(asked):
    made, _letters, officer = asked
    request_decision(made, officer)
    notify(DecisionTaken("somebody-else", "item-9", "body-1", "accepted", True, date(2026, 7, 14)))
    assert made.state == "decision_pending"


def test_every_reason_why_the_college_cannot_be_asked(asked, integration):
    made = permit()
    with pytest.raises(Refused) as refused:
        request_decision(made, as_user(integration["portal"], "worker"))
    assert [r.code for r in refused.value.refusals] == [
        "permit.not_yours",
        "permit.not_ready_for_college",
        "permit.no_report",
    ]
