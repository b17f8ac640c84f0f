"""Fields of back-office forms, and rows of them that are added, ordered and taken out without scripts."""

from typing import Any

from collective.z3cform.datagridfield.datagridfield import DataGridFieldObjectWidget, DataGridFieldWidget
from collective.z3cform.datagridfield.row import DictRow
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.text import TextWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import NO_VALUE, IFieldWidget, IFormLayer, ITextWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import Interface, implementer
from zope.interface.interface import InterfaceClass
from zope.schema import Field, List
from zope.schema.interfaces import IField

TYPES = {"date": "date", "time": "time", "number": "number"}
ROW_TOOLS = ("was", "position", "away")
"""In each row: the place that it had in the stored list, the place it is to have, and whether it goes."""


class IPlain(IField):
    """A value that the rule behind the form checks: the form passes it on as it was typed."""


class IPlainWidget(ITextWidget):
    """Shows one."""


@implementer(IPlain)
class Plain(Field):
    """``shape``: text, long, number, date, time, box, choice, boxes or hidden; ``pairs``: what is offered."""

    def __init__(self, shape: str = "text", pairs: Any = (), **options: Any) -> None:
        super().__init__(required=False, **options)
        self.shape, self.pairs = shape, tuple(pairs)


def rows_of(name: str, title: Any, parts: list[Plain]) -> List:
    """A field of rows of these fields."""
    tools = [Plain("hidden", __name__="was"), Plain("number", __name__="position"), Plain("box", __name__="away")]
    row = InterfaceClass(name, (Interface,), {part.__name__: part for part in (*parts, *tools)})
    return List(title=title, value_type=DictRow(title=title, schema=row), required=False, __name__=name)


@implementer(IPlainWidget)
class PlainWidget(TextWidget):
    """A field with its label; boxes left empty are empty, not what was stored."""

    page = ViewPageTemplateFile("plain.pt")

    def render(self) -> str:
        return str(self.page())

    @property
    def input_type(self) -> str:
        return TYPES.get(self.field.shape, "text")

    def extract(self, default: Any = NO_VALUE) -> Any:
        if f"{self.name}-shown" not in self.request:
            return default
        found = self.request.get(self.name, [] if self.field.shape == "boxes" else "")
        return [found] if self.field.shape == "boxes" and isinstance(found, str) else found

    def chosen(self, key: str) -> bool:
        value = self.value
        return key in value if isinstance(value, (list, tuple)) else key == (value or "")


@implementer(IFieldWidget)
@adapter(IPlain, IFormLayer)
def plain_widget(field: Any, request: Any) -> Any:
    """How such a field is shown."""
    return FieldWidget(field, PlainWidget(request))


@adapter(IPlain, IPlainWidget)
class Unchanged(BaseDataConverter):
    """What is typed is what is handed on."""

    def toWidgetValue(self, value: Any) -> Any:
        return "" if value is None else value

    def toFieldValue(self, value: Any) -> Any:
        return value


class Row(DataGridFieldObjectWidget):
    """One row: its fields under each other, labelled."""

    page = ViewPageTemplateFile("row.pt")

    def render(self) -> str:
        return str(self.page())

    @property
    def heading(self) -> str:
        """What the row is called: its first text."""
        texts = [widget.value for name, widget in self.widgets.items() if name not in ROW_TOOLS]
        return next((text for text in texts if isinstance(text, str) and text), "")


class Rows(DataGridFieldWidget):
    """A list of rows. The button ``more`` shows the form again with one row more."""

    allow_insert = allow_delete = allow_reorder = auto_append = False
    page = ViewPageTemplateFile("rows.pt")

    def render(self) -> str:
        return str(self.page())

    def createObjectWidget(self, idx: Any) -> Any:
        return FieldWidget(self.field.value_type, Row(self.request))

    def update(self) -> None:
        super().update()
        if f"{self.name}-more" in self.request:
            self.widgets.append(self.getWidget(len(self.widgets)))

    @property
    def error_ids(self) -> str:
        return f"{self.id}-rows"


@implementer(IFieldWidget)
def rows_widget(field: Any, request: Any) -> Any:
    """How rows are shown; to be named as the widget factory of the field."""
    return FieldWidget(field, Rows(request))


def arranged(rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], int]]:
    """The rows that stay, in the order that their positions say, each with the index that it was posted at."""
    kept = [(row, at) for at, row in enumerate(rows) if not row.get("away")]
    return sorted(kept, key=lambda one: _position(one[0], one[1]))


def _position(row: dict[str, Any], at: int) -> float:
    typed = str(row.get("position") or "").replace(",", ".").strip()
    try:
        return float(typed)
    except ValueError:
        return at + 1
