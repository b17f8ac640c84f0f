"""May this person begin or send this form now: window, quota, level, residence, doubles, channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commune.core.rules.refusals import NONE, Refusal, Refusals

FRESH_LEVEL = timedelta(minutes=30)
STRONG_LEVEL = 3


@dataclass(frozen=True)
class Window:
    """An opening of a form: ``opens_at`` inclusive, ``closes_at`` exclusive, ``None`` for no bound."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None

    def covers(self, now: datetime) -> bool:
        return (self.opens_at is None or self.opens_at <= now) and (self.closes_at is None or now < self.closes_at)


@dataclass(frozen=True)
class Conditions:
    """Settings of a form that limit who sends it and when; empty tuples and ``None`` limit nothing."""

    windows: tuple[Window, ...] = ()
    quota: int | None = None
    level: int = 0
    one_open_per_subject: bool = False
    postal_codes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Situation:
    """Who sends, when and how. ``level`` is what the identity token proved at ``level_at``."""

    level: int = 0
    level_at: datetime | None = None
    postal_code: str = ""
    channel: str = "web"
    received: int = 0
    open_reference: str = ""


def submission_refusals(conditions: Conditions, situation: Situation, now: datetime) -> Refusals:
    """Every reason why the form may not be sent now; ask again inside the transaction that creates."""
    return (
        window_refusals(conditions.windows, now)
        + quota_refusals(conditions.quota, situation.received)
        + level_refusals(conditions.level, situation.level, situation.level_at, now)
        + _person_refusals(conditions, situation)
    )


def window_refusals(windows: Sequence[Window], now: datetime) -> Refusals:
    """Is the form open? ``next`` is the next opening, ``None`` when there is none to come."""
    if not windows or any(window.covers(now) for window in windows):
        return NONE
    coming = [window.opens_at for window in windows if window.opens_at is not None and window.opens_at > now]
    return (Refusal("form_closed", {"next": min(coming, default=None)}),)


def quota_refusals(quota: int | None, received: int) -> Refusals:
    """Is there room for one more request after ``received``?"""
    return NONE if quota is None or received < quota else (Refusal("quota_full", {"quota": quota}),)


def level_refusals(needed: int, proven: int, proven_at: datetime | None, now: datetime) -> Refusals:
    """Is the proven identification level enough, and from level 3 on not older than thirty minutes?"""
    if proven < needed:
        return (Refusal("level_insufficient", {"needed": needed, "proven": proven}),)
    if needed >= STRONG_LEVEL and (proven_at is None or now - proven_at > FRESH_LEVEL):
        return (Refusal("level_stale", {"needed": needed}),)
    return NONE


def _person_refusals(conditions: Conditions, situation: Situation) -> Refusals:
    refusals = []
    if conditions.one_open_per_subject and situation.open_reference:
        refusals.append(Refusal("already_open_request", {"reference": situation.open_reference}))
    if conditions.postal_codes and situation.postal_code not in conditions.postal_codes:
        refusals.append(Refusal("residents_only", {"postal_codes": conditions.postal_codes}))
    if conditions.channels and situation.channel not in conditions.channels:
        refusals.append(Refusal("channel_not_allowed", {"channels": conditions.channels}))
    return tuple(refusals)
