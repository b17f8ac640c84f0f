"""Bodies, accounts and shorthands of the meeting tests."""

from datetime import datetime, timedelta

import pytest
from plone.app.testing import login

from commune.core.content.clock import BRUSSELS
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.creation import create
from commune.core.workflow.units import unit_uid
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.texts import rich
from tests.client import Client
from tests.clocks import DEPLOYED, MovedClock, by

PASSWORD = "valmont-demo"


TODAY = DEPLOYED + timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    """It is November 2026 whenever these tests run: they hold meetings in 2027."""
    with by(MovedClock(TODAY)):
        yield


class Sitting:
    """What a clerk does with a body, in few words."""

    def __init__(self, portal):
        self.portal = portal
        self.college = portal.meetings.college
        self.council = portal.meetings.council

    def as_user(self, name):
        login(self.portal, name)
        return self

    def item(self, title="Point", unit="URB", body=None, **fields):
        folder = items_folder(body or self.college)
        decision = rich(fields.pop("decision", "<p>Le Collège marque son accord.</p>"))
        return create(folder, "meeting_item", title=title, responsible_unit=unit_uid(unit), decision=decision, **fields)

    def meeting(self, *when, body=None):
        folder = (body or self.college).meetings
        moment = datetime(*when, tzinfo=BRUSSELS)
        return create(folder, "meeting", title=f"{moment:%d/%m/%Y}", date=moment)

    def go(self, dossier, *transitions, comment=""):
        for transition in transitions:
            IProcess(dossier).perform(current_actor(dossier), transition, comment)
        return self

    def offers(self, dossier):
        return [offer.transition.id for offer in IProcess(dossier).offers(current_actor(dossier))]


@pytest.fixture()
def sitting(integration):
    return Sitting(integration["portal"])


@pytest.fixture()
def served(server):
    """Gives ``as_(name)``: a client of the running site; ``as_.sitting`` prepares content in it."""
    base = f"http://{server['host']}:{server['port']}/plone"
    as_ = lambda name=None: Client(base, name, PASSWORD)  # noqa: E731
    as_.sitting = Sitting(server["portal"])
    return as_
