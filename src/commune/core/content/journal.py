"""What happened to a dossier: append-only, each entry sealed by the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from commune.core.content.clock import now
from commune.core.content.records import Records


@dataclass(frozen=True)
class Entry:
    """One act. ``kind`` is a stable code, ``data`` plain values, ``internal`` hides it from citizens."""

    at: datetime
    kind: str
    actor: str
    comment: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    internal: bool = True
    seal: str = ""

    def sealed(self, previous: str) -> "Entry":
        """The entry with the hash that ties it to the previous one's."""
        text = json.dumps(
            [previous, self.at.isoformat(), self.kind, self.actor, self.comment, dict(self.data), self.internal],
            sort_keys=True,
            default=str,
            ensure_ascii=False,
        )
        return replace(self, seal=hashlib.sha256(text.encode()).hexdigest())


class Journal(Records):
    """The journal of one object."""

    def __init__(self, context: Any) -> None:
        super().__init__(context, "journal")

    def note(self, kind: str, actor: str, comment: str = "", internal: bool = True, **data: object) -> Entry:
        """Append an act that happens now."""
        last = self.last()
        entry = Entry(now(), kind, actor, comment, data, internal).sealed(last.seal if last else "")
        self.add(entry)
        return entry

    def broken_at(self) -> int | None:
        """Number of the first entry whose seal does not follow from the one before; ``None``: unbroken."""
        previous = ""
        for number, entry in self.items():
            if entry.sealed(previous).seal != entry.seal:
                return number
            previous = entry.seal
        return None
