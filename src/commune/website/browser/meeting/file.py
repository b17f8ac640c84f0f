"""A file of a public item: served as long as it is published, and may be."""

from typing import Any

from plone.namedfile.utils import set_headers, stream_data
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.workflow.lookup import by_uid


@implementer(IPublishTraverse)
class MeetingFile(BrowserView):
    """``@@file/<uid>``: what was published, and nothing else that came in its place."""

    uid = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.uid:
            raise NotFound(name)
        self.uid = name
        return self

    def __call__(self) -> Any:
        told = {file.uid: file for item in self.context.items for file in item.files}.get(self.uid)
        annex = by_uid(self.uid) if told is not None else None
        if told is None or annex is None or annex.confidential or not annex.publishable or annex.sha256 != told.sha256:
            raise NotFound(self.uid)
        set_headers(annex.file, self.request.response, filename=told.filename)
        robots = next(item.robots for item in self.context.items if told in item.files)
        if robots:
            self.request.response.setHeader("X-Robots-Tag", robots)
        self.request.response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(annex.file)
