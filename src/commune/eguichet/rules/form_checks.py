"""Everything that is wrong with a form document before it may become a version."""

import re
from collections.abc import Iterator, Mapping

from commune.core.rules.conditions import Kind, cycle, dependencies
from commune.core.rules.conditions import faults as condition_faults
from commune.core.rules.refusals import Refusal, Refusals
from commune.eguichet.rules.form_schema import schema_faults
from commune.eguichet.rules.forms import CONTEXT, Field, Form, Group, Page, load_form
from commune.eguichet.rules.relative_dates import is_bound

PATTERN_LENGTH = 200
_NESTED = re.compile(r"\([^()]*[*+}][^()]*\)\s*[*+{]")
_LENGTHS = frozenset({"min_length", "max_length"})
_BOUNDS = frozenset({"min", "max"})
_OPTIONS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("text", "long_text"), _LENGTHS | {"pattern"}),
    **dict.fromkeys(("choice", "choices"), frozenset({"choices", "other", "min_count", "max_count"})),
    **dict.fromkeys(("date", "datetime", "period", "time", "amount"), _BOUNDS),
    **dict.fromkeys(("number", "quantity"), _BOUNDS | {"step"}),
    "url": frozenset({"schemes"}),
    "email": frozenset({"confirm"}),
    "phone": frozenset({"mobile_only"}),
    "nrn": frozenset({"accept_bis", "birth_date_field"}),
    "iban": frozenset({"sepa_only"}),
    "file": frozenset({"file_types", "max_size", "min_count", "max_count"}),
}


def form_faults(document: Mapping[str, object]) -> Refusals:
    """All faults of a form document, each with its JSON path; shape first, meaning once the shape is right."""
    shape = schema_faults(document)
    if shape:
        return shape
    form = load_form(document)
    return (
        *_doubles(form),
        *_conditions(form),
        *_circles(form),
        *(fault for place, _, one in _places(form) for fault in _field_faults(one, form, place)),
    )


def _places(form: Form) -> Iterator[tuple[str, Group, Field]]:
    for p, page in enumerate(form.pages):
        for g, group in enumerate(page.groups):
            for f, one in enumerate(group.fields):
                yield f"$.pages[{p}].groups[{g}].fields[{f}]", group, one


def _doubles(form: Form) -> Iterator[Refusal]:
    seen: set[str] = set()
    groups = [
        (f"$.pages[{p}].groups[{g}].id", one.id)
        for p, page in enumerate(form.pages)
        for g, one in enumerate(page.groups)
    ]
    pages = [(f"$.pages[{p}].id", page.id) for p, page in enumerate(form.pages)]
    fields = [(f"{place}.key", one.key) for place, _, one in _places(form)]
    for names in (pages, groups + fields):
        seen.clear()
        for place, name in names:
            if name in seen:
                yield Refusal("form.double", {"key": name}, place)
            seen.add(name)


def _kinds(form: Form) -> dict[str, Kind]:
    own = {one.key: one.kind for _, _, one in form.fields() if one.holds_value}
    rows = {group.id: Kind.LIST for page in form.pages for group in page.groups if group.rows}
    return {**CONTEXT, **rows, **own}


def _conditions(form: Form) -> Iterator[Refusal]:
    kinds = _kinds(form)
    for place, condition in _written(form):
        for fault in condition_faults(condition, kinds):
            yield Refusal(fault.code, fault.data, place + fault.place.replace("/", "."))


def _written(form: Form) -> Iterator[tuple[str, Mapping[str, object]]]:
    for p, page in enumerate(form.pages):
        if page.visible_when is not None:
            yield f"$.pages[{p}].visible_when", page.visible_when
        for c, check in enumerate(page.checks):
            yield f"$.pages[{p}].checks[{c}].refuse_when", check.refuse_when
        for g, group in enumerate(page.groups):
            if group.visible_when is not None:
                yield f"$.pages[{p}].groups[{g}].visible_when", group.visible_when
    for place, _, one in _places(form):
        if one.visible_when is not None:
            yield f"{place}.visible_when", one.visible_when
        if not isinstance(one.required, bool):
            yield f"{place}.required", one.required


def reading_graph(form: Form) -> Mapping[str, frozenset[str]]:
    """Which fields the visibility of each field reads, its page and group included."""
    return {one.key: _reads(page, group, one) for page, group, one in form.fields()}


def _reads(page: Page, group: Group, one: Field) -> frozenset[str]:
    conditions = (page.visible_when, group.visible_when, one.visible_when)
    return frozenset().union(*(dependencies(condition) for condition in conditions))


def _circles(form: Form) -> Iterator[Refusal]:
    found = cycle(reading_graph(form))
    if found:
        yield Refusal("form.cycle", {"path": " > ".join(found)}, "$.pages")


def _field_faults(one: Field, form: Form, place: str) -> Iterator[Refusal]:
    for name in one.options.keys() - _OPTIONS.get(one.type, frozenset()):
        yield Refusal("form.option", {"option": name, "type": one.type}, f"{place}.options.{name}")
    if one.type in ("choice", "choices"):
        yield from _choice_faults(one, place)
    if one.type == "declaration" and one.required is False:
        yield Refusal("form.declaration_optional", place=f"{place}.required")
    linked = one.options.get("birth_date_field")
    if linked is not None and linked not in form.keys:
        yield Refusal("form.unknown_field", {"field": linked}, f"{place}.options.birth_date_field")
    yield from _bound_faults(one, place)
    yield from _pattern_faults(one, place)


def _choice_faults(one: Field, place: str) -> Iterator[Refusal]:
    listed = one.options.get("choices")
    if not isinstance(listed, list):
        yield Refusal("required", place=f"{place}.options.choices")
    elif len(one.choices) < len(listed):
        yield Refusal("form.double", {"key": one.key}, f"{place}.options.choices")


def _bound_faults(one: Field, place: str) -> Iterator[Refusal]:
    dated = one.type in ("date", "datetime", "period")
    for name in ("min", "max"):
        value = one.options.get(name)
        if value is not None and (isinstance(value, str) and is_bound(value)) is not dated and one.type != "time":
            yield Refusal("form.bound", {"value": value}, f"{place}.options.{name}")
    for least, most in (("min", "max"), ("min_length", "max_length"), ("min_count", "max_count")):
        low, high = one.options.get(least), one.options.get(most)
        if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high:
            yield Refusal("form.bounds_crossed", {"min": low, "max": high}, f"{place}.options.{least}")


def _pattern_faults(one: Field, place: str) -> Iterator[Refusal]:
    pattern = str(one.options.get("pattern", ""))
    try:
        re.compile(pattern)
    except re.error as error:
        yield Refusal("form.pattern", {"reason": str(error)}, f"{place}.options.pattern")
        return
    if len(pattern) > PATTERN_LENGTH or _NESTED.search(pattern):
        yield Refusal("form.pattern_unsafe", place=f"{place}.options.pattern")
