"""How long dossiers are kept and what becomes of them then: dated rules, holds, elimination by two people."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.refusals import Refusal, Refusals


class Final(StrEnum):
    """What becomes of a dossier at its term; the first named wins over the others."""

    CONSERVE = "conserve"
    SAMPLE = "sample"
    ELIMINATE = "eliminate"


WINS = tuple(Final)


@dataclass(frozen=True)
class RetentionRule:
    """For a kind of dossier, how many whole years after the trigger it is kept (``None``: for ever), in force from
    ``valid_from`` to ``valid_to``, both inclusive."""

    kind: str
    years: int | None
    final: Final
    source: str
    valid_from: date
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Kept:
    """A dossier as its retention sees it. ``closed``: day of the trigger, ``None`` while it is open or open again."""

    uid: str
    kinds: tuple[str, ...]
    closed: date | None
    held: bool = False
    access_asked: bool = False
    cancelled: bool = False


@dataclass(frozen=True)
class Term:
    """When a dossier may go (``None``: never, or not known yet) and what becomes of it."""

    day: date | None
    final: Final
    rules: tuple[RetentionRule, ...]


def disposal_day(trigger: date, years: int) -> date:
    """1 January after the whole years that follow the year of the trigger (RET-1)."""
    return date(trigger.year + years + 1, 1, 1)


def term(kept: Kept, rules: Iterable[RetentionRule]) -> Term | None:
    """The longest of the rules that apply, for ever above all; what is kept wins over what goes (RET-2).

    ``None`` when no rule applies. An open dossier has a term without day (RET-3).
    """
    day = kept.closed or date.max
    applying = tuple(one for one in rules if one.kind in kept.kinds and one.covers(day))
    if not applying:
        return None
    final = min((one.final for one in applying), key=WINS.index)
    years = [one.years for one in applying if one.years is not None]
    for_ever = len(years) < len(applying)
    if kept.closed is None or for_ever:
        return Term(None, final, applying)
    return Term(disposal_day(kept.closed, max(years)), final, applying)


def against_disposal(kept: Kept, rules: Iterable[RetentionRule], today: date) -> Refusals:
    """Every reason why the dossier may not be on a list of disposal: open, held, asked for, no rule, too early."""
    found = []
    if kept.closed is None:
        found.append(Refusal("retention.open", {}, kept.uid))
    if kept.held:
        found.append(Refusal("retention.held", {}, kept.uid))
    if kept.access_asked:
        found.append(Refusal("retention.access_asked", {}, kept.uid))
    due = term(kept, rules)
    if due is None:
        found.append(Refusal("retention.no_rule", {}, kept.uid))
    elif kept.closed is not None and (due.day is None or today < due.day):
        found.append(Refusal("retention.not_due", {"day": due.day or ""}, kept.uid))
    return tuple(found)


def proposed(kept: Kept, rules: Iterable[RetentionRule]) -> Final:
    """What is proposed at the term; what was cancelled is proposed for elimination (DSP-1)."""
    due = term(kept, rules)
    return Final.ELIMINATE if kept.cancelled else (due.final if due is not None else Final.CONSERVE)


def against_execution(appraised_by: str, executor: str, authorisation: str, duplicates: bool = False) -> Refusals:
    """Why a list may not be executed: no written authorisation (duplicates need none), or one person for both acts."""
    lacking = () if authorisation.strip() or duplicates else (Refusal("retention.authorisation", {}, "authorisation"),)
    same = (Refusal("retention.two_people", {}, "executor"),) if appraised_by == executor else ()
    return (*lacking, *same)


def changed_terms(
    all_kept: Iterable[Kept], before: Collection[RetentionRule], after: Collection[RetentionRule], done: Collection[str]
) -> dict[str, tuple[Term | None, Term | None]]:
    """What another set of rules would change, by uid: the term before and after; ``done`` is left as authorised."""
    terms = {one.uid: (term(one, before), term(one, after)) for one in all_kept if one.uid not in done}
    return {uid: pair for uid, pair in terms.items() if _told(pair[0]) != _told(pair[1])}


def _told(due: Term | None) -> tuple[date | None, Final] | None:
    return (due.day, due.final) if due is not None else None
