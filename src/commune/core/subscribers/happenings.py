"""What happens to any dossier is written down: made, changed, moved, given a file, deleted."""

from typing import Any

from plone import api
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers
from zope.component import adapter
from zope.container.interfaces import IContainerModifiedEvent

from commune.core.events import DossierMoved
from commune.core.interfaces import IDossier
from commune.core.rules.confidentiality import DISCREET_FROM
from commune.core.rules.happenings import DELETED
from commune.core.workflow.happenings import tell
from commune.core.workflow.lookup import by_uid


@adapter(DossierMoved)
def moved(letter: DossierMoved) -> None:
    """From one state to another."""
    dossier = by_uid(letter.uid)
    if IDossier.providedBy(dossier):
        tell(dossier, "transitioned", {"from": letter.source, "to": letter.target, "transition": letter.transition})


def made(dossier: Any, event: Any) -> None:
    """A dossier is there."""
    if event.object is dossier:
        tell(dossier, "created")


def changed(dossier: Any, event: Any) -> None:
    """Its fields, not what lies in it."""
    if not IContainerModifiedEvent.providedBy(event):
        tell(dossier, "updated")


def file_added(annex: Any, event: Any) -> None:
    """A file was put in."""
    dossier = event.newParent
    if IDossier.providedBy(dossier) and event.object is annex:
        level = int(DISCREET_FROM) if getattr(annex, "confidential", False) else 0
        tell(dossier, "document_added", {"annex": annex.UID()}, level=level)


def deleted(dossier: Any, event: Any) -> None:
    """Told as a tombstone to those who could read it."""
    if event.object is dossier and event.newParent is None and api.portal.get() is not None:
        tell(dossier, DELETED, readers=allowedRolesAndUsers(dossier)())
