"""Writing to each other: the citizen and the service; and what the service keeps to itself."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.file_policy import FilePolicy
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.process import Refused
from commune.eguichet.content.messages import (
    CITIZEN,
    SERVICE,
    Message,
    Note,
    add_message,
    add_note,
    mark_read,
    unread_of,
)
from commune.eguichet.workflow.citizen_mails import tell_citizen

OPEN_AFTER_CLOSING = timedelta(days=30)
FILES = FilePolicy(frozenset({"pdf", "image", "office", "plan"}), most=5)
Upload = tuple[str, bytes]


@dataclass(frozen=True)
class Writing:
    """A message to be written: text and files (name and content)."""

    text: str
    files: tuple[Upload, ...] = ()


def writing_refusals(request: Any) -> Refusals:
    """Why the citizen may not write any more: the request was closed more than thirty days ago."""
    if request.closed_at is not None and now() > request.closed_at + OPEN_AFTER_CLOSING:
        return (Refusal("message.closed"),)
    return ()


def write_as_citizen(request: Any, actor: Actor, writing: Writing) -> None:
    """Keep the citizen's message; while his answer is awaited the examination goes on. Raises ``Refused``."""
    refusals = writing_refusals(request) + _faults(writing)
    if refusals:
        raise Refused(*refusals)
    _keep(request, actor, writing, CITIZEN)
    if request.state == "waiting_citizen":
        IProcess(request).perform(SYSTEM, "resume")
    request.reindexObject()


def write_as_service(request: Any, actor: Actor, writing: Writing) -> None:
    """Keep the service's message and tell the citizen that there is one. Raises ``Refused``."""
    refusals = _faults(writing)
    if refusals:
        raise Refused(*refusals)
    _keep(request, actor, writing, SERVICE)
    tell_citizen(request, "message")
    request.reindexObject()


def note(request: Any, actor: Actor, text: str) -> None:
    """Keep an internal note. Raises ``Refused`` when it is empty."""
    if not text.strip():
        raise Refused(Refusal("required", place="note"))
    add_note(request, Note(now(), actor.userid, text.strip()))


def opened(request: Any, side: str) -> bool:
    """Note that ``side`` opened what it received; returns whether anything was new."""
    unread = unread_of(request, side)
    if unread:
        mark_read(request, unread, now())
        request.reindexObject()
    return bool(unread)


def _keep(request: Any, actor: Actor, writing: Writing, side: str) -> None:
    origin = "citizen" if side == CITIZEN else "officer"
    uids = []
    for name, data in writing.files:
        annex = attach(
            request, name, data, category="message", origin=origin, confidential=False, policy=FILES, actor=actor
        )
        uids.append(annex.UID())
    add_message(request, Message(now(), side, actor.userid, writing.text.strip(), tuple(uids)))
    Journal(request).note(f"message_{side}", actor.userid, internal=False, files=len(uids))


def _faults(writing: Writing) -> Refusals:
    found: Refusals = () if writing.text.strip() else (Refusal("required", place="text"),)
    if len(writing.files) > FILES.most:
        data = {"found": len(writing.files), "least": 0, "most": FILES.most}
        found += (Refusal("file_count", data, "files"),)
    return found
