"""References of records: a pattern, a counter per period, manual values, late registration.

A pattern is literal text with tokens in braces, ``E-{year}-{seq:05}``. Besides
``{year} {yy} {month} {seq} {check97}`` (which the rule fills), a pattern may name any
token that its caller announces: ``{unit} {type} {acronym} {ins} {locality} {parent} {classif}``.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.identifiers import Parsed, check97
from commune.core.rules.refusals import Refusal, Refusals

CORE_TOKENS = frozenset({"year", "yy", "month", "seq", "check97"})
CONTEXT_TOKENS = frozenset(
    {"unit", "type", "subtype", "acronym", "ins", "locality", "parent", "classif", "officer", "sub"}
)
_TOKEN = re.compile(r"\{([^{}]*)\}")
_TOKEN_BODY = re.compile(r"(?P<name>[a-z][a-z0-9_]*)(?::0(?P<width>[1-9]\d?))?")


class Reset(StrEnum):
    """When the counter starts again at 1."""

    NEVER = "never"
    YEARLY = "yearly"
    MONTHLY = "monthly"


@dataclass(frozen=True)
class Numbering:
    """How one type of record is numbered.

    ``close_previous_on`` is the (month, day), inclusive, until which a record dated last
    year still takes last year's numbers. ``manual`` is an optional regular expression that
    hand-written references must match whole; empty: anything that is not blank.
    """

    pattern: str
    reset: Reset = Reset.YEARLY
    close_previous_on: tuple[int, int] = (1, 31)
    first: int = 1
    manual: str = ""


@dataclass(frozen=True)
class Period:
    """Whose counter a record draws from: ``key`` ("", "2026", "2026-05"), its day and whether it came late."""

    key: str
    day: date
    late: bool = False


def faults(numbering: Numbering, known: Collection[str] = CONTEXT_TOKENS) -> Refusals:
    """Everything wrong with a pattern: unknown tokens, no ``{seq}``, a reset not shown, a bad manual form."""
    bodies = _TOKEN.findall(numbering.pattern)
    names = {_name(body) for body in bodies}
    found = [
        Refusal("pattern.unknown_token", {"token": body}, "pattern")
        for body in bodies
        if _name(body) not in CORE_TOKENS | set(known)
    ]
    if re.search(r"[{}]", _TOKEN.sub("", numbering.pattern)):
        found.append(Refusal("pattern.brace", place="pattern"))
    if "seq" not in names:
        found.append(Refusal("pattern.no_seq", place="pattern"))
    if numbering.reset is not Reset.NEVER and not names & {"year", "yy"}:
        found.append(Refusal("pattern.no_year", place="pattern"))
    if numbering.reset is Reset.MONTHLY and "month" not in names:
        found.append(Refusal("pattern.no_month", place="pattern"))
    if not _compiles(numbering.manual):
        found.append(Refusal("pattern.manual", place="manual"))
    return tuple(found)


def _name(body: str) -> str:
    match = _TOKEN_BODY.fullmatch(body)
    return match["name"] if match else body


def _compiles(expression: str) -> bool:
    try:
        re.compile(expression)
    except re.error:
        return False
    return True


def period_of(numbering: Numbering, business_date: date, today: date) -> Period:
    """The counter of a record, from its business date and not from the clock (REF-1, REF-3).

    After ``close_previous_on`` a record of an earlier year is numbered in the year of
    ``today`` and flagged late.
    """
    month, day = numbering.close_previous_on
    closed = today.year - business_date.year > 1 or (today.month, today.day) > (month, day)
    late = numbering.reset is not Reset.NEVER and business_date.year < today.year and closed
    shown = today if late else business_date
    keys = {Reset.NEVER: "", Reset.YEARLY: f"{shown:%Y}", Reset.MONTHLY: f"{shown:%Y-%m}"}
    return Period(keys[numbering.reset], shown, late)


def render(numbering: Numbering, number: int, day: date, context: Mapping[str, str] | None = None) -> str:
    """The reference of ``number`` in the period of ``day``; a token without value renders as nothing.

    ``{seq:05}`` pads with zeros to five digits; ``{check97}`` checks the number.
    """
    values = {**(context or {}), "year": f"{day:%Y}", "yy": f"{day:%y}", "month": f"{day:%m}"}
    values |= {"seq": str(number), "check97": f"{check97(number):02d}"}

    def fill(match: re.Match[str]) -> str:
        body = _TOKEN_BODY.fullmatch(match[1])
        return values.get(body["name"], "").zfill(int(body["width"] or 0)) if body else match[0]

    return _TOKEN.sub(fill, numbering.pattern)


def preview(
    numbering: Numbering, day: date, context: Mapping[str, str] | None = None, count: int = 3
) -> tuple[str, ...]:
    """The first ``count`` references of the period of ``day``, for the settings screen."""
    return tuple(render(numbering, numbering.first + n, day, context) for n in range(count))


def reference_key(reference: str) -> str:
    """What two references must differ by: blanks around and case never count (REF-8)."""
    return reference.strip().casefold()


@dataclass(frozen=True)
class Draw:
    """A drawn reference, its number and what the counter gives next."""

    reference: str
    number: int
    next: int


def draw(
    numbering: Numbering,
    next_number: int,
    day: date,
    used: Callable[[str], bool],
    context: Mapping[str, str] | None = None,
) -> Draw:
    """The next free reference from ``next_number`` on; ``used`` is asked with a :func:`reference_key` (REF-5).

    Raises ``ValueError`` for a pattern without ``{seq}``, which :func:`faults` refuses in the settings.
    """
    if render(numbering, 1, day, context) == render(numbering, 2, day, context):
        raise ValueError("a pattern needs {seq}")
    number = max(next_number, numbering.first)
    while used(reference_key(reference := render(numbering, number, day, context))):
        number += 1
    return Draw(reference, number, number + 1)


def parse_manual(numbering: Numbering, text: str, used: Callable[[str], bool], *, allowed: bool) -> Parsed[str]:
    """A reference typed by hand, trimmed. It draws nothing from the counter (REF-5).

    Refusals: ``reference.not_allowed``, ``required``, ``reference.form``, ``reference.used``.
    """
    reference = text.strip()
    refusals = []
    if not allowed:
        refusals.append(Refusal("reference.not_allowed"))
    if not reference:
        refusals.append(Refusal("required"))
    elif numbering.manual and not re.fullmatch(numbering.manual, reference, re.IGNORECASE):
        refusals.append(Refusal("reference.form", {"form": numbering.manual}))
    if reference and used(reference_key(reference)):
        refusals.append(Refusal("reference.used", {"reference": reference}))
    return Parsed(None if refusals else reference, tuple(refusals))


def number_in(numbering: Numbering, reference: str, day: date, context: Mapping[str, str] | None = None) -> int | None:
    """The counter's number in ``reference`` if the pattern could have made it on ``day``, else ``None``.

    A manual value that equals the next automatic one lets its caller advance the counter.
    """
    numbers = {int(digits) for digits in re.findall(r"\d+", reference)}
    wanted = reference_key(reference)
    return next((n for n in sorted(numbers) if reference_key(render(numbering, n, day, context)) == wanted), None)
