"""The conditions of a body as sentences, each with the address of the page that changes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zope.i18n import translate

from commune.core.rules.condition_lines import Line, lines
from commune.core.rules.conditions import Kind
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.settings_values import CONDITION_FIELDS, TESTS
from commune.meeting.content.settings_words import LABELS
from commune.meeting.i18n import _
from commune.meeting.rules.condition_fields import conditions
from commune.meeting.workflow.settings import settings_of


@dataclass(frozen=True)
class ConditionLine:
    """``where``: the row and the setting; ``text``: the condition in words, empty for none."""

    where: str
    text: str
    address: str


def field_title(name: str) -> Any:
    """What a field of a condition is called."""
    return CONDITION_FIELDS.get(name) or (IMeetingItem[name].title if name in IMeetingItem else name)


def condition_lines(body: Any, request: Any, parts: tuple[str, ...]) -> list[ConditionLine]:
    """Those of these parts of the document."""
    say = lambda message: str(translate(message, context=request))  # noqa: E731
    found = []
    for place, condition, _fields in conditions(settings_of(body).body):
        keys = place.strip("/").split("/")
        if keys[0] in parts:
            where = f"{row_title(body, keys)} – {say(LABELS.get(f'{keys[-3]}.{keys[-1]}') or LABELS[keys[-1]])}"
            address = f"{body.absolute_url()}/@@body-condition?at={place}"
            found.append(ConditionLine(where, in_words(condition, request), address))
    return found


def row_title(body: Any, keys: list[str]) -> str:
    """What the row of a condition is called."""
    row: Any = body.document
    for key in keys[:-1]:
        row = row[int(key)] if isinstance(row, list) else row[key]
    return str(row.get("label") or row.get("title") or row.get("id"))


def in_words(condition: Mapping[str, object] | None, request: Any) -> str:
    """The condition as a sentence; what cannot be said in lines is named as such."""
    found = lines(condition)
    if found is None:
        return str(translate(_("a condition that is only in the exported document"), context=request))
    alternatives: dict[int, list[str]] = {}
    for line in found:
        alternatives.setdefault(line.alternative, []).append(_line(line, request))
    glue = {word: f" {translate(message, context=request)} " for word, message in (("and", AND), ("or", OR))}
    return glue["or"].join(glue["and"].join(tests) for tests in alternatives.values())


AND, OR, NOT = _("condition_and", default="and"), _("condition_or", default="or"), _("condition_not", default="not:")


def _line(line: Line, request: Any) -> str:
    say = lambda message: str(translate(message, context=request))  # noqa: E731
    value = say(field_title(line.other)) if line.other else value_text(line.value)
    parts = [
        say(NOT) if line.negated else "",
        say(field_title(line.field)),
        say(TESTS.get(line.test, line.test)),
        value,
    ]
    return " ".join(part for part in parts if part)


def value_text(value: object) -> str:
    """A value as it is typed in a form: yes and no as 1 and 0, lists with semicolons."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (list, tuple)):
        return "; ".join(value_text(one) for one in value)
    return "" if value is None else str(value)


def typed_value(text: str, kind: Kind, many: bool) -> object:
    """The value that was typed, of the kind of the field; what does not fit stays text, for the rule to refuse."""
    if many:
        return [typed_value(one, kind, False) for one in text.split(";") if one.strip()]
    plain = text.strip()
    if kind is Kind.BOOLEAN:
        return {"1": True, "0": False}.get(plain, plain)
    if kind is Kind.NUMBER:
        return _number(plain)
    return plain


def _number(text: str) -> object:
    plain = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        return float(plain)
    except ValueError:
        return text
