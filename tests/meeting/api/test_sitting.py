"""A sitting from its planning to its votes, over HTTP: deadlines, proxies, shares, a tie, polls, copies."""

import pytest
import transaction

from commune.meeting.content.session import sheet_of
from commune.meeting.documents.sitting import presents_at, sitting
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.presence import usual_sheet
from tests.meeting.api.test_leaks import path_of


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


def settled(sitting, **groups):
    """The College with other settings, by group."""
    document = sitting.as_user("secretary").college.document
    for group, values in groups.items():
        document.setdefault(group, {}).update(values)
    configure(sitting.college, document, "secretary")
    transaction.commit()


def on_agenda(served, count=1, **fields):
    """A meeting of the College with items in discussion, and its members as usual."""
    sitting = served.sitting.as_user("secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    items = [sitting.item(title=f"Point {n}", unit="ADM", **fields) for n in range(count)]
    for item in items:
        item.state, item.preferred_meeting = "validated", meeting.UID()
        sitting.go(item, "present")
    sitting.go(meeting, "freeze", "decide")
    transaction.commit()
    return meeting, items


def planned(**fields):
    return {"fields": fields}


def rows(meeting, **by_uid):
    return [{"uid": one.uid, **by_uid.get(one.uid, {})} for one in usual_sheet(meeting).members]


@pytest.mark.requirement("meeting:AC-25", "meeting:MTG-7")
def test_a_meeting_is_planned_with_its_deadlines_by_whoever_manages_the_body(served):
    path, wish = path_of(served.sitting.college), planned(date="2026-11-30T09:00:00+01:00", category="EXTRA")
    assert served("creator").post(f"{path}/@meetings", json=wish).status_code == 409
    told = served("secretary").post(f"{path}/@meetings", json=wish)
    assert told.status_code == 201
    made = told.json()
    assert made["title"].startswith("EXTRA – ") and made["fields"]["date"] == "2026-11-30T09:00:00+01:00"
    assert (made["validation_deadline"], made["freeze_deadline"]) == (
        "2026-11-25T09:30:00+01:00", "2026-11-29T14:30:00+01:00",
    )  # fmt: skip
    assert codes(served("secretary").post(f"{path}/@meetings", json=wish)) == (409, ["meetings.date_taken"])
    wrong = planned(
        date="2026-12-07T10:00:00+01:00", end="2026-12-07T09:00:00+01:00", pre_meeting="2026-12-07T11:00:00+01:00"
    )
    assert codes(served("secretary").post(f"{path}/@meetings", json=wrong)) == (
        409, ["meetings.end_before_start", "meetings.pre_meeting_after"],
    )  # fmt: skip
    listed = served("secretary").get(f"{path}/@meetings").json()
    assert [line["uid"] for line in listed["items"]] == [made["uid"]]
    assert served("citizen").get(f"{path}/@meetings").status_code == 404


@pytest.mark.requirement("meeting:ATT-11")
def test_an_absent_member_votes_through_another_where_the_body_allows_it(served):
    meeting, (item,) = on_agenda(served)
    one, two, three = [member.uid for member in usual_sheet(meeting).members][:3]
    path, manager = f"{path_of(meeting)}/@attendance", served("secretary")
    wish = {"members": rows(meeting, **{one: {"presence": "excused"}}), "proxies": [{"giver": one, "holder": two}]}
    assert codes(manager.post(path, json=wish)) == (409, ["attendance.no_proxies"])
    settled(served.sitting, attendance={"proxies_per_holder": 1})
    told = manager.post(path, json=wish).json()
    assert told["proxies"] == wish["proxies"] and one in told["items"][0]["voters"]
    assert one not in told["items"][0]["present"]
    both = {**wish, "proxies": [{"giver": three, "holder": one}, *wish["proxies"]]}
    assert codes(manager.post(path, json=both)) == (409, ["attendance.giver_present", "attendance.holder_absent"])
    votes = f"{path_of(item)}/@votes"
    manager.post(votes, json={"do": "kind", "kind": "public", "confirmed": True})
    ballots = manager.post(votes, json={"do": "enter", "ballots": {one: "no"}}).json()["polls"][0]["ballots"]
    assert ballots[one] == "no"
    back = {"members": rows(meeting, **{one: {"presence": "excused"}}), "proxies": []}
    assert codes(manager.post(path, json=back)) == (409, ["attendance.voted"])
    assert served("citizen").post(path, json=wish).status_code == 404


@pytest.mark.requirement("meeting:AC-57", "meeting:VOT-6")
def test_votes_weigh_the_shares_that_they_represent(served):
    settled(served.sitting, votes={"enabled": True, "weighted": True, "college_ties": False})
    meeting, (item,) = on_agenda(served)
    members = [member.uid for member in usual_sheet(meeting).members]
    shares = dict(zip(members, (520, 310, 170), strict=False))
    given = {uid: {"weight": shares.get(uid, 1), "voter": uid in shares} for uid in members}
    manager = served("secretary")
    manager.post(f"{path_of(meeting)}/@attendance", json={"members": rows(meeting, **given)})
    votes = f"{path_of(item)}/@votes"
    manager.post(votes, json={"do": "kind", "kind": "public", "confirmed": True})
    one, two, three = members[:3]
    poll = manager.post(votes, json={"do": "enter", "ballots": {one: "no", two: "yes", three: "yes"}}).json()["polls"][
        0
    ]
    assert (poll["counts"], poll["verdict"]) == ({"no": 520, "yes": 480}, "rejected")


@pytest.mark.requirement("meeting:VOT-6")
def test_a_tie_in_the_college_is_decided_by_the_chair_when_it_is_urgent(served):
    settled(served.sitting, votes={"enabled": True, "college_ties": True})
    meeting, (item,) = on_agenda(served, emergency="accepted")
    members = [member.uid for member in usual_sheet(meeting).members]
    chair, other = members[:2]
    given = {uid: {"voter": uid in (chair, other), "rank": 1 if uid == chair else 0} for uid in members}
    manager = served("secretary")
    manager.post(f"{path_of(meeting)}/@attendance", json={"members": rows(meeting, **given)})
    votes = f"{path_of(item)}/@votes"
    manager.post(votes, json={"do": "kind", "kind": "public", "confirmed": True})
    tie = {"do": "enter", "ballots": {chair: "yes", other: "no"}}
    assert manager.post(votes, json=tie).json()["polls"][0]["verdict"] == "adopted"
    added = manager.post(votes, json={"do": "add", "label": "Amendement", "linked": False}).json()["polls"]
    assert [poll["label"] for poll in added] == ["", "Amendement"]
    assert len(manager.post(votes, json={"do": "delete", "poll": 1}).json()["polls"]) == 1


@pytest.mark.requirement("meeting:AC-99", "meeting:ATT-12")
def test_documents_tell_the_connected_from_those_in_the_room(served):
    meeting, (item,) = on_agenda(served)
    meeting.remote = True
    first = usual_sheet(meeting).members[0]
    transaction.commit()
    told = served("secretary").post(
        f"{path_of(meeting)}/@attendance",
        json={"members": [{"uid": one.uid, "remote": one.uid != first.uid} for one in usual_sheet(meeting).members]},
    )
    assert told.status_code == 200
    transaction.begin()
    facts = sitting(meeting)
    assert len(facts["in_room"]) == 1 and len(facts["connected"]) == len(sheet_of(meeting).members) - 1
    assert [one["connected"] for one in presents_at(item)][:2] == [False, True]


@pytest.mark.requirement("meeting:ITM-12")
def test_the_copies_of_an_item_say_nothing_to_whom_may_not_open_them(served):
    settled(served.sitting, sending={"targets": [{"body": "council", "until": "validate"}], "automatic": ["accepted"]})
    meeting, (item,) = on_agenda(served, send_to=["council"])
    copy = served.sitting.go(item, "accept") and item.successors[0]
    transaction.commit()
    page = served("secretary").get(path_of(item), headers={"Accept": "text/html"}).text
    part = page[page.index("item-links") :]
    assert "Conseil communal" in part and copy
    assert 'aria-current="true">Point 0<' in part and "depth-1" in part
