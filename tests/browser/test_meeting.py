"""Meetings in a real browser: the agenda by keyboard, votes by one key a member, no fault at any width."""

from datetime import date

import pytest
import transaction
from playwright.sync_api import expect

from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.tasks import give_task
from commune.core.workflow.units import unit_uid
from commune.meeting.rules.followup import Supervision
from commune.meeting.workflow.follow_up import ask_follow_up, record_supervision
from tests.meeting.browser.conftest import Office
from tests.meeting.conftest import PASSWORD

TITLES = (
    "Réfection de la rue du Moulin",
    "Règlement-taxe sur les écrits publicitaires",
    "Marché de fournitures scolaires",
)


@pytest.fixture()
def office(server):
    return Office(server["app"], server["portal"])


@pytest.fixture()
def agenda(office):
    """A meeting of the College with three items, one more waiting."""
    meeting = office.sitting_with(*TITLES)
    office.validated("Convention avec la maison de repos", preferred_meeting=meeting.UID())
    office.keep()
    return meeting


@pytest.fixture()
def secretary(visitor):
    """``secretary(width)``: the secretary, logged in."""

    def at(width=1280):
        someone = visitor(width)
        someone.log_in("secretary", PASSWORD)
        return someone

    return at


def path(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


def order(page):
    return page.locator(".agenda-title").all_inner_texts()


@pytest.mark.requirement("meeting:ORD-5")
def test_the_agenda_is_ordered_by_keyboard_and_by_mouse(agenda, secretary, axe, shot, scrolls_sideways):
    for width in (1280, 360):
        page = secretary(width).open(path(agenda))
        shot(page, f"meeting-agenda-{width}")
        assert axe(page) == [] and not scrolls_sideways(page)
    page = secretary().open(path(agenda))
    first = order(page)
    number = page.locator(".agenda-to").first
    number.focus()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.locator(".agenda-title").last).to_have_text(first[0])
    up = page.locator("button[name=up]").last
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".agenda-title").nth(1)).to_have_text(first[0])
    page.wait_for_selector(".agenda-line[draggable=true]")
    page.set_viewport_size({"width": 1280, "height": 1800})
    page.locator(".agenda-number").last.drag_to(page.locator(".agenda-number").first)
    expect(page.locator(".agenda-title").first).to_have_text(first[2])


@pytest.fixture()
def council(office):
    """A meeting of the Council in session, with two items."""
    meeting = office.as_user("secretary").meeting(2027, 1, 28, 20, body=office.council)
    for title in TITLES[:2]:
        item = office.as_user("creator").item(title, unit="TRA", body=office.council, preferred_meeting=meeting.UID())
        for person, transition in (("creator", "propose"), ("head", "validate")):
            office.as_user(person).go(item, transition)
        office.as_user("secretary").go(item, "present")
    office.go(meeting, "freeze", "publish", "open_session")
    office.keep()
    return meeting


@pytest.mark.requirement("meeting:VOT-4")
def test_votes_are_entered_with_one_key_a_member(council, secretary, axe, shot, scrolls_sideways):
    where = path(council)
    clerk = secretary()
    page = clerk.open(f"{where}/@@session")
    shot(page, "meeting-session-presence-1280")
    assert axe(page) == []
    page.locator("form:has(input[value=members]) button").click()
    page.locator("form[data-votes] tbody input").first.focus()
    for key in "nnyaa":
        page.keyboard.press(key)
    shot(page, "meeting-session-votes-1280")
    page.locator("button[value=unanimous]").click()
    expect(page.locator(".verdict-adopted")).to_be_visible()
    assert "15" in page.locator("#session-votes").inner_text()
    assert axe(page) == []
    shot(page, "meeting-session-1280")
    page.locator("button[name=transition][value=accept]").click()
    expect(page.locator(".state-final").first).to_be_visible()
    narrow = secretary(360)
    for name in ("@@session", "@@room", "@@minutes", ""):
        page = narrow.open(f"{where}/{name}")
        shot(page, f"meeting-{name.strip('@') or 'council'}-360")
        assert (name, axe(page), scrolls_sideways(page)) == (name, [], False)
    page = clerk.open(f"{where}/@@room")
    shot(page, "meeting-room-1280")
    assert clerk.faults == []


def test_the_pages_of_a_body_and_an_item_have_no_fault(agenda, office, secretary, axe, shot, scrolls_sideways):
    item = office.portal.unrestrictedTraverse("meetings/college/proposals").objectValues()[0].objectValues()[0]
    pages = {
        "body": path(office.college),
        "item": path(item),
        "item-edit": f"{path(item)}/edit",
        "meeting-add": f"{path(office.college)}/@@add-meeting",
        "item-history": f"{path(item)}/@@item-history",
        "item-copy": f"{path(item)}/@@duplicate-item",
        "item-delete": f"{path(item)}/@@delete-item",
        "templates": f"{path(office.college)}/@@item-templates",
        "numbers": f"{path(office.college)}/@@deliberations",
        "sent": f"{path(office.college)}/@@sent-items",
        "attendance": f"{path(office.college)}/@@attendance-statistics",
        "items": f"{path(office.college)}/@@dashboard/meeting.items",
        "start": "@@start",
    }
    for width in (1280, 360):
        clerk = secretary(width)
        for name, where in pages.items():
            page = clerk.open(where)
            shot(page, f"meeting-{name}-{width}")
            found = [] if name == "item-edit" else axe(page)
            assert (name, width, found, scrolls_sideways(page)) == (name, width, [], False)
    transaction.begin()


@pytest.mark.requirement("meeting:FUP-2")
def test_the_pages_after_the_decision_have_no_fault(office, secretary, axe, shot, scrolls_sideways):
    meeting = office.sitting_with(TITLES[0])
    (item,) = map(by_uid, meeting.agenda.uids)
    office.as_user("secretary").go(meeting, "freeze", "decide").go(item, "accept")
    actor = current_actor()
    ask_follow_up(item, "Où en sont les travaux ?", actor)
    task = give_task(
        item, Wish("Commander les pierres", unit_uid("TRA"), date(2099, 1, 11), description="Deux."), actor
    )
    record_supervision(item, Supervision(date(2026, 11, 2), date(2026, 11, 4)), actor)
    office.keep()
    for width in (1280, 360):
        clerk = secretary(width)
        for name, where in {"decided": path(item), "task": path(task), "tasks": "tasks/@@dashboard/core.tasks"}.items():
            page = clerk.open(where)
            page.evaluate("document.querySelectorAll('details.add').forEach(one => one.open = true)")
            shot(page, f"meeting-{name}-{width}")
            assert (name, width, axe(page), scrolls_sideways(page)) == (name, width, [], False)
