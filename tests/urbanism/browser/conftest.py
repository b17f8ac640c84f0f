"""A permit of the fixture authority, and browsers for its people."""

from datetime import date

import pytest
import transaction
from plone.testing.zope import Browser

from tests.clocks import on
from tests.urbanism.permits import permit

PASSWORD = "valmont-demo"


@pytest.fixture()
def made(functional):
    """A registered permit, on 15 July 2026."""
    with on(date(2026, 7, 15)):
        found = permit()
        transaction.commit()
        yield found


@pytest.fixture()
def browse(functional):
    """``browse(account)``: a browser without scripts for that account."""

    def opened(account):
        browser = Browser(functional["app"])
        browser.addHeader("Accept", "text/html")
        browser.addHeader("Authorization", f"Basic {account}:{PASSWORD}")
        browser.raiseHttpErrors = False
        return browser

    return opened
