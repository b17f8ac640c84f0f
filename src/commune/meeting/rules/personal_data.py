"""Personal data found in a text before it is published; the author masks or waives each one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from commune.core.rules.identifiers import parse_email, parse_iban, parse_nrn, parse_phone
from commune.core.rules.refusals import Refusal, Refusals
from commune.meeting.rules.masking import MARK, masked, plain

BLOCKING = frozenset({"national_register_number", "iban"})
_NRN = re.compile(r"(?<!\d)\d{2}[.\- ]?\d{2}[.\- ]?\d{2}[.\- ]?\d{3}[.\- ]?\d{2}(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_PHONE = re.compile(r"(?<![\d.,])(?:\+32|0032|0)[ .\-/]?\d(?:[ .\-/]?\d){7,9}(?!\d)")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_DAY = r"\d{1,2}(?:[./\-]\d{1,2}[./\-]|(?:er)?\s+[^\W\d]+\s+)\d{4}"
_BIRTH = re.compile(rf"\b(?:n[ée]+s?|geboren|geb\.|born)(?:\(e\))?\s[^\d]{{0,40}}?{_DAY}", re.IGNORECASE)
_STREET = (
    r"(?:rue|avenue|av\.|chauss[ée]e|place|boulevard|all[ée]e|chemin|clos|impasse|quai|route|square|sentier|dr[èe]ve)"
)
_ADDRESS = re.compile(
    rf"(?:\b{_STREET}\s[^\d,;]{{2,60}}|\b[^\W\d]+(?:straat|laan|weg|stra(?:ß|ss)e|plein|platz)\s),?\s*(?:n[°o]\s*)?\d{{1,4}}"
    r"\s?[a-z]?\b(?:\s*,?\s*(?:bte|bo[îi]te|bus)\s*\w+)?[\s,à\-]{1,5}(?:B-)?[1-9]\d{3}\s+[^\W\d]+",
    re.IGNORECASE,
)
_INLINE = re.compile(r"</?(?:a|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Hit:
    """Something found: its kind, the words, where they start in the plain text, and whether it blocks."""

    kind: str
    found: str
    start: int
    blocking: bool


def shown_words(text: str) -> str:
    """The words of an HTML text as they go out: without what is masked, whole where formatting cuts them."""
    return plain(_INLINE.sub("", masked(text, placeholder=" ")))


def detect(text: str, today: date, names: Iterable[str] = (), blocking: frozenset[str] = BLOCKING) -> tuple[Hit, ...]:
    """National register numbers and IBANs (checksum verified), telephones, mail and postal addresses, birth dates,
    listed names.

    ``text`` is HTML; what is already masked is not looked at. Nothing is reported twice: a number
    inside another hit is part of it.
    """
    return detect_in(shown_words(text), today, names, blocking)


def detect_in(
    words: str, today: date, names: Iterable[str] = (), blocking: frozenset[str] = BLOCKING
) -> tuple[Hit, ...]:
    """The same in plain words, as of a file."""
    hits: list[Hit] = []
    for kind, pattern, sure in _detectors(today):
        for match in pattern.finditer(words):
            if sure(match[0]) and not _inside(match.start(), hits):
                hits.append(Hit(kind, match[0], match.start(), kind in blocking))
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", words, re.IGNORECASE):
            hits.append(Hit("person_name", match[0], match.start(), "person_name" in blocking))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _detectors(today: date) -> tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...]:
    def is_nrn(found: str) -> bool:
        return parse_nrn(found.replace(" ", ""), today=today, accept_bis=True).ok

    return (
        ("national_register_number", _NRN, is_nrn),
        ("iban", _IBAN, lambda found: parse_iban(found).ok),
        ("email", _EMAIL, lambda found: parse_email(found).ok),
        ("phone", _PHONE, lambda found: parse_phone(found).ok),
        ("birth_date", _BIRTH, lambda found: True),
        ("postal_address", _ADDRESS, lambda found: True),
    )


def _inside(start: int, hits: list[Hit]) -> bool:
    return any(hit.start <= start < hit.start + len(hit.found) for hit in hits)


AROUND = 40


def around(words: str, hit: Hit) -> tuple[str, str]:
    """The words just before and just after a hit, to show where it stands."""
    end = hit.start + len(hit.found)
    return words[max(0, hit.start - AROUND) : hit.start], words[end : end + AROUND]


def against_publishing(hits: Iterable[Hit], waived: frozenset[str], reason: str) -> Refusals:
    """Why a text may not go out: blocking hits neither masked nor waived with a reason."""
    excused = waived if reason.strip() else frozenset()
    return tuple(
        Refusal("publication.personal_data", {"kind": hit.kind, "found": hit.found}, str(hit.start))
        for hit in hits
        if hit.blocking and hit.found not in excused
    )


def marked(html: str, found: str) -> str:
    """The text with those words marked as personal data, wherever they stand whole and unmarked between two tags."""
    parts = re.split(r"(<[^>]*>)", html)
    span = f'<span class="{MARK}">{found}</span>'
    return "".join(part if part.startswith("<") else part.replace(found, span) for part in parts)


def de_named(html: str, today: date, names: Iterable[str] = ()) -> str:
    """The text with all the personal data that can be found in it marked, so that it leaves masked."""
    for found in dict.fromkeys(hit.found for hit in detect(html, today, tuple(names))):
        html = marked(html, found)
    return html
