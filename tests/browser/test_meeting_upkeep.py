"""The screens behind a meeting in a real browser: publication, programs, files, lists; no fault at either width."""

import pytest

from commune.core.workflow.annexes import attach
from tests.browser.test_meeting import TITLES, path, secretary
from tests.meeting.browser.conftest import Office
from tests.meeting.conftest import PASSWORD

__all__ = ["secretary"]


@pytest.fixture()
def office(server):
    return Office(server["app"], server["portal"])


@pytest.fixture()
def meeting(office):
    """A meeting of the College with an item that carries two files."""
    made = office.sitting_with(*TITLES[:2])
    item = office.portal.unrestrictedTraverse("meetings/college/proposals").objectValues()[0].objectValues()[0]
    for name in ("plan", "devis"):
        attach(item, f"{name}.txt", f"Le {name} des travaux.".encode())
    office.keep()
    return made


def without_fault(clerk, pages, axe, shot, scrolls_sideways, width):
    for name, where in pages.items():
        page = clerk.open(where)
        shot(page, f"upkeep-{name}-{width}")
        assert (name, axe(page), scrolls_sideways(page)) == (name, [], False)


@pytest.mark.requirement("meeting:NFR-3")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_clerks_screens_have_no_fault(meeting, office, secretary, axe, shot, scrolls_sideways, width):
    college = path(office.college)
    item = office.portal.unrestrictedTraverse("meetings/college/proposals").objectValues()[0].objectValues()[0]
    annex = item.objectValues()[0]
    pages = {
        "item": path(item),
        "files": f"{path(item)}/@@manage-annexes",
        "file": f"{path(annex)}/@@change",
        "compare": f"{path(meeting)}/@@publication-compare",
        "watch": f"{college}/@@publication-watch",
        "settings": f"{college}/@@publication-settings",
        "erasures": f"{college}/@@erasures",
        "papers": f"{college}/@@body-papers",
        "batch": f"{path(meeting)}/@@document-batch",
        "jobs": "@@jobs",
        "signatures": "@@signatures",
        "texts": "regulations/@@texts",
        "list": f"{college}/@@dashboard/meeting.items",
    }
    without_fault(secretary(width), pages, axe, shot, scrolls_sideways, width)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_administrators_and_the_public_screens_have_no_fault(server, visitor, axe, shot, scrolls_sideways, width):
    admin = visitor(width)
    admin.log_in("manager", PASSWORD)
    without_fault(admin, {"webhooks": "@@webhooks", "programs": "@@programs"}, axe, shot, scrolls_sideways, width)
    public = {"regulations": "regulations", "decisions": "vie-politique/@@decisions"}
    without_fault(visitor(width), public, axe, shot, scrolls_sideways, width)
