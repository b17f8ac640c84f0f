"""GET on a dossier: what its reader may know, with the version of it."""

from typing import Any

from plone.restapi.services.content.get import ContentGet

from commune.core.api.etags import told


class GetDossier(ContentGet):
    """``ETag`` names the version; who has it (``If-None-Match``) is told nothing (304)."""

    def reply(self) -> Any:
        return told(self, super().reply())
