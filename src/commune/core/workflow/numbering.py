"""Giving references: the rule of ``rules.numbering`` with the counters of the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plone import api

from commune.core.content.clock import today
from commune.core.content.counters import Series, series
from commune.core.rules import numbering as rule
from commune.core.rules.numbering import Numbering, Reset
from commune.core.workflow.process import Refused


@dataclass(frozen=True)
class Allocation:
    """A reference given: ``late`` when it was drawn in a later year than the record's."""

    reference: str
    number: int
    late: bool = False


def draw(name: str, pattern: str | Numbering, day: date, partition: str = "", **tokens: str) -> str:
    """The next free reference of series ``name`` for a record whose business date is ``day`` (REF-1).

    A pattern without ``{year}`` or ``{yy}`` never starts again; another does every year, or as the
    ``Numbering`` given in its place says. ``partition`` separates counters of one series (a unit's
    uid). ``tokens`` fill the pattern's other tokens. No gap, no double, whatever happens at once.
    """
    return allocate(name, pattern, day, partition, tokens).reference


def allocate(
    name: str, pattern: str | Numbering, day: date, partition: str = "", tokens: Mapping[str, str] | None = None
) -> Allocation:
    """As :func:`draw`, with the number and whether the record came late (REF-3)."""
    numbering = _numbering(pattern)
    kept = series(api.portal.get(), name)
    period = rule.period_of(numbering, day, today())
    counter = kept.counter(partition, period.key)
    drawn = rule.draw(numbering, counter.next, period.day, kept.given.has_key, tokens)
    counter.next = drawn.next
    kept.given[rule.reference_key(drawn.reference)] = drawn.reference
    return Allocation(drawn.reference, drawn.number, period.late)


def upcoming(name: str, pattern: str | Numbering, day: date, partition: str = "", **tokens: str) -> str:
    """The reference that :func:`draw` would give now; draws nothing."""
    numbering = _numbering(pattern)
    kept = series(api.portal.get(), name)
    period = rule.period_of(numbering, day, today())
    return rule.draw(numbering, kept.peek(partition, period.key), period.day, kept.given.has_key, tokens).reference


def take(name: str, text: str, pattern: str | Numbering = "{seq}", allowed: bool = True) -> str:
    """Keep a reference typed by hand; draws nothing, and the counter will skip it (REF-5).

    Raises ``Refused`` with every reason: not allowed, empty, of another form, already given
    (case never counts, REF-8).
    """
    kept = series(api.portal.get(), name)
    parsed = rule.parse_manual(_numbering(pattern), text, kept.given.has_key, allowed=allowed)
    if parsed.refusals or parsed.value is None:
        raise Refused(*parsed.refusals)
    kept.given[rule.reference_key(parsed.value)] = parsed.value
    return parsed.value


def is_given(name: str, reference: str) -> bool:
    """Whether the series ever gave this reference, in whatever case."""
    kept: Series = series(api.portal.get(), name)
    return bool(kept.given.has_key(rule.reference_key(reference)))


def _numbering(pattern: str | Numbering) -> Numbering:
    if isinstance(pattern, Numbering):
        return pattern
    dated = "{year" in pattern or "{yy" in pattern
    return Numbering(pattern, Reset.YEARLY if dated else Reset.NEVER)
