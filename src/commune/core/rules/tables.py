"""CSV texts read row by row, keeping every fault with its file, line and column."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from commune.core.rules.identifiers import Parsed
from commune.core.rules.refusals import Refusal, Refusals

Value = TypeVar("Value")


@dataclass(frozen=True)
class Row:
    """One line of a file; a column that the file does not have reads as empty."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class Table:
    """The rows of a file and the faults found so far; ``refuse`` adds one."""

    file: str
    rows: tuple[Row, ...] = ()
    faults: list[Refusal] = field(default_factory=list)

    @property
    def refusals(self) -> Refusals:
        """All faults, in the order of the lines that they were found in."""
        return tuple(self.faults)

    def refuse(self, row: Row, column: str, code: str, **data: object) -> None:
        """Add a fault at a cell, with the value found there."""
        self.faults.append(Refusal(code, {"value": row[column], **data}, f"{self.file}:{row.line}:{column}"))

    def take(self, row: Row, column: str, parsed: Parsed[str]) -> str:
        """The parsed value of a cell; its refusals become faults of that cell and the value is empty."""
        for refusal in parsed.refusals:
            self.refuse(row, column, refusal.code, **refusal.data)
        return parsed.value or ""


def parse_table(text: str, file: str, required: Sequence[str], known: Sequence[str]) -> Table:
    """Read comma-separated ``text`` with a header line (UTF-8, a byte order mark is ignored).

    Faults: ``table.empty``, ``table.column_missing``, ``table.column_unknown``, ``table.column_twice``,
    ``table.cells`` (a line with too few or too many cells, left out), ``table.quote`` (broken quoting).
    Blank lines are skipped, cells trimmed.
    """
    table = Table(file)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    rows: list[Row] = []
    header: list[str] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(table, header, required, known)
        for cells in reader:
            _read_line(table, rows, header, cells, reader.line_num)
    except csv.Error as error:
        table.faults.append(Refusal("table.quote", {"error": str(error)}, f"{file}:{reader.line_num}"))
    table.rows = tuple(rows)
    return table


def _check_header(table: Table, header: list[str], required: Sequence[str], known: Sequence[str]) -> None:
    if not header:
        table.faults.append(Refusal("table.empty", {"expected": ",".join(known)}, f"{table.file}:1"))
        return
    checks: tuple[tuple[str, list[str]], ...] = (
        ("table.column_missing", [name for name in required if name not in header]),
        ("table.column_unknown", [name for name in header if name not in known]),
        ("table.column_twice", sorted({name for name in header if header.count(name) > 1})),
    )
    for code, names in checks:
        for name in names:
            table.faults.append(Refusal(code, {"column": name, "expected": ",".join(known)}, f"{table.file}:1"))


def _read_line(table: Table, rows: list[Row], header: list[str], cells: list[str], line: int) -> None:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(header):
        data = {"found": len(cells), "expected": len(header)}
        table.faults.append(Refusal("table.cells", data, f"{table.file}:{line}"))
        return
    rows.append(Row(line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))


def dated(table: Table, row: Row, column: str) -> date | None:
    """The ISO date of a cell; empty is ``None``, anything else a fault ``value.date``."""
    return _cell(table, row, column, date.fromisoformat, "value.date", "YYYY-MM-DD")


def whole(table: Table, row: Row, column: str) -> int | None:
    """The whole number of a cell; empty is ``None``, anything else a fault ``value.number``."""
    return _cell(table, row, column, int, "value.number", "1, 2, 3...")


def _cell(table: Table, row: Row, column: str, read: Callable[[str], Value], code: str, expected: str) -> Value | None:
    try:
        return read(row[column]) if row[column] else None
    except ValueError:
        table.refuse(row, column, code, expected=expected)
        return None
