"""The CSV files of a profile: their columns, and their rows as records."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import (
    Faults,
    Field,
    day,
    email,
    handle,
    matching,
    one_of,
    pairs,
    phone,
    postcode,
    text,
    whole,
    words,
)
from commune.core.rules.authority.model import Account, Mandate, Street, Unit
from commune.core.rules.organisation import UnitKind
from commune.core.rules.tables import Row as Line
from commune.core.rules.tables import Table, parse_table

ROLES = ("Agent", "Member", "Editor", "Reviewer", "Contributor", "Site Administrator")

SERVICES = (
    Field("code", text, required=True),
    Field("title", text, required=True),
    Field("parent_code", text),
    Field("short_title", text),
    Field("kind", one_of(tuple(UnitKind))),
    Field("email", email),
    Field("phone", phone),
    Field("address", text),
    Field("hours", text),
    Field("valid_from", day),
    Field("valid_until", day),
    Field("functions", words),
)
ACCOUNTS = (
    Field("user", handle, required=True),
    Field("first_name", text, required=True),
    Field("last_name", text, required=True),
    Field("email", email, required=True),
    Field("label", text),
    Field("functions", pairs),
    Field("groups", words),
    Field("roles", lambda value: tuple(one_of(ROLES)(role.strip()) for role in value.split(";"))),
)
MANDATES = (
    Field("person", handle, required=True),
    Field("last_name", text, required=True),
    Field("body", text, required=True),
    Field("role", matching(r"[a-z][a-z_]*", "small letters and '_'"), required=True),
    Field("start", day, required=True),
    Field("first_name", text),
    Field("gender", one_of(("f", "m", "x", "unknown"))),
    Field("user", handle),
    Field("email", email),
    Field("label", text),
    Field("political_list", text),
    Field("rank", whole),
    Field("end", day),
    Field("usages", words),
)
STREETS = (
    Field("id", matching(r"[a-z0-9-]+", "small letters, digits and '-'"), required=True),
    Field("name", text, required=True),
    Field("postcode", postcode, required=True),
    Field("locality", text, required=True),
    Field("name_de", text),
)

Row = TypeVar("Row")


def read_rows(
    name: str, files: Mapping[str, bytes], fields: Sequence[Field], build: Callable[..., Row], key: str = ""
) -> tuple[tuple[Row, ...], Faults]:
    """The records of a file, none when it is absent; ``key`` names the column whose values differ on every line.

    A line with a fault is left out. Every record gets ``line``, counted from 1.
    """
    if name not in files:
        return (), []
    try:
        text = files[name].decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return (), [fault("syntax", name, f"byte {wrong.start}", "text in UTF-8")]
    required = [field.name for field in fields if field.required]
    table = parse_table(text, name, required, [field.name for field in fields])
    rows = [build(**values) for row in table.rows if (values := _read_line(table, row, fields)) is not None]
    _refuse_doubles(table, key)
    return tuple(rows), list(table.faults)


def _read_line(table: Table, row: Line, fields: Sequence[Field]) -> dict[str, Any] | None:
    values: dict[str, Any] = {"line": row.line}
    before = len(table.faults)
    for field in fields:
        if row[field.name]:
            try:
                values[field.name] = field.read(row[field.name])
            except ValueError as wrong:
                table.refuse(row, field.name, "profile.form", expected=str(wrong))
        elif field.required:
            table.refuse(row, field.name, "profile.missing")
    return values if len(table.faults) == before else None


def _refuse_doubles(table: Table, key: str) -> None:
    lines: dict[str, int] = {}
    for row in table.rows if key else ():
        if row[key] in lines:
            table.refuse(row, key, "profile.duplicate", expected=f"a value other than on line {lines[row[key]]}")
        elif row[key]:
            lines[row[key]] = row.line


def units(files: Mapping[str, bytes]) -> tuple[tuple[Unit, ...], Faults]:
    """``services.csv``."""
    return read_rows("services.csv", files, SERVICES, Unit, "code")


def accounts(files: Mapping[str, bytes]) -> tuple[tuple[Account, ...], Faults]:
    """``accounts.csv``."""
    return read_rows("accounts.csv", files, ACCOUNTS, Account, "user")


def mandates(files: Mapping[str, bytes]) -> tuple[tuple[Mandate, ...], Faults]:
    """``mandates.csv``."""
    return read_rows("mandates.csv", files, MANDATES, Mandate)


def streets(files: Mapping[str, bytes]) -> tuple[tuple[Street, ...], Faults]:
    """``streets.csv``."""
    return read_rows("streets.csv", files, STREETS, Street, "id")
