"""A dossier, and browsers without scripts."""

import pytest
from plone.testing.zope import Browser

from tests.fixtures.cases import PASSWORD, registered_case


@pytest.fixture()
def case(functional):
    """A dossier of the service that Édith works for."""
    with registered_case(functional["portal"]) as made:
        yield made


@pytest.fixture()
def browse(functional):
    """``browse(userid)``: a browser without scripts, logged in through the form."""

    def make(userid=None):
        browser = Browser(functional["app"])
        browser.addHeader("Accept", "text/html")
        browser.raiseHttpErrors = False
        if userid:
            browser.open(f"{functional['portal'].absolute_url()}/login")
            browser.getControl(name="__ac_name").value = userid
            browser.getControl(name="__ac_password").value = PASSWORD
            browser.getControl(name="buttons.login").click()
        return browser

    return make
