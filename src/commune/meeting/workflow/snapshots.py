"""What was put before the members, and what was adopted: sealed copies that later changes leave alone."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commune.core.content.clock import now
from commune.core.content.records import Records
from commune.meeting.rules.agenda import numbering
from commune.meeting.workflow.texts import PARTS, raw

TEXTS = ("description", "motivation", "decision", "decision_cont", "decision_end", "votes_result")

BEFORE = ("frozen", "published")


@dataclass(frozen=True)
class Snapshot:
    """The texts of a meeting's items at one stage; ``digest`` is the SHA-256 of ``text``."""

    stage: str
    at: datetime
    text: str
    digest: str


def content_of(meeting: Any, items: Iterable[Any]) -> str:
    """The agenda with its texts, as JSON with sorted keys."""
    numbers = numbering(meeting.agenda)
    lines = [
        {"uid": item.UID(), "number": str(numbers[item.UID()]), "title": item.title, "state": item.state}
        | {name: raw(item, name) for name in TEXTS}
        for item in items
    ]
    return json.dumps({"meeting": meeting.UID(), "items": lines}, sort_keys=True, ensure_ascii=False)


def seal(meeting: Any, stage: str, items: Iterable[Any]) -> Snapshot:
    """Keep a copy of the texts as they stand at ``stage``."""
    text = content_of(meeting, items)
    snapshot = Snapshot(stage, now(), text, hashlib.sha256(text.encode()).hexdigest())
    Records(meeting, "snapshots").add(snapshot)
    return snapshot


def drafts(meeting: Any) -> dict[str, str]:
    """The decision of each item as it was last put before the members, by uid; nothing before that."""
    kept = [one for one in snapshots(meeting) if one.stage in BEFORE]
    lines = json.loads(kept[-1].text)["items"] if kept else ()
    return {line["uid"]: "".join(line[part] for part in PARTS) for line in lines}


def snapshots(meeting: Any) -> tuple[Snapshot, ...]:
    """The sealed copies, oldest first."""
    return tuple(Records(meeting, "snapshots"))
