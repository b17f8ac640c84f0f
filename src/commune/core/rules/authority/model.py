"""An authority as its folder describes it: frozen records, checked once, read by every module."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commune.core.rules.calendars import Calendar


@dataclass(frozen=True)
class Unit:
    """A row of ``services.csv``; ``parent_code`` is the code of the unit above, empty at the top.

    ``hours`` names a table of ``[hours]``; ``functions`` narrows the functions of the unit,
    empty meaning all. ``line`` is the line of the file, counted from 1.
    """

    code: str
    title: str
    line: int
    parent_code: str = ""
    short_title: str = ""
    kind: str = "service"
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    functions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """A row of ``accounts.csv``: who may log in and what for.

    ``functions`` are pairs (code of a unit or id of a body, id of a function); ``groups`` are groups without
    a unit; ``roles`` are roles of the whole site. ``label`` says in words whom the account plays.
    """

    user: str
    first_name: str
    last_name: str
    email: str
    line: int
    label: str = ""
    functions: tuple[tuple[str, str], ...] = ()
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mandate:
    """A row of ``mandates.csv``: one seat of one person, ``start`` and ``end`` inclusive.

    ``body`` is the id of a body or the code of a unit; ``person`` is the same on each seat of one person.
    """

    person: str
    last_name: str
    body: str
    role: str
    start: date
    line: int
    first_name: str = ""
    gender: str = "unknown"
    user: str = ""
    email: str = ""
    label: str = ""
    political_list: str = ""
    rank: int = 0
    end: date | None = None
    usages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Street:
    """A row of ``streets.csv``: a street of the authority, with its postal code and locality."""

    id: str
    name: str
    postcode: str
    locality: str
    line: int = 0
    name_de: str = ""


@dataclass(frozen=True)
class Profile:
    """A whole authority, without a fault. ``settings`` is ``authority.toml`` as it was read.

    A module finds its own tables in ``settings``, its entries in ``content`` (by file name without
    ``.json``, each a mapping with ``id``, ``title`` and what the module adds) and its templates in
    ``documents`` (by path inside ``documents/``). ``files`` holds every other file, by path.
    """

    slug: str
    site: str
    name: str
    kind: str
    nis: tuple[str, ...]
    bce: str
    languages: tuple[str, ...]
    timezone: str
    modules: tuple[str, ...]
    settings: Mapping[str, Any] = field(repr=False)
    calendar: Calendar
    units: tuple[Unit, ...] = ()
    accounts: tuple[Account, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    streets: tuple[Street, ...] = ()
    content: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict, repr=False)
    documents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> Mapping[str, Any]:
        """A table of ``authority.toml``, empty when it is not there."""
        found = self.settings.get(name, {})
        return found if isinstance(found, Mapping) else {}

    @property
    def bodies(self) -> Mapping[str, Mapping[str, Any]]:
        """The tables ``[bodies.<id>]`` as they were read."""
        return self.table("bodies")
