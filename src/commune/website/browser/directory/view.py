"""The directory of services, and the page of each, at the address of its code."""

from functools import cached_property
from typing import Any

from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.BaseRequest import DefaultPublishTraverse

from commune.website.browser.parts.linked_data import as_script, service_data
from commune.website.browser.parts.service import ShownService, shown
from commune.website.browser.reading import Reading
from commune.website.content.directory import IDirectory
from commune.website.interfaces import IWebsiteLayer
from commune.website.workflow.services import Service, services


class Directory(Reading):
    """Every service with its state at this moment; ``?open=1`` keeps those that are open."""

    @cached_property
    def only_open(self) -> bool:
        return bool(self.request.form.get("open"))

    @cached_property
    def services(self) -> list[ShownService]:
        found = [shown(self, one, week=False) for one in services(self.language)]
        return [one for one in found if one.is_open or not self.only_open]


class ServicePage(Reading):
    """One service: open now, the week, closings to come, how to reach it."""

    code = ""

    @cached_property
    def _service(self) -> Service:
        found = next((one for one in services(self.language) if one.code.lower() == self.code), None)
        if found is None:
            raise NotFound(self.code)
        return found

    @cached_property
    def service(self) -> ShownService:
        return shown(self, self._service)

    @property
    def page_title(self) -> str:
        return self._service.title

    @cached_property
    def below(self) -> list[Service]:
        """The services of this one."""
        return [one for one in services(self.language) if one.path.rpartition("/")[0] == self._service.path]

    @property
    def linked_data(self) -> str:
        return as_script(service_data(self._service))


@implementer(IPublishTraverse)
@adapter(IDirectory, IWebsiteLayer)
class DirectoryTraverse(DefaultPublishTraverse):
    """``<directory>/<code>`` is the page of a service; every other name is what it always was."""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if name.startswith("@@") or not any(one.code.lower() == name for one in services()):
            return super().publishTraverse(request, name)
        view = self.context.restrictedTraverse("@@service")
        view.code = name
        return view
