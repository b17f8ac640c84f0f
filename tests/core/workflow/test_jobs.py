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

    def readable(self, element):
        return True

    shown = readable


@pytest.fixture()
def kind():
    made = TriedKind()
    getGlobalSiteManager().registerUtility(made, jobs.IJobKind, "tried")
    yield made
    getGlobalSiteManager().unregisterUtility(made, jobs.IJobKind, "tried")


def test_the_worker_does_each_element_once_and_tells_its_result(functional, kind):
    site = functional["portal"]
    job_id = jobs.ask(site, "tried", "Letters", ["good", "bad", "busy"], "creator", how="well")
    transaction.commit()
    assert worker.work(functional["app"]) == 3 and worker.work(functional["app"]) == 0
    job = jobs.job(site, job_id)
    assert [(element, result.ok, result.message) for element, result in job.outcomes()] == [
        ("good", True, "creator good well"),
        ("bad", False, ""),
        ("busy", True, "creator busy well"),
    ]
    assert [r.code for r in job.results[1].refusals] == ["tried.bad"]
    assert kind.seen == ["good", "bad", "busy", "busy"] and job.finished


def test_everyone_sees_his_own_and_finished_ones_are_forgotten(functional, kind):
    site = functional["portal"]
    jobs.ask(site, "tried", "Letters", ["good"], "creator", how="well")
    transaction.commit()
    assert [len(jobs.jobs(site, userid)) for userid in ("creator", "head", "")] == [1, 0, 1]
    assert jobs.forget(site, now() + timedelta(1)) == 0
    worker.work(functional["app"])
    assert jobs.forget(site, now() + timedelta(1)) == 1 and jobs.jobs(site) == []


class Killed(BaseException):
    """The process ends here."""


def test_a_killed_worker_is_taken_up_where_it_stopped_and_nothing_is_done_twice(functional, kind):
    site = functional["portal"]
    job_id = jobs.ask(site, "tried", "Letters", ["one", "two", "three"], "creator", how="well")
    transaction.commit()
    commits = []

    def commit():
        commits.append(1)
        if len(commits) == 4:  # the second element is done and not yet kept
            raise Killed
        transaction.commit()

    with pytest.raises(Killed):
        jobs.run(site, commit)
    transaction.abort()
    job = jobs.job(site, job_id)
    assert [number for number in job.results] == [0] and not job.finished
    assert worker.work(functional["app"]) == 2 and kind.seen == ["one", "two", "two", "three"]
    assert [result.message for _element, result in job.outcomes()] == [
        f"creator {name} well" for name in ("one", "two", "three")
    ]


def test_an_element_that_stops_the_worker_each_time_is_given_up_and_the_others_are_done(functional, kind):
    site = functional["portal"]
    jobs.ask(site, "tried", "Letters", ["one", "two"], "creator", how="well")
    kind.do = lambda element, options, userid: (_ for _ in ()).throw(Killed) if element == "one" else element
    transaction.commit()
    for _round in range(jobs.TRIES):
        with pytest.raises(Killed):
            worker.work(functional["app"])
        transaction.abort()
    assert worker.work(functional["app"]) == 2
    (job,) = jobs.jobs(site)
    assert [result.ok for _element, result in job.outcomes()] == [False, True]
    assert job.results[0].refusals[0].code == "job.stopped"


def test_nobody_acts_in_the_name_of_an_account_that_is_gone(functional, kind):
    site = functional["portal"]
    jobs.ask(site, "tried", "Letters", ["one"], "nobody", how="well")
    transaction.commit()
    assert worker.work(functional["app"]) == 1 and kind.seen == []
    assert jobs.jobs(site)[0].results[0].refusals[0].code == "job.no_account"
