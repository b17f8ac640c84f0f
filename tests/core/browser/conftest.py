"""A kind of dossier made for the tests of the screens, with people who may more and less."""

from datetime import date

import pytest
import transaction
from plone import api
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.utils import addContentToContainer
from plone.testing.zope import Browser
from zope.component import adapter, getGlobalSiteManager
from zope.event import notify
from zope.interface import Interface, implementer
from zope.lifecycleevent import ObjectCreatedEvent

from commune.core.content.dossier import Dossier
from commune.core.interfaces import IAccessPolicy, IClocks, IProcess
from commune.core.rules.calendars import Calendar
from commune.core.rules.deadlines import Delay, compute
from commune.core.rules.law import Figure
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import Refusal
from commune.core.workflow.clocks import Clock
from commune.core.workflow.process import Process

PASSWORD = "secret-of-the-test-1"
UNIT = "unit1"
MACHINE = Machine(
    (State("open", "Open"), State("sent", "Sent"), State("closed", "Closed", final=True)),
    (
        Transition("send", "Send", ("open",), "sent", functions=("editor",)),
        Transition("close", "Close", ("open", "sent"), "closed", functions=("editor",), comment=True),
        Transition("reopen", "Reopen", ("closed",), "open", functions=("director",)),
    ),
)


class ICase(Interface):
    """Marks the dossiers of these tests."""


@implementer(ICase)
class Case(Dossier):
    complete = False


@implementer(IProcess)
@adapter(ICase)
class CaseProcess(Process):
    def machine(self):
        return MACHINE

    def refusals(self, transition, actor):
        return (Refusal("case.incomplete"),) if transition.id == "send" and not self.context.complete else ()


@implementer(IAccessPolicy)
@adapter(ICase)
class CasePolicy:
    def __init__(self, context):
        self.context = context

    def grants(self):
        unit = self.context.responsible_unit
        return {f"{unit}_editor": frozenset({"Dossier Editor"}), f"{unit}_director": frozenset({"Dossier Reader"})}


@implementer(IClocks)
@adapter(ICase)
class CaseDeadlines:
    def __init__(self, context):
        self.context = context

    def clocks(self):
        delay = Figure(Delay(30), date(2020, 1, 1), "Invented order, art. 1")
        return (Clock("fire", "Opinion of the fire service", compute(date(2026, 3, 2), delay, Calendar())),)


PEOPLE = (
    ("edith", "Édith Renard", "unit1_editor"),
    ("dirk", "Dirk Peeters", "unit1_director"),
    ("otto", "Otto Lang", "unit2_editor"),
)


def make_case(portal):
    """The dossier, its type and its people; call inside a fixture that unregisters ``ADAPTERS``."""
    fti = DexterityFTI("case", klass=f"{__name__}.Case", behaviors=("plone.basic", "commune.core.dossier"))
    portal.portal_types._setObject("case", fti)
    portal.portal_workflow.setChainForPortalTypes(["case"], "")
    for userid, name, group in PEOPLE:
        api.group.create(groupname=group)
        api.user.create(
            username=userid, email=f"{userid}@example.org", password=PASSWORD, properties={"fullname": name}
        )
        api.user.grant_roles(username=userid, roles=["Agent"])
        api.group.add_user(groupname=group, username=userid)
    with api.env.adopt_roles(["Manager"]):
        case = Case("case-1")
        case.portal_type, case.title = "case", "Terrace on the square"
        case.reference, case.responsible_unit, case.assigned_to = "2026/014", UNIT, "edith"
        notify(ObjectCreatedEvent(case))
        return addContentToContainer(portal, case, checkConstraints=False)


ADAPTERS = (CaseProcess, CasePolicy, CaseDeadlines)


@pytest.fixture()
def case(functional):
    """A dossier of the service that Édith works for."""
    site_manager = getGlobalSiteManager()
    for factory in ADAPTERS:
        site_manager.registerAdapter(factory)
    made = make_case(functional["portal"])
    transaction.commit()
    yield made
    for factory in ADAPTERS:
        site_manager.unregisterAdapter(factory)


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
