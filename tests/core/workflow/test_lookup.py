"""Finding by identifier tells what is, whatever waits to be indexed."""

import pytest
from plone import api
from Products.CMFCore.indexing import getQueue, processQueue

from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid


@pytest.fixture()
def page(integration):
    with api.env.adopt_roles(["Manager"]):
        yield create(integration["portal"], "Document", id="found", title="Found")


def test_what_was_just_made_is_found(page):
    assert by_uid(page.UID()) == page
    assert by_uid("nowhere") is None and by_uid("") is None and by_uid(None) is None


def test_what_was_just_renamed_is_found_and_no_other_in_its_place(page):
    processQueue()
    uid, site = page.UID(), page.aq_parent
    api.content.rename(page, "elsewhere")
    other = create(site, "Document", id="found", title="Other")
    assert by_uid(uid).getId() == "elsewhere" and by_uid(other.UID()) == other


def test_what_was_just_deleted_is_not_found(page):
    processQueue()
    uid = page.UID()
    page.aq_parent._delObject("found")
    assert by_uid(uid) is None


def test_looking_for_what_is_indexed_leaves_the_rest_waiting(page):
    processQueue()
    page.reindexObject()
    waiting = getQueue().length()
    assert waiting and by_uid(page.UID()) == page and getQueue().length() == waiting
