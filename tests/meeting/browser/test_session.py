"""In session: presence, votes and decision are noted by the secretary alone, never from a stale page."""

from html import unescape

import pytest
import transaction

from commune.core.workflow.lookup import by_uid
from commune.meeting.browser.session.voting import keys
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import item_presents
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow.presence import known_sheet


def noted(office, meeting):
    """The secretary at the session's page, the attendance noted with everybody there."""
    secretary = office.at("secretary")
    secretary.open(f"{meeting.absolute_url()}/@@session")
    secretary.getControl("Note the attendance").click()
    transaction.begin()
    return secretary


@pytest.mark.requirement("meeting:ATT-1")
def test_the_members_of_the_day_are_proposed_and_noted(office, council, status):
    secretary = noted(office, council)
    assert status(secretary) == "200"
    assert len(sheet_of(council).presents) == 19
    assert "19 present, 10 needed" in secretary.contents


@pytest.mark.requirement("meeting:ATT-2", "meeting:ATT-3", "meeting:ATT-4")
def test_a_member_withdraws_for_one_item_and_comes_back(office, council, status):
    secretary = noted(office, council)
    member = sheet_of(council).presents[3]
    item = council.agenda.uids[0]
    secretary.getControl(name="member").value = [member]
    secretary.getControl(name="why").value = ["conflict"]
    secretary.getControl("Mark out").click()
    transaction.begin()
    assert member not in item_presents(sheet_of(council), item)
    assert "18 present, 10 needed" in secretary.contents
    secretary.getControl("Back from this item on").click()
    transaction.begin()
    assert member in item_presents(sheet_of(council), item)


@pytest.mark.requirement("meeting:VOT-4", "meeting:AC-51")
def test_votes_are_entered_computed_and_decided(office, council, status):
    secretary = noted(office, council)
    voters = sheet_of(council).voters
    for uid, value in zip(voters, ["no"] * 6 + ["abstain"] * 3, strict=False):
        secretary.getControl(name=f"vote-{uid}").value = [value]
    secretary.getControl("All the others say yes").click()
    item = by_uid(council.agenda.uids[0])
    transaction.begin()
    assert list(item.polls[0].values.values()).count(Value.YES) == 10
    assert "10 yes of 16 votes cast, 9 needed" in secretary.contents and "Adopted" in secretary.contents
    secretary.getControl("Accept", index=0).click()
    transaction.begin()
    assert item.state == "accepted"


@pytest.mark.requirement("meeting:VOT-8", "meeting:VOT-2")
def test_a_secret_ballot_keeps_counts_only(office, council, status):
    secretary = noted(office, council)
    secretary.getControl(name="kind").value = ["secret"]
    secretary.getControl("Change", index=0).click()
    secretary.getControl(name="count-yes").value = "20"
    secretary.getControl("Record the counts").click()
    assert status(secretary) == "409" and secretary.getControl(name="count-yes").value == "20"
    secretary.getControl(name="count-yes").value = "13"
    secretary.getControl(name="count-no").value = "6"
    secretary.getControl("Record the counts").click()
    transaction.begin()
    (poll,) = by_uid(council.agenda.uids[0]).polls
    assert (poll.kind, dict(poll.values), poll.counts[Value.YES]) == (Kind.SECRET, {}, 13)


def test_an_entry_from_a_stale_page_is_refused_and_kept_on_the_screen(office, council, status):
    first = noted(office, council)
    second = office.at("secretary")
    second.open(f"{council.absolute_url()}/@@session")
    member = sheet_of(council).presents[3]
    first.getControl(name="member").value = [member]
    first.getControl("Mark out").click()
    second.getControl("All the others say yes").click()
    transaction.begin()
    assert status(second) == "409"
    assert by_uid(council.agenda.uids[0]).polls == ()


@pytest.mark.requirement("meeting:ATT-7")
def test_without_quorum_nothing_is_decided(office, council, status):
    secretary = office.at("secretary")
    secretary.open(f"{council.absolute_url()}/@@session")
    for member in known_sheet(council).members[:10]:
        secretary.getControl(name=f"presence-{member.uid}").value = ["excused"]
    secretary.getControl("Note the attendance").click()
    assert "9 present, 10 needed" in secretary.contents
    assert secretary.getControl("Accept", index=0).disabled


@pytest.mark.requirement("meeting:ITM-17")
def test_the_room_reads_the_item_but_never_a_closed_one(office, council, status):
    councillor = office.at("councillor")
    councillor.open(f"{council.absolute_url()}/@@room")
    assert status(councillor) == "200" and "Budget 2027" in councillor.contents
    secretary = office.at("secretary")
    secretary.open(f"{council.absolute_url()}/@@session")
    secretary.getControl("Next item").click()
    for person in (councillor, secretary):
        person.open(f"{council.absolute_url()}/@@room")
        assert "Nomination" not in unescape(person.contents) and "Closed session" in person.contents


def test_only_the_managers_hold_the_session(office, council, status):
    for person in ("creator", "head", "finance", None):
        someone = office.at(person)
        for path in ("@@session", "@@session-act", "@@minutes"):
            someone.open(f"{council.absolute_url()}/{path}")
            assert (person, path, status(someone)) == (person, path, "404")
    councillor = office.at("councillor")
    for path in ("@@session", "@@session-act", "@@minutes"):
        councillor.open(f"{council.absolute_url()}/{path}")
        assert (path, "session-act" in councillor.contents.partition("<main")[2]) == (path, False)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Oui", "Non", "Abstention", "Ne prend pas part"], ["o", "n", "a", "e"]),
        (["Yes", "No", "Abstention"], ["y", "n", "a"]),
        (["A", "A"], ["a", ""]),
    ],
    ids=["French", "English", "no letter left"],
)
def test_each_vote_has_a_key_of_its_own_in_the_language_of_the_screen(titles, expected):
    assert keys(titles) == expected
