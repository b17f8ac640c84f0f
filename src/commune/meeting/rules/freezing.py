"""Frozen texts: what was published can be proved and compared."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.masking import plain


@dataclass(frozen=True)
class Snapshot:
    """The texts of an item (field -> text) as they stood; ``digest`` is the SHA-256 of their canonical JSON."""

    item: str
    stage: Literal["frozen", "published", "closed"]
    taken: datetime
    texts: tuple[tuple[str, str], ...]
    digest: str


def freeze(item: str, stage: Literal["frozen", "published", "closed"], taken: datetime,
           texts: Mapping[str, str]) -> Snapshot:  # fmt: skip
    """Take a snapshot at an aware moment."""
    ordered = tuple(sorted(texts.items()))
    return Snapshot(item, stage, taken, ordered, digest(dict(ordered)))


def digest(data: object) -> str:
    """SHA-256 of the data as canonical JSON (sorted keys, UTF-8), in hexadecimal."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256(text.encode()).hexdigest()


def intact(snapshot: Snapshot) -> bool:
    """Whether a snapshot still is what was taken."""
    return digest(dict(snapshot.texts)) == snapshot.digest


@dataclass(frozen=True)
class Change:
    """One run of words: the same, left out, or added."""

    kind: Literal["same", "removed", "added"]
    words: str


def compare(old: str, new: str) -> tuple[Change, ...]:
    """The words of two HTML texts side by side, as runs."""
    before, after = plain(old).split(), plain(new).split()
    found: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Change("same", " ".join(before[i1:i2])))
            continue
        if i2 > i1:
            found.append(Change("removed", " ".join(before[i1:i2])))
        if j2 > j1:
            found.append(Change("added", " ".join(after[j1:j2])))
    return tuple(found)


def changed_fields(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[Change, ...]]:
    """The fields whose words differ, each with its comparison; markup alone is no difference."""
    compared = {name: compare(old.get(name, ""), new.get(name, "")) for name in sorted({*old, *new})}
    return {name: runs for name, runs in compared.items() if any(run.kind != "same" for run in runs)}


def outcome_warning(snapshot: Snapshot, adopted: Mapping[str, str], outcome: str) -> Refusals:
    """A warning when the adopted text is not the one frozen but the outcome says plainly *accepted*."""
    frozen = dict(snapshot.texts)
    changed = changed_fields(frozen, {name: text for name, text in adopted.items() if name in frozen})
    if outcome != "accepted" or not changed:
        return NONE
    return (Refusal("items.text_was_modified", {"fields": tuple(changed)}, snapshot.item),)
