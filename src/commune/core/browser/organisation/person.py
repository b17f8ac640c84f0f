"""A person and the mandates that he or she holds or held."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.content.clock import today
from commune.core.content.person import IMandate
from commune.core.rules.dates import long_date


@dataclass(frozen=True)
class Seat:
    """One mandate as a line of the table."""

    label: str
    body: str
    political_list: str
    start: str
    end: str
    current: bool


class Person(BrowserView):
    """Who it is, and each seat, the present ones first, then the latest."""

    @property
    def seats(self) -> list[Seat]:
        mandates = [held for held in self.context.objectValues() if IMandate.providedBy(held)]
        mandates.sort(key=lambda held: (_holds(held), held.start or date.min), reverse=True)
        return [self._seat(held) for held in mandates]

    def _seat(self, held: Any) -> Seat:
        return Seat(
            held.label or held.role or "",
            held.body or "",
            held.political_list or "",
            self._day(held.start),
            self._day(held.end),
            _holds(held),
        )

    def _day(self, day: date | None) -> str:
        return long_date(day, api.portal.get_current_language()) if day else ""


def _holds(held: Any) -> bool:
    return (held.start or date.min) <= today() <= (held.end or date.max)
