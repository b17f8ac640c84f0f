"""Levels of confidentiality, and who may know that a confidential thing exists."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from commune.core.rules.refusals import NONE, Refusal, Refusals


class Level(IntEnum):
    """From what anybody may read to professional secrecy; higher is narrower."""

    PUBLIC = 0
    INTERNAL = 1
    SERVICE = 2
    RESTRICTED = 3
    SECRET = 4


LOGGED_FROM = Level.RESTRICTED
DISCREET_FROM = Level.RESTRICTED
_INSIDERS = frozenset({"editor", "director", *(f"validator_{n}" for n in range(1, 6))})


@dataclass(frozen=True)
class Reader:
    """Who asks: user id, group ids, and the functions held in the responsible unit of the record."""

    user: str
    groups: Collection[str] = ()
    unit_functions: Collection[str] = ()


def may_know(confidential: bool, author: str, named_groups: Collection[str], reader: Reader) -> bool:
    """Whether ``reader`` may learn that a document exists (DOC-6).

    A confidential one is for the responsible unit's editors, validators and head, the named groups and
    its author; for others it leaves no count, title, hit, thumbnail nor event.
    """
    if not confidential or reader.user == author:
        return True
    return bool(_INSIDERS.intersection(reader.unit_functions)) or bool(set(named_groups).intersection(reader.groups))


def change_refusals(old: Level, new: Level, *, inside: bool) -> Refusals:
    """Why a level may not change: what lies ``inside`` another record is only ever raised (1.17)."""
    return (Refusal("confidentiality.lowered", {"old": old, "new": new}),) if inside and new < old else NONE


def reading_is_logged(level: Level) -> bool:
    """Whether each reading is written to the audit log (1.13)."""
    return level >= LOGGED_FROM


def shown_title(title: str, reference: str, level: Level) -> str:
    """What a mail or a log may say of a record: its reference instead of its title from level 3 (NTF-4)."""
    return reference if level >= DISCREET_FROM else title
