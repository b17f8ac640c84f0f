"""The municipalities of Wallonia and their dated NIS codes (data: see ``data/municipalities.LICENSE.txt``)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from commune.core.rules.addresses import fold
from commune.core.rules.spans import Span


@dataclass(frozen=True)
class Municipality:
    """A municipality under one NIS code; validity bounds inclusive, ``successor`` the code that followed."""

    nis: str
    name_fr: str
    name_de: str
    name_nl: str
    postcodes: tuple[str, ...]
    arrondissement: str
    province: str
    valid_from: date
    valid_to: date | None
    successor: str

    def in_force(self, day: date) -> bool:
        """Whether the code is that of the municipality on ``day``."""
        return Span(self.valid_from, self.valid_to).covers(day)

    def name(self, language: str) -> str:
        """Its name in ``de`` or ``nl``, otherwise in French."""
        return {"de": self.name_de, "nl": self.name_nl}.get(language, self.name_fr)


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Every code, past ones included, by NIS code."""
    text = files("commune.core.rules").joinpath("data/municipalities.csv").read_text("utf-8")
    read = (_municipality(row) for row in csv.DictReader(text.splitlines()))
    return MappingProxyType({municipality.nis: municipality for municipality in read})


def _municipality(row: dict[str, str]) -> Municipality:
    return Municipality(
        nis=row["nis"],
        name_fr=row["name_fr"],
        name_de=row["name_de"],
        name_nl=row["name_nl"],
        postcodes=tuple(row["postcodes"].split()),
        arrondissement=row["arrondissement"],
        province=row["province"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        successor=row["successor"],
    )


def on_day(day: date) -> tuple[Municipality, ...]:
    """The municipalities in force on ``day``, by code."""
    return tuple(m for m in municipalities().values() if m.in_force(day))


def by_postcode(postcode: str, day: date) -> tuple[Municipality, ...]:
    """The municipalities that a postal code belongs to on ``day`` (one code may serve several)."""
    return tuple(m for m in on_day(day) if postcode in m.postcodes)


def by_name(name: str, day: date) -> Municipality | None:
    """The municipality of that name, in any language, accents and case apart."""
    wanted = fold(name)
    return next((m for m in on_day(day) if wanted in (fold(m.name_fr), fold(m.name_de), fold(m.name_nl))), None)


def code_on(nis: str, day: date) -> str:
    """The code that the place of ``nis`` has on ``day``, following successors (ADR-1).

    An unknown code, or a day before the code began with several predecessors, gives ``nis`` itself.
    """
    found = municipalities().get(nis)
    if found is None or found.in_force(day):
        return nis
    if day > found.valid_from:
        return code_on(found.successor, day)
    before = [m for m in municipalities().values() if m.successor == nis]
    return before[0].nis if len(before) == 1 else nis
