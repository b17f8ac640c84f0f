"""An item climbs its chain, enters an agenda, is decided, and is seen only by those concerned."""

from dataclasses import replace

import pytest
from plone import api
from plone.app.testing import login

from commune.core.content.clock import now
from commune.core.rules.opinions import Sense
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused
from commune.meeting.content.opinions import keep_opinion_files, opinion_files
from commune.meeting.rules.opinions import give, is_given
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import raw


@pytest.mark.requirement("meeting:AC-01")
def test_a_draft_is_seen_by_its_creators_only(sitting):
    item = sitting.as_user("creator").item(unit="TRA")
    assert item.state == "draft"
    seen = {}
    for name in ("creator", "head", "finance", "secretary"):
        login(sitting.portal, name)
        seen[name] = (api.user.has_permission("View", obj=item), len(api.content.find(portal_type="meeting_item")))
    assert seen == {"creator": (True, 1), "head": (False, 0), "finance": (False, 0), "secretary": (True, 1)}


@pytest.mark.requirement("meeting:ITM-5")
def test_a_level_without_anybody_is_skipped(sitting):
    item = sitting.as_user("creator").item(unit="URB")
    assert sitting.offers(item) == ["propose_to_head"]
    sitting.go(item, "propose_to_head").as_user("head").go(item, "propose_to_director")
    sitting.as_user("director")
    assert sitting.offers(item)[0] == "validate"


def validated(sitting, **fields):
    item = sitting.as_user("creator").item(unit="URB", **fields)
    sitting.go(item, "propose_to_head").as_user("head").go(item, "propose_to_director")
    sitting.as_user("director").go(item, "validate")
    return item


def test_only_the_manager_of_the_body_presents(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = validated(sitting)
    assert sitting.offers(item) == []
    sitting.as_user("secretary").go(item, "present")
    assert (item.state, meeting.agenda.uids) == ("presented", (item.UID(),))


@pytest.mark.requirement("meeting:AC-27", "meeting:MTG-1")
def test_freezing_takes_the_items_along_and_numbers_them(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = validated(sitting)
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze")
    assert (item.state, item.reference, meeting.number) == ("frozen", "COL/20270111-1", 1)
    late = validated(sitting, preferred_meeting=meeting.UID())
    sitting.as_user("secretary").go(late, "present")
    assert (late.state, late.list_type, late.reference) == ("frozen", "late", "COL/20270111-2")
    sitting.go(meeting, "back_to_draft")
    assert (item.state, item.reference) == ("presented", "")


def test_deciding_and_closing(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item, other = validated(sitting), validated(sitting, title="Autre")
    sitting.as_user("secretary").go(item, "present").go(other, "present").go(meeting, "freeze", "decide")
    sitting.go(item, "accept_but_modify").go(meeting, "close")
    assert (item.state, other.state, meeting.state) == ("accepted_but_modified", "accepted", "closed")
    with pytest.raises(Refused):
        sitting.go(item, "back_to_decidable")


@pytest.mark.requirement("meeting:AC-29", "meeting:ITM-11")
def test_a_delayed_item_comes_back_as_a_draft_with_its_own_text(sitting):
    document = sitting.as_user("secretary").college.document
    postponed = "<p>Le Collège reporte le point.</p>"
    document["text_rules"] = [{"transition": "delay", "field": "decision", "text": postponed}]
    document["opinions"]["give"] = ["proposed_to_head"]
    configure(sitting.college, document, "secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = validated(sitting, optional_advisers=["FIN"], decision="<p>Accord.</p>")
    files = opinion_files(item)
    given = give(files["FIN"].opinion, Sense.POSITIVE, "", now(), "finance", {})
    keep_opinion_files(item, {"FIN": replace(files["FIN"], opinion=given)})
    for title, origin in (("Plan", "officer"), ("Devis", "officer"), ("Délibération", "decision")):
        attach(item, f"{title}.txt", title.encode(), title=title, origin=origin)
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze", "decide").go(item, "delay")
    (copy,) = map(_by_uid, item.successors)
    assert (copy.state, copy.predecessor, copy.meeting, copy.responsible_unit, copy.creators) == (
        "draft", item.UID(), None, item.responsible_unit, item.creators,
    )  # fmt: skip
    assert (raw(item, "decision"), raw(copy, "decision")) == (postponed, "<p>Accord.</p>")
    assert [one.title for one in children(copy, "annex")] == ["Plan", "Devis"]
    assert (is_given(opinion_files(item)["FIN"].opinion), is_given(opinion_files(copy)["FIN"].opinion)) == (True, False)


@pytest.mark.requirement("meeting:SEND-1", "meeting:SEND-2", "meeting:SEND-3")
def test_the_college_sends_to_the_council_once(sitting):
    council = sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = validated(sitting, send_to=["council"], send_closed=["council"])
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    (copy,) = map(_by_uid, item.successors)
    assert (copy.state, copy.privacy, council.agenda.uids) == ("presented", "secret", (copy.UID(),))
    sitting.go(item, "back_to_decidable", "accept")
    assert len(item.successors) == 1


def _by_uid(uid):
    from commune.core.workflow.lookup import by_uid

    return by_uid(uid)
