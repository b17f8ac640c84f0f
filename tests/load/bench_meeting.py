"""The workloads of meetings that write, with their sizes, and the acts that are compared with today's product.

Run: ``python -m tests.load.bench_meeting [P1 P3 acts …]`` (all of them by default).
"""

import sys
from datetime import datetime, timedelta

import pytest
import transaction
from plone import api
from plone.app.testing import login
from zope.component.hooks import setSite

from commune.core.content.clock import BRUSSELS
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.annexes import attach
from commune.core.workflow.creation import create
from commune.core.workflow.units import unit_uid
from commune.meeting.content.session import keep
from commune.meeting.rules.agenda import Agenda, Entry
from commune.meeting.rules.attendance import Member, Sheet
from commune.meeting.rules.continuous import first_item_number
from commune.meeting.rules.numbers import Number
from commune.meeting.rules.votes import Kind, Poll, Value
from commune.meeting.workflow.clones import copy_annexes, copy_into, items_folder
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.linked import link
from commune.meeting.workflow.numbers import clear_references, numbered, write_references
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.results import result_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich
from tests.layers import FUNCTIONAL
from tests.load.bench_pages import ask
from tests.load.measuring import layer_up, line, times
from tests.meeting.conftest import PASSWORD

DECISION = rich("<p>Le Collège marque son accord sur la proposition qui lui est soumise.</p>")
START = datetime(2027, 3, 1, 9, tzinfo=BRUSSELS)


class Bench:
    """A site with its bodies, and shorthands."""

    def __init__(self, portal):
        self.portal = portal
        self.college, self.council = portal.meetings.college, portal.meetings.council
        self.unit = unit_uid("URB")
        self.days = 0

    def meeting(self, items=0, body=None, annexes=0, **fields):
        self.days += 1
        moment = START + timedelta(days=self.days)
        made = create((body or self.college).meetings, "meeting", title=f"{moment:%d/%m/%Y}", date=moment)
        for number in range(items):
            self.present(made, self.item(number, annexes, **fields))
        transaction.commit()
        return made

    def item(self, number=0, annexes=0, **fields):
        folder = items_folder(self.college)
        item = create(
            folder, "meeting_item", title=f"Point {number}", responsible_unit=self.unit, decision=DECISION, **fields
        )
        for one in range(annexes):
            attach(item, f"annexe-{one}.txt", f"Annexe {one}".encode())
        return item

    def present(self, meeting, item):
        item.state = "validated"
        item.preferred_meeting = meeting.UID()
        IProcess(item).perform(SYSTEM, "present")

    def go(self, dossier, *transitions):
        for transition in transitions:
            IProcess(dossier).perform(SYSTEM, transition, "")


def again(act, commit=True):
    """The act, committed like a request would be."""

    def run():
        act()
        if commit:
            transaction.commit()

    return run


def acts(bench):
    """The seven acts compared with the product used today."""
    line("creating an item", times(again(bench.item), 10), budget="today 550 ms")
    drafts = [bench.item() for _n in range(11)]
    transaction.commit()
    login(bench.portal, "head")
    line(
        "moving an item up its chain",
        times(again(lambda: bench.go(drafts.pop(), "propose_to_head")), 10),
        budget="today 80 ms",
    )
    meeting = bench.meeting(items=1)
    waiting = [bench.item() for _n in range(11)]
    transaction.commit()
    line("presenting an item", times(again(lambda: bench.present(meeting, waiting.pop())), 10), budget="today 80-95 ms")
    large = bench.meeting(items=250)
    line(
        "freezing a meeting of 250 items", times(again(lambda: bench.go(large, "freeze")), 1, 0), budget="today 10.6 s"
    )
    line("deciding it", times(again(lambda: bench.go(large, "decide")), 1, 0), budget="today 9.6 s")
    line("closing it", times(again(lambda: bench.go(large, "close")), 1, 0))


@pytest.mark.requirement("meeting:P1")
def p1(bench):
    for number, annexes in ((5, 0), (10, 0), (5, 5), (10, 5), (5, 10), (10, 10)):
        meeting = bench.meeting(items=number, annexes=annexes)
        bench.go(meeting, "freeze", "decide")
        found = items_on(meeting)
        line(
            f"P1 delay {number} items with {annexes} annexes",
            times(again(lambda found=found: [bench.go(i, "delay") for i in found]), 1, 0),
        )


@pytest.mark.requirement("meeting:P2")
def p2(bench):
    meeting = bench.meeting(items=250)
    settings = settings_of(meeting)
    line("P2 freeze 250 items", times(again(lambda: bench.go(meeting, "freeze")), 1, 0), budget="< 2 s")
    for lowest in (0, 100, 200):
        clear_references(items_on(meeting))
        line(
            f"P2 references from {lowest}",
            times(again(lambda lowest=lowest: write_references(meeting, settings, Number(lowest or 1))), 1, 0),
            budget="< 2 s",
        )


@pytest.mark.requirement("meeting:P3", "meeting:20.2")
def p3(bench):
    meeting = bench.meeting()
    for already in (0, 50, 100, 150):
        items = [bench.item(n) for n in range(50)]
        line(
            f"P3 present 50 items, {already} there",
            times(again(lambda items=items: [bench.present(meeting, i) for i in items]), 1, 0),
            budget="< 10 s",
        )
    one = [bench.item(n) for n in range(21)]
    line(
        "insert one item in a 200-item agenda",
        times(again(lambda: bench.present(meeting, one.pop())), 20),
        budget="p95 < 150 ms",
    )


