"""The timeline of an item: acts, changes of fields, versions of opinions, what was put before the members."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from AccessControl import getSecurityManager
from zope.component import adapter, queryUtility
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.content.journal import Entry, Journal
from commune.core.content.records import Records
from commune.core.interfaces import IDocument, IJournalReading
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.history import FieldChange
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules.freezing import Change, changed_fields, compare, outcome_warning
from commune.meeting.rules.freezing import Snapshot as Frozen
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import FILES, speaks
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.reading import DECISION_FIELDS, hidden_fields, known_services, seen
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.snapshots import TEXTS, snapshots
from commune.meeting.workflow.texts import raw

KIND = "field_changes"
FOR_MANAGERS = ("mail_", "interest_")
"""Kinds of entries that the managers of the body read, and nobody else."""


def record_changes(item: Any, actor: str) -> None:
    """Keep what changed in the chosen fields since the last time, in the states chosen by the body."""
    fields = settings_of(item).body.fields
    values = {name: _plain(item, name) for name in fields.history}
    known, state = getattr(item, "_known_fields", None), item.state
    item._known_fields = values
    if known is None or (fields.history_states and state not in fields.history_states):
        return
    for name, value in values.items():
        if value != known.get(name, value):
            Records(item, KIND).add(FieldChange(now(), actor, state, name, known[name], value))


def _plain(item: Any, name: str) -> str:
    value = getattr(item, name, None)
    return raw(item, name) if hasattr(value, "raw") else str(value if value is not None else "")


@implementer(IJournalReading)
@adapter(IMeetingItem)
class ItemJournal:
    """Nothing of opinions and files whose existence the reader may not know, comments for those who see them."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def entries(self, actor: Actor) -> tuple[Entry, ...]:
        comments = seen(self.context, actor).history_comments
        shown = (entry for entry in Journal(self.context) if self._visible(entry, actor))
        return tuple(entry if comments else replace(entry, comment="") for entry in shown)

    def _visible(self, entry: Entry, actor: Actor) -> bool:
        if entry.kind.startswith(FOR_MANAGERS):
            return oversees(actor, self.context)
        if entry.kind.startswith("opinion_"):
            return self._opinion_known(entry, actor)
        if entry.kind == "document_made":
            return oversees(actor, self.context) or _offered(self.context, str(entry.data.get("document", "")))
        annex = by_uid(str(entry.data.get("annex", "")))
        return annex is None or bool(getSecurityManager().checkPermission("View", annex))

    def _opinion_known(self, entry: Entry, actor: Actor) -> bool:
        """Steps inside the advising service are for itself: others learn of the opinion once it is given."""
        service = str(entry.data.get("service", ""))
        if entry.kind == "opinion_step":
            return speaks(actor, service) or actor.administrator
        return service in known_services(self.context, actor)


def _offered(item: Any, document_id: str) -> bool:
    """Whether the reader may know of that document: what tells each reader something else is for who may make it."""
    document = queryUtility(IDocument, document_id)
    return document is not None and (document.offered(item) or not document.withheld(item))


def timeline(item: Any, actor: Actor) -> list[dict[str, Any]]:
    """Everything that the actor may know of the past of the item, oldest first, as plain data."""
    found = [*_acts(item, actor), *_fields(item, actor), *_versions(item, actor)]
    return sorted(found, key=lambda line: line["at"])


def _line(kind: str, at: datetime, actor: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "at": at.isoformat(), "actor": actor, **more}


def _acts(item: Any, actor: Actor) -> Iterator[dict[str, Any]]:
    for entry in ItemJournal(item).entries(actor):
        yield _line(entry.kind, entry.at, entry.actor, comment=entry.comment, data=dict(entry.data))


def _fields(item: Any, actor: Actor) -> Iterator[dict[str, Any]]:
    hidden = hidden_fields(item, actor)
    for change in Records(item, KIND):
        if change.field not in hidden:
            runs = [(run.kind, run.words) for run in compare(change.old, change.new)]
            yield _line("field_changed", change.at, change.actor, field=change.field, changes=runs)


def _versions(item: Any, actor: Actor) -> Iterator[dict[str, Any]]:
    hidden = bool(DECISION_FIELDS & hidden_fields(item, actor))
    known = known_services(item, actor)
    for name, file in effective_files(item).items():
        before: dict[str, str] = {}
        for version in file.opinion.versions if name in known else ():
            changed = {} if hidden or not before else changed_fields(_shown(before), _shown(version.texts))
            yield _line("opinion_version", version.given_at, version.given_by, service=name, number=version.number,
                        sense=version.sense.value, changed=_runs(changed))  # fmt: skip
            before = dict(version.texts)


def _shown(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name != FILES}


def _runs(changed: dict[str, tuple[Change, ...]]) -> dict[str, list[tuple[str, str]]]:
    return {name: [(run.kind, run.words) for run in runs] for name, runs in changed.items()}


def frozen_texts(item: Any, stage: str = "frozen") -> Frozen | None:
    """The texts of the item as the meeting sealed them last at that stage, ``None`` when it never did."""
    meeting = by_uid(item.meeting)
    sealed = [one for one in snapshots(meeting) if one.stage == stage] if meeting is not None else []
    for snapshot in reversed(sealed):
        for line in json.loads(snapshot.text)["items"]:
            if line["uid"] == item.UID():
                texts = tuple((name, line[name]) for name in ("title", *TEXTS))
                return Frozen(item.UID(), "frozen", snapshot.at, texts, snapshot.digest)
    return None


def since_frozen(item: Any) -> tuple[dict[str, list[tuple[str, str]]], Refusals]:
    """What the adopted text changed in the frozen one, and a warning when the outcome says plainly accepted."""
    frozen = frozen_texts(item)
    if frozen is None:
        return {}, ()
    adopted = {name: _plain(item, name) for name, _text in frozen.texts}
    return _runs(changed_fields(dict(frozen.texts), adopted)), outcome_warning(frozen, adopted, item.state)
