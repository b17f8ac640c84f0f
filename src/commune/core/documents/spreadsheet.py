"""Tables as files for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First signs that a spreadsheet takes for a formula."""


def csv_file(rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows with semicolons and a byte-order mark, as the spreadsheets of Belgian offices expect."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([cell(one) for one in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def send_csv(response: Any, name: str) -> None:
    """Say in the answer that it is a file of that name, for its reader only."""
    response.setHeader("Content-Type", "text/csv; charset=utf-8")
    response.setHeader("Content-Disposition", f'attachment; filename="{name}.csv"')
    response.setHeader("Cache-Control", "private, no-store")


def cell(text: Any) -> str:
    """The text, kept from being read as a formula."""
    return f"'{text}" if str(text).startswith(FORMULA) else str(text)
