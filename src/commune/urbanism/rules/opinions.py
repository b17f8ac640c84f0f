"""Opinions on a dossier: which requests to make, which are late, which silence may be read as favourable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.deadlines import Status
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.urbanism.rules.clocks import Clock
from commune.urbanism.rules.legal_rules import Effect


class Sense(StrEnum):
    """What an opinion says; the last is written by the law when nobody answered."""

    FAVOURABLE = "favourable"
    CONDITIONAL = "conditional"
    UNFAVOURABLE = "unfavourable"
    NONE = "none"
    DEEMED_FAVOURABLE = "deemed_favourable"


@dataclass(frozen=True)
class OpinionRequest:
    """A request to a service. ``uid`` is the uid of its step; ``round`` grows with each re-consultation."""

    uid: str
    service: str
    round: int = 1
    sent_on: date | None = None
    received_on: date | None = None
    sense: Sense | None = None
    conditions: str = ""


def missing_requests(
    wanted: Iterable[str], requests: Iterable[OpinionRequest], round_number: int = 1, disabled: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Services still to ask in a round, and those left out because they are disabled, both in wanted order."""
    asked = {request.service for request in requests if request.round == round_number}
    off = set(disabled)
    rest = [service for service in dict.fromkeys(wanted) if service not in asked]
    return tuple(s for s in rest if s not in off), tuple(s for s in rest if s in off)


def deemed_favourable(clocks: Iterable[Clock]) -> tuple[str, ...]:
    """Uids of the requests whose silence the law reads as favourable: to propose, an agent confirms."""
    return tuple(
        clock.started_by
        for clock in clocks
        if clock.rule.own_answer and clock.status is Status.MISSED and not clock.met_by
        and clock.rule.effect is Effect.DEEMED_FAVOURABLE
    )  # fmt: skip


def answer_refusals(request: OpinionRequest, deemed_allowed: bool = False) -> Refusals:
    """May the answer be recorded as it stands?"""
    if request.sense is None:
        return (Refusal("required", place="sense"),)
    refusals = []
    if request.sense is Sense.DEEMED_FAVOURABLE:
        return NONE if deemed_allowed else (Refusal("opinion.still_time", place="sense"),)
    if request.received_on is None:
        refusals.append(Refusal("required", place="received_on"))
    elif request.sent_on and request.received_on < request.sent_on:
        refusals.append(Refusal("opinion.before_request", {"sent": request.sent_on}, "received_on"))
    if request.sense is Sense.CONDITIONAL and not request.conditions.strip():
        refusals.append(Refusal("required", place="conditions"))
    return tuple(refusals)


def asked_late(asked_on: date, started: date, due: date) -> bool:
    """Whether an opinion is asked after half of the decision term (W10)."""
    return (asked_on - started) * 2 > due - started


def board(requests: Iterable[OpinionRequest]) -> Mapping[str, Mapping[int, Sense | None]]:
    """Opinions by service and round; ``None`` while no answer came."""
    table: dict[str, dict[int, Sense | None]] = {}
    for request in requests:
        table.setdefault(request.service, {})[request.round] = request.sense
    return table
