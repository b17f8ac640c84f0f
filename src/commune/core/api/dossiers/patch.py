"""PATCH on a dossier: its fields, changed in the version that was read."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.content.update import ContentPatch
from zope.interface import alsoProvides

from commune.core.api.contract import NAMED
from commune.core.api.etags import STALE, UNTOLD, against_version, tell_tag
from commune.core.api.refused import refused


class PatchDossier(ContentPatch):
    """``If-Match`` is needed (428): a change of what was changed meanwhile is refused (412), and nothing is lost."""

    takes = NAMED
    gives = (204,)
    versioned = True

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        refusals = against_version(self, needed=True)
        tell_tag(self)
        if refusals:
            return refused(self, refusals, UNTOLD if refusals[0].code == "version.needed" else STALE)
        found = super().reply()
        tell_tag(self)
        return found
