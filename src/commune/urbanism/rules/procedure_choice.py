"""What a dossier must go through, and the delay that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import Refusal, Refusals
from commune.urbanism.rules.regimes import CODT_2017, CODT_2024, LAST_2017

ENVIRONMENT = date(2002, 10, 1)
ROADS = date(2014, 4, 1)


class Choice(StrEnum):
    """One thing that a dossier must go through; ``OWN_*`` are on the commune's own initiative."""

    UNKNOWN = "unknown"
    SIMPLE = "simple"
    INTERNAL_OPINIONS = "internal_opinions"
    EXTERNAL_OPINIONS = "external_opinions"
    ANNOUNCEMENT = "announcement"
    OWN_ANNOUNCEMENT = "own_announcement"
    INQUIRY = "inquiry"
    OWN_INQUIRY = "own_inquiry"
    FD = "fd"
    CLASS_1 = "class_1"
    CLASS_2 = "class_2"
    TEMPORARY = "temporary"
    ARTICLE_65 = "article_65"


class Family(StrEnum):
    """Procedures that share one way of counting their delay."""

    COLLEGE = "college"
    FD = "fd"
    ENVIRONMENT = "environment"
    COMMERCE = "commerce"
    INTEGRATED = "integrated"


FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        **dict.fromkeys(("P", "CU2", "PURB"), Family.COLLEGE),
        "PA": Family.FD,
        **dict.fromkeys(("PE1", "PE2", "PU"), Family.ENVIRONMENT),
        "PIC": Family.COMMERCE,
        "PI": Family.INTEGRATED,
    }
)
PUBLICITY = frozenset({Choice.ANNOUNCEMENT, Choice.OWN_ANNOUNCEMENT, Choice.INQUIRY, Choice.OWN_INQUIRY})
MANDATORY_PUBLICITY = frozenset({Choice.ANNOUNCEMENT, Choice.INQUIRY})
Figures = tuple[Figure[int], ...]


def _codt(in_2017: int, in_2024: int, article: str, confidence_2024: str = "A") -> Figures:
    return (
        Figure(in_2017, article, CODT_2017, LAST_2017),
        Figure(in_2024, f"{article} (2024)", CODT_2024, None, confidence_2024),
    )


def _since(days: int, source: str, start: date, end: date | None = None, confidence: str = "A") -> Figures:
    return (Figure(days, source, start, end, confidence),)


_COLLEGE = {name: _codt(days, days, "CoDT art. D.IV.46") for name, days in (("30", 30), ("75", 75), ("115", 115))}
_FD = {
    "limited": _codt(60, 60, "CoDT art. D.IV.48", "B"),
    "nothing": _codt(90, 75, "CoDT art. D.IV.48", "B"),
    "asked": _codt(130, 115, "CoDT art. D.IV.48", "B"),
}
_DECREE_1999 = "Decree of 11 March 1999 art. 35 and 93"
_ENVIRONMENT = {
    Choice.ARTICLE_65: _since(50, "Decree of 11 March 1999 art. 65", ENVIRONMENT, confidence="B"),
    Choice.TEMPORARY: _since(40, _DECREE_1999, ENVIRONMENT, confidence="B"),
    Choice.CLASS_1: _since(140, _DECREE_1999, ENVIRONMENT),
    Choice.CLASS_2: _since(90, _DECREE_1999, ENVIRONMENT),
}
_COMMERCE_DECREE = "Decree of 5 February 2015 on commercial establishments"
_COMMERCE = {
    Choice.CLASS_1: _since(140, _COMMERCE_DECREE, CODT_2017, LAST_2017, "B"),
    Choice.CLASS_2: _since(100, _COMMERCE_DECREE, CODT_2017, LAST_2017, "B"),
}
_INTEGRATED = {
    Choice.CLASS_1: _since(140, _COMMERCE_DECREE, CODT_2017, LAST_2017, "B"),
    Choice.CLASS_2: _since(90, _COMMERCE_DECREE, CODT_2017, LAST_2017, "B"),
}
_BY_CLASS: Mapping[Family, Mapping[Choice, Figures]] = MappingProxyType(
    {Family.ENVIRONMENT: _ENVIRONMENT, Family.COMMERCE: _COMMERCE, Family.INTEGRATED: _INTEGRATED}
)
_CODT_EXTENSION = (
    Figure(30, "CoDT art. D.IV.46 and D.IV.48", CODT_2017, LAST_2017),
    Figure(20, "CoDT art. D.IV.46 and D.IV.48 (2024)", CODT_2024, None, "B"),
)
_OTHER_EXTENSION = _since(30, _DECREE_1999, ENVIRONMENT)
_ROAD = "Decree of 6 February 2014 on communal roads"
_ROAD_DELAYS: Mapping[tuple[bool, bool], Figures] = MappingProxyType(
    {
        (False, False): _since(75, _ROAD, ROADS, confidence="B"),
        (True, False): _since(105, _ROAD, ROADS, confidence="B"),
        (False, True): _since(150, _ROAD, ROADS, confidence="B"),
        (True, True): _since(210, _ROAD, ROADS, confidence="B"),
    }
)


