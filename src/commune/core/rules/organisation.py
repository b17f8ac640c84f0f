"""The tree of units: its shape, full titles, what keeps a unit from being closed, its CSV form."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.identifiers import parse_email, parse_phone
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.rules.tables import Row, Table, dated, parse_table

MAX_DEPTH = 8
MAX_BLOCKERS = 50
_CODE = re.compile(r"[A-Z0-9_-]{1,20}")


class UnitKind(StrEnum):
    """What a unit is."""

    DIRECTION = "direction"
    DEPARTMENT = "department"
    SERVICE = "service"
    CELL = "cell"
    COLLEGE = "college"
    COUNCIL = "council"
    COMMITTEE = "committee"
    OTHER = "other"


@dataclass(frozen=True)
class OrgUnit:
    """A unit of the tree; ``parent_code`` is empty under the root; validity bounds are inclusive."""

    code: str
    title: str
    parent_code: str = ""
    kind: UnitKind = UnitKind.SERVICE
    valid_from: date | None = None
    valid_until: date | None = None
    email: str = ""
    phone: str = ""
    hours: str = ""

    def active(self, today: date) -> bool:
        """Whether the unit exists on ``today``."""
        return (self.valid_from or today) <= today <= (self.valid_until or today)


@dataclass(frozen=True)
class Blocker:
    """Something that still needs a unit: ``kind`` is ``function``, ``member`` or ``record``."""

    kind: str
    title: str
    reference: str = ""


COLUMNS = ("code", "parent_code", "title", "kind", "valid_from", "valid_until", "email", "phone", "hours")
REQUIRED_COLUMNS = ("code", "parent_code", "title", "kind")


def path_to(code: str, units: Mapping[str, OrgUnit]) -> tuple[str, ...]:
    """Codes from the top unit down to ``code``; a circle or an unknown parent cuts the path short."""
    path: list[str] = []
    while code in units and code not in path:
        path.insert(0, code)
        code = units[code].parent_code
    return tuple(path)


def full_title(code: str, units: Mapping[str, OrgUnit]) -> str:
    """Titles from the top unit down, joined by `` - ``, the authority itself left out."""
    return " - ".join(units[part].title for part in path_to(code, units))


def tree_faults(units: Iterable[OrgUnit]) -> Refusals:
    """Everything wrong with a tree: codes, unknown parents, circles, more than eight levels, dates (ORG-1)."""
    listed = tuple(units)
    by_code = {unit.code: unit for unit in listed}
    found: list[Refusal] = []
    seen: set[str] = set()
    for unit in listed:
        if unit.code in seen:
            found.append(Refusal("unit.duplicate", {"code": unit.code}, unit.code))
        seen.add(unit.code)
        found.extend(_unit_faults(unit, by_code))
    return tuple(found)


def _unit_faults(unit: OrgUnit, units: Mapping[str, OrgUnit]) -> list[Refusal]:
    found = []
    if not _CODE.fullmatch(unit.code):
        found.append(Refusal("unit.code", {"code": unit.code}, unit.code))
    if unit.parent_code and unit.parent_code not in units:
        found.append(Refusal("unit.parent", {"parent": unit.parent_code}, unit.code))
    path = path_to(unit.code, units)
    top = units[path[0]].parent_code if path else ""
    if top and top in path:
        found.append(Refusal("unit.cycle", {"path": (*path, unit.code)}, unit.code))
    elif len(path) > MAX_DEPTH:
        found.append(Refusal("unit.depth", {"depth": len(path), "most": MAX_DEPTH}, unit.code))
    if unit.valid_from and unit.valid_until and unit.valid_until < unit.valid_from:
        found.append(Refusal("unit.dates", {"from": unit.valid_from, "until": unit.valid_until}, unit.code))
    return found


def deactivation_refusals(blockers: Sequence[Blocker]) -> Refusals:
    """Why a unit may not be closed (ORG-3): at most fifty blockers, with how many there are in all."""
    return tuple(
        Refusal(f"unit.used_by_{b.kind}", {"title": b.title, "reference": b.reference, "total": len(blockers)})
        for b in blockers[:MAX_BLOCKERS]
    )


def parse_units(text: str, file: str = "services.csv") -> tuple[tuple[OrgUnit, ...], Refusals]:
    """Read a tree from CSV (ORG-5), columns ``code,parent_code,title,kind[,valid_from,valid_until,email,phone,hours]``.

    Comes back: the units, and all refusals placed as ``file:line`` or ``file:line:column``; of a
    faulty line the readable part is kept so that the tree below it is still checked.
    """
    table = parse_table(text, file, REQUIRED_COLUMNS, COLUMNS)
    units = tuple(_read_unit(row, table) for row in table.rows)
    lines = {unit.code: f"{file}:{row.line}" for unit, row in zip(units, table.rows, strict=True)}
    tree = (Refusal(fault.code, fault.data, lines[fault.place]) for fault in tree_faults(units))
    return units, (*table.refusals, *tree)


def _read_unit(row: Row, table: Table) -> OrgUnit:
    kind = row["kind"] or UnitKind.SERVICE
    if kind not in set(UnitKind):
        table.refuse(row, "kind", "value.unknown", expected=", ".join(UnitKind))
        kind = UnitKind.OTHER
    for column in ("code", "title"):
        if not row[column]:
            table.refuse(row, column, "required")
    for column, reader in (("email", parse_email), ("phone", parse_phone)):
        if row[column]:
            table.take(row, column, reader(row[column]))
    return OrgUnit(
        code=row["code"],
        title=row["title"],
        parent_code=row["parent_code"],
        kind=UnitKind(kind),
        valid_from=dated(table, row, "valid_from"),
        valid_until=dated(table, row, "valid_until"),
        email=row["email"],
        phone=row["phone"],
        hours=row["hours"],
    )
