"""The query of a dashboard, for the packages that ask for it by this name."""

from typing import Any

from eea.facetednavigation.browser.app.query import FacetedQueryHandler

from commune.core.workflow.dashboards.listing import Listing


class BoardQuery(FacetedQueryHandler):
    """Conditions on one index narrow one another instead of replacing one another."""

    def criteria(self, sort: bool = False, **kwargs: Any) -> dict[str, Any]:
        return Listing(self.context, {**self.request.form, **kwargs}, self.request).query()

    def query(self, batch: bool = True, sort: bool = False, **kwargs: Any) -> Any:
        listing = Listing(self.context, {**self.request.form, **kwargs}, self.request)
        return listing.page if batch else listing.brains
