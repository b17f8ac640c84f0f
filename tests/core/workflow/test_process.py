"""A dossier moves, refuses in full, and is hidden from those who may not read it."""

import pytest
from plone import api
from plone.app.testing import login, logout
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.utils import addContentToContainer
from zope.component import adapter, getGlobalSiteManager
from zope.event import notify
from zope.interface import Interface, implementer
from zope.lifecycleevent import ObjectCreatedEvent

from commune.core.content.dossier import Dossier
from commune.core.content.journal import Journal
from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Process, Refused

MACHINE = Machine(
    (State("open", "Open"), State("closed", "Closed", final=True)),
    (
        Transition("close", "Close", ("open",), "closed", functions=("editor",), comment=True),
        Transition("reopen", "Reopen", ("closed",), "open", functions=("director",)),
    ),
)


class ITried(Interface):
    """Marks the dossiers of these tests."""


@implementer(ITried)
class Tried(Dossier):
    locked = False


@implementer(IProcess)
@adapter(ITried)
class TriedProcess(Process):
    def machine(self):
        return MACHINE

    def refusals(self, transition, actor):
        return (Refusal("tried.locked"),) if self.context.locked else ()


@implementer(IAccessPolicy)
@adapter(ITried)
class TriedPolicy:
    def __init__(self, context):
        self.context = context

    def grants(self):
        unit = self.context.responsible_unit
        return {f"{unit}_editor": frozenset({"Dossier Editor"}), f"{unit}_director": frozenset({"Dossier Reader"})}


@pytest.fixture()
def dossier(integration):
    portal = integration["portal"]
    site_manager = getGlobalSiteManager()
    site_manager.registerAdapter(TriedProcess)
    site_manager.registerAdapter(TriedPolicy)
    fti = DexterityFTI("tried", klass=f"{__name__}.Tried", behaviors=("commune.core.dossier",))
    portal.portal_types._setObject("tried", fti)
    portal.portal_workflow.setChainForPortalTypes(["tried"], "")

    for group in ("unit1_editor", "unit1_director", "unit2_editor"):
        api.group.create(groupname=group)
    for name, group in (("edith", "unit1_editor"), ("dirk", "unit1_director"), ("other", "unit2_editor")):
        api.user.create(username=name, email=f"{name}@example.org", password="secret-1234")
        api.group.add_user(groupname=group, username=name)
    with api.env.adopt_roles(["Manager"]):
        made = Tried("d1")
        made.portal_type = "tried"
        made.responsible_unit = "unit1"
        notify(ObjectCreatedEvent(made))
        made = addContentToContainer(portal, made, checkConstraints=False)
    yield made
    site_manager.unregisterAdapter(TriedProcess)
    site_manager.unregisterAdapter(TriedPolicy)


def test_enters_the_initial_state_and_opens_its_journal(dossier):
    assert (dossier.state, [entry.kind for entry in Journal(dossier)]) == ("open", ["created"])


def test_all_reasons_at_once_and_nothing_changed(integration, dossier):
    dossier.locked = True
    login(integration["portal"], "edith")
    with pytest.raises(Refused) as refusal:
        IProcess(dossier).perform(current_actor(dossier), "close")
    assert [r.code for r in refusal.value.refusals] == ["tried.locked", "transition.comment_required"]
    assert (dossier.state, dossier.version) == ("open", 0)


def test_the_function_of_the_service_closes_and_the_other_service_may_not(integration, dossier):
    login(integration["portal"], "other")
    with pytest.raises(Refused):
        IProcess(dossier).perform(current_actor(dossier), "close", "done")
    login(integration["portal"], "edith")
    IProcess(dossier).perform(current_actor(dossier), "close", "done", version=0)
    assert (dossier.state, dossier.version) == ("closed", 1)


def test_a_stale_version_is_refused(integration, dossier):
    login(integration["portal"], "edith")
    with pytest.raises(Refused) as refusal:
        IProcess(dossier).perform(current_actor(dossier), "close", "done", version=7)
    assert [r.code for r in refusal.value.refusals] == ["transition.stale"]


def test_the_catalog_shows_it_to_the_service_only(integration, dossier):
    seen = {}
    for name in ("edith", "dirk", "other"):
        login(integration["portal"], name)
        seen[name] = len(api.content.find(portal_type="tried"))
    logout()
    seen["anonymous"] = len(api.content.find(portal_type="tried"))
    assert seen == {"edith": 1, "dirk": 1, "other": 0, "anonymous": 0}


def test_entering_a_group_takes_effect_without_reindexing(integration, dossier):
    api.group.add_user(groupname="unit1_director", username="other")
    login(integration["portal"], "other")
    assert len(api.content.find(portal_type="tried")) == 1
    rights = [api.user.has_permission(right, obj=dossier) for right in ("View", "Modify portal content")]
    assert rights == [True, False]


def test_the_journal_shows_tampering(dossier):
    journal = Journal(dossier)
    journal.note("remark", "edith", "first")
    journal.note("remark", "edith", "second")
    assert journal.broken_at() is None
    from dataclasses import replace

    journal.replace(2, replace(journal.get(2), comment="rewritten"))
    assert journal.broken_at() == 2
