"""Documents of a meeting that are asked for in one go: of each item, of the meeting, the agenda with its annexes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from zope.component import getUtilitiesFor
from zope.i18n import translate

from commune.core.content.refused import Refused
from commune.core.documents.batch import Wanted, ask_documents
from commune.core.documents.registry import offered
from commune.core.interfaces import IDocument
from commune.core.rules.refusals import Refusal
from commune.core.workflow.lookup import children
from commune.meeting.documents.sitting import readable_items
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering

ITEM = "meeting_item"
PAPERS, AGENDA = "papers", "agenda_annexes"
AGENDAS = ("meeting.agenda", "meeting.agenda_public")


@dataclass(frozen=True)
class Batch:
    """A set of documents that may be asked for; ``per_item``: one of each chosen item."""

    id: str
    title: Any
    per_item: bool


def batches(meeting: Any) -> list[Batch]:
    """The sets offered to the user now: documents of which at least one can be made."""
    found = [Batch(PAPERS, _("All the documents of the meeting"), False)] if offered(meeting) else []
    if _agenda(meeting):
        found.append(Batch(AGENDA, _("The agenda with the annexes of its items"), True))
    able = {one.id for item in readable_items(meeting) for one in offered(item)}
    documents = (one for _name, one in getUtilitiesFor(IDocument) if one.id in able and ITEM in one.portal_types)
    return found + [Batch(one.id, one.title, True) for one in sorted(documents, key=lambda one: one.id)]


def ask_batch(meeting: Any, batch_id: str, form: str, uids: Sequence[str] | None = None, keep: bool = False) -> str:
    """Queue a set and return the job's id. ``uids``: the chosen items, ``None`` for all those that can have it.

    Raises ``Refused`` with every reason: a set that is not offered, an item that is not on the agenda.
    """
    batch = next((one for one in batches(meeting) if one.id == batch_id), None)
    items = {item.UID(): item for item in readable_items(meeting)}
    refusals = [] if batch is not None else [Refusal("batch.unknown", {}, "batch")]
    refusals += [Refusal("batch.not_here", {"item": uid}, "items") for uid in uids or () if uid not in items]
    if refusals or batch is None:
        raise Refused(*refusals)
    chosen = list(items.values()) if uids is None else [items[uid] for uid in items if uid in uids]
    title = f"{translated(batch.title)} – {meeting.title}"
    wanted = _wanted(meeting, batch, chosen, every=uids is None)
    return ask_documents(title, wanted, form, keep, about=meeting.UID())


def _wanted(meeting: Any, batch: Batch, items: Iterable[Any], every: bool) -> list[Wanted]:
    if batch.id == PAPERS:
        return [Wanted(meeting.UID(), translated(one.title), one.id) for one in offered(meeting)]
    numbers = numbering(meeting.agenda)
    named = [(item, f"{numbers[item.UID()]}".rjust(3, "0")) for item in items]
    if batch.id == AGENDA:
        agenda = Wanted(meeting.UID(), f"000 {translated(_('Agenda'))}", _agenda(meeting))
        return [agenda, *(one for item, number in named for one in _annexes(item, number))]
    return [
        Wanted(item.UID(), f"{number} {item.title} – {translated(batch.title)}", batch.id)
        for item, number in named
        if not every or any(one.id == batch.id for one in offered(item))
    ]


def _annexes(item: Any, number: str) -> list[Wanted]:
    views = getSecurityManager().checkPermission
    found = [annex for annex in children(item, "annex") if annex.file and views("View", annex)]
    return [Wanted(annex.UID(), f"{number}-{place} {annex.title}") for place, annex in enumerate(found, start=1)]


def _agenda(meeting: Any) -> str:
    """The fullest agenda that the user may have."""
    able = {one.id for one in offered(meeting)}
    return next((one for one in AGENDAS if one in able), "")


def translated(title: Any) -> str:
    """A title in the language of the authority's documents, for names of files."""
    return str(translate(title, target_language=api.portal.get_default_language()))
