"""Addresses: house numbers as people write them, street names as people spell them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MAX_DISTANCE = 2
_BOX_WORD = r"(?:bo[iî]te|bte|bt|bus|b\.|postfach|/)"
_HOUSE = re.compile(
    rf"(?P<number>\d{{1,5}})\s*(?:-\s*(?P<last>\d{{1,5}}))?\s*(?P<suffix>bis|ter|quater|[a-z](?![a-z]))?"
    rf"\s*(?:{_BOX_WORD}\s*(?P<box>[\w.-]{{1,10}}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HouseNumber:
    """A house number in its parts; ``last`` ends a range (12-14)."""

    number: int
    suffix: str = ""
    box: str = ""
    last: int | None = None


def parse_house_number(text: str) -> HouseNumber | None:
    """A proposal for what was typed: ``12/21``, ``1C``, ``124 bte 14``, ``12-14``; ``None`` when it is not clear.

    It proposes and never refuses: the text typed is what is kept (E-3).
    """
    match = _HOUSE.fullmatch(text.strip().replace(",", " "))
    if match is None:
        return None
    suffix = match["suffix"] or ""
    return HouseNumber(
        int(match["number"]),
        suffix.upper() if len(suffix) == 1 else suffix.lower(),
        match["box"] or "",
        int(match["last"]) if match["last"] else None,
    )


def format_house_number(house: HouseNumber) -> str:
    """``12A``, ``12-14``, ``12bis/3``."""
    last = f"-{house.last}" if house.last is not None else ""
    box = f"/{house.box}" if house.box else ""
    return f"{house.number}{last}{house.suffix}{box}"


SortKey = tuple[tuple[int, int, str], ...]


def house_sort_key(text: str) -> SortKey:
    """A key that sorts 2, 10, 10A, 10/2, 10/12: figures by value, the rest as folded text; no number comes first."""
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, fold(part)) for part in parts)


def format_address(street: str, number: str = "", postcode: str = "", locality: str = "") -> str:
    """``rue de l'Église, 12A 5030 Gembloux``: what is missing leaves no trace."""
    first = ", ".join(part for part in (street.strip(), number.strip()) if part)
    return " ".join(part for part in (first, postcode.strip(), locality.strip()) if part)


def fold(text: str) -> str:
    """Text without accents, case, punctuation and doubled blanks: what two spellings of a name share."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def edit_distance(one: str, other: str, most: int = MAX_DISTANCE) -> int:
    """How many letters to insert, drop or replace between two texts; ``most + 1`` stands for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, against in enumerate(other, 1):
            replaced = previous[column - 1] + (letter != against)
            current.append(min(previous[column] + 1, current[-1] + 1, replaced))
        previous = current
    return min(previous[-1], most + 1)


@dataclass(frozen=True)
class StreetMatch:
    """A street proposed for a spelling; distance 0 is the same name, accents and case apart."""

    street: str
    distance: int


def propose_streets(typed: str, streets: Iterable[str], limit: int = 10) -> tuple[StreetMatch, ...]:
    """The streets at most two letters away from ``typed``, nearest first (ADR-3); nothing typed proposes nothing."""
    wanted = fold(typed)
    measured = (StreetMatch(street, edit_distance(wanted, fold(street))) for street in streets if wanted)
    near = [match for match in measured if match.distance <= MAX_DISTANCE]
    return tuple(sorted(near, key=lambda match: (match.distance, match.street))[:limit])
