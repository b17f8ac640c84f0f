"""Words that stand for the reader and the day in the query of a saved search."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from commune.core.rules.narrowing import NOTHING

DAY = re.compile(r"\$today([+-]\d+)?")


@dataclass(frozen=True)
class Reader:
    """Who reads, and when. ``groups`` are ids of groups, ``<unit>_<function>`` among them."""

    userid: str
    groups: frozenset[str]
    today: date

    def units(self, function: str = "") -> list[str]:
        """Services in which the reader holds that function (any function when empty), sorted."""
        pairs = (group.partition("_") for group in self.groups if "_" in group)
        return sorted({unit for unit, _, held in pairs if not function or held == function})

    def holds(self, functions: Iterable[str]) -> bool:
        """Whether the reader holds one of the functions in any service."""
        return any(self.units(function) for function in functions)


def resolve(query: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """The query with its words replaced.

    ``$me``: the reader; ``$groups``: his or her groups; ``$units`` and ``$units:<function>``: services;
    ``$today``, ``$today+7``, ``$today-30``: a day. A word that stands for nobody finds nothing.
    """
    return {name: _condition(condition, reader) for name, condition in query.items()}


def _condition(condition: Any, reader: Reader) -> Any:
    if isinstance(condition, Mapping):
        return {key: _value(part, reader) if key in ("query", "not") else part for key, part in condition.items()}
    return _value(condition, reader)


def _value(value: Any, reader: Reader) -> Any:
    if isinstance(value, list | tuple):
        found = [_value(one, reader) for one in value]
        return [one for part in found for one in (part if isinstance(part, list) else [part])]
    return _word(value, reader) if isinstance(value, str) and value.startswith("$") else value


def _word(word: str, reader: Reader) -> Any:
    day = DAY.fullmatch(word)
    if day:
        return reader.today + timedelta(days=int(day.group(1) or 0))
    name, _, function = word.partition(":")
    many = {"$groups": sorted(reader.groups), "$units": reader.units(function), "$me": [reader.userid]}.get(name)
    if many is None:
        raise ValueError(f"unknown word in a search: {word}")
    return [one for one in many if one] or [NOTHING]
