"""Texts whose hour has come are published, by themselves."""

from datetime import datetime
from typing import Any

from plone import api
from zope.interface import implementer

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess, IRound
from commune.core.rules.rounds import EACH_MINUTE
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.process import Refused

FAILED = "publication_failed"


def waiting() -> list[Any]:
    """The texts whose publication is planned."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="regulation", review_state="planned"
    )
    return [brain._unrestrictedGetObject() for brain in found]


@implementer(IRound)
class PlannedPublications:
    """One that cannot be published stays planned; its journal says why, once."""

    rhythm = EACH_MINUTE

    def do(self, site: Any, moment: datetime) -> int:
        return sum(_publish(one) for one in waiting() if one.planned is not None and one.planned <= moment)


def _publish(regulation: Any) -> int:
    try:
        IProcess(regulation).perform(SYSTEM, "publish")
    except Refused as refused:
        why = ",".join(sorted({refusal.code for refusal in refused.refusals}))
        last = Journal(regulation).last()
        if last is not None and last.kind == FAILED and last.data.get("why") == why:
            return 0
        Journal(regulation).note(FAILED, SYSTEM.userid, why=why)
    return 1


PLANNED = PlannedPublications()
