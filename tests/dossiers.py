"""Light dossiers of an invented kind, with their process, access and dashboard, for tests of the core."""

from contextlib import contextmanager

from plone import api
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.utils import addContentToContainer
from zope.component import adapter, getGlobalSiteManager
from zope.event import notify
from zope.interface import Interface, implementer
from zope.lifecycleevent import ObjectCreatedEvent

from commune.core.content.dashboard import Column, Dashboard, Filter, Search, state_titles
from commune.core.content.dossier import Dossier
from commune.core.content.folder import DossierFolder
from commune.core.interfaces import IAccessPolicy, IDashboardDefinition, IProcess
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Process

MACHINE = Machine(
    (State("open", "Open"), State("closed", "Closed", final=True)),
    (
        Transition("close", "Close", ("open",), "closed", functions=("editor",)),
        Transition("reopen", "Reopen", ("closed",), "open", functions=("director",)),
    ),
)

DASHBOARD = Dashboard(
    title="Files",
    query={"portal_type": "file_kept"},
    columns=(
        Column("title", "Title", kind="title", sort="sortable_title"),
        Column("state", "State", kind="state", attr="review_state", sort="review_state", labels=state_titles(MACHINE)),
        Column("unit", "Service", kind="choice", attr="responsible_unit", labels={"roads": "Roads", "parks": "Parks"}),
        Column("assigned_to", "Handled by", kind="user", sort="assigned_to"),
        Column("created", "Entered on", kind="date", sort="created"),
        Column("due", "Due", kind="deadline", attr="effective", sort="effective"),
    ),
    filters=(
        Filter("state", "State", index="review_state", labels=state_titles(MACHINE)),
        Filter("unit", "Service", index="responsible_unit", labels={"roads": "Roads", "parks": "Parks"}),
        Filter("due", "Due", kind="dates", index="effective"),
    ),
    searches=(
        Search("mine", "My files", {"assigned_to": "$me"}, category="To do"),
        Search("open", "Open files", {"review_state": ["open"]}, category="To do"),
        Search("late", "Late files", {"effective": {"query": "$today-1", "range": "max"}}, functions=("director",)),
    ),
    sort="sortable_title",
    descending=False,
    actions=("transition",),
)


class IKept(Interface):
    """Marks these dossiers."""


@implementer(IKept)
class Kept(Dossier):
    """A light dossier; ``locked`` refuses every move."""

    locked = False


@implementer(IProcess)
@adapter(IKept)
class KeptProcess(Process):
    def machine(self):
        return MACHINE

    def refusals(self, transition, actor):
        return (Refusal("kept.locked"),) if self.context.locked else ()


@implementer(IAccessPolicy)
@adapter(IKept)
class KeptPolicy:
    def __init__(self, context):
        self.context = context

    def grants(self):
        unit = self.context.responsible_unit
        return {f"{unit}_editor": frozenset({"Dossier Editor"}), f"{unit}_director": frozenset({"Dossier Reader"})}


@contextmanager
def kept(portal):
    """Register the kind and its dashboard ``core.kept``; gives the folder that holds the dossiers."""
    site_manager = getGlobalSiteManager()
    site_manager.registerAdapter(KeptProcess)
    site_manager.registerAdapter(KeptPolicy)
    site_manager.registerUtility(DASHBOARD, IDashboardDefinition, "core.kept")
    fti = DexterityFTI("file_kept", klass=f"{__name__}.Kept", behaviors=("commune.core.dossier",))
    portal.portal_types._setObject("file_kept", fti)
    portal.portal_workflow.setChainForPortalTypes(["file_kept"], "")
    folder = DossierFolder("files")
    folder.portal_type = "dossier_folder"
    folder.title = "Files"
    with api.env.adopt_roles(["Manager"]):
        folder = addContentToContainer(portal, folder, checkConstraints=False)
    yield folder
    site_manager.unregisterAdapter(KeptProcess)
    site_manager.unregisterAdapter(KeptPolicy)
    site_manager.unregisterUtility(DASHBOARD, IDashboardDefinition, "core.kept")


def keep(folder, name, unit="roads", **fields):
    """Add a dossier to the folder."""
    made = Kept(name)
    made.portal_type = "file_kept"
    made.responsible_unit = unit
    made.title = name
    for key, value in fields.items():
        setattr(made, key, value)
    notify(ObjectCreatedEvent(made))
    with api.env.adopt_roles(["Manager"]):
        return addContentToContainer(folder, made, checkConstraints=False)


def officer(name, *groups):
    """An account of the staff, in those groups (made when they are missing)."""
    api.user.create(username=name, email=f"{name}@example.org", password="secret-1234")
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles(username=name, roles=["Agent"])
    for group in groups:
        if api.group.get(groupname=group) is None:
            api.group.create(groupname=group)
        api.group.add_user(groupname=group, username=name)
