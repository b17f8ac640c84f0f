"""What a browser posted for a page, in the form that drafts keep."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from commune.eguichet.rules.drafts import Posted
from commune.eguichet.rules.field_values import ADDRESS_PARTS
from commune.eguichet.rules.forms import Field, Form, Page
from commune.eguichet.workflow.streets import completed

Answers = dict[str, Posted]


def fields_by_name(form: Form, names: Iterable[str]) -> Iterator[tuple[str, Field]]:
    """The field behind each posted name; names of no field are left out."""
    known = {one.key: one for _, _, one in form.fields()}
    for name in names:
        field = known.get(name.rpartition(".")[2])
        if field is not None and field.holds_value:
            yield name, field


def read_posted(form: Form, said: Mapping[str, Any], names: Iterable[str]) -> Answers:
    """The answers to the fields that the page showed (``names``); files come on their own."""
    found: Answers = {}
    for name, field in fields_by_name(form, names):
        if field.type != "file" and not field.read_only:
            found.update(_read(name, field, said))
    return found


def shown_rows(page: Page, said: Mapping[str, Any]) -> Answers:
    """Names of the rows of the repeated groups, as the page showed them."""
    return {group.id: tuple(_many(said.get(group.id))) for group in page.groups if group.rows and group.id in said}


def _read(name: str, field: Field, said: Mapping[str, Any]) -> Answers:
    if field.type == "address":
        parts = completed({part: _one(said.get(f"{name}.{part}")) for part in ADDRESS_PARTS})
        return {f"{name}.{part}": value for part, value in parts.items()}
    if field.type == "choices":
        return {name: tuple(_many(said.get(name)))}
    if field.type == "period":
        return {name: (_one(said.get(f"{name}.from")), _one(said.get(f"{name}.until")))}
    found: Answers = {name: _one(said.get(name))}
    for extra, wanted in (("confirm", field.options.get("confirm")), ("other", field.options.get("other"))):
        if wanted:
            found[f"{name}.{extra}"] = _one(said.get(f"{name}.{extra}"))
    return found


def uploads(said: Mapping[str, Any], name: str) -> list[tuple[str, bytes]]:
    """Files posted for a field, as name and content; an empty control gives none."""
    posted = said.get(f"{name}.new")
    listed = posted if isinstance(posted, list) else [posted]
    return [(one.filename, one.read()) for one in listed if getattr(one, "filename", "")]


def _many(value: Any) -> list[str]:
    listed = value if isinstance(value, (list, tuple)) else [value]
    return [one for one in listed if isinstance(one, str) and one]


def _one(value: Any) -> str:
    return next(iter(_many(value)), "")