@dataclass(frozen=True)
class Announced:
    """Announced delay in calendar days and the days of one prorogation, ``None`` while not known."""

    delay: Figure[int] | None
    prorogation: Figure[int] | None


def choice_refusals(choice: frozenset[Choice]) -> Refusals:
    """Why the members of a choice do not go together; an empty choice is refused as well."""
    refusals = [] if choice else [Refusal("choice.empty")]
    for alone in (Choice.UNKNOWN, Choice.SIMPLE):
        if alone in choice and len(choice) > 1:
            refusals.append(Refusal("choice.alone", {"member": alone.value}))
    if len(choice & PUBLICITY) > 1:
        refusals.append(Refusal("choice.one_publicity", {"members": sorted(choice & PUBLICITY)}))
    if {Choice.CLASS_1, Choice.CLASS_2} <= choice:
        refusals.append(Refusal("choice.one_class"))
    return tuple(refusals)


def announced_delay(
    procedure: str, choice: frozenset[Choice], first_deposit: date, limited_impact: bool = False
) -> Announced:
    """Delay announced to the applicant for a procedure (``"P"``, ``"PU"``…), by the law of its first deposit.

    Internal opinions and publicity on the commune's own initiative never lengthen it (CoDT art. D.VIII.3).
    Procedures without an announced delay, and unknown or incoherent choices, get none.
    """
    family = FAMILIES.get(procedure)
    if family is None or choice_refusals(choice) or Choice.UNKNOWN in choice:
        return Announced(None, None)
    if family in _BY_CLASS:
        delays, extension = _by_class(_BY_CLASS[family], choice), _OTHER_EXTENSION
    else:
        delays = _college(choice) if family is Family.COLLEGE else _fd(choice, limited_impact)
        extension = _CODT_EXTENSION
    delay = in_force(delays, first_deposit)
    return Announced(delay, in_force(extension, first_deposit) if delay else None)


def road_delay(other_commune: bool, alignment_plan: bool, received: date) -> Figure[int] | None:
    """Days the council has for a communal road, by whether another commune and an alignment plan are concerned."""
    return in_force(_ROAD_DELAYS[other_commune, alignment_plan], received)


def _college(choice: frozenset[Choice]) -> Figures:
    lengthening = bool(choice & MANDATORY_PUBLICITY) or Choice.EXTERNAL_OPINIONS in choice
    if Choice.FD in choice and lengthening:
        return _COLLEGE["115"]
    return _COLLEGE["75"] if Choice.FD in choice or lengthening else _COLLEGE["30"]


def _fd(choice: frozenset[Choice], limited_impact: bool) -> Figures:
    if choice & MANDATORY_PUBLICITY or Choice.EXTERNAL_OPINIONS in choice:
        return _FD["asked"]
    return _FD["limited" if limited_impact else "nothing"]


def _by_class(delays: Mapping[Choice, Figures], choice: frozenset[Choice]) -> Figures:
    return next((figures for member, figures in delays.items() if member in choice), ())
