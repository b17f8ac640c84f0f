"""A member follows his or her meetings from a calendar program, through an address that can be revoked."""

import re

import pytest
import transaction
from icalendar import Calendar
from plone import api


def feed(office, address, status):
    reader = office.at()
    reader.open(address)
    if status(reader) != "200":
        return status(reader)
    return [str(one["summary"]) for one in Calendar.from_ical(reader.contents).walk("VEVENT")]


def address_made(browser):
    browser.getControl("Make a new address").click()
    return re.search(r'value="(http[^"]+@@member-calendar/[^"]+)"', browser.contents)[1]


@pytest.mark.requirement("meeting:LOD-5")
def test_a_member_sees_called_meetings_of_own_bodies_until_the_address_is_revoked(office, status):
    sitting = office.as_user("secretary")
    called = sitting.meeting(2027, 1, 28, 20, body=office.council)
    sitting.meeting(2027, 2, 25, 20, body=office.council)
    sitting.go(called, "freeze", "publish")
    elsewhere = sitting.meeting(2027, 1, 11, 9, body=office.college)
    sitting.go(elsewhere, "freeze")
    office.keep()
    member = office.at("councillor")
    member.open(f"{office.portal.absolute_url()}/@@my-calendar")
    first = address_made(member)
    visible = feed(office, first, status)
    assert [title for title in visible if "28/01/2027" in title] and not [t for t in visible if "25/02" in t]
    second = address_made(member)
    assert feed(office, first, status) == "404" and feed(office, second, status) == visible
    member.getControl("Make my address worthless").click()
    assert "worthless" not in member.contents.split("<h1")[1]
    assert feed(office, second, status) == "404" and feed(office, f"{second}x", status) == "404"


def test_the_secret_is_not_kept_and_falls_with_its_account(office, status):
    member = office.at("councillor")
    member.open(f"{office.portal.absolute_url()}/@@my-calendar")
    address = address_made(member)
    member.open(f"{office.portal.absolute_url()}/@@my-calendar")
    assert address.rpartition("/")[2] not in member.contents
    assert feed(office, address, status) == []
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="councillor")
    office.keep()
    assert feed(office, address, status) == "404"


def test_who_is_not_of_the_house_has_no_such_page(office, status):
    for person in ("citizen", None):
        someone = office.at(person)
        for name in ("@@my-calendar", "@@member-calendar", "@@member-calendar/none"):
            someone.open(f"{office.portal.absolute_url()}/{name}")
            assert (
                status(someone) in ("404", "401")
                or someone.url.endswith("/insufficient-privileges")
                or "login" in someone.url
            )
