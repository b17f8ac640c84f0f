"""The quick ways give what a slow and plain run gives: places, numbers, references, rights."""

import random

import pytest
from plone import api
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.moves import move_to
from commune.meeting.workflow.agenda import change_order, key_of
from commune.meeting.workflow.numbers import clear_references, write_references
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.settings import settings_of

CHOICES = {"unit": ("URB", "TRA", "FIN"), "privacy": ("public", "secret")}


def presented(sitting, meeting, count):
    """Items of all kinds presented in an order of chance, always the same; in the order in which they came."""
    chance, items = random.Random(93), []
    for number in range(count):
        chosen = {name: chance.choice(values) for name, values in CHOICES.items()}
        item = sitting.item(f"Point {number}", **chosen)
        item.state, item.preferred_meeting = "validated", meeting.UID()
        sitting.go(item, "present")
        items.append(item)
    return items


def placed_one_by_one(items, settings):
    """Each item before the first whose key is greater, in a plain list."""
    agenda = []
    for item in items:
        key = key_of(item, settings)
        agenda.insert(next((n for n, other in enumerate(agenda) if key_of(other, settings) > key), len(agenda)), item)
    return [item.UID() for item in agenda]


def told(items):
    return [(item.UID(), item.reference) for item in items]


@pytest.mark.requirement("meeting:AC-93")
def test_agenda_references_and_rights_are_those_of_a_plain_run(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    with api.env.adopt_roles(["Manager"]):
        items = presented(sitting, meeting, 14)
        settings = settings_of(meeting)
        assert list(meeting.agenda.uids) == placed_one_by_one(items, settings)
        assert [str(n) for n in numbering(meeting.agenda).values()] == [str(n + 1) for n in range(14)]

        sitting.go(meeting, "freeze")
        moved = meeting.agenda.uids[9]
        change_order(meeting, lambda agenda: move_to(agenda, moved, "3.1"), None, "secretary")
        quick = told(items_on(meeting))
        clear_references(items_on(meeting))
        write_references(meeting, settings)
        assert told(items_on(meeting)) == quick and len({reference for _uid, reference in quick}) == 14

        sitting.go(meeting, "decide")
        rows = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=list(meeting.agenda.uids))
        for row in rows:
            item = by_uid(row.UID)
            kept = api.portal.get_tool("portal_catalog").getIndexDataForRID(row.getRID())["allowedRolesAndUsers"]
            assert sorted(kept) == sorted(allowedRolesAndUsers(item)())
            assert (row.dossier_reference, row.review_state) == (item.reference, item.state)
