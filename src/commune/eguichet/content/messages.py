"""The thread between the citizen and the service, and the notes that the service keeps to itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from commune.core.content.records import Records

CITIZEN, SERVICE = "citizen", "service"


@dataclass(frozen=True)
class Message:
    """One message. ``side`` wrote it; ``files`` are uids of annexes; ``read_at``: the other side opened it."""

    at: datetime
    side: str
    author: str
    text: str
    files: tuple[str, ...] = ()
    read_at: datetime | None = None


@dataclass(frozen=True)
class Note:
    """An internal note: never shown or sent to the citizen."""

    at: datetime
    author: str
    text: str


def thread(request: Any) -> tuple[Message, ...]:
    """The messages, oldest first."""
    return tuple(Records(request, "eguichet.messages"))


def add_message(request: Any, message: Message) -> int:
    return Records(request, "eguichet.messages").add(message)


def unread_of(request: Any, side: str) -> list[int]:
    """Numbers of the messages that ``side`` received and did not open."""
    records = Records(request, "eguichet.messages").items()
    return [number for number, one in records if one.side != side and one.read_at is None]


def mark_read(request: Any, numbers: Iterable[int], at: datetime) -> None:
    """Note that the messages were opened."""
    records = Records(request, "eguichet.messages")
    for number in numbers:
        records.replace(number, replace(records.get(number), read_at=at))


def notes(request: Any) -> tuple[Note, ...]:
    """The internal notes, oldest first."""
    return tuple(Records(request, "eguichet.notes"))


def add_note(request: Any, note: Note) -> int:
    return Records(request, "eguichet.notes").add(note)
