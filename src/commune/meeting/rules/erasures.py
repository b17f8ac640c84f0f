"""Requests to take personal data off the publications (GDPR art. 12, 17 and 21)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from commune.core.rules.counting import add_months
from commune.core.rules.refusals import NONE, Refusal, Refusals

MONTHS = 1
SOURCE = "GDPR art. 12(3): without undue delay and in any event within one month"
Answer = Literal["", "granted", "refused"]


@dataclass(frozen=True)
class Erasure:
    """What somebody asked: about which page or item, which words. ``answer`` is empty while it is open."""

    received: date
    asked_by: str
    about: str
    words: str = ""
    answer: Answer = ""
    reason: str = ""
    answered: date | None = None

    @property
    def due(self) -> date:
        """The last day for the answer."""
        return add_months(self.received, MONTHS)


def against_receiving(received: date | None, asked_by: str, about: str, today: date) -> Refusals:
    """Why a request cannot be registered: when, by whom or about what is not said."""
    found = NONE
    if received is None or received > today:
        found += (Refusal("erasures.received", place="received"),)
    if not asked_by.strip():
        found += (Refusal("erasures.asked_by", place="asked_by"),)
    if not about.strip():
        found += (Refusal("erasures.about", place="about"),)
    return found


def answered(request: Erasure, answer: str, reason: str, today: date) -> Erasure | Refusals:
    """The request with its answer, or why it cannot be answered so; a refusal has a reason."""
    if request.answer:
        return (Refusal("erasures.answered", {"day": request.answered}),)
    if answer not in ("granted", "refused"):
        return (Refusal("erasures.answer", place="answer"),)
    if answer == "refused" and not reason.strip():
        return (Refusal("erasures.reason", place="reason"),)
    kind: Answer = "granted" if answer == "granted" else "refused"
    return replace(request, answer=kind, reason=reason.strip(), answered=today)
