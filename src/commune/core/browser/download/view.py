"""The file of an annex: always saved, never shown by the browser in the name of the site."""

from typing import Any

from AccessControl import getSecurityManager
from plone.namedfile.browser import Download
from zExceptions import NotFound

from commune.core.rules.annexes import may_download
from commune.core.workflow.annex_types import category_of


class DownloadAnnex(Download):
    """``@@download`` and ``@@display-file`` of annexes alike."""

    def __call__(self) -> Any:
        editor = getSecurityManager().checkPermission("Modify portal content", self.context.aq_parent)
        if not may_download(category_of(self.context.category or "", self.context.aq_parent), editor=bool(editor)):
            raise NotFound()
        self.fieldname = self.fieldname or "file"
        self.request.response.setHeader("X-Content-Type-Options", "nosniff")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()
