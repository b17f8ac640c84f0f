"""POST @annexes: bring a file into the dossier."""

from typing import Any

from AccessControl import getSecurityManager
from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.annexes.annex_json import annex_json
from commune.core.api.contract import BASE64, FLAG, TEXT, body, decoded
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import FLAGS, attach, check_adding, duplicates

NOT_FOR_CALLERS = ("signed", "approved")


class PostAnnex(Act):
    """JSON ``{"filename", "data" (base64), "title", "category", flags…}`` or a multipart form with ``file``.

    201 with the annex and warnings; 400 when the body cannot be read; 409 with all reasons when refused.
    """

    takes = body(
        "filename", "data", filename=TEXT, data=BASE64, title=TEXT, category=TEXT, **dict.fromkeys(FLAGS, FLAG)
    )
    gives = (201,)

    def read(self) -> dict[str, Any]:
        return dict(self.request.form) if "file" in self.request.form else super().read()

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        filename, data = self._file(wish)
        flags = {flag: _true(wish[flag]) for flag in FLAGS if flag in wish and flag not in NOT_FOR_CALLERS}
        same = [annex for annex in duplicates(self.context, data) if self._may_read(annex)]
        on = frozenset(flag for flag, value in flags.items() if value)
        check_adding(self.context, str(wish.get("category", "")), current_actor(self.context), on)
        annex = attach(
            self.context, filename, data, str(wish.get("category", "")), title=str(wish.get("title", "")), **flags
        )
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", annex.absolute_url())
        warnings = [{"code": "annex.duplicate", "title": other.title} for other in same]
        return {**annex_json(annex), "warnings": warnings}

    def _file(self, wish: dict[str, Any]) -> tuple[str, bytes]:
        if "file" not in wish:
            return str(wish.get("filename") or ""), decoded(wish.get("data"))
        upload = wish["file"]
        if not hasattr(upload, "filename"):
            raise BadRequest("file: a file is expected")
        return upload.filename or "", upload.read()

    def _may_read(self, annex: Any) -> bool:
        return bool(getSecurityManager().checkPermission("View", annex))


def _true(value: Any) -> bool:
    return value in (True, 1, "1", "true", "on")
