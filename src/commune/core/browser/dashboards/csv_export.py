"""The list as a file for spreadsheets: the same rows, columns and order as on the screen, all pages."""

from Products.Five.browser import BrowserView
from zope.i18n import translate

from commune.core.browser.dashboards.table import BoardTable
from commune.core.documents.spreadsheet import csv_file, send_csv
from commune.core.workflow.dashboards.listing import Listing


class CsvExport(BrowserView):
    """The whole list, whatever the page shown."""

    def __call__(self) -> bytes:
        send_csv(self.request.response, self.context.name)
        return csv_file(self.rows())

    def rows(self) -> list[list[str]]:
        """The headings, then the cells of every row that the person may see."""
        listing = Listing(self.context, dict(self.request.form), self.request)
        table = BoardTable(listing, self.request)
        table.update(())
        headings = [str(translate(column.header, context=self.request)) for column in table.columns]
        found = [[column.text(brain) for column in table.columns] for brain in listing.brains]
        return [headings, *found]
