"""Drafts of forms: two tabs, retention, resuming, changing version, submitting once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

Posted = str | tuple[str, ...]
"""What a browser posts for one field: a text, or several for a multiple choice."""

DEFAULT_RETENTION_DAYS = 30
RETENTION_BOUNDS = (1, 90)
REMINDER_BEFORE = timedelta(days=3)


@dataclass(frozen=True)
class Draft:
    """Answers being typed. ``version`` grows at each save and is the token of the page.

    ``mail`` is the address that must be typed again to open an anonymous resume link;
    ``reference`` is the request it became, empty until then.
    """

    uid: str
    form_version: int
    saved_at: datetime
    answers: Mapping[str, Posted] = field(default_factory=dict)
    version: int = 1
    retention_days: int = DEFAULT_RETENTION_DAYS
    mail: str = ""
    revoked: bool = False
    reference: str = ""

    @property
    def expires_at(self) -> datetime:
        """First moment at which the draft is gone (exclusive end of its life)."""
        return self.saved_at + timedelta(days=self.retention_days)

    @property
    def reminder_at(self) -> datetime:
        """Moment of the reminder: three days before the end, never before the save."""
        return max(self.saved_at, self.expires_at - REMINDER_BEFORE)


@dataclass(frozen=True)
class Conflict:
    """An answer that another tab saved differently."""

    key: str
    stored: Posted
    posted: Posted


@dataclass(frozen=True)
class Saved:
    """Outcome of a save: the draft to keep, and for a stale page the answers to choose between."""

    draft: Draft
    refusals: Refusals = NONE
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class Migration:
    """Answers carried to another version of the form, and those that found no place."""

    kept: Mapping[str, Posted]
    lost: Mapping[str, Posted]


def save_draft(draft: Draft, token: int, posted: Mapping[str, Posted], now: datetime) -> Saved:
    """Save the posted answers of a page; keys that are not posted keep their value.

    A page older than the draft changes nothing: it gets ``draft_stale`` and the differences.
    """
    if draft.reference:
        return Saved(draft, (Refusal("draft.submitted", {"reference": draft.reference}),))
    if now >= draft.expires_at:
        return Saved(draft, (Refusal("draft_expired"),))
    if token != draft.version:
        return Saved(draft, (Refusal("draft_stale"),), _differences(draft.answers, posted))
    answers = {**draft.answers, **posted}
    return Saved(replace(draft, answers=answers, version=draft.version + 1, saved_at=now))


def retention_refusals(days: int) -> Refusals:
    """May a form keep its drafts for that many days? One to ninety, bounds included."""
    least, most = RETENTION_BOUNDS
    if least <= days <= most:
        return NONE
    return (Refusal("drafts.retention", {"min": least, "max": most}),)


def resume_refusals(draft: Draft, now: datetime, blocked_versions: Iterable[int] = (), mail: str = "") -> Refusals:
    """May the draft be resumed now, by somebody who typed ``mail`` (empty mail on the draft: signed in)?"""
    refusals = []
    if draft.reference:
        refusals.append(Refusal("draft.submitted", {"reference": draft.reference}))
    if now >= draft.expires_at or draft.revoked:
        refusals.append(Refusal("draft_expired"))
    if draft.mail.casefold() != mail.strip().casefold():
        refusals.append(Refusal("draft.mail_mismatch", place="mail"))
    if draft.form_version in blocked_versions:
        refusals.append(Refusal("draft.version_blocked", {"version": draft.form_version}))
    return tuple(refusals)


def migrate_answers(answers: Mapping[str, Posted], keys: Iterable[str]) -> Migration:
    """Carry answers to a version that knows ``keys``: same key, same answer; the others are listed."""
    known = set(keys)
    return Migration(
        kept={key: value for key, value in answers.items() if key in known},
        lost={key: value for key, value in answers.items() if key not in known and value},
    )


def submission_key(draft: Draft) -> str:
    """Idempotency key of the one submission of a draft: same draft, same key, for ever."""
    return sha256(f"submission:{draft.uid}".encode()).hexdigest()


def submission_step(draft: Draft, key: str, now: datetime) -> Literal["create", "replay", "refuse"]:
    """What a posted submission does: create the request, answer again with its reference, or nothing."""
    if key != submission_key(draft):
        return "refuse"
    if draft.reference:
        return "replay"
    return "create" if now < draft.expires_at else "refuse"


def _differences(stored: Mapping[str, Posted], posted: Mapping[str, Posted]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(key, stored.get(key, ""), value) for key, value in posted.items() if value != stored.get(key, "")
    )
