"""POST @annexes: bring a file into the dossier."""

import base64
import binascii
from typing import Any

from AccessControl import getSecurityManager
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zExceptions import BadRequest
from zope.interface import alsoProvides

from commune.core.api.annexes.annex_json import annex_json
from commune.core.api.refused import refused
from commune.core.workflow.annexes import FLAGS, attach, duplicates
from commune.core.workflow.process import Refused

NOT_FOR_CALLERS = ("signed", "approved")


class PostAnnex(Service):
    """JSON ``{"filename", "data" (base64), "title", "category", flags…}`` or a multipart form with ``file``.

    201 with the annex and warnings; 400 when the body cannot be read; 409 with all reasons when refused.
    """

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        filename, data, wish = self._multipart() if "file" in self.request.form else self._json()
        flags = {flag: _true(wish[flag]) for flag in FLAGS if flag in wish and flag not in NOT_FOR_CALLERS}
        same = [annex for annex in duplicates(self.context, data) if self._may_read(annex)]
        try:
            annex = attach(
                self.context, filename, data, str(wish.get("category", "")), title=str(wish.get("title", "")), **flags
            )
        except Refused as refusal:
            return refused(self, refusal.refusals)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", annex.absolute_url())
        warnings = [{"code": "annex.duplicate", "title": other.title} for other in same]
        return {**annex_json(annex), "warnings": warnings}

    def _multipart(self) -> tuple[str, bytes, dict[str, Any]]:
        upload = self.request.form["file"]
        if not hasattr(upload, "filename"):
            raise BadRequest("file: a file is expected")
        return upload.filename or "", upload.read(), self.request.form

    def _json(self) -> tuple[str, bytes, dict[str, Any]]:
        wish = json_body(self.request)
        try:
            data = base64.b64decode(wish.get("data") or "", validate=True)
        except (binascii.Error, ValueError, TypeError) as error:
            raise BadRequest("data: base64 is expected") from error
        return str(wish.get("filename") or ""), data, wish

    def _may_read(self, annex: Any) -> bool:
        return bool(getSecurityManager().checkPermission("View", annex))


def _true(value: Any) -> bool:
    return value in (True, 1, "1", "true", "on")
