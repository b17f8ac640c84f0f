"""Between the document of a body and what its forms show: both ways, with the place of every fault."""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from commune.core.browser.rows.widgets import arranged
from commune.core.rules.refusals import Refusal
from commune.meeting.browser.settings.sheets import Setting

WHOLE = re.compile(r"[+-]?\d+")
PREFIX = "form-widgets-"
Ids = dict[str, str]


def shown(setting: Setting, document: Mapping[str, Any]) -> Any:
    """What the form shows of one setting."""
    value: Any = document
    for key in setting.path:
        value = value.get(key) if isinstance(value, Mapping) else None
    if setting.shape != "rows":
        return _shown(setting, value)
    if setting.kept == "rows":
        rows = [{part.name: shown(part, row) for part in setting.parts} for row in value or ()]
    elif setting.kept == "values":
        rows = [{"value": one} for one in value or ()]
    elif setting.kept == "map":
        rows = [{"key": key, "values": _shown(setting.parts[1], one)} for key, one in (value or {}).items()]
    else:
        rows = [
            {"key": key, **{part.name: shown(part, row) for part in setting.parts[1:]}}
            for key, listed in (value or {}).items()
            for row in listed
        ]
    return [{**row, "was": str(at), "position": str(at + 1), "away": ""} for at, row in enumerate(rows)]


def _shown(setting: Setting, value: Any) -> Any:
    if setting.shape == "boxes":
        return [str(one) for one in value or ()]
    if setting.shape == "box":
        return "1" if value else ""
    return "" if value is None else str(value)


@dataclass
class Written:
    """The document to be kept, what was typed that no list offers, and the id of the field of each place."""

    document: dict[str, Any]
    faults: list[Refusal] = field(default_factory=list)
    ids: Ids = field(default_factory=dict)

    def field_of(self, place: str) -> str:
        """The id of the field at fault: the nearest one above the place; empty when the form has none."""
        parts = place.split("/")
        above = ("/".join(parts[:end]) for end in range(len(parts), 1, -1))
        return next((self.ids[one] for one in above if one in self.ids), "")


def written(settings: tuple[Setting, ...], data: Mapping[str, Any], document: Mapping[str, Any]) -> Written:
    """The document with what the form says in place of what stood there."""
    found = Written(copy.deepcopy(dict(document)))
    for setting in settings:
        _write(found, setting, data.get(setting.name), found.document, "", PREFIX)
    return found


def _write(found: Written, setting: Setting, value: Any, target: dict[str, Any], place: str, prefix: str) -> None:
    here, id_ = f"{place}/{'/'.join(setting.path)}", f"{prefix}{setting.name}"
    found.ids[here] = id_
    for key in setting.path[:-1]:
        target = target.setdefault(key, {})
    last = setting.path[-1]
    if setting.shape == "rows":
        target[last] = _rows(found, setting, value or [], target.get(last), here, id_)
        return
    read = _read(found, setting, value, here)
    if read is OMITTED:
        target.pop(last, None)
    else:
        target[last] = _in_stored_order(read, target.get(last)) if setting.shape == "boxes" else read


def _in_stored_order(chosen: list[Any] | None, stored: Any) -> list[Any] | None:
    """Boxes have no order of their own: what was there keeps its place, what is new follows."""
    if chosen is None:
        return None
    kept = [one for one in stored or () if one in chosen]
    return kept + [one for one in chosen if one not in kept]


OMITTED = object()


def _read(found: Written, setting: Setting, value: Any, place: str) -> Any:
    if setting.shape == "box":
        return value == "1"
    if setting.shape == "boxes":
        chosen = [one for one in value or () if _offered(found, setting, one, place)]
        if not chosen and setting.optional:
            return None
        return [int(one) for one in chosen] if setting.kind is int else chosen
    text = str(value or "").strip()
    if not text:
        return "" if setting.kind is str and setting.kept != "counterpart" else None if setting.optional else OMITTED
    if setting.shape == "number":
        return int(text) if WHOLE.fullmatch(text) else text
    if setting.kind is Fraction:
        return re.sub(r"\s", "", text).replace(",", ".")
    return text if setting.shape != "choice" or _offered(found, setting, text, place) else OMITTED


def _offered(found: Written, setting: Setting, value: str, place: str) -> bool:
    known = {key for key, _title in setting.pairs}
    if value not in known:
        found.faults.append(Refusal("json.expected", {"expected": " | ".join(sorted(known)), "found": value}, place))
    return value in known


def _rows(found: Written, setting: Setting, rows: list[Any], before: Any, place: str, id_: str) -> Any:
    kept, listed = setting.kept, []
    for row, at in arranged(rows):
        prefix = f"{id_}-{at}-widgets-"
        here = _place(kept, place, listed, row)
        record = _before(setting, before, row) if kept == "rows" else {}
        found.ids[here] = f"{id_}-{at}"
        for part in setting.parts:
            _write(found, part, row.get(part.name), record, here, prefix)
        if kept in ("map", "map_rows"):
            found.ids[here] = f"{prefix}key"
        listed.append(record)
    if kept == "values":
        return [record.get("value", "") for record in listed]
    if kept == "map":
        return {record.get("key", ""): record.get("values") for record in listed}
    return _by_key(listed) if kept == "map_rows" else listed


def _place(kept: str, place: str, listed: list[Any], row: Mapping[str, Any]) -> str:
    if kept in ("rows", "values"):
        return f"{place}/{len(listed)}"
    key = str(row.get("key") or "").strip()
    same = sum(1 for record in listed if record.get("key") == key)
    return f"{place}/{key}/{same}" if kept == "map_rows" else f"{place}/{key}"


def _before(setting: Setting, before: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    """The stored row that this one was, with what no form shows (its conditions); empty for a new one."""
    was = str(row.get("was") or "")
    known = before if isinstance(before, list) else []
    return copy.deepcopy(known[int(was)]) if was.isdigit() and int(was) < len(known) else {}


def _by_key(records: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(str(record.pop("key", "")), []).append(record)
    return found
