"""The filters of a dashboard: widgets of eea.facetednavigation that narrow, count and never fail on odd input."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eea.facetednavigation.widgets.checkbox.widget import Widget as CheckboxWidget
from eea.facetednavigation.widgets.daterange.widget import Widget as DateRangeWidget
from eea.facetednavigation.widgets.resultsperpage.widget import Widget as PageSizeWidget
from eea.facetednavigation.widgets.sorting.widget import Widget as SortingWidget
from eea.facetednavigation.widgets.text.widget import Widget as TextWidget
from plone import api

from commune.core.rules.annexes import FLAGS
from commune.core.rules.asked_words import catalog_question
from commune.core.rules.narrowing import span
from commune.core.workflow.annex_index import ANY, wanted_flags
from commune.core.workflow.full_text import found_by_words

SIZES = (20, 50, 100)
FILE_FLAGS = (ANY, *FLAGS)


def chosen(form: Mapping[str, Any], name: str) -> list[str]:
    """The values sent under that name, empty ones left out."""
    value = form.get(name, [])
    return [one for one in (value if isinstance(value, list | tuple) else [value]) if isinstance(one, str) and one]


def first(form: Mapping[str, Any], name: str) -> str:
    """The one value sent under that name, or the empty text."""
    return next(iter(chosen(form, name)), "").strip()


def day(text: str) -> date | None:
    """The day written ``YYYY-MM-DD``, or ``None``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class ChoiceFilter(CheckboxWidget):
    """Any of the chosen values."""

    widget_type = "commune-choice"

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        wanted = chosen(form, self.data.getId())
        return {self.data.index: {"query": wanted}} if wanted else {}


class FilesFilter(CheckboxWidget):
    """Dossiers that carry a file with one of the chosen flags, among the files that the person reads.

    It asks the catalog for those files, with their own rights: a file that is hidden shows no dossier.
    """

    widget_type = "commune-files"

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        wanted = [one for one in chosen(form, self.data.getId()) if one in FILE_FLAGS]
        if not wanted:
            return {}
        path = self.context.query().get("path", "/".join(api.portal.get().getPhysicalPath()))
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="annex", path=path, annex_flags=wanted_flags(wanted, self.context.actor), show_inactive=True
        )
        uids = {brain.dossier_uid for brain in brains}
        return {"UID": {"query": sorted(uids)} if uids else {}}


class DaysFilter(DateRangeWidget):
    """From one day until another, both inclusive; either may be left out."""

    widget_type = "commune-days"

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        low, high = (day(first(form, f"{self.data.getId()}_{side}")) for side in ("from", "until"))
        if low is None and high is None:
            return {}
        if low and high and low > high:
            low, high = high, low
        return {self.data.index: span(low, high)}


class WordsFilter(TextWidget):
    """All the words, in the dossier or in one of the files that the person reads."""

    widget_type = "commune-words"

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        asked = first(form, self.data.getId())
        if self.data.index == "SearchableText":
            return found_by_words(asked, self.context.query())
        question = catalog_question(asked)
        return {self.data.index: {"query": question}} if question else {}


class Sorting(SortingWidget):
    """One of the dashboard's columns, else the order of the saved search, else the dashboard's own."""

    widget_type = "commune-sorting"

    def query(self, form: Mapping[str, Any]) -> dict[str, Any]:
        board = self.context
        sort, descending = first(form, self.data.getId()), bool(first(form, "reversed"))
        if sort not in board.definition.sort_indexes:
            search = board.definition.search(first(form, "search"))
            found = search if search is not None and search.sort else board.definition
            sort, descending = found.sort, found.descending
        return {"sort_on": sort, "sort_order": "descending" if descending else "ascending"}


class PageSize(PageSizeWidget):
    """Twenty, fifty or a hundred rows."""

    widget_type = "commune-size"

    def results_per_page(self, form: Mapping[str, Any], default: int = 20) -> int:
        wanted = first(form, self.data.getId())
        return int(wanted) if wanted in map(str, SIZES) else self.context.definition.size
