"""Interests declared before the sitting, on items, in the attendance and on linked items; attendance of a period."""

from datetime import date

import pytest

from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.content.session import sheet_of
from commune.meeting.documents.sitting import presents_at
from commune.meeting.rules.attendance import item_voters
from commune.meeting.workflow.attendance_statistics import attendance_of, read_period
from commune.meeting.workflow.duplicates import duplicate
from commune.meeting.workflow.interests import declare, declared, members_for, own_seat, recalled, still_in, take_back
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import set_members


@pytest.fixture()
def council(sitting):
    return sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)


def presented(sitting, meeting, title):
    item = sitting.item(title=title, body=sitting.council, preferred_meeting=meeting.UID())
    item.state = "validated"
    sitting.go(item, "present")
    return item


def seat_named(item, last_name):
    return next(uid for uid, seat in members_for(item).items() if seat.last_name == last_name)


def codes(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return [one.code for one in refused.value.refusals]


@pytest.mark.requirement("meeting:AC-97", "meeting:ATT-8")
def test_a_member_who_declared_an_interest_is_out_and_her_next_item_recalls_it(sitting, council):
    eighth, ninth = presented(sitting, council, "Point 8"), presented(sitting, council, "Point 9")
    mrs_k = seat_named(ninth, "Florval")
    declare(ninth, mrs_k, current_actor())
    set_members(council, usual_sheet(council).members, "secretary")
    sheet = sheet_of(council)
    assert mrs_k not in item_voters(sheet, ninth.UID()) and mrs_k in item_voters(sheet, eighth.UID())
    assert (sheet.item(ninth.UID()).away[mrs_k].cause, still_in(ninth)) == ("conflict_of_interest", ())
    assert "Florval" not in str(presents_at(ninth))
    entry = next(one for one in Journal(ninth) if one.kind == "interest_declared")
    assert (entry.actor, entry.data["title"], entry.comment) == ("secretary", "Cécile Florval", "")
    later = duplicate(ninth, current_actor(), ninth.responsible_unit)
    assert [(one.seat.uid, one.item) for one in recalled(later)] == [(mrs_k, ninth)]
    declare(later, mrs_k, current_actor())
    assert recalled(later) == []


@pytest.mark.requirement("meeting:ATT-8")
def test_a_declaration_in_session_takes_effect_at_once_and_one_taken_back_is_gone(sitting, council):
    item = presented(sitting, council, "Point 9")
    set_members(council, usual_sheet(council).members, "secretary")
    mrs_k, signer = seat_named(item, "Florval"), next(m.uid for m in sheet_of(council).members if m.rank)
    declare(item, mrs_k, current_actor())
    assert mrs_k in sheet_of(council).item(item.UID()).away
    declare(item, signer, current_actor())
    assert still_in(item) == (signer,), "who signs is replaced first, by a person"
    take_back(item, mrs_k, current_actor())
    assert declared(item) == (signer,)
    assert codes(take_back, item, mrs_k, current_actor()) == ["interests.not_declared"]


@pytest.mark.requirement("meeting:ATT-8")
def test_a_member_declares_for_himself_only(sitting, council):
    item = presented(sitting, council, "Point 9")
    sitting.as_user("councillor")
    actor = current_actor()
    own = own_seat(item, actor)
    other = next(uid for uid in members_for(item) if uid != own.uid)
    assert codes(declare, item, other, actor) == ["interests.not_yours"]
    declare(item, own.uid, actor)
    assert codes(declare, item, own.uid, actor) == ["interests.declared"]
    for name in ("creator", "dg"):
        sitting.as_user(name)
        assert codes(declare, item, other, current_actor()) == ["interests.not_yours"]
    sitting.as_user("secretary").go(council, "freeze", "publish", "open_session", "decide").go(item, "accept")
    assert codes(declare, item, other, current_actor()) == ["interests.over"]
    assert codes(declare, item, "nobody", current_actor()) == ["interests.unknown_member", "interests.over"]


@pytest.mark.requirement("meeting:ATT-10")
def test_attendance_of_a_period_counts_only_its_meetings(sitting, council):
    presented(sitting, council, "Point 1")
    set_members(council, usual_sheet(council).members, "secretary")
    sitting.meeting(2027, 2, 25, 20, body=sitting.council)
    period = attendance_of(sitting.council, date(2027, 1, 1), date(2027, 12, 31))
    assert (period.meetings, {line.attended.present for line in period.lines}) == (1, {1})
    assert len(period.lines) == len(usual_sheet(council).members)
    assert all(by_uid(line.attended.person).title == line.name for line in period.lines)
    assert attendance_of(sitting.council, date(2027, 1, 29), date(2027, 12, 31)).lines == ()
    assert read_period("", "", date(2027, 3, 4)) == (date(2027, 1, 1), date(2027, 3, 4))
    assert codes(read_period, "hier", "demain", date(2027, 3, 4)) == ["statistics.day"] * 2
    assert codes(read_period, "2027-03-04", "2027-03-03", date(2027, 3, 4)) == ["statistics.order"]
