"""Held positions and mandates: who holds what on a day, overlaps, the label for one's gender."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from commune.core.rules.refusals import Refusal, Refusals
from commune.core.rules.spans import Span


class Gender(StrEnum):
    """How a person is addressed."""

    FEMALE = "f"
    MALE = "m"
    OTHER = "x"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class RoleLabel:
    """A role in four forms: one man, several, one woman, several women."""

    masculine: str
    masculine_plural: str
    feminine: str
    feminine_plural: str

    def form(self, gender: Gender, plural: bool = False) -> str:
        """The form for one person, or for several of that gender; other and unknown take the masculine."""
        if gender is Gender.FEMALE:
            return self.feminine_plural if plural else self.feminine
        return self.masculine_plural if plural else self.masculine

    def form_of(self, genders: Iterable[Gender]) -> str:
        """The form for a list of people: the feminine only when all are women."""
        everyone = list(genders)
        gender = Gender.FEMALE if everyone and all(g is Gender.FEMALE for g in everyone) else Gender.MALE
        return self.form(gender, plural=len(everyone) > 1)


@cache
def roles(language: str = "fr") -> Mapping[str, RoleLabel]:
    """The shipped roles (mayor, alderman, councillor...) with their forms in French (``fr``) or German (``de``)."""
    text = files("commune.core.rules").joinpath("data/roles.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["language"] == language]
    return MappingProxyType({row["role"]: RoleLabel(**{form: row[form] for form in _FORMS}) for row in rows})


_FORMS = ("masculine", "masculine_plural", "feminine", "feminine_plural")


@dataclass(frozen=True)
class Mandate:
    """A person in a role of a body from ``start`` to ``end``, both inclusive; ``order`` is the precedence.

    ``seat`` names a post for one person at a time (empty: no limit); ``acting`` may overlap its holder.
    """

    person: str
    body: str
    role: str
    start: date
    end: date | None = None
    order: int = 0
    group: str = ""
    gender: Gender = Gender.UNKNOWN
    seat: str = ""
    acting: bool = False

    def active(self, day: date) -> bool:
        """Whether it is held on ``day`` (PER-2)."""
        return Span(self.start, self.end).covers(day)

    def label(self, language: str = "fr") -> str:
        """The role in the person's gender; a role of one's own reads as written."""
        known = roles(language).get(self.role)
        return known.form(self.gender) if known else self.role


def holders(mandates: Iterable[Mandate], day: date, body: str, role: str = "") -> tuple[Mandate, ...]:
    """Who sits in ``body`` on ``day``, in order of precedence; ``role`` narrows it."""
    sitting = [m for m in mandates if m.body == body and m.active(day) and role in ("", m.role)]
    return tuple(sorted(sitting, key=lambda m: (m.order, m.start, m.person)))


def held_by(mandates: Iterable[Mandate], person: str, day: date) -> tuple[Mandate, ...]:
    """What ``person`` holds on ``day``."""
    return tuple(m for m in mandates if m.person == person and m.active(day))


def mandate_refusals(new: Mandate, others: Iterable[Mandate]) -> Refusals:
    """Why ``new`` cannot stand beside ``others`` (PER-1): an end before its start, a seat already taken."""
    found = []
    if new.end is not None and new.end < new.start:
        found.append(Refusal("mandate.dates", {"start": new.start, "end": new.end}, "end"))
    for other in others:
        one_seat = bool(new.seat) and (new.body, new.seat) == (other.body, other.seat)
        if one_seat and not (new.acting or other.acting) and _span(new).overlaps(_span(other)):
            found.append(Refusal("mandate.seat_taken", {"seat": new.seat, "by": other.person}, "start"))
    return tuple(found)


def too_many(mandates: Iterable[Mandate], body: str, seats: int, day: date) -> Refusals:
    """Whether more people sit in ``body`` on ``day`` than it has seats (MAN-2)."""
    sitting = [m for m in holders(mandates, day, body) if m.role != "substitute"]
    if len(sitting) <= seats:
        return ()
    return (Refusal("mandate.seats", {"body": body, "seats": seats, "sitting": len(sitting)}),)


def _span(mandate: Mandate) -> Span:
    return Span(mandate.start, mandate.end)
