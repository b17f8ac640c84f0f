"""Days and moments as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

BRUSSELS = ZoneInfo("Europe/Brussels")
PATTERNS = {"en": "d MMMM y", "de": "d. MMMM y"}


def long_date(day: date, language: str = "fr", weekday: bool = False) -> str:
    """The day in full (``1er mars 2026``), with its weekday when asked; an unknown language reads French."""
    locale = _locale(language)
    pattern = PATTERNS.get(locale.language, "d MMMM y")
    text = format_date(day, f"EEEE {pattern}" if weekday else pattern, locale=locale)
    if locale.language == "fr" and day.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return text


def moment(at: datetime, language: str = "fr", zone: ZoneInfo = BRUSSELS) -> str:
    """An aware instant as local day and hour (``3 mars 2026, 14:05``)."""
    local = at.astimezone(zone)
    return f"{long_date(local.date(), language)}, {format_time(local, 'HH:mm', tzinfo=zone, locale=_locale(language))}"


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("fr")
