"""The first deadline that the authority owes is in the lists."""

from datetime import date

import pytest
from plone import api
from zope.component import adapter, getGlobalSiteManager
from zope.interface import implementer

from commune.core.content.steps import Step, Steps
from commune.core.interfaces import IClocks
from commune.core.rules.calendars import Calendar
from commune.core.rules.deadlines import Delay, Status, compute
from commune.core.rules.law import Figure
from commune.core.workflow.clocks import Clock, clocks, next_due
from tests.core.tried import ITriedDossier


@implementer(IClocks)
@adapter(ITriedDossier)
class TriedClocks:
    def __init__(self, context):
        self.steps = Steps(context)

    def clocks(self):
        complete, told = self.steps.first("complete"), self.steps.first("told")
        return tuple(
            Clock(name, name, compute(complete and complete.day, _days(n), Calendar()), told and told.day, ours=ours)
            for name, n, ours in (("decide", 30, True), ("answer", 10, False))
        )


def _days(n):
    return Figure(Delay(n), "tried", date(2000, 1, 1))


@pytest.fixture()
def timed(dossier):
    getGlobalSiteManager().registerAdapter(TriedClocks)
    yield dossier
    getGlobalSiteManager().unregisterAdapter(TriedClocks)


@pytest.mark.requirement("core:1.10")
def test_the_first_that_is_ours_and_open(timed):
    assert next_due(timed) is None
    Steps(timed).add(Step("complete", date(2026, 5, 4)), "edith")
    assert next_due(timed).deadline.due == date(2026, 6, 3)
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="tried_dossier")
    assert brain.next_due == date(2026, 6, 3)
    Steps(timed).add(Step("told", date(2026, 6, 1)), "edith")
    assert next_due(timed) is None
    assert [clock.status(date(2026, 7, 1)) for clock in clocks(timed)] == [Status.MET, Status.MISSED]


def test_a_dossier_without_deadlines_has_none(dossier):
    assert clocks(dossier) == () and next_due(dossier) is None
