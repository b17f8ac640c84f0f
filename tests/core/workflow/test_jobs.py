"""A job is done element by element, by the worker, and never twice."""

from datetime import timedelta

import pytest
import transaction
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow import jobs, worker


@implementer(jobs.IJobKind)
class TriedKind:
    """Refuses "bad", meets a conflict the first time it sees "busy"."""

    def __init__(self):
        self.seen = []

    def do(self, element, options, userid):
        self.seen.append(element)
        if element == "bad":
            raise Refused(Refusal("tried.bad"))
        if element == "busy" and self.seen.count("busy") == 1:
            raise ConflictError()
        return f"{userid} {element} {options['how']}"


@pytest.fixture()
def kind():
    made = TriedKind()
    getGlobalSiteManager().registerUtility(made, jobs.IJobKind, "tried")
    yield made
    getGlobalSiteManager().unregisterUtility(made, jobs.IJobKind, "tried")


def test_the_worker_does_each_element_once_and_tells_its_result(functional, kind):
    site = functional["portal"]
    job_id = jobs.ask(site, "tried", "Letters", ["good", "bad", "busy"], "edith", how="well")
    transaction.commit()
    assert worker.work(functional["app"]) == 3 and worker.work(functional["app"]) == 0
    job = jobs.job(site, job_id)
    assert [(element, result.ok, result.message) for element, result in job.outcomes()] == [
        ("good", True, "edith good well"),
        ("bad", False, ""),
        ("busy", True, "edith busy well"),
    ]
    assert [r.code for r in job.results[1].refusals] == ["tried.bad"]
    assert kind.seen == ["good", "bad", "busy", "busy"] and job.finished


def test_everyone_sees_his_own_and_finished_ones_are_forgotten(functional, kind):
    site = functional["portal"]
    jobs.ask(site, "tried", "Letters", ["good"], "edith", how="well")
    transaction.commit()
    assert [len(jobs.jobs(site, userid)) for userid in ("edith", "carl", "")] == [1, 0, 1]
    assert jobs.forget(site, now() + timedelta(1)) == 0
    worker.work(functional["app"])
    assert jobs.forget(site, now() + timedelta(1)) == 1 and jobs.jobs(site) == []
