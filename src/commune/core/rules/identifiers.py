"""Belgian and European identifiers: read what a person typed, say what is wrong with it.

Every reader has one shape: text in, :class:`Parsed` out, with the value in the form
that is stored or *all* refusals. No refusal ever carries digits of the value typed.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import phonenumbers
from stdnum import numdb
from stdnum.iso7064 import mod_97_10

from commune.core.rules.refusals import NONE, Refusal, Refusals

Value = TypeVar("Value")

OLDEST_AGE = 120
SEPA_COUNTRIES = frozenset(
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO"
    " RS SE SI SK SM VA".split()
)


@dataclass(frozen=True)
class Parsed(Generic[Value]):
    """A reader's answer: ``value`` in its stored form, or ``None`` and all ``refusals``."""

    value: Value | None
    refusals: Refusals = NONE

    @property
    def ok(self) -> bool:
        """Whether the text was accepted."""
        return not self.refusals


@dataclass(frozen=True)
class BirthDate:
    """The birth date held by a national number; ``month`` or ``day`` 0 means unknown."""

    year: int
    month: int
    day: int

    @property
    def earliest(self) -> date:
        """First day on which the person may be born."""
        return date(self.year, self.month or 1, self.day if self.month and self.day else 1)

    @property
    def latest(self) -> date:
        """Last day on which the person may be born."""
        month = self.month or 12
        known = self.day if self.month and self.day else calendar.monthrange(self.year, month)[1]
        return date(self.year, month, known)

    def agrees_with(self, day: date) -> bool:
        """Whether ``day`` may be that birth date; unknown parts always agree."""
        pairs = ((self.year, day.year), (self.month, day.month), (self.day, day.day))
        return all(mine in (0, theirs) for mine, theirs in pairs)


def _refuse(*codes: str) -> Parsed[str]:
    return Parsed(None, tuple(Refusal(code) for code in codes))


def _strip(text: str, separators: str) -> str:
    return "".join(char for char in text if char not in separators and not char.isspace())


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def check97(base: int) -> int:
    """The check number of ``base``: its remainder by 97, 97 when that is 0 (REF-7)."""
    return base % 97 or 97


# --- national (NRN, NISS) and bis numbers ---------------------------------------------


def parse_nrn(
    text: str, *, today: date, accept_bis: bool = False, birth_date: date | None = None, required: bool = True
) -> Parsed[str]:
    """Read a national register number into its eleven digits (PER-6).

    ``accept_bis`` admits bis numbers (month + 20 or + 40); ``birth_date`` is the date
    given beside it, which must agree; an empty text is ``""`` when not ``required``.
    Refusals: ``required``, ``bad_format``, ``nrn_checksum``, ``nrn_date``, ``nrn_future``,
    ``nrn_age``, ``nrn_birthdate_mismatch``, ``bis_not_allowed``.
    """
    digits = _strip(text, ".-/")
    if not digits:
        return _refuse("required") if required else Parsed("")
    if len(digits) != 11 or not _is_digits(digits):
        return _refuse("bad_format")
    century = _century(digits)
    if century is None:
        return _refuse("nrn_checksum")
    born = nrn_birth(digits)
    if born is None:
        return _refuse("nrn_date")
    codes = _birth_faults(born, today, birth_date)
    if is_bis(digits) and not accept_bis:
        codes.append("bis_not_allowed")
    return _refuse(*codes) if codes else Parsed(digits)


def _century(digits: str) -> int | None:
    base, check = int(digits[:9]), int(digits[9:])
    if 97 - base % 97 == check:
        return 1900
    return 2000 if 97 - (2_000_000_000 + base) % 97 == check else None


def _birth_faults(born: BirthDate, today: date, birth_date: date | None) -> list[str]:
    faults = []
    if born.earliest > today:
        faults.append("nrn_future")
    if (today.year - born.latest.year) - ((today.month, today.day) < (born.latest.month, born.latest.day)) > OLDEST_AGE:
        faults.append("nrn_age")
    if birth_date is not None and not born.agrees_with(birth_date):
        faults.append("nrn_birthdate_mismatch")
    return faults


