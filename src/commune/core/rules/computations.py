"""Computed values as data: counts, sums, ages and dates from fields, never an error.

A computation is plain JSON: ``{"compute": "sum", "of": [operand, ...]}``; an operand is
``{"field": "x"}``, ``{"value": 3}`` or another computation. Operations: ``count`` (filled items),
``sum``, ``age`` (birth date, day: whole years), ``add_days`` and ``add_working_days`` (date, n),
``days_between`` (from, to). What cannot be computed is empty (``None``).
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.conditions import is_empty
from commune.core.rules.counting import Direction, Unit, add_months, count
from commune.core.rules.refusals import Refusal, Refusals

Data = Mapping[str, object]
_FARTHEST = 100_000


def _flat(values: list[object]) -> list[object]:
    return [item for value in values for item in (value if isinstance(value, (list, tuple)) else [value])]


def _numbers(values: list[object]) -> list[Decimal]:
    numbers = [v for v in _flat(values) if isinstance(v, (int, float, Decimal)) and not isinstance(v, bool)]
    return [number for number in (Decimal(str(v)) for v in numbers) if number.is_finite()]


def _day(value: object) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return date(value.year, value.month, value.day) if isinstance(value, date) else None


def age_on(birth: date, day: date) -> int | None:
    """Whole years on ``day``, ``None`` before birth; born on 29 February one turns on the 28th of common years."""
    years = day.year - birth.year
    years -= add_months(birth, 12 * years) > day
    return years if birth <= day else None


def _two_days(values: list[object]) -> tuple[date, date] | None:
    days = [_day(value) for value in values]
    return (days[0], days[1]) if len(days) == 2 and days[0] and days[1] else None


def _age(values: list[object], _calendar: Calendar) -> object:
    days = _two_days(values)
    return age_on(*days) if days else None


def _between(values: list[object], _calendar: Calendar) -> object:
    days = _two_days(values)
    return (days[1] - days[0]).days if days else None


def _shift(values: list[object], calendar: Calendar, unit: Unit) -> object:
    start = _day(values[0]) if len(values) == 2 else None
    numbers = _numbers(values[1:])
    if start is None or not numbers or abs(numbers[0]) > _FARTHEST or not 1000 < start.year < 9000:
        return None
    n = int(numbers[0])
    if unit is Unit.CALENDAR_DAYS:
        return start + timedelta(days=n)
    return count(start, abs(n), unit, calendar, Direction.AFTER if n >= 0 else Direction.BEFORE).end


OPERATIONS: Mapping[str, Callable[[list[object], Calendar], object]] = {
    "count": lambda values, _calendar: sum(not is_empty(item) for item in _flat(values)),
    "sum": lambda values, _calendar: sum(_numbers(values), Decimal(0)),
    "age": _age,
    "days_between": _between,
    "add_days": lambda values, calendar: _shift(values, calendar, Unit.CALENDAR_DAYS),
    "add_working_days": lambda values, calendar: _shift(values, calendar, Unit.WORKING_DAYS),
}
_ARITY = {"age": 2, "days_between": 2, "add_days": 2, "add_working_days": 2}


def compute(computation: object, data: Data, calendar: Calendar = LAW) -> object:
    """The value of a computation on ``data``; ``None`` when it, or what it needs, is missing or malformed."""
    if not isinstance(computation, Mapping):
        return None
    if "compute" not in computation:
        return data.get(str(computation["field"])) if "field" in computation else computation.get("value")
    operation = OPERATIONS.get(str(computation["compute"]))
    operands = computation.get("of")
    if operation is None or not isinstance(operands, (list, tuple)):
        return None
    return operation([compute(operand, data, calendar) for operand in operands], calendar)


def reads(computation: object) -> frozenset[str]:
    """The fields that a computation reads, for the search of circles."""
    if not isinstance(computation, Mapping):
        return frozenset()
    own = frozenset({str(computation["field"])}) if "field" in computation else frozenset()
    operands = computation.get("of")
    return own.union(*(reads(part) for part in operands)) if isinstance(operands, (list, tuple)) else own


def computation_faults(computation: object, fields: Collection[str], path: str = "") -> Refusals:
    """Everything wrong with a computation, each with its path (``/of/0``)."""
    if not isinstance(computation, Mapping) or len({"compute", "field", "value"} & set(computation)) != 1:
        return (Refusal("computation.form", place=path),)
    if "field" in computation:
        known = computation["field"] in fields
        return () if known else (Refusal("condition.unknown_field", {"field": computation["field"]}, path),)
    if "value" in computation:
        return ()
    name, operands = computation["compute"], computation.get("of")
    if name not in OPERATIONS:
        return (Refusal("computation.unknown", {"compute": name, "expected": sorted(OPERATIONS)}, path),)
    if not isinstance(operands, (list, tuple)) or len(operands) != _ARITY.get(name, len(operands)):
        return (Refusal("computation.operands", {"compute": name, "expected": _ARITY.get(name, "any")}, path),)
    nested = (computation_faults(part, fields, f"{path}/of/{index}") for index, part in enumerate(operands))
    return tuple(fault for faults in nested for fault in faults)
