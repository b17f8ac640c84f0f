"""A file comes into a request: the citizen sees his own and those of messages, the rest is the service's."""

from typing import Any

from zope.interface import alsoProvides

from commune.eguichet.interfaces import IRequestContent, IRequestFile


def keep_from_searches(annex: Any, event: Any) -> None:
    """Mark the file of a request; hide it from the citizen unless it is meant for him."""
    if not IRequestContent.providedBy(event.newParent):
        return
    alsoProvides(annex, IRequestFile)
    if annex.origin != "citizen" and annex.category != "message":
        annex.confidential = True
    annex.reindexObject()
