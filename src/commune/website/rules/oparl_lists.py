"""Lists of OParl 1.1: filters by instant, a stable order, pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from commune.core.rules.refusals import Refusal, Refusals
from commune.website.rules.oparl import Entry

MOST = 100
BOUNDS = ("created_since", "created_until", "modified_since", "modified_until")
EMBEDDED = frozenset({"agendaItem", "membership", "consultation", "auxiliaryFile", "location"})


@dataclass(frozen=True)
class Wish:
    """What a reader asks of a list; bounds are inclusive, ``page`` counts from 1."""

    bounds: Mapping[str, datetime] = field(default_factory=dict)
    page: int = 1
    size: int = MOST
    omit_internal: bool = False


def read_wish(form: Mapping[str, str]) -> Wish | Refusals:
    """The wish, or a refusal for each parameter that cannot be read. An instant without zone is in UTC."""
    bounds: dict[str, datetime] = {}
    refusals: list[Refusal] = []
    for name in BOUNDS:
        if form.get(name):
            try:
                bounds[name] = _instant(form[name])
            except ValueError:
                refusals.append(Refusal("oparl.date_time", {"found": form[name]}, name))
    numbers = {}
    for name, default in (("page", 1), ("elementsPerPage", MOST)):
        text = form.get(name) or str(default)
        if not (text.isascii() and text.isdigit() and 0 < int(text[:9])):
            refusals.append(Refusal("oparl.number", {"found": text}, name))
        else:
            numbers[name] = int(text[:9])
    if refusals:
        return tuple(refusals)
    return Wish(bounds, numbers["page"], min(numbers["elementsPerPage"], MOST), form.get("omit_internal") == "true")


def chosen(entries: Iterable[Entry], bounds: Mapping[str, datetime]) -> list[Entry]:
    """The entries within the bounds, in an order that no change moves.

    Deleted ones only for who asks for what changed: others read the list as it stands.
    """
    found = [one for one in entries if (bounds or not one.deleted) and _within(one, bounds)]
    return sorted(found, key=lambda one: (one.created, one.uid))


def page_of(entries: list[Entry], wish: Wish) -> list[Entry]:
    """The entries of the page that is asked; none past the last one."""
    start = (wish.page - 1) * wish.size
    return entries[start : start + wish.size]


def framed(
    data: list[dict[str, Any]], total: int, wish: Wish, address: str, query: Mapping[str, str]
) -> dict[str, Any]:
    """The page with its figures and links; filters stay in the links."""
    last = max((total + wish.size - 1) // wish.size, 1)

    def link(page: int) -> str:
        return f"{address}?{_encoded({**query, 'page': str(page)})}"

    links = {"first": link(1), "self": link(wish.page), "last": link(last)}
    if wish.page > 1:
        links["prev"] = link(min(wish.page - 1, last))
    if wish.page < last:
        links["next"] = link(wish.page + 1)
    figures = {"totalElements": total, "elementsPerPage": wish.size, "currentPage": wish.page, "totalPages": last}
    return {"data": data, "pagination": figures, "links": links}


def without_internal(shown: dict[str, Any]) -> dict[str, Any]:
    """The object without those that are inside it."""
    return {name: value for name, value in shown.items() if name not in EMBEDDED or not _inside(value)}


def _inside(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text.replace(" ", "+"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _within(entry: Entry, bounds: Mapping[str, datetime]) -> bool:
    created, modified = entry.created, entry.modified
    return bounds.get("created_since", created) <= created <= bounds.get("created_until", created) and bounds.get(
        "modified_since", modified
    ) <= modified <= bounds.get("modified_until", modified)


def _encoded(query: Mapping[str, str]) -> str:
    safe = {"%": "%25", "&": "%26", "+": "%2B", "#": "%23", " ": "%20", "=": "%3D"}
    return "&".join(f"{name}={''.join(safe.get(char, char) for char in value)}" for name, value in query.items())
