"""A kind of dossier for the core's own tests: open, closed, one service, two functions and an outsider."""

from plone import api
from plone.dexterity.fti import DexterityFTI
from zope.component import adapter, getGlobalSiteManager
from zope.interface import Interface, implementer

from commune.core.content.dossier import Dossier
from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.rules.machine import Machine, State, Transition
from commune.core.workflow.creation import create
from commune.core.workflow.process import Process

PASSWORD = "secret-1234"
MACHINE = Machine(
    (State("open", "Open"), State("closed", "Closed", final=True)),
    (Transition("close", "Close", ("open",), "closed", functions=("editor",)),),
)
ROLES = {
    "editor": "Dossier Editor",
    "creator": "Dossier Contributor",
    "adviser": "Dossier Reader",
    "observer": "Dossier Reader",
}


class ITriedDossier(Interface):
    """Marks the dossiers of these tests."""


@implementer(ITriedDossier)
class TriedDossier(Dossier):
    """Nothing of its own."""


@implementer(IProcess)
@adapter(ITriedDossier)
class TriedProcess(Process):
    def machine(self):
        return MACHINE


@implementer(IAccessPolicy)
@adapter(ITriedDossier)
class TriedPolicy:
    def __init__(self, context):
        self.context = context

    def grants(self):
        unit = self.context.responsible_unit
        return {f"{unit}_{function}": frozenset({role}) for function, role in ROLES.items()}


def register():
    """The adapters of the kind; returns what takes them away again."""
    manager = getGlobalSiteManager()
    manager.registerAdapter(TriedProcess)
    manager.registerAdapter(TriedPolicy)
    return lambda: (manager.unregisterAdapter(TriedProcess), manager.unregisterAdapter(TriedPolicy))


def furnish(portal):
    """Type, people and one dossier: edith edits, carl contributes, olga observes, adam advises, otto is outside."""
    with api.env.adopt_roles(["Manager"]):
        return _furnish(portal)


def _furnish(portal):
    fti = DexterityFTI("tried_dossier", klass="tests.core.tried.TriedDossier", behaviors=("commune.core.dossier",))
    portal.portal_types._setObject("tried_dossier", fti)
    portal.portal_workflow.setChainForPortalTypes(["tried_dossier"], "")
    for name, group in (
        ("edith", "unit1_editor"),
        ("carl", "unit1_creator"),
        ("olga", "unit1_observer"),
        ("adam", "unit1_adviser"),
        ("otto", "unit2_editor"),
    ):
        api.group.create(groupname=group)
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        portal.acl_users.portal_role_manager.assignRoleToPrincipal("Agent", name)
        api.group.add_user(groupname=group, username=name)
    return create(portal, "tried_dossier", id="d1", title="Dossier", responsible_unit="unit1", reference="T-1")
