"""References and secret access codes of requests, and the anonymous follow-up they open."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hmac import compare_digest

from commune.core.rules.refusals import NONE, Refusal, Refusals

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
FAILURES_ALLOWED = 5
FAILURE_WINDOW = timedelta(minutes=15)
_REFERENCE = re.compile(r"([A-Z0-9]+)-([A-Z0-9]+)-(\d{4})-(\d{5,})")
_MISREAD = str.maketrans("ILO", "110")
_NO_MATCH = (Refusal("tracking.no_match"),)


@dataclass(frozen=True)
class TrackedRequest:
    """What the follow-up compares with: the recorded code, mail and birth date.

    ``erased`` marks a request whose data was erased at the end of its retention.
    """

    code: str
    mail: str = ""
    birth_date: date | None = None
    erased: bool = False


def request_reference(authority: str, procedure: str, year: int, number: int) -> str:
    """The reference ``<AUTH>-<PROC>-<YYYY>-<5 digits>``; public, opens nothing by itself."""
    return f"{authority.upper()}-{procedure.upper()}-{year:04d}-{number:05d}"


def parse_reference(text: str) -> tuple[str, str, int, int] | None:
    """Authority, procedure, year and number of a typed reference, ``None`` when it is not one."""
    match = _REFERENCE.fullmatch(re.sub(r"\s+", "", text).upper())
    if match is None:
        return None
    authority, procedure, year, number = match.groups()
    return authority, procedure, int(year), int(number)


def check_character(body: str) -> str:
    """Check character of a code body (Luhn modulo 32): every single wrong character is caught."""
    total = 0
    for position, letter in enumerate(reversed(body)):
        value = ALPHABET.index(letter) * (2 if position % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def new_access_code(draw: Callable[[int], int]) -> str:
    """A secret code of ten random characters and a check character.

    ``draw(n)`` gives a random integer from 0 to n - 1 and must be unpredictable in production.
    """
    body = "".join(ALPHABET[draw(len(ALPHABET))] for _ in range(CODE_LENGTH))
    return body + check_character(body)


def read_access_code(text: str) -> str | None:
    """A typed code in its stored form (spaces, hyphens, case and I/L/O forgiven), or ``None``."""
    code = re.sub(r"[\s-]+", "", text).upper().translate(_MISREAD)
    if len(code) != CODE_LENGTH + 1 or not set(code) <= set(ALPHABET):
        return None
    return code if check_character(code[:-1]) == code[-1] else None


def follow_up_refusals(
    tracked: TrackedRequest | None, code: str, mail: str = "", birth_date: date | None = None
) -> Refusals:
    """May a person who is not signed in see this request? Code, and mail or birth date, must agree.

    Every mistake gets one and the same answer, after the same comparisons, so that nobody
    learns which part was wrong nor whether the reference exists.
    """
    known = tracked or TrackedRequest(code="0" * (CODE_LENGTH + 1))
    same_code = compare_digest(known.code, read_access_code(code) or "")
    same_mail = _same(known.mail, mail)
    same_birth = _same(_iso(known.birth_date), _iso(birth_date))
    if tracked is None or not (same_code and (same_mail or same_birth)):
        return _NO_MATCH
    return (Refusal("tracking.no_data"),) if tracked.erased else NONE


def attempt_refusals(failures: Iterable[datetime], now: datetime) -> Refusals:
    """May one more attempt be made, after those failures of this reference or address?

    Five failures within the last fifteen minutes close the door; ``retry_after`` is in seconds.
    """
    recent = sorted(moment for moment in failures if now - FAILURE_WINDOW < moment <= now)
    if len(recent) < FAILURES_ALLOWED:
        return NONE
    reopening = recent[-FAILURES_ALLOWED] + FAILURE_WINDOW
    return (Refusal("rate_limited", {"retry_after": int((reopening - now).total_seconds())}),)


def _same(recorded: str, typed: str) -> bool:
    equal = compare_digest(recorded.strip().casefold().encode(), typed.strip().casefold().encode())
    return equal and bool(recorded.strip())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