def is_bis(digits: str) -> bool:
    """Whether eleven digits form a bis number (a person outside the national register)."""
    return int(digits[2:4]) >= 20


def nrn_birth(digits: str) -> BirthDate | None:
    """The birth date in eleven digits whose check is right; ``None`` when no such date exists."""
    century = _century(digits)
    if century is None:
        return None
    year, month, day = century + int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    month -= 40 if month >= 40 else 20 if month >= 20 else 0
    if month > 12:
        return None
    longest = calendar.monthrange(year, month)[1] if month else 31
    return BirthDate(year, month, day) if day <= longest else None


def format_nrn(digits: str) -> str:
    """``79.03.14-123.70`` for people with the right to read it whole."""
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"


def mask_nrn(digits: str) -> str:
    """``79.03.14-***.**`` for everyone else (GDP-4)."""
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-***.**"


# --- enterprises ----------------------------------------------------------------------


def parse_bce(text: str) -> Parsed[str]:
    """Read an enterprise number into ten digits (PER-7); ``BE`` and separators may be typed.

    Refusals: ``required``, ``bad_format``, ``bce_is_establishment``, ``bce_checksum``.
    """
    digits = _enterprise_digits(text)
    if not digits:
        return _refuse("required")
    if len(digits) == 9:
        digits = "0" + digits
    if len(digits) != 10 or not _is_digits(digits):
        return _refuse("bad_format")
    right = _enterprise_check(digits)
    if digits[0] not in "01":
        return _refuse("bce_is_establishment" if digits[0] in "2345678" and right else "bad_format")
    return Parsed(digits) if right else _refuse("bce_checksum")


def parse_establishment(text: str) -> Parsed[str]:
    """Read an establishment unit number (ten digits, first 2 to 8)."""
    digits = _enterprise_digits(text)
    if not digits:
        return _refuse("required")
    if len(digits) != 10 or not _is_digits(digits) or digits[0] not in "2345678":
        return _refuse("bad_format")
    return Parsed(digits) if _enterprise_check(digits) else _refuse("bce_checksum")


def _enterprise_digits(text: str) -> str:
    digits = _strip(text.upper(), ".-/")
    return digits.removeprefix("BE")


def _enterprise_check(digits: str) -> bool:
    return 97 - int(digits[:8]) % 97 == int(digits[8:])


