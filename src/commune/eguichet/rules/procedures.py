"""The sheet of a procedure: what it must say before it is published, and whether it is open."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

BUTTON_LENGTH = 33
NON_DIGITAL = frozenset({"counter", "post", "phone"})
Status = Literal["active", "suspended", "seasonal", "retired"]


@dataclass(frozen=True)
class Cost:
    """A line of the price: ``cents`` (0 is allowed) or the name of a formula."""

    label: str
    cents: int | None = None
    formula: str = ""


@dataclass(frozen=True)
class Channel:
    """A way to apply: ``online``, ``counter``, ``post`` or ``phone``."""

    kind: str
    hours: str = ""
    restrictions: str = ""


@dataclass(frozen=True)
class Evidence:
    """A document to provide; an authentic source may replace it."""

    name: str
    mandatory: bool = True
    original: bool = False
    max_age_days: int | None = None
    replaced_by: str = ""


@dataclass(frozen=True)
class Season:
    """Yearly opening, both days included, as (month, day); it may run over the new year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def covers(self, day: date) -> bool:
        today = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= today <= self.last
        return today >= self.first or today <= self.last


@dataclass(frozen=True)
class Sheet:
    """A procedure of the catalogue. ``documents`` is ``None`` until somebody said which, even none.

    ``commitment_days`` are working days; ``legal_limit`` an ISO 8601 duration, empty when the law sets none.
    ``suspended_until`` is the last suspended day (inclusive), ``None`` without an end.
    """

    identifier: str = ""
    title: str = ""
    summary: str = ""
    description: str = ""
    authority: str = ""
    services: tuple[str, ...] = ()
    contact: str = ""
    audiences: tuple[str, ...] = ()
    who_can_apply: str = ""
    documents: tuple[Evidence, ...] | None = None
    channels: tuple[Channel, ...] = ()
    digital_only_reason: str = ""
    commitment_days: int | None = None
    legal_limit: str = ""
    silence: str = ""
    costs: tuple[Cost, ...] = ()
    result: str = ""
    legal_basis: tuple[str, ...] = ()
    appeal: str = ""
    identification_level: int | None = None
    languages: tuple[str, ...] = ()
    button: Mapping[str, str] = field(default_factory=dict)
    status: Status = "active"
    status_reason: str = ""
    suspended_until: date | None = None
    season: Season | None = None
    replacement: str = ""
    scope: str = ""
    verified_on: date | None = None
    owner: str = ""


_TEXTS = (
    "identifier", "title", "summary", "description", "authority", "services", "contact", "audiences", "who_can_apply",
    "silence", "result", "legal_basis", "appeal", "languages", "scope", "verified_on", "owner",
)  # fmt: skip
_UNSAID = ("documents", "commitment_days", "identification_level")


def publication_refusals(sheet: Sheet) -> Refusals:
    """Everything the sheet still lacks before it may be published (the completeness list)."""
    empty = [name for name in _TEXTS if not getattr(sheet, name)]
    unsaid = [name for name in _UNSAID if getattr(sheet, name) is None]
    missing = tuple(Refusal("required", place=name) for name in empty + unsaid)
    return (
        missing + _channel_refusals(sheet) + _cost_refusals(sheet) + _button_refusals(sheet) + _status_refusals(sheet)
    )


def catalogue_refusals(sheets: Iterable[Sheet]) -> Refusals:
    """Identifiers used twice in a catalogue."""
    seen: set[str] = set()
    double: list[str] = []
    for sheet in sheets:
        if sheet.identifier in seen:
            double.append(sheet.identifier)
        seen.add(sheet.identifier)
    return tuple(Refusal("procedure.double", {"identifier": one}, "identifier") for one in double)


def opening_refusals(sheet: Sheet, today: date) -> Refusals:
    """May a new draft be begun today? Drafts already begun are not concerned."""
    return _OPENINGS[sheet.status](sheet, today)


def _channel_refusals(sheet: Sheet) -> Refusals:
    if not sheet.channels:
        return (Refusal("required", place="channels"),)
    if NON_DIGITAL.isdisjoint(channel.kind for channel in sheet.channels) and not sheet.digital_only_reason.strip():
        return (Refusal("procedure.digital_only", place="channels"),)
    return NONE


def _cost_refusals(sheet: Sheet) -> Refusals:
    if not sheet.costs:
        return (Refusal("required", place="costs"),)
    return tuple(
        Refusal("procedure.cost", {"label": cost.label}, f"costs.{row}")
        for row, cost in enumerate(sheet.costs)
        if (cost.cents is None) is (not cost.formula) or (cost.cents or 0) < 0
    )


def _button_refusals(sheet: Sheet) -> Refusals:
    return tuple(
        Refusal("too_long", {"max": BUTTON_LENGTH}, f"button.{language}")
        for language, label in sheet.button.items()
        if len(label) > BUTTON_LENGTH
    )


def _status_refusals(sheet: Sheet) -> Refusals:
    needed = {"suspended": "status_reason", "seasonal": "season", "retired": "replacement"}
    name = needed.get(sheet.status, "status")
    return NONE if getattr(sheet, name) else (Refusal("required", place=name),)


def _active(sheet: Sheet, today: date) -> Refusals:
    return NONE


def _suspended(sheet: Sheet, today: date) -> Refusals:
    if sheet.suspended_until is not None and today > sheet.suspended_until:
        return NONE
    data = {"reason": sheet.status_reason, "until": sheet.suspended_until}
    return (Refusal("procedure.suspended", data),)


def _seasonal(sheet: Sheet, today: date) -> Refusals:
    if sheet.season is not None and sheet.season.covers(today):
        return NONE
    return (Refusal("form_closed", {"season": sheet.season}),)


def _retired(sheet: Sheet, today: date) -> Refusals:
    return (Refusal("procedure.retired", {"replacement": sheet.replacement}),)


_OPENINGS: Mapping[Status, Callable[[Sheet, date], Refusals]] = MappingProxyType(
    {"active": _active, "suspended": _suspended, "seasonal": _seasonal, "retired": _retired}
)
