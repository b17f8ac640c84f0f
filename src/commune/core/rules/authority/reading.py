"""A profile's folder, as bytes by path, made into a checked authority."""

from collections.abc import Mapping
from typing import Any

from commune.core.rules.authority import links, rows
from commune.core.rules.authority.content import Entries, read_content
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import Faults
from commune.core.rules.authority.model import Profile
from commune.core.rules.authority.settings import NAME, Knowledge, read_calendar, read_settings, settings_faults
from commune.core.rules.authority.theme import theme_faults
from commune.core.rules.refusals import Refusals

TABLES = frozenset({"services.csv", "accounts.csv", "mandates.csv", "streets.csv"})


def read_profile(slug: str, files: Mapping[str, bytes], known: Knowledge) -> tuple[Profile | None, Refusals]:
    """The authority described by ``files`` (content by path, ``/`` between folders) or all faults.

    Reads nothing else and writes nothing. With one fault or more the profile is ``None``.
    """
    settings, faults = read_settings(files.get(NAME))
    if settings:
        faults += settings_faults(settings, known)
        if isinstance(settings.get("theme", {}), dict):
            faults += theme_faults(settings.get("theme", {}), files.keys())
    tables, wrong = _read_tables(files, settings)
    content, unread = _read_contents(files, {unit.code for unit in tables["units"]})
    faults += wrong + unread
    if faults:
        return None, tuple(faults)
    return _profile(slug, settings, tables, content, files), ()


def _read_tables(files: Mapping[str, bytes], settings: Mapping[str, Any]) -> tuple[dict[str, Any], Faults]:
    units, units_wrong = rows.units(files)
    accounts, accounts_wrong = rows.accounts(files)
    mandates, mandates_wrong = rows.mandates(files)
    streets, streets_wrong = rows.streets(files)
    tables = {"units": units, "accounts": accounts, "mandates": mandates, "streets": streets}
    faults = units_wrong + accounts_wrong + mandates_wrong + streets_wrong + _postcode_faults(streets)
    if not units_wrong:  # what a broken line would have named is not missed: that would tell one fault many times
        faults += _link_faults(tables, settings, bool(accounts_wrong))
    return tables, faults


def _link_faults(tables: Mapping[str, Any], settings: Mapping[str, Any], any_user: bool) -> Faults:
    bodies = _names(settings, "bodies")
    codes = {unit.code: unit for unit in tables["units"]}
    users = {account.user for account in tables["accounts"]}
    if any_user:
        users |= {mandate.user for mandate in tables["mandates"]}
    return [
        *links.unit_faults(tables["units"], _names(settings, "hours")),
        *links.account_faults(tables["accounts"], codes, bodies),
        *links.mandate_faults(tables["mandates"], {*bodies, *codes}, users),
    ]


def _names(settings: Mapping[str, Any], table: str) -> frozenset[str]:
    found = settings.get(table, {})
    return frozenset(found) if isinstance(found, dict) else frozenset()


def _postcode_faults(streets: Any) -> Faults:
    seen: dict[tuple[str, str], int] = {}
    faults: Faults = []
    for street in streets:
        first = seen.setdefault((street.name.casefold(), street.postcode), street.line)
        if first != street.line:
            place = f"streets.csv:{street.line}:name"
            faults.append(fault("duplicate", place, street.name, f"a street other than on line {first}"))
    return faults


def _read_contents(files: Mapping[str, bytes], units: set[str]) -> tuple[dict[str, Entries], Faults]:
    found: dict[str, Entries] = {}
    faults: Faults = []
    for name in sorted(files):
        folder, _, last = name.rpartition("/")
        if folder == "content" and last.endswith(".json"):
            found[last.removesuffix(".json")], wrong = read_content(name, files[name], units)
            faults += wrong
    return found, faults


def _profile(
    slug: str,
    settings: Mapping[str, Any],
    tables: Mapping[str, Any],
    content: Mapping[str, Entries],
    files: Mapping[str, bytes],
) -> Profile:
    documents = {name.removeprefix("documents/"): data for name, data in files.items() if name.startswith("documents/")}
    taken = {NAME, *TABLES}
    return Profile(
        slug=slug,
        site=settings["site"],
        name=settings["name"],
        kind=settings["kind"],
        nis=tuple(settings.get("nis", ())),
        bce=settings["bce"],
        languages=tuple(settings["languages"]),
        timezone=settings.get("timezone", "Europe/Brussels"),
        modules=tuple(settings["modules"]),
        settings=settings,
        calendar=read_calendar(settings),
        content=content,
        documents=documents,
        files={n: d for n, d in files.items() if n not in taken and not n.startswith(("content/", "documents/"))},
        **tables,
    )
