"""What waits for each: read from the catalog, and never more than one may read."""

import json

import pytest
from plone import api
from plone.app.testing import login

from commune.core.workflow.actor import current_actor
from commune.core.workflow.dashboards.board import board
from commune.meeting.workflow.todos import TODOS


def waiting(sitting, name):
    login(sitting.portal, name)
    return [(row.title, row.kind) for row in TODOS.rows(current_actor())]


@pytest.mark.requirement("meeting:DSH-1")
def test_an_item_waits_for_the_level_at_which_it_stands(sitting):
    item = sitting.as_user("creator").item("Voirie", unit="TRA")
    assert waiting(sitting, "creator") == [("Voirie", "item")] and waiting(sitting, "head") == []
    sitting.as_user("creator").go(item, "propose_to_head")
    assert waiting(sitting, "creator") == [] and waiting(sitting, "head") == [("Voirie", "item")]
    sitting.as_user("head").go(item, "propose_to_director")
    assert waiting(sitting, "head") == [] and waiting(sitting, "director") == [("Voirie", "item")]
    sitting.as_user("director").go(item, "validate")
    assert waiting(sitting, "director") == []


def test_an_opinion_waits_for_the_advisers_asked(sitting):
    settings = sitting.college.document
    settings["opinions"]["give"] = ["proposed_to_head"]
    sitting.college.settings = json.dumps(settings)
    item = sitting.as_user("creator").item("Budget", unit="TRA", optional_advisers=["FIN"])
    sitting.go(item, "propose_to_head")
    assert waiting(sitting, "finance") == [("Budget", "item")]
    assert waiting(sitting, "worker") == []


def test_meetings_wait_for_their_managers_only(sitting):
    sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    assert waiting(sitting, "secretary") == [("Collège communal, 11/01/2027", "meeting")]
    for name in ("creator", "head", "councillor"):
        assert (name, waiting(sitting, name)) == (name, [])


@pytest.mark.requirement("meeting:DSH-1")
def test_the_lists_count_what_the_reader_may_read(sitting):
    sitting.as_user("creator").item("Voirie", unit="TRA")
    found = {}
    for name in ("creator", "head", "secretary"):
        login(sitting.portal, name)
        items = board(sitting.college, "meeting.items", current_actor())
        searches = {one.id: len(api.content.find(**items.searched(one))) for one in items.searches()}
        found[name] = {key: searches.get(key) for key in ("mine", "to_validate", "to_present")}
    assert found == {
        "creator": {"mine": 1, "to_validate": None, "to_present": None},
        "head": {"mine": 0, "to_validate": 0, "to_present": None},
        "secretary": {"mine": 0, "to_validate": None, "to_present": 0},
    }
