"""Before a transition: the text to come, the reason, and nothing half done when the copy fails."""

from html import unescape

import pytest
import transaction
from zope.component import getGlobalSiteManager
from zope.lifecycleevent.interfaces import IObjectAddedEvent

from commune.core.content.journal import Journal
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import raw

POSTPONES = "<p>The College postpones the item.</p>"


@pytest.fixture()
def item(office):
    """An item to be decided, in a body that wants *delay* confirmed and writes its text."""
    document = office.as_user("secretary").college.document
    document["confirmations"] = ["delay"]
    document["text_rules"] = [{"transition": "delay", "field": "decision", "text": POSTPONES}]
    configure(office.college, document, "secretary")
    meeting = office.sitting_with("Pont")
    office.as_user("secretary").go(meeting, "freeze", "decide")
    office.keep()
    (made,) = map(by_uid, meeting.agenda.uids)
    return made


@pytest.mark.requirement("meeting:AC-103", "meeting:ITM-10", "meeting:ITM-11")
@pytest.mark.parametrize("place", ["", "session"])
def test_the_text_to_come_is_shown_before_anything_happens(office, item, status, place):
    meeting = by_uid(item.meeting)
    where = f"{meeting.absolute_url()}/@@session?item={item.UID()}" if place else item.absolute_url()
    state, version, before = item.state, item.version, raw(item, "decision")
    secretary = office.at("secretary")
    secretary.open(where)
    secretary.getControl("Delay").click()
    assert POSTPONES in secretary.contents and before in unescape(secretary.contents)
    transaction.begin()
    assert (item.state, item.version, raw(item, "decision"), item.successors) == (state, version, before, ())
    secretary.getControl("Delay").click()
    assert status(secretary) == "409", "a reason is required"
    secretary.open(where)
    secretary.getControl("Delay").click()
    secretary.getControl(name="comment").value = "Il manque un devis"
    secretary.getControl("Delay").click()
    transaction.begin()
    assert (item.state, raw(item, "decision"), len(item.successors)) == ("delayed", POSTPONES, 1)
    moved = [entry for entry in Journal(item) if entry.data.get("transition") == "delay"]
    assert [entry.comment for entry in moved] == ["Il manque un devis"]


@pytest.mark.requirement("meeting:AC-31", "meeting:ITM-13")
def test_a_copy_that_fails_leaves_the_item_undecided(office, item, status):
    def fail(made, event):
        raise RuntimeError("the disk is full")

    secretary = office.at("secretary")
    secretary.open(item.absolute_url())
    secretary.getControl("Delay").click()
    secretary.getControl(name="comment").value = "Il manque un devis"
    state, version = item.state, item.version
    getGlobalSiteManager().registerHandler(fail, (IMeetingItem, IObjectAddedEvent))
    try:
        secretary.getControl("Delay").click()
    finally:
        getGlobalSiteManager().unregisterHandler(fail, (IMeetingItem, IObjectAddedEvent))
    assert status(secretary) == "500" and "the disk is full" not in secretary.contents
    transaction.begin()
    assert (item.state, item.version, item.successors) == (state, version, ())
    assert not [entry for entry in Journal(item) if entry.data.get("transition") == "delay"]
