"""The dated facts of a dossier, on which its deadlines are computed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal, Refusals


@dataclass(frozen=True)
class Step:
    """One fact. ``marker`` is a stable key (``"file_complete"``); ``day`` the day that counts in law.

    ``sent`` and ``received`` are given when the law tells them apart; ``by`` is whose act it is, in plain
    words or an id; ``data`` holds plain values.
    """

    marker: str
    day: date
    sent: date | None = None
    received: date | None = None
    by: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


Rule = Callable[[Step, tuple[Step, ...]], Refusals]
"""A module's rule: the step and the others of the dossier give every reason against it."""


def anything_goes(_step: Step, _others: tuple[Step, ...]) -> Refusals:
    """The rule of who has none."""
    return ()


class Steps:
    """The steps of one dossier. What is corrected or removed stays in the journal."""

    def __init__(self, dossier: Any) -> None:
        self.dossier = dossier
        self.records = Records(dossier, "steps")

    def items(self) -> list[tuple[int, Step]]:
        """Pairs of number and step, by day, then in order of entry."""
        return sorted(self.records.items(), key=lambda pair: (pair[1].day, pair[0]))

    def list(self, *markers: str) -> tuple[Step, ...]:
        """The steps by day; with markers, only those."""
        return tuple(step for _number, step in self.items() if not markers or step.marker in markers)

    def first(self, marker: str) -> Step | None:
        """The earliest step of that marker."""
        return next(iter(self.list(marker)), None)

    def last(self, marker: str) -> Step | None:
        """The latest step of that marker."""
        return next(reversed(self.list(marker)), None)

    def add(self, step: Step, actor: str, rule: Rule = anything_goes) -> int:
        """Record a step and return its number; raises ``Refused`` with all the reasons of ``rule``."""
        self._ask(rule, step, self.list())
        number = self.records.add(step)
        self._changed("step_added", actor, step.note, step=number, **_plain(step))
        return number

    def correct(self, number: int, step: Step, actor: str, reason: str, rule: Rule = anything_goes) -> None:
        """Put ``step`` in the place of that number; the old one and the reason stay in the journal."""
        old = self._get(number)
        self._ask(rule, step, self._others(number))
        self.records.replace(number, step)
        self._changed("step_corrected", actor, reason, step=number, **_plain(step), before=_plain(old))

    def remove(self, number: int, actor: str, reason: str, rule: Rule = anything_goes) -> None:
        """Take a step away; ``rule`` is asked about the step and those that remain."""
        old = self._get(number)
        self._ask(rule, old, self._others(number))
        self.records.remove(number)
        self._changed("step_removed", actor, reason, step=number, before=_plain(old))

    def _get(self, number: int) -> Step:
        step: Step | None = self.records.get(number)
        if step is None:
            raise Refused(Refusal("step.unknown", {"step": number}))
        return step

    def _others(self, number: int) -> tuple[Step, ...]:
        return tuple(step for other, step in self.items() if other != number)

    def _ask(self, rule: Rule, step: Step, others: tuple[Step, ...]) -> None:
        refusals = rule(step, others)
        if refusals:
            raise Refused(*refusals)

    def _changed(self, kind: str, actor: str, comment: str, **data: object) -> None:
        Journal(self.dossier).note(kind, actor, comment, **data)
        self.dossier.reindexObject()


def _plain(step: Step) -> dict[str, object]:
    days = {name: getattr(step, name) for name in ("day", "sent", "received")}
    shown = {name: day.isoformat() for name, day in days.items() if day is not None}
    return {"marker": step.marker, **shown, "by": step.by, "data": dict(step.data)}
