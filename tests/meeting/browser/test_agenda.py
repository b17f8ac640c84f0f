"""The page of a meeting: its order is changed by its managers only, and never from a stale page."""

import re
from html import unescape

import pytest
import transaction


def titles(browser):
    found = re.findall(r'class="agenda-title"[^>]*>([^<]*)<', browser.contents)
    return [unescape(title) for title in found]


def numbers(browser):
    return re.findall(r'class="agenda-number">([\d.]+)<', browser.contents)


@pytest.fixture()
def meeting(office):
    made = office.sitting_with("Voirie", "Budget", "École")
    office.keep()
    return made


@pytest.mark.requirement("meeting:ORD-5")
def test_the_secretary_moves_items_with_buttons_and_by_number(office, meeting, status):
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    assert (titles(secretary), numbers(secretary)) == (["Voirie", "Budget", "École"], ["1", "2", "3"])
    secretary.getControl(name="down", index=0).click()
    assert titles(secretary) == ["Budget", "Voirie", "École"]
    uid = meeting.agenda.uids[2]
    secretary.getControl(name=f"number-{uid}").value = "1.1"
    secretary.getForm(action="agenda-move").submit()
    assert (titles(secretary), numbers(secretary)) == (["Budget", "École", "Voirie"], ["1", "1.1", "2"])
    secretary.getControl(name="detach").click()
    assert numbers(secretary) == ["1", "2", "3"]


@pytest.mark.requirement("meeting:ORD-9")
def test_a_stale_page_gets_the_fresh_agenda_and_moves_nothing(office, meeting, status):
    first, second = office.at("secretary"), office.at("secretary")
    for browser in (first, second):
        browser.open(meeting.absolute_url())
    first.getControl(name="up", index=1).click()
    second.getControl(name="down", index=0).click()
    assert status(second) == "409" and 'class="error-summary"' in second.contents
    assert titles(second) == ["Budget", "Voirie", "École"]
    second.getControl(name="down", index=0).click()
    assert titles(second) == ["Voirie", "Budget", "École"]


def test_a_number_that_is_not_one_is_refused_and_kept_in_its_field(office, meeting, status):
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    name = f"number-{meeting.agenda.uids[0]}"
    secretary.getControl(name=name).value = "9"
    secretary.getForm(action="agenda-move").submit()
    assert (status(secretary), secretary.getControl(name=name).value) == ("409", "9")


def test_what_waits_is_put_on_and_taken_off(office, status):
    meeting = office.sitting_with("Voirie")
    office.validated("Cimetière", preferred_meeting=meeting.UID())
    later = office.as_user("secretary").meeting(2027, 2, 1, 9)
    office.validated("Plus tard", preferred_meeting=later.UID())
    office.keep()
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    offered = re.findall(r'for="offer-[^>]*>([^<]*)<', secretary.contents)
    assert [unescape(title) for title in offered] == ["Cimetière"]
    secretary.getControl(name="items:list").getControl(value=secretary.getControl(name="items:list").options[0]).click()
    secretary.getControl("Put on the agenda").click()
    assert titles(secretary) == ["Voirie", "Cimetière"]
    secretary.getControl("Take off the agenda", index=0).click()
    assert titles(secretary) == ["Cimetière"]


@pytest.mark.requirement("meeting:ORD-5")
def test_the_rules_are_applied_again_after_a_preview_and_undone(office, meeting):
    secretary = office.at("secretary")
    tra = office.validated("Route", unit="TRA", preferred_meeting=meeting.UID())
    office.as_user("secretary").go(tra, "present")
    office.keep()
    secretary.open(meeting.absolute_url())
    assert titles(secretary) == ["Route", "Voirie", "Budget", "École"]
    secretary.getControl(name="down", index=0).click()
    secretary.getLink("Apply the rules again").click()
    assert re.findall(r"<strong>([\d.]+)</strong></td><td>([^<]*)", secretary.contents) == [
        ("1", "Route"),
        ("2", "Voirie"),
    ]
    secretary.getControl("Apply").click()
    assert titles(secretary) == ["Route", "Voirie", "Budget", "École"]
    secretary.getControl("Back to the order before").click()
    assert titles(secretary) == ["Voirie", "Route", "Budget", "École"]


def test_closing_asks_to_confirm_what_is_missing(office, meeting, status):
    office.as_user("secretary").go(meeting, "freeze", "decide")
    office.keep()
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    secretary.getControl("Close the meeting").click()
    assert all(title in unescape(secretary.contents) for title in ("Voirie", "Budget", "École"))
    transaction.begin()
    assert meeting.state == "decided"
    secretary.getControl(name="confirmed:list").controls[0].selected = True
    secretary.getControl("Close the meeting").click()
    transaction.begin()
    assert meeting.state == "closed"


@pytest.mark.requirement("meeting:ITM-17")
def test_others_order_nothing_and_strangers_find_nothing(office, meeting, status):
    for person in ("creator", "head", "councillor", "finance", "worker", None):
        someone = office.at(person)
        for path in ("", "/@@agenda-reorder", "/@@session"):
            someone.open(meeting.absolute_url() + path)
            assert (person, path, status(someone)) == (person, path, "404")
    before = meeting.agenda
    creator = office.at("creator")
    creator.post(f"{meeting.absolute_url()}/@@agenda-move", f"down={before.uids[0]}&version={before.version}")
    transaction.begin()
    assert meeting.agenda == before


def test_a_manager_s_move_without_its_token_does_nothing(office, meeting, status):
    secretary = office.at("secretary")
    before = meeting.agenda
    secretary.post(f"{meeting.absolute_url()}/@@agenda-move", f"down={before.uids[0]}&version={before.version}")
    transaction.begin()
    assert (status(secretary), meeting.agenda) == ("403", before)
