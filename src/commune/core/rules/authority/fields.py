"""Reading one written value: text in, value out, or what was expected instead."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from commune.core.rules.identifiers import Parsed, parse_email, parse_phone, parse_postal_code
from commune.core.rules.refusals import Refusal


@dataclass(frozen=True)
class Field:
    """How a column is read: ``read`` gives the value or raises ``ValueError`` with what was expected."""

    name: str
    read: Callable[[str], Any]
    required: bool = False


def text(value: str) -> str:
    """Any text, trimmed."""
    return value.strip()


def words(value: str) -> tuple[str, ...]:
    """Handles separated by spaces."""
    return tuple(value.split())


def day(value: str) -> date:
    """A date written ``2026-05-31``; raises ``ValueError``."""
    try:
        return date.fromisoformat(value)
    except ValueError as wrong:
        raise ValueError("a date written YYYY-MM-DD") from wrong


def whole(value: str) -> int:
    """A whole number; raises ``ValueError``."""
    try:
        return int(value)
    except ValueError as wrong:
        raise ValueError("a whole number") from wrong


def matching(pattern: str, expected: str) -> Callable[[str], str]:
    """A reader of text that matches ``pattern`` whole."""
    compiled = re.compile(pattern)

    def read(value: str) -> str:
        if not compiled.fullmatch(value):
            raise ValueError(expected)
        return value

    return read


def one_of(choices: Collection[str]) -> Callable[[str], str]:
    """A reader of one of a few handles."""

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError("one of " + ", ".join(sorted(choices)))
        return value

    return read


def parsed(parse: Callable[[str], Parsed[str]], expected: str) -> Callable[[str], str]:
    """A reader made of an identifier's parser."""

    def read(value: str) -> str:
        found = parse(value)
        if found.value is None:
            raise ValueError(expected)
        return found.value

    return read


def pairs(value: str) -> tuple[tuple[str, str], ...]:
    """Functions in units, ``URB:editor FIN:director``; raises ``ValueError``."""
    found = [tuple(word.split(":")) for word in value.split()]
    if any(len(pair) != 2 or not all(pair) for pair in found):
        raise ValueError("UNIT:function, separated by spaces")
    return tuple((unit, function) for unit, function in found)


email = parsed(parse_email, "an e-mail address")
phone = parsed(parse_phone, "a Belgian telephone number that can exist")
postcode = parsed(parse_postal_code, "four digits")
handle = matching(r"[a-z][a-z0-9_.-]*", "small letters, digits, '-', '_', '.', beginning with a letter")

Faults = list[Refusal]
