"""The agenda of a sitting in a JSON file: read whole, or refused with every fault and its line."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from commune.core.rules.authority.faults import fault
from commune.core.rules.refusals import Refusal, Refusals

PRIVACIES = {"public": "public", "closed": "secret"}
KEYS = ("number", "privacy", "category", "title")
NUMBER = re.compile(r"[1-9]\d*(\.[1-9]\d*)?")
LATE, NORMAL = "late", "normal"


@dataclass(frozen=True)
class FileItem:
    """One item: its number in its part, whether the part is ``public`` or ``secret``, the label of its category.

    ``rank`` is its place in the file, from 1. ``list_type`` is deduced: an item whose category already
    stood further up in its part came in late.
    """

    number: str
    privacy: str
    category: str
    title: str
    rank: int
    list_type: str = NORMAL


@dataclass(frozen=True)
class AgendaFile:
    """A sitting: when it was opened (aware), and its items in their order."""

    opened: datetime
    items: tuple[FileItem, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """Labels in the order in which the normal items bring them."""
        return tuple(dict.fromkeys(item.category for item in self.items if item.list_type == NORMAL))


def read_agenda(text: str, name: str) -> tuple[AgendaFile | None, Refusals]:
    """The agenda that the text holds, or every fault, each at ``name:line: path``."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return None, (fault("syntax", f"{name}:{error.lineno}", error.msg),)
    if not isinstance(data, dict):
        return None, (fault("type", f"{name}:1", type(data).__name__, "object"),)
    lines = Lines(text, name)
    opened, faults = _opened(data, lines)
    rows = data.get("items")
    if not isinstance(rows, list) or not rows:
        return None, (*faults, fault("missing", lines.at("items"), "", "items"))
    faults += tuple(refusal for index, row in enumerate(rows) for refusal in _row_faults(row, index, lines))
    faults += () if faults else tuple(_doubles(rows, lines))
    if faults or opened is None:
        return None, faults
    return AgendaFile(opened, tuple(_items(rows))), ()


class Lines:
    """Where things stand in the text."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.starts = list(_item_starts(text))

    def at(self, path: str, index: int | None = None, key: str = "") -> str:
        """``name:line: path`` of a key of the file, or of one of its items."""
        start = self.starts[index] if index is not None and index < len(self.starts) else 0
        stop = self.starts[index + 1] if index is not None and index + 1 < len(self.starts) else len(self.text)
        found = self.text.find(f'"{key or path}"', start, stop)
        line = self.text.count("\n", 0, found if found >= 0 else start) + 1
        return f"{self.name}:{line}: {path}"


def _item_starts(text: str) -> Iterator[int]:
    decoder = json.JSONDecoder()
    opening = re.search(r'"items"\s*:\s*\[', text)
    at = opening.end() if opening else len(text)
    while match := re.compile(r"[\s,]*(?=[^\s,\]])").match(text, at):
        yield match.end()
        _value, at = decoder.raw_decode(text, match.end())


def _opened(data: Mapping[str, object], lines: Lines) -> tuple[datetime | None, Refusals]:
    given = data.get("opened")
    try:
        opened = datetime.fromisoformat(str(given))
    except ValueError:
        return None, (fault("form", lines.at("opened"), given or "", "2013-02-27T20:40:00+01:00"),)
    if opened.tzinfo is None:
        return None, (fault("form", lines.at("opened"), given or "", "a moment with its zone"),)
    return opened, ()


def _row_faults(row: object, index: int, lines: Lines) -> Iterator[Refusal]:
    path = f"items/{index}"
    if not isinstance(row, dict):
        yield fault("type", lines.at(path, index), type(row).__name__, "object")
        return
    for key in KEYS:
        value, place = row.get(key), lines.at(f"{path}/{key}", index, key)
        if not isinstance(value, str) or not value.strip():
            yield fault("missing" if value in (None, "") else "type", place, value or "", "text")
        elif key == "privacy" and value not in PRIVACIES:
            yield fault("choice", place, value, ", ".join(PRIVACIES))
        elif key == "number" and not NUMBER.fullmatch(value):
            yield fault("form", place, value, "4 or 2.1")


def _doubles(rows: list[dict[str, str]], lines: Lines) -> Iterator[Refusal]:
    seen: set[tuple[str, str]] = set()
    for index, row in enumerate(rows):
        key = (row["privacy"], row["number"])
        if key in seen:
            yield fault("duplicate", lines.at(f"items/{index}/number", index, "number"), row["number"])
        seen.add(key)


def _items(rows: list[dict[str, str]]) -> Iterator[FileItem]:
    passed: dict[str, list[str]] = {"public": [], "closed": []}
    for rank, row in enumerate(rows, 1):
        categories, category = passed[row["privacy"]], row["category"].strip()
        late = category in categories[:-1]
        if not late and category not in categories:
            categories.append(category)
        list_type = LATE if late else NORMAL
        yield FileItem(row["number"], PRIVACIES[row["privacy"]], category, row["title"].strip(), rank, list_type)
