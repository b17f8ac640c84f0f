"""The workloads of meetings that only read, a thousand times: P6, P7, P9 and P12.

Run: ``python -m tests.load.bench_meeting_reads [P6 P9 …]`` (all of them by default).
"""

import sys

import pytest
import transaction
from plone import api
from zope.globalrequest import getRequest

from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.vocabularies import advisers, categories
from commune.meeting.rules.chain import filled_positions
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.place import body_actor, body_of, is_manager, items_on
from commune.meeting.workflow.reading import reader_of
from commune.meeting.workflow.settings import settings_of
from tests.load.bench_meeting import main
from tests.load.measuring import line, times

CATEGORIES = 250


def cold():
    """Forget what the request keeps."""
    getRequest().__annotations__ = {}


def calls(name, act, number, budget=""):
    """The act so many times, cold each round."""

    def run():
        cold()
        for _turn in range(number):
            act()

    line(f"{name}, {number} times", times(run, 3), budget=budget)


@pytest.mark.requirement("meeting:P6")
def p6(bench):
    services = bench.portal.organisation
    for number in (10, 100, 250):
        while len(advisers(bench.college)) < number:
            unit = create(services, "organisation_unit", title="Service", code=f"S{len(services)}")
            api.group.create(f"{unit.UID()}_adviser")
            api.group.add_user(f"{unit.UID()}_adviser", username="adviser")
        transaction.commit()
        for turns in (1, 100):
            calls(f"P6 services with advisers, {number}", lambda: advisers(bench.college), turns)


@pytest.mark.requirement("meeting:P7")
def p7(bench):
    meeting = bench.meeting(items=1)
    item = items_on(meeting)[0]
    folder, actor = item.aq_parent, current_actor()
    calls("P7 body of an item", lambda: body_of(item), 2000)
    calls("P7 body of its folder", lambda: body_of(folder), 2000)
    calls("P7 body of the folder of meetings", lambda: body_of(meeting.aq_parent), 2000)
    calls("P7 meeting of an item", lambda: by_uid(item.meeting), 2000)
    calls("P7 manager by the actor", lambda: is_manager(actor, item), 2000)
    calls("P7 manager by the body's actor", lambda: body_actor(actor, item).manager, 2000)
    calls("P7 current actor", current_actor, 2000)
    calls("P7 current user's id", lambda: api.user.get_current().getId(), 2000)


@pytest.mark.requirement("meeting:P9")
def p9(bench):
    document = bench.college.document
    own = document["agenda"]["categories"]
    for number in (10, 100, CATEGORIES):
        document["agenda"]["categories"] = [{"id": f"c{n}", "title": f"Category {n}"} for n in range(number)]
        configure(bench.college, document, "bench")
        transaction.commit()
        calls(f"P9 categories, {number}", lambda: settings_of(bench.college).selectable["category"], 1000)
        calls(f"P9 choices of the form, {number}", lambda: categories(bench.college), 20)
    document["agenda"]["categories"] = own
    configure(bench.college, document, "bench")


@pytest.mark.requirement("meeting:P12")
def p12(bench):
    item = bench.item()
    transaction.commit()
    actor, settings = current_actor(), settings_of(item)
    groups = bench.portal.acl_users.source_groups._group_principal_map
    group = f"{bench.unit}_creator"
    user = api.user.get_current()
    process = IProcess(item)
    for name, act in {
        "group of a function empty": lambda: not groups.get(group),
        "member's information": lambda: api.user.get("creator"),
        "full name": lambda: user.getProperty("fullname"),
        "state": lambda: item.state,
        "reader of the item": lambda: reader_of(item, actor),
        "rights on the item": lambda: IAccessPolicy(item).grants(),
        "functions in its service": lambda: actor.functions(bench.unit),
        "levels up and down": lambda: process.offers(actor),
        "permission": lambda: api.user.has_permission("Modify portal content", obj=item),
        "levels that somebody fills": lambda: filled_positions(settings.body.chain, frozenset({"creator"})),
        "title of its service": lambda: by_uid(item.responsible_unit).title,
    }.items():
        calls(f"P12 {name}", act, 1000)


ALL = {name: act for name, act in list(globals().items()) if name[0] == "p" and name[1:].isdigit()}


if __name__ == "__main__":
    main(sys.argv[1:], ALL)
