"""Personal data found in a text before it is published; the author masks or waives each one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from commune.core.rules.identifiers import parse_email, parse_iban, parse_nrn, parse_phone
from commune.core.rules.refusals import Refusal, Refusals
from commune.meeting.rules.masking import masked, plain

BLOCKING = frozenset({"national_register_number", "iban"})
_NRN = re.compile(r"(?<!\d)\d{2}[.\- ]?\d{2}[.\- ]?\d{2}[.\- ]?\d{3}[.\- ]?\d{2}(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_PHONE = re.compile(r"(?<![\d.,])(?:\+32|0032|0)[ .\-/]?\d(?:[ .\-/]?\d){7,9}(?!\d)")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


@dataclass(frozen=True)
class Hit:
    """Something found: its kind, the words, where they start in the plain text, and whether it blocks."""

    kind: str
    found: str
    start: int
    blocking: bool


def detect(text: str, today: date, names: Iterable[str] = ()) -> tuple[Hit, ...]:
    """National register numbers (checksum verified), IBANs, telephones, mail addresses, listed names.

    ``text`` is HTML; what is already masked is not looked at. Nothing is reported twice: a number
    inside another hit is part of it.
    """
    words = plain(masked(text, placeholder=" "))
    hits: list[Hit] = []
    for kind, pattern, sure in _detectors(today):
        for match in pattern.finditer(words):
            if sure(match[0]) and not _inside(match.start(), hits):
                hits.append(Hit(kind, match[0], match.start(), kind in BLOCKING))
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", words, re.IGNORECASE):
            hits.append(Hit("person_name", match[0], match.start(), False))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _detectors(today: date) -> tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...]:
    def is_nrn(found: str) -> bool:
        return parse_nrn(found.replace(" ", ""), today=today, accept_bis=True).ok

    return (
        ("national_register_number", _NRN, is_nrn),
        ("iban", _IBAN, lambda found: parse_iban(found).ok),
        ("email", _EMAIL, lambda found: parse_email(found).ok),
        ("phone", _PHONE, lambda found: parse_phone(found).ok),
    )


def _inside(start: int, hits: list[Hit]) -> bool:
    return any(hit.start <= start < hit.start + len(hit.found) for hit in hits)


def against_publishing(hits: Iterable[Hit], waived: frozenset[str], reason: str) -> Refusals:
    """Why a text may not go out: blocking hits neither masked nor waived with a reason."""
    excused = waived if reason.strip() else frozenset()
    return tuple(
        Refusal("publication.personal_data", {"kind": hit.kind, "found": hit.found}, str(hit.start))
        for hit in hits
        if hit.blocking and hit.found not in excused
    )
