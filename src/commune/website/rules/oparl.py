"""Public meetings as objects of OParl 1.1 (oparl.org): one entry for each object, deleted ones included."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from commune.core.rules.public import PublicFile, PublicItem
from commune.website.rules.linked_data import Sitting
from commune.website.rules.public_meetings import Trace

SCHEMA = "https://schema.oparl.org/1.1/"
STATES = {"project": "eingeladen", "decisions": "durchgeführt"}
"""The states that the specification recommends: called, held."""
GENDERS = {"f": "female", "m": "male", "x": "other"}
LISTED = ("Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation", "File", "Location",
          "LegislativeTerm")  # fmt: skip
Data = dict[str, Any]


@dataclass(frozen=True)
class Addresses:
    """Addresses of objects and lists under ``root``, the address of the interface without a slash at its end."""

    root: str

    def of(self, kind: str, uid: str) -> str:
        """The id of an object."""
        return f"{self.root}/{kind}/{uid}"

    def list_of(self, kind: str) -> str:
        """The address of the list of all objects of a kind."""
        return f"{self.root}/{kind}"


@dataclass(frozen=True)
class Entry:
    """One object. Of a deleted one only its instants are told; ``data`` is the rest of the others."""

    kind: str
    uid: str
    created: datetime
    modified: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    deleted: bool = False


@dataclass(frozen=True)
class Member:
    """A person of the bodies. ``seats``: the mandates; instants are those of the records."""

    uid: str
    first_name: str
    last_name: str
    gender: str
    created: datetime
    modified: datetime
    seats: tuple["Held", ...] = ()


@dataclass(frozen=True)
class Held:
    """A mandate; days are inclusive, ``votes``: whether it gives a voice."""

    uid: str
    body: str
    role: str
    start: date
    end: date | None
    votes: bool
    created: datetime
    modified: datetime


@dataclass(frozen=True)
class Host:
    """The authority and its site."""

    name: str
    website: str
    email: str
    kind: str
    since: datetime


def shown(entry: Entry, at: Addresses) -> Data:
    """The object as it is answered."""
    frame: Data = {
        "id": at.of(entry.kind, entry.uid),
        "type": SCHEMA + entry.kind,
        "created": entry.created.isoformat(),
        "modified": entry.modified.isoformat(),
    }
    if entry.deleted:
        return frame | {"deleted": True}
    return frame | {name: value for name, value in entry.data.items() if value not in (None, "", [])}


def system(host: Host, at: Addresses) -> Entry:
    """The entry point."""
    data = {
        "oparlVersion": SCHEMA,
        "body": at.list_of("Body"),
        "name": host.name,
        "website": host.website,
        "contactEmail": host.email,
        "contactName": host.name,
    }
    return Entry("System", "self", host.since, host.since, data)


def body(host: Host, at: Addresses, modified: datetime) -> Entry:
    """The authority, with the addresses of all lists."""
    names = {"organization": "Organization", "person": "Person", "meeting": "Meeting", "paper": "Paper",
             "membership": "Membership", "agendaItem": "AgendaItem", "consultation": "Consultation", "file": "File",
             "locationList": "Location", "legislativeTermList": "LegislativeTerm"}  # fmt: skip
    data = {
        "system": at.of("System", "self"),
        "name": host.name,
        "website": host.website,
        "contactEmail": host.email,
        "classification": host.kind,
        **{name: at.list_of(kind) for name, kind in names.items()},
    }
    return Entry("Body", "self", host.since, modified, data)


def organizations(sittings: Iterable[Sitting], members: Iterable[Member], at: Addresses) -> Iterator[Entry]:
    """The bodies that ever had a public meeting."""
    by_body: dict[str, list[Sitting]] = {}
    for sitting in sittings:
        by_body.setdefault(sitting.body, []).append(sitting)
    seats = [held for member in members for held in member.seats]
    for uid, known in by_body.items():
        last = max(known, key=lambda sitting: sitting.changed)
        data = {
            "body": at.of("Body", "self"),
            "name": last.body_title,
            "classification": last.kind[1],
            "organizationType": "Gremium",
            "membership": [at.of("Membership", held.uid) for held in seats if held.body == uid],
            "meeting": f"{at.list_of('Meeting')}?organization={uid}",
        }
        yield Entry("Organization", uid, min(sitting.published for sitting in known), last.changed, data)


def persons(members: Iterable[Member], at: Addresses) -> Iterator[Entry]:
    """Who holds or held a mandate, with memberships inside; no address, telephone or e-mail."""
    for member in members:
        data = {
            "body": at.of("Body", "self"),
            "name": f"{member.first_name} {member.last_name}".strip(),
            "givenName": member.first_name,
            "familyName": member.last_name,
            "gender": GENDERS.get(member.gender),
            "membership": [shown(entry, at) for entry in memberships((member,), at)],
        }
        yield Entry("Person", member.uid, member.created, member.modified, data)


def memberships(members: Iterable[Member], at: Addresses) -> Iterator[Entry]:
    """The mandates."""
    for member in members:
        for held in member.seats:
            data = {
                "person": at.of("Person", member.uid),
                "organization": at.of("Organization", held.body),
                "role": held.role,
                "votingRight": held.votes,
                "startDate": held.start.isoformat(),
                "endDate": held.end.isoformat() if held.end else None,
            }
            yield Entry("Membership", held.uid, held.created, held.modified, data)


def meetings(
    sittings: Iterable[Sitting], words: Mapping[str, str], people: Mapping[str, str], at: Addresses
) -> Iterator[Entry]:
    """The meetings, with their items inside; ``people``: the person of each mandate."""
    for sitting in sittings:
        items = [shown(entry, at) for entry in agenda_items((sitting,), words, at) if not entry.deleted]
        place = [shown(entry, at) for entry in locations((sitting,), at)]
        data = {
            "name": sitting.title,
            "meetingState": STATES.get(sitting.stage),
            "cancelled": False,
            "start": _instant(sitting.opened or sitting.start),
            "end": _instant(sitting.closed),
            "location": place[0] if place else None,
            "organization": [at.of("Organization", sitting.body)],
            "participant": [at.of("Person", people[uid]) for uid in sitting.present if uid in people],
            "agendaItem": items,
            "web": sitting.page,
        }
        gone = sitting.stage == "withdrawn"
        yield Entry("Meeting", sitting.uid, sitting.published, sitting.changed, data, gone)


def locations(sittings: Iterable[Sitting], at: Addresses) -> Iterator[Entry]:
    """Where meetings are held."""
    for sitting in sittings:
        if sitting.place:
            data = {"description": sitting.place, "room": sitting.place, "meeting": [at.of("Meeting", sitting.uid)]}
            yield Entry("Location", sitting.uid, sitting.published, sitting.changed, data)


def agenda_items(sittings: Iterable[Sitting], words: Mapping[str, str], at: Addresses) -> Iterator[Entry]:
    """The items, those withdrawn included."""
    for sitting, trace, item, order in _traced(sittings):
        data: Data = {}
        if item is not None:
            data = {
                "meeting": at.of("Meeting", sitting.uid),
                "number": item.number,
                "order": order,
                "name": item.title,
                "public": True,
                "consultation": at.of("Consultation", item.uid) if item.decision else None,
                "result": words.get(item.outcome, item.outcome),
                "resolutionText": words.get(f"text:{item.uid}") if sitting.stage == "decisions" else None,
                "auxiliaryFile": [shown(file, at) for file in _files(sitting, trace, item, at) if not file.deleted],
                "web": f"{sitting.page}/@@item/{item.uid}",
            }
        yield Entry("AgendaItem", trace.uid, trace.created, trace.modified, data, item is None)


def papers(sittings: Iterable[Sitting], at: Addresses) -> Iterator[Entry]:
    """The text of each item as a paper, with its consultation inside."""
    for sitting, trace, item, _order in _traced(sittings):
        data: Data = {}
        if item is not None and item.decision:
            data = {
                "body": at.of("Body", "self"),
                "name": item.title,
                "reference": item.reference,
                "date": trace.created.date().isoformat(),
                "paperType": "Beschluss" if sitting.stage == "decisions" else "Beschlussvorlage",
                "auxiliaryFile": [shown(file, at) for file in _files(sitting, trace, item, at) if not file.deleted],
                "consultation": [shown(_consultation(sitting, trace, item, at), at)],
                "web": f"{sitting.page}/@@item/{item.uid}",
            }
        if data or item is None:
            yield Entry("Paper", trace.uid, trace.created, trace.modified, data, item is None)


def consultations(sittings: Iterable[Sitting], at: Addresses) -> Iterator[Entry]:
    """What ties each paper to its item."""
    for sitting, trace, item, _order in _traced(sittings):
        if item is None or item.decision:
            yield _consultation(sitting, trace, item, at)


def files(sittings: Iterable[Sitting], at: Addresses) -> Iterator[Entry]:
    """The files of the items, those that are no longer published included."""
    for sitting, trace, item, _order in _traced(sittings):
        yield from _files(sitting, trace, item, at)


def _consultation(sitting: Sitting, trace: Trace, item: PublicItem | None, at: Addresses) -> Entry:
    data = {
        "paper": at.of("Paper", trace.uid),
        "agendaItem": at.of("AgendaItem", trace.uid),
        "meeting": at.of("Meeting", sitting.uid),
        "organization": [at.of("Organization", sitting.body)],
        "authoritative": True,
    }
    return Entry("Consultation", trace.uid, trace.created, trace.modified, data, item is None)


def _files(sitting: Sitting, trace: Trace, item: PublicItem | None, at: Addresses) -> Iterator[Entry]:
    here = {file.uid: file for file in item.files} if item is not None else {}
    for uid in trace.files:
        data = _file(sitting, trace, here[uid], at) if uid in here else {}
        yield Entry("File", uid, trace.created, trace.modified, data, uid not in here)


def _file(sitting: Sitting, trace: Trace, file: PublicFile, at: Addresses) -> Data:
    address = f"{sitting.page}/@@file/{file.uid}"
    return {
        "name": file.title or file.filename,
        "fileName": file.filename,
        "mimeType": file.mime,
        "date": trace.created.date().isoformat(),
        "size": file.size,
        "accessUrl": address,
        "downloadUrl": address,
        "agendaItem": [at.of("AgendaItem", trace.uid)],
    }


def _traced(sittings: Iterable[Sitting]) -> Iterator[tuple[Sitting, Trace, PublicItem | None, int]]:
    for sitting in sittings:
        places = {item.uid: (item, order) for order, item in enumerate(sitting.items, 1)}
        for trace in sitting.traces:
            item, order = places.get(trace.uid, (None, 0))
            yield sitting, trace, item, order


def _instant(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
