"""Who reads a permit: the service in charge, those asked for an opinion, nobody else."""

from datetime import date

import pytest
from plone import api
from plone.app.testing import logout

from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.urbanism.workflow.access import sees_all
from commune.urbanism.workflow.opinions import answer, ask, opinions
from tests.clocks import on
from tests.urbanism.permits import as_user, complete, group_of, permit, told

DAY = date(2026, 7, 15)


@pytest.fixture()
def portal(integration):
    with on(DAY):
        yield integration["portal"]


def seen():
    return len(api.content.find(portal_type="permit"))


@pytest.mark.requirement("urbanism:2")
def test_lists_show_it_to_the_service_only(portal):
    permit()
    found = {}
    for name in ("urbanist", "director", "dg", "worker", "counter", "adviser", "citizen"):
        as_user(portal, name)
        found[name] = seen()
    logout()
    found["anonymous"] = seen()
    shown = {"urbanist", "director", "dg"}
    assert found == {name: int(name in shown) for name in found}


@pytest.mark.requirement("urbanism:2")
def test_an_adviser_reads_what_he_is_asked_for_and_answers_it(portal):
    made = complete(permit())
    with pytest.raises(Refused):
        ask(made, as_user(portal, "worker"), unit_uid("TRA"), "", DAY)
    ask(made, as_user(portal, "urbanist"), unit_uid("TRA"), "", DAY)
    adviser = as_user(portal, "adviser")
    assert (seen(), api.user.has_permission("View", obj=made), sees_all(made, adviser)) == (1, True, False)
    assert not api.user.has_permission("Modify portal content", obj=made)
    (opinion,) = opinions(made)
    answer(made, adviser, opinion.uid, "favourable", "")
    assert [one.sense.value for one in opinions(made)] == ["favourable"]


def test_another_service_answers_nothing(portal):
    made = complete(permit())
    ask(made, SYSTEM, unit_uid("TRA"), "", DAY)
    with pytest.raises(Refused) as refused:
        answer(made, as_user(portal, "counter"), opinions(made)[0].uid, "favourable")
    assert [r.code for r in refused.value.refusals] == ["opinion.not_yours"]


@pytest.mark.requirement("urbanism:2")
def test_a_final_permit_is_read_only_and_advisers_leave_it_after_a_year(portal):
    made = complete(permit())
    ask(made, SYSTEM, unit_uid("TRA"), "", DAY)
    told(made, "decision", DAY, data={"sense": "granted", "by": "college"})
    IProcess(made).perform(SYSTEM, "grant")
    as_user(portal, "urbanist")
    assert api.user.has_permission("View", obj=made) and not api.user.has_permission("Modify portal content", obj=made)
    reads = []
    for day in (date(2027, 7, 15), date(2027, 7, 16)):
        with on(day):
            reads.append(group_of("TRA", "adviser") in IAccessPolicy(made).grants())
    assert reads == [True, False]
