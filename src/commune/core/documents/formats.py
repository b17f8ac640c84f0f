"""How dates, amounts and lists are written in documents."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from zope.i18n.locales import locales

from commune.core.content.clock import BRUSSELS

CENT = Decimal("0.01")


def day(value: date | datetime | None, language: str = "fr") -> str:
    """A day in full: ``4 mai 2026``, ``1er mai 2026``; empty for ``None``. An instant is that of Brussels."""
    if value is None:
        return ""
    value = _local(value)
    written = locales.getLocale(language).dates.getFormatter("date", "long").format(value)
    return "1er" + written[1:] if language == "fr" and value.day == 1 else str(written)


def short_day(value: date | datetime | None) -> str:
    """``04/05/2026``; empty for ``None``."""
    return f"{_local(value):%d/%m/%Y}" if value is not None else ""


def hour(value: datetime | None) -> str:
    """``20 h 05`` in Brussels; empty for ``None``."""
    return f"{value.astimezone(BRUSSELS):%H\u00a0h\u00a0%M}" if value is not None else ""


def amount(value: Decimal | int | str | None) -> str:
    """Euros, two decimals, half up: ``1 404,45 €``; empty for ``None``."""
    if value is None:
        return ""
    figure = Decimal(value).quantize(CENT, ROUND_HALF_UP)
    return f"{figure:,}".replace(",", "\u202f").replace(".", ",") + "\u00a0€"


def listed(values: Iterable[Any], last: str = " et ") -> str:
    """``a, b et c``."""
    words = [str(value) for value in values]
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _local(value: date | datetime) -> date:
    return value.astimezone(BRUSSELS).date() if isinstance(value, datetime) and value.tzinfo else value


HELPERS = {"day": day, "short_day": short_day, "hour": hour, "amount": amount, "listed": listed}
