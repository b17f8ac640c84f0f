"""Fields of the small forms of this module: what was typed stays, each fault stands at its field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zope.i18n import translate

from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.wording import sentence


@dataclass(frozen=True)
class Field:
    """One field. ``kind``: text, date, lines, select, box, boxes, email, tel. ``choices``: values and titles."""

    name: str
    label: Any
    kind: str = "text"
    choices: tuple[tuple[str, Any], ...] = ()
    required: bool = False
    help: Any = ""
    autocomplete: str | None = None


class Form:
    """The fields of one act as the template shows them; ``key`` makes their ids unique on the page."""

    def __init__(
        self,
        key: str,
        fields: Iterable[Field],
        values: Mapping[str, Any],
        refusals: Refusals,
        request: Any,
    ) -> None:
        self.key = key
        self.request = request
        self.values = values
        self.refusals = refusals
        self.fields = tuple(fields)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(field) for field in self.fields]

    @property
    def open(self) -> bool:
        """Whether something was refused here."""
        return bool(self.refusals)

    def _row(self, field: Field) -> dict[str, Any]:
        value = self.values.get(field.name, "")
        faults = [sentence(refusal, self.request) for refusal in self.refusals if refusal.place == field.name]
        return {
            "field": field,
            "id": f"{self.key}-{field.name}",
            "value": value.isoformat() if isinstance(value, date) else value,
            "faults": faults,
            "choices": [(one, title, one in _many(value)) for one, title in field.choices],
            "described": " ".join(self._notes(field, faults)) or None,
        }

    def _notes(self, field: Field, faults: list[str]) -> Iterable[str]:
        if field.help:
            yield f"{self.key}-{field.name}-help"
        if faults:
            yield f"{self.key}-{field.name}-faults"

    def summary(self) -> list[dict[str, str]]:
        """Every refusal with the field it concerns, for the top of the page."""
        known = {field.name: field for field in self.fields}
        return [
            {
                "text": self._named(known.get(refusal.place), sentence(refusal, self.request)),
                "field": f"{self.key}-{refusal.place}" if refusal.place in known else "",
            }
            for refusal in self.refusals
        ]

    def _named(self, field: Field | None, text: str) -> str:
        return f"{translate(field.label, context=self.request)}: {text}" if field is not None else text


def _many(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | tuple | set | frozenset) else (value,)


def text_of(form: Mapping[str, Any], name: str) -> str:
    """What was typed in a field, without the blanks around it."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def chosen(form: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The boxes that were ticked."""
    return tuple(one for one in _many(form.get(name, ())) if isinstance(one, str) and one)


def day_of(form: Mapping[str, Any], name: str, faults: list[Refusal]) -> date | None:
    """The day typed in a field, ``None`` when empty; one that cannot be read is added to ``faults``."""
    text = text_of(form, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        faults.append(Refusal("step.date", {"value": text}, name))
        return None