def format_bce(digits: str) -> str:
    """``0999.999.922``."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


# --- bank -----------------------------------------------------------------------------


def parse_iban(text: str, *, sepa_only: bool = False) -> Parsed[str]:
    """Read an IBAN (ISO 13616) into its form without spaces, in capitals.

    Refusals: ``required``, ``bad_format``, ``iban_country``, ``iban_length``,
    ``iban_checksum``, ``iban_national`` (the Belgian account's own check).
    """
    number = _strip(text.upper(), ".-")
    if not number:
        return _refuse("required")
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]+", number, re.ASCII):
        return _refuse("bad_format")
    country = number[:2]
    structure = numdb.get("iban").info(country)[0][1].get("bban")
    if structure is None or (sepa_only and country not in SEPA_COUNTRIES):
        return _refuse("iban_country")
    return _checked_iban(number, structure)


def _checked_iban(number: str, structure: str) -> Parsed[str]:
    parts = re.findall(r"(\d+)!([nac])", structure)
    if len(number) != 4 + sum(int(size) for size, _kind in parts):
        return _refuse("iban_length")
    kinds = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}
    if not re.fullmatch("".join(f"{kinds[kind]}{{{size}}}" for size, kind in parts), number[4:]):
        return _refuse("bad_format")
    if not mod_97_10.is_valid(number[4:] + number[:4]):
        return _refuse("iban_checksum")
    if number.startswith("BE") and check97(int(number[4:14])) != int(number[14:]):
        return _refuse("iban_national")
    return Parsed(number)


def format_iban(number: str) -> str:
    """``BE68 5390 0754 7034``: groups of four."""
    return " ".join(number[i : i + 4] for i in range(0, len(number), 4))


def make_communication(base: int) -> str:
    """The twelve digits of a structured communication for a base of at most ten digits.

    Raises ``ValueError`` when ``base`` is negative or longer: a program's error, not a user's.
    """
    if not 0 <= base <= 9_999_999_999:
        raise ValueError("a structured communication has a base of at most ten digits")
    return f"{base:010d}{check97(base):02d}"


def parse_communication(text: str) -> Parsed[str]:
    """Read a structured communication into its twelve digits.

    Refusals: ``required``, ``bad_format``, ``communication_checksum``.
    """
    digits = _strip(text, "+*/")
    if not digits:
        return _refuse("required")
    if len(digits) != 12 or not _is_digits(digits):
        return _refuse("bad_format")
    return Parsed(digits) if check97(int(digits[:10])) == int(digits[10:]) else _refuse("communication_checksum")


def format_communication(digits: str) -> str:
    """``+++026/0300/04257+++``."""
    return f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++"


def parse_eid_card(text: str) -> Parsed[str]:
    """Read the number of an identity card: twelve digits, the last two check the first ten.

    Refusals: ``required``, ``bad_format``, ``card_checksum``.
    """
    digits = _strip(text, "-.")
    if not digits:
        return _refuse("required")
    if len(digits) != 12 or not _is_digits(digits):
        return _refuse("bad_format")
    return Parsed(digits) if check97(int(digits[:10])) == int(digits[10:]) else _refuse("card_checksum")


# --- how to reach people --------------------------------------------------------------

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"(?!-)[^\W_]+(?:-+[^\W_]+)*"
_EMAIL = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>(?:{_LABEL}\.)+{_LABEL})")


def parse_email(text: str) -> Parsed[str]:
    """Read an e-mail address, trimmed, its domain in lower case.

    At most 64 characters before the ``@`` and 254 in all (RFC 5321). Refusals: ``required``, ``bad_format``.
    """
    address = text.strip()
    if not address:
        return _refuse("required")
    match = _EMAIL.fullmatch(address)
    if match is None or len(address) > 254 or len(match["local"]) > 64 or match["domain"].rsplit(".", 1)[1].isdigit():
        return _refuse("bad_format")
    return Parsed(f"{match['local']}@{match['domain'].lower()}")


def same_email(one: str, other: str) -> bool:
    """Whether two addresses are the same box: case never counts (E-3)."""
    return one.strip().casefold() == other.strip().casefold()


def parse_phone(text: str, *, region: str = "BE", mobile_only: bool = False) -> Parsed[str]:
    """Read a telephone number into E.164 (``+32470123456``); national numbers belong to ``region``.

    Refusals: ``required``, ``phone_invalid``, ``phone_not_mobile``.
    """
    if not text.strip():
        return _refuse("required")
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return _refuse("phone_invalid")
    if not phonenumbers.is_valid_number(number):
        return _refuse("phone_invalid")
    mobile = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    if mobile_only and phonenumbers.number_type(number) not in mobile:
        return _refuse("phone_not_mobile")
    return Parsed(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def parse_postal_code(text: str) -> Parsed[str]:
    """Read a Belgian postal code: four digits, 1000 to 9999; ``B-5030`` may be typed."""
    return _numbered(re.sub(r"^B[E]?[ -]*", "", text.strip(), flags=re.IGNORECASE), 4)


def parse_nis(text: str) -> Parsed[str]:
    """Read a NIS (INS) code: five digits, the first 1 to 9."""
    return _numbered(text.strip(), 5)


def _numbered(digits: str, length: int) -> Parsed[str]:
    if not digits:
        return _refuse("required")
    if len(digits) != length or not _is_digits(digits) or digits[0] == "0":
        return _refuse("bad_format")
    return Parsed(digits)
