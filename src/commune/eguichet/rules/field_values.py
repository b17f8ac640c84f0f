"""Reading what was posted for one field: the value that is stored, or all that is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType

from commune.core.rules import identifiers
from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.identifiers import Parsed
from commune.core.rules.parcels import parse_references
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.eguichet.rules.drafts import Posted
from commune.eguichet.rules.forms import Field
from commune.eguichet.rules.relative_dates import bound_on

ADDRESS_PARTS = ("street", "number", "box", "postal_code", "city", "country", "street_id")
_NEEDED_PARTS = ("street", "postal_code", "city")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,10})?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#\[\]]+)(?:[/?#]\S*)?")
_TIME = re.compile(r"([01]?\d|2[0-3])[:hH]([0-5]\d)", re.ASCII)
_YES = frozenset({"yes", "true", "1", "on"})
_NO = frozenset({"no", "false", "0"})


@dataclass(frozen=True)
class Surroundings:
    """What reading depends on besides the text; ``confirmation`` is the address typed a second time."""

    today: date
    calendar: Calendar = LAW
    birth_date: date | None = None
    confirmation: str = ""
    other: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """A value in its stored form (``None``: nothing or nothing valid) and all refusals."""

    value: object
    refusals: Refusals = NONE


def read_value(field: Field, posted: Posted, around: Surroundings) -> Read:
    """Read the posted text (or texts) of a field; an empty one gives ``None`` without refusal."""
    if field.type == "address":
        return _address(around.parts)
    texts = (posted,) if isinstance(posted, str) else posted
    given = tuple(text for text in texts if text.strip())
    if not given:
        return Read(None)
    if field.type in _MANY:
        return _MANY[field.type](field, given, around)
    return _ONE[field.type](field, given[0], around)


def read_day(text: str) -> date | None:
    """A real day typed ``15/06/2026``, ``15.6.2026``, ``15-06-2026`` or ``2026-06-15``, else ``None``."""
    text = text.strip()
    match = _DAY_FIRST.fullmatch(text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def _bad(code: str, **data: object) -> Read:
    return Read(None, (Refusal(code, data),))


def _text(field: Field, text: str, around: Surroundings) -> Read:
    value = unicodedata.normalize("NFC", text.strip()).replace("\r\n", "\n")
    allowed = "\n\t" if field.type == "long_text" else ""
    if any(c in _BIDI or (unicodedata.category(c) == "Cc" and c not in allowed) for c in value):
        return _bad("bad_character")
    refusals = []
    least, most = _int(field, "min_length"), _int(field, "max_length")
    if least is not None and len(value) < least:
        refusals.append(Refusal("too_short", {"min": least}))
    if most is not None and len(value) > most:
        refusals.append(Refusal("too_long", {"max": most}))
    pattern = field.options.get("pattern")
    if isinstance(pattern, str) and not re.fullmatch(pattern, value):
        refusals.append(Refusal("bad_format"))
    return Read(None if refusals else value, tuple(refusals))


def _choice(field: Field, text: str, around: Surroundings) -> Read:
    if text == "other" and field.options.get("other"):
        return _text(field, around.other, around) if around.other.strip() else _bad("required")
    return Read(text) if text in field.choices else _bad("not_a_choice")


def _choices(field: Field, texts: tuple[str, ...], around: Surroundings) -> Read:
    values = tuple(dict.fromkeys(texts))
    if any(text not in field.choices for text in values):
        return _bad("not_a_choice")
    return _counted(field, values, "too_few", "too_many")


def _files(field: Field, texts: tuple[str, ...], around: Surroundings) -> Read:
    return _counted(field, tuple(dict.fromkeys(texts)), "file_count", "file_count")


def _counted(field: Field, values: tuple[str, ...], few: str, many: str) -> Read:
    least, most = _int(field, "min_count"), _int(field, "max_count")
    if least is not None and len(values) < least:
        return _bad(few, min=least)
    return _bad(many, max=most) if most is not None and len(values) > most else Read(values)


def _yes_no(field: Field, text: str, around: Surroundings) -> Read:
    word = text.strip().lower()
    if word in _YES:
        return Read(True)
    return Read(False) if word in _NO else _bad("not_a_choice")


def _declaration(field: Field, text: str, around: Surroundings) -> Read:
    return Read(True if text.strip().lower() in _YES else None)


def _date(field: Field, text: str, around: Surroundings) -> Read:
    day = read_day(text)
    return _bounded(field, day, around) if day else _bad("date_unknown")


def _bounded(field: Field, day: date, around: Surroundings) -> Read:
    least = bound_on(str(field.options.get("min", "")), around.today, around.calendar)
    most = bound_on(str(field.options.get("max", "")), around.today, around.calendar)
    if least and day < least:
        return _bad("date_before_min", min=least)
    return _bad("date_after_max", max=most) if most and day > most else Read(day)


def _time(field: Field, text: str, around: Surroundings) -> Read:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return _bad("bad_format")
    value = f"{int(match[1]):02d}:{match[2]}"
    least, most = str(field.options.get("min", "00:00")), str(field.options.get("max", "23:59"))
    return Read(value) if least <= value <= most else _bad("time_out_of_bounds", min=least, max=most)


def _datetime(field: Field, text: str, around: Surroundings) -> Read:
    parts = re.split(r"[T\s]+", text.strip(), maxsplit=1)
    day, clock = read_day(parts[0]), _TIME.fullmatch(parts[1]) if len(parts) == 2 else None
    if day is None or clock is None:
        return _bad("date_unknown")
    checked = _bounded(field, day, around)
    return checked if checked.refusals else Read(datetime.combine(day, time(int(clock[1]), int(clock[2]))))


def _period(field: Field, texts: tuple[str, ...], around: Surroundings) -> Read:
    days = [read_day(text) for text in texts]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return _bad("date_unknown")
    if days[1] < days[0]:
        return _bad("period_reversed")
    refusals = tuple(r for day in days if day for r in _bounded(field, day, around).refusals)
    return Read(None if refusals else (days[0], days[1]), refusals)


def _number(field: Field, text: str, around: Surroundings) -> Read:
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not _NUMBER.fullmatch(bare):
        return _bad("bad_format")
    value = Decimal(bare.replace(",", "."))
    if field.type == "amount":
        value *= 100
    whole = field.type in ("amount", "quantity")
    if (whole and value != value.to_integral_value()) or (field.type == "quantity" and value < 0):
        return _bad("bad_format")
    least, most = _decimal(field, "min"), _decimal(field, "max")
    if least is not None and value < least:
        return _bad("number_too_small", min=least)
    if most is not None and value > most:
        return _bad("number_too_big", max=most)
    step = _decimal(field, "step")
    if step and (value - (least or 0)) % step:
        return _bad("number_step", step=step)
    return Read(int(value) if whole else value)


def _url(field: Field, text: str, around: Surroundings) -> Read:
    allowed = field.options.get("schemes", ["https", "http"])
    assert isinstance(allowed, list)
    found = _URL.fullmatch(text.strip())
    good = found is not None and found["scheme"].lower() in allowed
    return Read(text.strip()) if good else _bad("bad_format")


def _email(field: Field, text: str, around: Surroundings) -> Read:
    read = _as_read(identifiers.parse_email(text))
    if field.options.get("confirm") and not identifiers.same_email(text, around.confirmation):
        return Read(None, (*read.refusals, Refusal("email_confirmation")))
    return read


def _phone(field: Field, text: str, around: Surroundings) -> Read:
    return _as_read(identifiers.parse_phone(text, mobile_only=bool(field.options.get("mobile_only"))))


def _nrn(field: Field, text: str, around: Surroundings) -> Read:
    bis = bool(field.options.get("accept_bis"))
    read = identifiers.parse_nrn(text, today=around.today, accept_bis=bis, birth_date=around.birth_date)
    return _as_read(read)


def _iban(field: Field, text: str, around: Surroundings) -> Read:
    return _as_read(identifiers.parse_iban(text, sepa_only=bool(field.options.get("sepa_only"))))


def _parcel(field: Field, text: str, around: Surroundings) -> Read:
    parsed = parse_references(text)
    found = parsed.value or ()
    return Read(tuple(parcel.capakey for parcel in found) or None, parsed.refusals)


def _by(parse: Callable[[str], Parsed[str]]) -> Callable[[Field, str, Surroundings], Read]:
    return lambda field, text, around: _as_read(parse(text))


def _matching(pattern: str) -> Callable[[Field, str, Surroundings], Read]:
    def read(field: Field, text: str, around: Surroundings) -> Read:
        bare = re.sub(r"[\s.-]", "", text).upper()
        return Read(bare) if re.fullmatch(pattern, bare, re.ASCII) else _bad("bad_format")

    return read


def _address(parts: Mapping[str, str]) -> Read:
    given = {name: parts.get(name, "").strip() for name in ADDRESS_PARTS}
    if not any(given[name] for name in ADDRESS_PARTS if name != "country"):
        return Read(None)
    country = given["country"] or "BE"
    refusals = [Refusal("required", place=name) for name in _NEEDED_PARTS if not given[name]]
    if country == "BE" and given["postal_code"]:
        found = identifiers.parse_postal_code(given["postal_code"]).refusals
        refusals += [Refusal(refusal.code, place="postal_code") for refusal in found]
    value = {**given, "country": country, "verified": bool(given["street_id"])}
    return Read(None if refusals else value, tuple(refusals))


def _as_read(parsed: Parsed[str]) -> Read:
    return Read(parsed.value, parsed.refusals)


def _int(field: Field, name: str) -> int | None:
    value = field.options.get(name)
    return value if isinstance(value, int) else None


def _decimal(field: Field, name: str) -> Decimal | None:
    value = field.options.get(name)
    return Decimal(str(value)) if isinstance(value, (int, float)) else None


_ONE: Mapping[str, Callable[[Field, str, Surroundings], Read]] = MappingProxyType(
    {
        **dict.fromkeys(("text", "long_text"), _text),
        **dict.fromkeys(("number", "amount", "quantity"), _number),
        "choice": _choice,
        "yes_no": _yes_no,
        "declaration": _declaration,
        "date": _date,
        "time": _time,
        "datetime": _datetime,
        "url": _url,
        "email": _email,
        "phone": _phone,
        "nrn": _nrn,
        "iban": _iban,
        "parcel": _parcel,
        "bce": _by(identifiers.parse_bce),
        "establishment": _by(identifiers.parse_establishment),
        "communication": _by(identifiers.parse_communication),
        "eid_card": _by(identifiers.parse_eid_card),
        "postal_code": _by(identifiers.parse_postal_code),
        "plate": _matching(r"[A-Z0-9]{2,10}"),
        "chip": _matching(r"\d{15}"),
    }
)
_MANY: Mapping[str, Callable[[Field, tuple[str, ...], Surroundings], Read]] = MappingProxyType(
    {"choices": _choices, "file": _files, "period": _period}
)
