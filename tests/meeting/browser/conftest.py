"""People at the screens of the meetings, without scripts."""

import pytest
import transaction
from plone import api
from plone.testing.zope import Browser

from tests.meeting.conftest import PASSWORD, Sitting

CHAIN = (("creator", "propose_to_head"), ("head", "propose_to_director"), ("director", "validate"))


class Office(Sitting):
    """A site in which people sit at screens; what is prepared here is committed by ``keep``."""

    def __init__(self, app, portal):
        super().__init__(portal)
        self.app = app

    def at(self, userid=None, scripts=False):
        """A browser of that person, logged in through the form."""
        browser = Browser(self.app)
        browser.addHeader("Accept", "text/html")
        browser.raiseHttpErrors = False
        if userid:
            browser.open(f"{self.portal.absolute_url()}/login")
            browser.getControl(name="__ac_name").value = userid
            browser.getControl(name="__ac_password").value = PASSWORD
            browser.getControl(name="buttons.login").click()
        return browser

    def keep(self):
        transaction.commit()

    def validated(self, title, **fields):
        item = self.as_user("creator").item(title, **fields)
        for person, transition in CHAIN:
            self.as_user(person).go(item, transition)
        return item

    def sitting_with(self, *titles, when=(2027, 1, 11, 9)):
        """A meeting of the College with these items on its agenda, in that order."""
        meeting = self.as_user("secretary").meeting(*when)
        for title in titles:
            item = self.validated(title, preferred_meeting=meeting.UID())
            self.as_user("secretary").go(item, "present")
        return meeting


@pytest.fixture()
def office(functional):
    # the words of the source, whatever their translations
    api.portal.set_registry_record("plone.available_languages", ["en"])
    api.portal.set_registry_record("plone.default_language", "en")
    transaction.commit()
    return Office(functional["app"], functional["portal"])


@pytest.fixture(scope="session")
def status():
    """``status(browser)``: the code of the last answer."""
    return lambda browser: browser.headers["status"][:3]


@pytest.fixture()
def council(office):
    """A meeting of the Council in session, with two items."""
    meeting = office.as_user("secretary").meeting(2027, 1, 28, 20, body=office.council)
    for title, privacy in (("Budget 2027", "public"), ("Nomination d'un agent", "secret")):
        item = office.as_user("creator").item(
            title, unit="TRA", body=office.council, privacy=privacy, preferred_meeting=meeting.UID()
        )
        for person, transition in (("creator", "propose"), ("head", "validate")):
            office.as_user(person).go(item, transition)
        office.as_user("secretary").go(item, "present")
    office.go(meeting, "freeze", "publish", "open_session")
    office.keep()
    return meeting