@pytest.mark.requirement("meeting:P4")
def p4(bench):
    document = bench.college.document
    document["sending"] = {
        "targets": [{"body": "council", "until": "present"}],
        "automatic": ["frozen"],
        "manual": document["sending"].get("manual", []),
    }
    configure(bench.college, document, "bench")
    meeting = bench.meeting(items=50, annexes=5)
    receiving = bench.meeting(body=bench.council)
    for item in items_on(meeting)[:25]:
        item.send_to = ["council"]
    transaction.commit()
    line(
        "P4 freeze 50 items x 5 annexes, 25 sent and presented",
        times(again(lambda: bench.go(meeting, "freeze")), 1, 0),
        budget="< 20 s",
    )
    assert len(items_on(receiving)) == 25


@pytest.mark.requirement("meeting:P5")
def p5(bench):
    for meetings, items in ((5, 10), (30, 150)):
        made = [bench.meeting() for _n in range(meetings)]
        for one in made:
            one.agenda_store.agenda = Agenda(tuple(Entry(f"{one.getId()}-{n}") for n in range(items)))
        transaction.commit()
        last = made[-1]
        line(
            f"P5 continuous numbers, {meetings} meetings x {items}",
            times(lambda last=last: first_item_number(last.date.date(), numbered(bench.college, last), False), 5),
            budget="< 300 ms",
        )


@pytest.mark.requirement("meeting:P8")
def p8(bench):
    meetings = [bench.meeting(items=10) for _n in range(5)]
    first, *others = [item for meeting in meetings for item in items_on(meeting)]
    uids = [item.UID() for item in others]
    for name in ("for the first time", "again"):
        line(
            f"P8 link an item to 49 others, {name}",
            times(again(lambda: link(first, uids, SYSTEM)), 1, 0),
            budget="< 1 s",
        )


@pytest.mark.requirement("meeting:P10")
def p10(bench):
    items = [bench.item(n, annexes) for annexes in (0, 20) for n in range(50)]
    transaction.commit()
    for annexes, chosen in ((0, items[:50]), (20, items[50:])):
        line(
            f"P10 rights of 50 items with {annexes} annexes",
            times(again(lambda chosen=chosen: [i.reindexObjectSecurity() for i in chosen]), 2),
            budget="< 5 s",
        )


@pytest.mark.requirement("meeting:P11")
def p11(bench):
    item = bench.item(annexes=50)
    transaction.commit()

    def duplicate(annexes):
        new = copy_into(item, bench.college, SYSTEM)
        if annexes:
            copy_annexes(item, new)

    for annexes in (False, True):
        line(
            f"P11 duplicate an item of 50 annexes, {'with' if annexes else 'without'}",
            times(again(lambda annexes=annexes: duplicate(annexes)), 2, 0),
            budget="< 3 s",
        )


@pytest.mark.requirement("meeting:P13")
def p13(bench):
    meeting = bench.meeting(items=1)
    item = items_on(meeting)[0]
    members = tuple(Member(f"member{n}") for n in range(40))
    keep(meeting, Sheet(members))
    yes = {member.uid: Value.YES for member in members}
    secret = {Value.ABSTAIN: 20, Value.NO: 10, Value.YES: 5}
    for kind, polls in ((Kind.PUBLIC, 1), (Kind.PUBLIC, 25), (Kind.SECRET, 1), (Kind.SECRET, 25)):
        own = {"values": yes} if kind is Kind.PUBLIC else {"counts": secret}
        item.polls = tuple(Poll(kind, **own) for _n in range(polls))
        transaction.commit()
        line(
            f"P13 results of {polls} {kind} polls, 40 voters",
            times(lambda polls=polls: [result_of(item, n) for n in range(polls)]),
            budget="< 500 ms",
        )
        for name, address, query in (
            ("the page of the item", item, ""),
            ("the session's screen", meeting, f"item={item.UID()}"),
        ):
            path = "/".join(address.getPhysicalPath()) + ("/session" if query else "")
            line(
                f"P13 {name} with {polls} {kind} polls",
                times(lambda path=path, query=query: ask(path, query, ("secretary", PASSWORD))),
                budget="< 500 ms",
            )
            setSite(bench.portal)  # the publisher leaves none


@pytest.mark.requirement("meeting:P14")
def p14(bench):
    for meetings in (100, 250):
        while len(bench.college.meetings) < meetings:
            bench.meeting()
        document = bench.college.document
        document["identity"]["using_services"] = [f"service{n}" for n in range(100)]
        line(
            f"P14 save settings, 100 services and {meetings} meetings",
            times(again(lambda document=document: configure(bench.college, document, "bench")), 2, 0),
            budget="< 3 s",
        )
        document["identity"]["using_services"] = []
        configure(bench.college, document, "bench")


ALL = {name: act for name, act in list(globals().items()) if name == "acts" or (name[0] == "p" and name[1:].isdigit())}


def main(wanted, known):
    """Run the workloads of ``known`` that are wanted, all of them when none is named."""
    with layer_up(FUNCTIONAL) as layer:
        login(layer["portal"], "secretary")
        bench = Bench(layer["portal"])
        with api.env.adopt_roles(["Manager"]):
            for name in wanted or known:
                known[name.lower()](bench)


if __name__ == "__main__":
    main(sys.argv[1:], ALL)
