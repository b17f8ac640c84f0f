"""Answers to a form: which pages and fields apply, what is wrong, what is stored, what the citizen reviews."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.conditions import Data, dependencies, evaluate
from commune.core.rules.identifiers import mask_nrn
from commune.core.rules.refusals import Refusal, Refusals
from commune.eguichet.rules.drafts import Posted
from commune.eguichet.rules.field_values import ADDRESS_PARTS, Read, Surroundings, read_day, read_value
from commune.eguichet.rules.forms import Field, Form, Group, Page, in_language

Raw = Mapping[str, Posted]


@dataclass(frozen=True)
class Context:
    """Who fills the form, when. ``locked`` are values of a verified source, which win over what is posted."""

    today: date
    calendar: Calendar = LAW
    level: int = 0
    delegation: str = ""
    channel: str = "web"
    locked: Mapping[str, Posted] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """Stored values by field key, and every refusal by the name of the posted field.

    A repeated group gives a tuple of rows, each with its ``row`` name. Refusals of a whole
    page stand under the page's id.
    """

    values: Mapping[str, object]
    refusals: Mapping[str, Refusals]

    @property
    def ok(self) -> bool:
        return not self.refusals


@dataclass(frozen=True)
class Line:
    """A line of the review: ``name`` is the posted field, ``page`` where it is corrected.

    ``text`` is ready to print except for yes/no, which is the word ``yes`` or ``no`` to translate.
    """

    page: str
    name: str
    label: str
    text: str
    value: object


def applicable_pages(form: Form, raw: Raw, context: Context) -> tuple[Page, ...]:
    """Pages that apply to these answers, in order; a page with an ending is the last one."""
    return _Reading(form, raw, context).pages()


def check_page(form: Form, page_id: str, raw: Raw, context: Context) -> Checked:
    """Values and refusals of one page; a page that does not apply has neither."""
    return _Reading(form, raw, context).check([page_id])


def check_form(form: Form, raw: Raw, context: Context) -> Checked:
    """Values and refusals of all pages that apply: what is asked again before the request is created."""
    reading = _Reading(form, raw, context)
    return reading.check([page.id for page in reading.pages()])


def ends_without_request(form: Form, raw: Raw, context: Context) -> Page | None:
    """The page at which these answers end ("you are not concerned"), ``None`` when a request may follow."""
    last = applicable_pages(form, raw, context)[-1:]
    return next((page for page in last if page.ending is not None), None)


def shown_fields(form: Form, page_id: str, raw: Raw, context: Context) -> tuple[str, ...]:
    """Names of the posted fields that the page shows now, repeated rows included."""
    reading = _Reading(form, raw, context)
    return tuple(name for page, _, name, _, _ in reading.shown() if page.id == page_id)


def review(form: Form, raw: Raw, context: Context, language: str = "") -> tuple[Line, ...]:
    """All visible answers that were given, with their label and the page to correct them on."""
    reading = _Reading(form, raw, context)
    lines = []
    for page, _, name, one, row in reading.shown():
        value = reading.read(one, row).value
        if value is not None and "summary" in one.show_in:
            lines.append(Line(page.id, name, in_language(one.label, language), _printed(one, value, language), value))
    return tuple(lines)


class _Reading:
    """One pass over the answers; each value is read once, a hidden field is empty."""

    def __init__(self, form: Form, raw: Raw, context: Context) -> None:
        self.form, self.context = form, context
        self.raw = {**raw, **context.locked}
        self.where = {one.key: (page, group, one) for page, group, one in form.fields()}
        self.rows_of = {group.id: group for page in form.pages for group in page.groups if group.rows}
        self.known: dict[tuple[str, str], Read] = {}
        self.asked: set[tuple[str, str]] = set()

    def pages(self) -> tuple[Page, ...]:
        found = []
        for page in self.form.pages:
            if self.holds(page.visible_when):
                found.append(page)
                if page.ending is not None:
                    break
        return tuple(found)

    def shown(self) -> Iterable[tuple[Page, Group, str, Field, str]]:
        for page in self.pages():
            for group in page.groups:
                if self.holds(group.visible_when):
                    yield from self._fields(page, group)

    def _fields(self, page: Page, group: Group) -> Iterable[tuple[Page, Group, str, Field, str]]:
        for row in self.rows(group):
            for one in group.fields:
                if one.holds_value and self.holds(one.visible_when, row):
                    yield page, group, self.name(one, row), one, row

    def check(self, page_ids: Iterable[str]) -> Checked:
        wanted = set(page_ids)
        values: dict[str, object] = {}
        rows: dict[str, dict[str, dict[str, object]]] = {}
        refusals: dict[str, Refusals] = {}
        for page, group, name, one, row in self.shown():
            if page.id not in wanted:
                continue
            read = self.read(one, row)
            found = read.refusals or self._missing(one, row, read)
            if found:
                refusals[name] = found
            target = rows.setdefault(group.id, {}).setdefault(row, {"row": row}) if row else values
            target[one.key] = read.value
        for page in self.pages():
            if page.id in wanted:
                refusals.update(self._page_refusals(page))
                values.update({g.id: tuple(rows.get(g.id, {}).values()) for g in page.groups if g.rows})
        return Checked(values, refusals)

    def _missing(self, one: Field, row: str, read: Read) -> Refusals:
        required = one.required if isinstance(one.required, bool) else self.holds(one.required, row)
        return (Refusal("required"),) if required and read.value is None else ()

    def _page_refusals(self, page: Page) -> dict[str, Refusals]:
        found: dict[str, Refusals] = {}
        refused = [check for check in page.checks if self.holds(check.refuse_when)]
        if refused:
            found[page.id] = tuple(Refusal("page.refused", {"message": dict(check.message)}) for check in refused)
        for group in page.groups:
            if group.rows and self.holds(group.visible_when):
                least, most = group.rows
                if not least <= len(self.rows(group)) <= most:
                    found[group.id] = (Refusal("rows_count", {"min": least, "max": most}),)
        return found

    def rows(self, group: Group) -> tuple[str, ...]:
        """Names of the rows, which never change when another row is deleted; ``""`` for a group without rows."""
        if not group.rows:
            return ("",)
        posted = self.raw.get(group.id, ())
        return tuple(dict.fromkeys((posted,) if isinstance(posted, str) else posted))

    def name(self, one: Field, row: str) -> str:
        return f"{self.where[one.key][1].id}.{row}.{one.key}" if row else one.key

    def holds(self, condition: Data | None, row: str = "") -> bool:
        if condition is None:
            return True
        return evaluate(condition, {name: self.value(name, row) for name in dependencies(condition)})

    def value(self, name: str, row: str) -> object:
        """Value that a condition sees: of the same row, of the form, of the context; empty when hidden."""
        if name.startswith("@"):
            return self._around(name)
        if name in self.rows_of:
            return self.rows(self.rows_of[name])
        if name not in self.where:
            return None
        page, group, one = self.where[name]
        if group.rows is None:
            row = ""
        elif not row:
            return None
        if (name, row) in self.asked:
            return None
        self.asked.add((name, row))
        visible = all(self.holds(c, row) for c in (page.visible_when, group.visible_when, one.visible_when))
        self.asked.discard((name, row))
        return self.read(one, row).value if visible else None

    def _around(self, name: str) -> object:
        given = self.context
        around = {"@level": given.level, "@delegation": given.delegation, "@channel": given.channel}
        return given.today if name == "@today" else around.get(name)

    def read(self, one: Field, row: str) -> Read:
        if (one.key, row) not in self.known:
            name = self.name(one, row)
            self.known[one.key, row] = read_value(
                one, self.raw.get(name, one.default), self._surroundings(one, name, row)
            )
        return self.known[one.key, row]

    def _surroundings(self, one: Field, name: str, row: str) -> Surroundings:
        linked = one.options.get("birth_date_field")
        born = read_day(self._one(f"{name.removesuffix(one.key)}{linked}")) if linked else None
        parts = {part: self._one(f"{name}.{part}") for part in ADDRESS_PARTS} if one.type == "address" else {}
        again, other = self._one(f"{name}.confirm"), self._one(f"{name}.other")
        return Surroundings(self.context.today, self.context.calendar, born, again, other, parts)

    def _one(self, name: str) -> str:
        posted = self.raw.get(name, "")
        return posted if isinstance(posted, str) else next(iter(posted), "")


def _printed(one: Field, value: object, language: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (date, datetime)):
        return value.strftime("%d/%m/%Y %H:%M" if isinstance(value, datetime) else "%d/%m/%Y")
    if isinstance(value, tuple):
        return ", ".join(_printed(one, item, language) for item in value)
    if isinstance(value, Mapping):
        return " ".join(str(value[part]) for part in ADDRESS_PARTS[:-1] if value[part])
    if one.type == "amount" and isinstance(value, int):
        sign, cents = ("-" if value < 0 else ""), abs(value)
        return f"{sign}{cents // 100},{cents % 100:02d}"
    if one.type == "nrn":
        return mask_nrn(str(value))
    text = str(value)
    return in_language(one.choices[text], language) if text in one.choices else text
