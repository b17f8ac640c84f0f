"""Which law a dossier follows: chosen by the date of its first deposit."""

from datetime import date
from enum import StrEnum

from commune.core.rules.law import Figure, in_force

CODT_2017 = date(2017, 6, 1)
CODT_2024 = date(2024, 4, 1)
LAST_2017 = date(2024, 3, 31)


class Regime(StrEnum):
    """The laws on town planning, in the order in which they replaced each other."""

    CWATUPE = "cwatupe"
    CODT_2017 = "codt2017"
    CODT_2024 = "codt2024"


_REGIMES = (
    Figure(Regime.CWATUPE, "CWATUPE", date(1984, 5, 14), date(2017, 5, 31)),
    Figure(Regime.CODT_2017, "CoDT, decree of 20 July 2016", CODT_2017, LAST_2017),
    Figure(Regime.CODT_2024, "CoDT as amended by the decree of 13 December 2023", CODT_2024),
)


def regime_on(first_deposit: date | None, today: date) -> Regime:
    """Regime of a dossier by its first deposit; without any deposit, the one in force ``today``."""
    found = in_force(_REGIMES, first_deposit or today)
    return found.value if found else Regime.CWATUPE


def regime_changes(before: date | None, after: date | None, today: date) -> bool:
    """Whether moving the first deposit changes the law, and so every deadline, of the dossier."""
    return regime_on(before, today) is not regime_on(after, today)
