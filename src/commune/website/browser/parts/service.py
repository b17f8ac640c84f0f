"""A service beside a text, or on its own page: is it open now, its week, how to reach it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import phonenumbers

from commune.core.content.clock import today
from commune.website.browser.parts.wording import KINDS_OF_HOURS, holiday, interval, state_message
from commune.website.browser.reading import Reading, local
from commune.website.rules.opening_hours import DayHours
from commune.website.workflow.services import Service

WEEK = 7


@dataclass(frozen=True)
class ShownDay:
    """A line of the week."""

    name: str
    hours: tuple[tuple[str, Any], ...]
    label: Any
    today: bool


@dataclass(frozen=True)
class ShownService:
    """What the templates read of a service."""

    title: str
    url: str
    phone: str
    dial: str
    email: str
    address: str
    state: Any
    is_open: bool
    week: tuple[ShownDay, ...]
    closings: tuple[tuple[str, Any], ...]
    code: str = ""
    depth: int = 0


def shown(view: Reading, service: Service, week: bool = True) -> ShownService:
    """The service in the words of the page's language."""
    state = service.state
    days = service.week if week else ()
    return ShownService(
        title=service.title,
        url=service.url,
        phone=spaced(service.phone),
        dial="tel:" + "".join(one for one in service.phone if one.isdigit() or one == "+"),
        email=service.email,
        address=service.address,
        state=_state(view, state) if state else None,
        is_open=bool(state and state.is_open),
        week=tuple(_day(view, day, number == 0) for number, day in enumerate(days)),
        closings=tuple((view.day(day.day, weekday=True), holiday(day.label)) for day in service.closings)
        if week
        else (),
        code=service.code,
        depth=service.depth,
    )


def spaced(phone: str) -> str:
    """A telephone number as people read it; what is no number is itself."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(phone, "BE"), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return phone


def _state(view: Reading, state: Any) -> Any:
    at = state.at
    return state_message(state, view.hour(at) if at else "", _soon(view, local(at)) if at else "")


def _soon(view: Reading, day: date) -> str:
    """The weekday alone within the week, else with its date."""
    return view.short(day, "EEEE" if (day - today()).days < WEEK else "EEEE d MMMM")


def _day(view: Reading, day: DayHours, is_today: bool) -> ShownDay:
    hours = tuple((interval(one), KINDS_OF_HOURS.get(one.kind, "")) for one in day.intervals)
    label = holiday(day.label) if day.source != "base" else ""
    return ShownDay(view.short(day.day, "EEEE d MMM").capitalize(), hours, label, is_today)
