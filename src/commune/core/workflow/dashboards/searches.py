"""The saved searches of a dashboard: the collection widget, fed by definitions instead of stored collections."""

from collections.abc import Mapping
from typing import Any

from collective.eeafaceted.collectionwidget.widgets.widget import CollectionWidget
from plone import api
from zope.schema.vocabulary import SimpleTerm

from commune.core.workflow.dashboards.filters import first


class SearchWidget(CollectionWidget):
    """One saved search at most; its counter is the length of the list that it opens."""

    widget_type = "commune-search"

    def __init__(self, context: Any, request: Any, data: Any = None) -> None:
        # the collection widget's own start looks for stored criteria and a published context
        super(CollectionWidget, self).__init__(context, request, data)
        self.real_context = context.folder
        self.portal = api.portal.get()

    def vocabulary(self) -> list[SimpleTerm]:
        return [SimpleTerm(one.id, one.id, (one.title, "")) for one in self.context.searches()]

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        search = {one.id: one for one in self.context.searches()}.get(first(form, self.data.getId()))
        return self.context.asked(search) if search else {}

    def count(self, brains: Any, sequence: Any = None) -> dict[str, int]:
        """Number of results of each search that shows it; reads indexes only."""
        catalog = api.portal.get_tool("portal_catalog")
        counted = [one for one in self.context.searches() if one.counter and (not sequence or one.id in sequence)]
        return {one.id: len(catalog(**self.context.searched(one), show_inactive=True)) for one in counted}
