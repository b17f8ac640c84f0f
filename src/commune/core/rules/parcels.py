"""Cadastral parcels: the CaPaKey, the form that people read, the references that people type."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from commune.core.rules.identifiers import Parsed
from commune.core.rules.refusals import Refusal, Refusals

UNREGISTERED = "99999"
_CAPAKEY = re.compile(
    r"(?P<division>\d{5})(?P<section>[A-Z])(?P<radical>\d{4})/(?P<bis>\d{2})(?P<exponent>[A-Z_])(?P<power>\d{3})"
)
_SHORT = re.compile(
    r"(?:(?P<division>\d{5})\s*)?(?:section\s*|sect?\.?\s*)?(?P<section>[A-Z])\s*(?:n\s*[°ºo]\.?\s*)?"
    r"(?P<radical>\d{1,4})\s*(?:/\s*(?P<bis>\d{1,2}))?\s*(?P<exponent>[A-Z])?\s*(?P<power>\d{1,3})?"
    r"\s*(?P<part>pie|partie|part\.?|pt\.?)?",
    re.IGNORECASE,
)
_NO_SECTION = re.compile(
    r"(?:n\s*[°ºo]\.?\s*)?(?P<radical>\d{1,4})\s*(?:/\s*(?P<bis>\d{1,2}))?\s*(?P<exponent>[A-Z])?\s*(?P<power>\d{1,3})?"
    r"\s*(?P<part>pie|partie|part\.?|pt\.?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Parcel:
    """A parcel's parts; ``division`` is cadastral, five digits, and never a NIS code."""

    division: str
    section: str
    radical: int
    bis: int = 0
    exponent: str = ""
    power: int = 0
    part_only: bool = False

    @property
    def capakey(self) -> str:
        """The canonical key, 17 characters: ``92094B0012/00B002`` (ADR-2)."""
        exponent = self.exponent or "_"
        return f"{self.division}{self.section}{self.radical:04d}/{self.bis:02d}{exponent}{self.power:03d}"


def parse_capakey(text: str) -> Parsed[Parcel]:
    """Read a full key. Refusals: ``required``, ``parcel.key``."""
    match = _CAPAKEY.fullmatch(text.strip().upper())
    if match is None:
        return Parsed(None, (Refusal("parcel.key" if text.strip() else "required"),))
    return Parsed(_parcel(match, part=False))


def _parcel(match: re.Match[str], part: bool, division: str = "", section: str = "") -> Parcel:
    found: Mapping[str, str | None] = match.groupdict()
    return Parcel(
        found.get("division") or division,
        (found.get("section") or section).upper(),
        int(match["radical"]),
        int(match["bis"] or 0),
        (match["exponent"] or "").upper().replace("_", ""),
        int(match["power"] or 0),
        part,
    )


def format_parcel(parcel: Parcel, division_name: str = "", section_word: str = "section") -> str:
    """``Namur 1 Div, section B n° 12/2 B 2``: zeros and ``_`` are never shown."""
    number = f"{parcel.radical}/{parcel.bis}" if parcel.bis else str(parcel.radical)
    power = str(parcel.power) if parcel.power else ""
    place = ", ".join(part for part in (division_name, f"{section_word} {parcel.section}") if part)
    return " ".join(part for part in (place, "n°", number, parcel.exponent, power) if part)


@dataclass(frozen=True)
class TypedParcel:
    """The parts of a parcel as typed by hand, all text."""

    division: str
    section: str
    radical: str
    bis: str = ""
    exponent: str = ""
    power: str = ""
    part_only: bool = False


def check_parcel(typed: TypedParcel, divisions: Collection[str], *, confirmed: bool = False) -> Parsed[Parcel]:
    """Read a parcel typed part by part, with every fault placed at its part.

    ``divisions`` are the authority's; ``confirmed`` says that the cadastre vouches for a power
    without exponent. Refusals: ``parcel.division``, ``parcel.section``, ``parcel.radical``,
    ``parcel.bis``, ``parcel.exponent``, ``parcel.power``, ``parcel.power_alone``, ``parcel.radical_zero``.
    """
    division, section, exponent = (part.strip().upper() for part in (typed.division, typed.section, typed.exponent))
    numbers = {"radical": typed.radical.strip(), "bis": typed.bis.strip() or "0", "power": typed.power.strip() or "0"}
    sizes = {"radical": 4, "bis": 2, "power": 3}
    wrong = [name for name, text in numbers.items() if not re.fullmatch(rf"0*[0-9]{{1,{sizes[name]}}}", text)]
    if division not in divisions and division != UNREGISTERED:
        wrong.insert(0, "division")
    if not re.fullmatch("[A-Z]", section):
        wrong.append("section")
    if not re.fullmatch("[A-Z]?", exponent):
        wrong.append("exponent")
    if wrong:
        return Parsed(None, tuple(Refusal(f"parcel.{name}", place=name) for name in wrong))
    radical, bis, power = (int(number) for number in numbers.values())
    parcel = Parcel(division, section, radical, bis, exponent, power, typed.part_only)
    refusals = _odd(parcel, confirmed)
    return Parsed(None if refusals else parcel, refusals)


def _odd(parcel: Parcel, confirmed: bool) -> Refusals:
    found = []
    if parcel.power and not parcel.exponent and not confirmed:
        found.append(Refusal("parcel.power_alone", place="power"))
    if not parcel.radical and parcel.division != UNREGISTERED:
        found.append(Refusal("parcel.radical_zero", place="radical"))
    return tuple(found)


def parse_references(text: str, division: str = "") -> Parsed[tuple[Parcel, ...]]:
    """Read one or several references: ``B 12 B 2``, ``Section B n° 12b2 pie; 14C``, a full key.

    They are separated by comma, semicolon or line; one without division or section takes those of
    the one before (first: ``division``). Refusals: ``required``, or ``parcel.token`` with the first
    faulty piece in ``token``.
    """
    pieces = [piece.strip() for piece in re.split(r"[,;\n]", text) if piece.strip()]
    parcels: list[Parcel] = []
    section = ""
    for piece in pieces:
        parcel = _reference(piece, division, section)
        if parcel is None:
            return Parsed(None, (Refusal("parcel.token", {"token": piece}),))
        parcels.append(parcel)
        division, section = parcel.division, parcel.section
    return Parsed(tuple(parcels)) if parcels else Parsed(None, (Refusal("required"),))


def _reference(piece: str, division: str, section: str) -> Parcel | None:
    full = parse_capakey(piece)
    if full.value is not None:
        return full.value
    match = _SHORT.fullmatch(piece) or (_NO_SECTION.fullmatch(piece) if section else None)
    if match is None or (match["power"] and not match["exponent"]):
        return None
    return _parcel(match, bool(match["part"]), division, section)
