"""The columns of a dashboard: z3ctable columns that read the catalog's metadata and give text and cell."""

from datetime import datetime
from html import escape
from typing import Any

from collective.eeafaceted.z3ctable.columns import BaseColumn, CheckBoxColumn
from collective.eeafaceted.z3ctable.interfaces import IFacetedColumn, IFacetedTable
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserRequest

from commune.core.i18n import _
from commune.core.interfaces import IDashboard
from commune.core.rules.traffic import light
from commune.core.workflow.dashboards.cells import value


@implementer(IFacetedColumn)
@adapter(IDashboard, IBrowserRequest, IFacetedTable)
class TextColumn(BaseColumn):
    """A metadata value as it is. Subclasses change ``text`` (also exported) and, where more is shown, ``cell``."""

    spec: Any = None
    escape = False
    cssClasses: dict[str, str] = {}

    def value(self, item: Any) -> Any:
        """The raw metadata; an absent one is ``None``."""
        return value(self.spec, item)

    def text(self, item: Any) -> str:
        """The value in the reader's language, without markup; empty when there is none."""
        value = self.value(item)
        if isinstance(value, list | tuple | set | frozenset):
            return ", ".join(str(one) for one in value)
        return "" if value is None else str(value)

    def renderCell(self, item: Any) -> str:
        return escape(self.text(item))


class TitleColumn(TextColumn):
    """The link to the dossier, with its reference."""

    def text(self, item: Any) -> str:
        return item.Title or item.dossier_reference or item.getId

    def renderCell(self, item: Any) -> str:
        reference = escape(item.dossier_reference or "")
        small = f' <span class="d-block small text-body-secondary">{reference}</span>' if reference else ""
        return f'<a href="{escape(item.getURL())}">{escape(self.text(item))}</a>{small}'


class ChoiceColumn(TextColumn):
    """The title of a value among labels."""

    def update(self) -> None:
        self.titles = self.table.listing.titles(self.spec)

    def text(self, item: Any) -> str:
        value = self.value(item)
        if isinstance(value, list | tuple | set | frozenset):
            return ", ".join(self.titles(one) for one in value)
        return self.titles(value) if value is not None else ""


class StateColumn(ChoiceColumn):
    """The title of the state, as a badge."""

    def renderCell(self, item: Any) -> str:
        text = escape(self.text(item))
        return f'<span class="badge text-bg-light border">{text}</span>' if text else ""


class UserColumn(ChoiceColumn):
    """The full name of an account."""


class DateColumn(TextColumn):
    """A day, as the reader's language writes it."""

    length = "medium"
    part = "date"

    def update(self) -> None:
        self.formatter = self.request.locale.dates.getFormatter(self.part, self.length)
        self.written: dict[Any, str] = {}

    def text(self, item: Any) -> str:
        day = self.value(item)
        if day is None:
            return ""
        if day not in self.written:
            self.written[day] = self.formatter.format(day)
        return self.written[day]

    def renderCell(self, item: Any) -> str:
        day = self.value(item)
        return f'<time datetime="{day.isoformat()}">{escape(self.text(item))}</time>' if day else ""


class DateTimeColumn(DateColumn):
    """A day and the time of day."""

    length = "short"
    part = "dateTime"


LIGHTS = {
    "late": ("text-bg-danger", _("Late")),
    "soon": ("text-bg-warning", _("Soon")),
    "fine": ("text-bg-success", _("In time")),
}


class DeadlineColumn(DateColumn):
    """A day with its traffic light: a word and a colour, never the colour alone."""

    def update(self) -> None:
        super().update()
        self.words = {name: escape(translate(word, context=self.request)) for name, (_c, word) in LIGHTS.items()}

    def renderCell(self, item: Any) -> str:
        day = self.value(item)
        if day is None:
            return ""
        civil = day.date() if isinstance(day, datetime) else day
        name = light(civil, self.table.context.reader.today, self.spec.soon)
        return f'{super().renderCell(item)} <span class="badge {LIGHTS[name][0]}">{self.words[name]}</span>'


class FlagColumn(TextColumn):
    """Yes or no."""

    def update(self) -> None:
        self.words = {True: translate(_("Yes"), context=self.request), False: translate(_("No"), context=self.request)}

    def text(self, item: Any) -> str:
        return self.words[bool(self.value(item))]


@implementer(IFacetedColumn)
@adapter(IDashboard, IBrowserRequest, IFacetedTable)
class SelectColumn(CheckBoxColumn):
    """The box that takes a row into a batch action."""

    checked_by_default = False
    cssClasses: dict[str, str] = {}
    sort_index = -1
    spec = None

    def update(self) -> None:
        self.label = translate(_("Select"), context=self.request)

    def renderHeadCell(self) -> str:
        return f'<span class="visually-hidden">{escape(self.label)}</span>'

    def renderCell(self, item: Any) -> str:
        name = escape(f"{self.label}: {item.Title}")
        return (
            f'<input class="form-check-input" type="checkbox" name="uids:list" value="{item.UID}" aria-label="{name}">'
        )

    def getCSSClasses(self, item: Any) -> dict[str, str]:
        return self.cssClasses
