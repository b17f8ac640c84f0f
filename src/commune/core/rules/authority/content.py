"""``content/*.json``: first contents, in lists that the modules read."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import Faults

Entries = tuple[Mapping[str, Any], ...]


def read_content(name: str, data: bytes, units: Collection[str]) -> tuple[Entries, Faults]:
    """The entries of one file and all faults: each entry has an ``id`` of its own and a ``title``.

    An entry that names a ``unit`` names the code of a service of the profile.
    """
    try:
        entries = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as wrong:
        return (), [fault("syntax", f"{name}:{wrong.lineno}", wrong.msg, "JSON")]
    except UnicodeDecodeError as wrong:
        return (), [fault("syntax", name, f"byte {wrong.start}", "text in UTF-8")]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return (), [fault("type", name, type(entries).__name__, "a list of objects")]
    return tuple(entries), _entry_faults(name, entries, units)


def _entry_faults(name: str, entries: list[dict[str, Any]], units: Collection[str]) -> Faults:
    faults: Faults = []
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        place = f"{name}: entry {number}"
        faults += [
            fault("missing", f"{place}, {key}")
            for key in ("id", "title")
            if not isinstance(entry.get(key), str) or not entry[key].strip()
        ]
        key = str(entry.get("id", ""))
        if key and key in seen:
            faults.append(fault("duplicate", f"{place}, id", key))
        seen.add(key)
        if "unit" in entry and entry["unit"] not in units:
            faults.append(fault("reference", f"{place}, unit", entry["unit"], "the code of a service of services.csv"))
    return faults
