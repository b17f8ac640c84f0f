"""What goes into the archive of a closed meeting: minutes, extracts, annexes, data with its history, sealed texts."""

import json
from collections.abc import Iterator
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import BRUSSELS
from commune.core.content.journal import Journal
from commune.core.documents.archive import archived
from commune.core.documents.registry import offered
from commune.core.interfaces import IArchivable
from commune.core.rules.bags import Piece
from commune.core.rules.filenames import apart, safe_name
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import children
from commune.meeting.content.meeting import IMeeting
from commune.meeting.documents.sitting import items
from commune.meeting.rules.agenda import numbering
from commune.meeting.workflow.place import aware, body_of, items_on, oversees
from commune.meeting.workflow.snapshots import snapshots

JSON, LINKED = "application/json", "application/ld+json"
WHOLE = ("meeting.agenda", "meeting.minutes", "meeting.attendance", "meeting.votes")
EXTRACT = "meeting.extract"


@implementer(IArchivable)
@adapter(IMeeting)
class MeetingArchive:
    """A closed meeting, for the managers of its body."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def against(self, actor: Actor) -> Refusals:
        manager = () if oversees(actor, self.context) else (Refusal("meetings.not_manager"),)
        return (*manager, *(() if self.context.state == "closed" else (Refusal("archive.not_closed"),)))

    def name(self) -> str:
        moment = aware(self.context.date).astimezone(BRUSSELS)
        return f"{body_of(self.context).getId()}-{moment:%Y-%m-%d}-{self.context.UID()[:8]}"

    def pieces(self) -> tuple[Piece, ...]:
        found = [*self._documents(), *self._annexes(), *self._data()]
        paths = apart(piece.path for piece in found)
        return tuple(
            Piece(path, one.data, one.mime, one.role, one.title) for path, one in zip(paths, found, strict=True)
        )

    def _documents(self) -> Iterator[Piece]:
        able = {one.id for one in offered(self.context)}
        for document_id in WHOLE:
            if document_id in able:
                yield archived(self.context, document_id, f"documents/{document_id.partition('.')[2]}")
        for item, number in self._numbered():
            if any(one.id == EXTRACT for one in offered(item)):
                yield archived(item, EXTRACT, f"documents/extracts/{number}")

    def _numbered(self) -> Iterator[tuple[Any, str]]:
        numbers = numbering(self.context.agenda)
        return ((item, str(numbers[item.UID()]).rjust(3, "0")) for item in items_on(self.context))

    def _annexes(self) -> Iterator[Piece]:
        for dossier, number in ((self.context, "000"), *self._numbered()):
            for annex in children(dossier, "annex"):
                stem, _dot, extension = annex.file.filename.rpartition(".")
                role = "signed" if annex.signed else "annex"
                path = f"annexes/{number}/{safe_name(stem, extension)}"
                yield Piece(path, annex.file.data, annex.file.contentType, role, annex.title)

    def _data(self) -> Iterator[Piece]:
        yield _json("data/meeting.jsonld", self._linked(), LINKED)
        journals = {one.UID(): _journal(one) for one in (self.context, *items_on(self.context))}
        yield _json("data/journal.json", journals)
        sealed = [
            {"stage": one.stage, "at": one.at.isoformat(), "sha256": one.digest, "text": one.text}
            for one in snapshots(self.context)
        ]
        yield _json("data/sealed-texts.json", sealed)

    def _linked(self) -> dict[str, Any]:
        meeting = self.context
        return {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": f"urn:uuid:{meeting.UID()}",
            "name": f"{body_of(meeting).title} – {meeting.title}",
            "startDate": aware(meeting.date).isoformat(),
            "organizer": {"@type": "Organization", "name": body_of(meeting).title},
            "subEvent": [
                {
                    "@type": "Event",
                    "@id": f"urn:uuid:{one['uid']}",
                    "position": one["number"],
                    "name": one["title"],
                    "identifier": one["reference"],
                    "eventStatus": one["outcome"],
                    "text": one["decision"],
                }
                for one in items(meeting)
            ],
        }


def _journal(dossier: Any) -> list[dict[str, Any]]:
    return [
        {"at": one.at.isoformat(), "kind": one.kind, "actor": one.actor, "comment": one.comment, "seal": one.seal}
        | {"data": {key: str(value) for key, value in one.data.items()}}
        for one in Journal(dossier)
    ]


def _json(path: str, data: Any, mime: str = JSON) -> Piece:
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return Piece(path, text.encode(), mime, "data")
