"""What a folder of dossiers holds, read from the catalog only."""

from functools import cached_property
from typing import Any

from plone import api
from plone.base.batch import Batch
from Products.Five import BrowserView

from commune.core.browser.dossier.people import Names
from commune.core.interfaces import IProcess
from commune.core.rules.typed import whole

SIZE = 50


class Folder(BrowserView):
    """Sub-folders, then dossiers by batches, the latest changed first."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.names = Names()
        self._states: dict[str, dict[str, Any]] = {}

    @cached_property
    def folders(self) -> list[Any]:
        """Brains of the partitions inside."""
        return list(self._catalog(portal_type="dossier_folder", sort_on="sortable_title"))

    @cached_property
    def batch(self) -> Batch:
        """Brains of the other contents; ``b_start`` in the request says from which one."""
        types = [kind for kind in api.portal.get_tool("portal_types").objectIds() if kind != "dossier_folder"]
        found = self._catalog(portal_type=types, sort_on="modified", sort_order="descending")
        return Batch(found, SIZE, max(0, whole(self.request.form.get("b_start"), 0)))

    def state(self, brain: Any) -> Any:
        """Title of the dossier's state; one object of each type is asked for its machine."""
        if brain.portal_type not in self._states:
            process = IProcess(brain.getObject(), None)
            states = process.machine().states if process is not None else ()
            self._states[brain.portal_type] = {state.id: state.title for state in states}
        return self._states[brain.portal_type].get(state := _text(brain.review_state), state)

    def unit(self, brain: Any) -> str:
        return self.names.unit(_text(brain.responsible_unit))

    def handler(self, brain: Any) -> str:
        return self.names.user(_text(brain.assigned_to))

    def reference(self, brain: Any) -> str:
        return _text(brain.dossier_reference)

    def _catalog(self, **query: Any) -> Any:
        path = {"query": "/".join(self.context.getPhysicalPath()), "depth": 1}
        return api.portal.get_tool("portal_catalog")(path=path, **query)


def _text(value: Any) -> str:
    """A catalog value; what is not in the catalog is no text."""
    return value if isinstance(value, str) else ""
