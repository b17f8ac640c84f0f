"""The labels of items: which there are, which the person sees, and putting them on or taking them off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from plone.indexer import indexer
from zope.interface import implementer

from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import Question
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.marks import mark, marks_of
from commune.meeting.content.item import IMeetingItem
from commune.meeting.i18n import _
from commune.meeting.rules.labels import FOLLOW, READ, Label, Reader, against_changing, labels_of, seen
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of

DELIVERED = (
    Label(READ, _("Read"), personal=True, edits="readers"),
    Label(FOLLOW, _("Followed"), personal=True, edits="readers"),
)


@dataclass(frozen=True)
class LabelLine:
    """A label that the person sees; ``changes``: whether he or she may put it or take it off now."""

    id: str
    title: str
    personal: bool
    on: bool
    changes: bool


def reader_of(item: Any, actor: Actor) -> Reader:
    """What the person is to the item now."""
    edits = bool(getSecurityManager().checkPermission("Modify portal content", item))
    return Reader(edits, oversees(actor, item))


def known_labels(item: Any) -> tuple[Label, ...]:
    """The labels of the body, then those of every body."""
    return labels_of(settings_of(item).body.labels, DELIVERED)


def label_lines(item: Any, actor: Actor) -> list[LabelLine]:
    """The labels that the person sees, whether they are on or not."""
    reader, own = reader_of(item, actor), marks_of(item, actor.userid)
    shared = frozenset(item.labels or ())
    return [
        LabelLine(one.id, one.title, one.personal, one.id in (own if one.personal else shared),
                  not against_changing(one, item.state, reader))
        for one in seen(known_labels(item), reader)
    ]  # fmt: skip


def set_labels(item: Any, wanted: Mapping[str, bool], actor: Actor) -> None:
    """Put labels (true) or take them off (false); raises ``Refused`` with every reason, and then changes none."""
    reader, known = reader_of(item, actor), {one.id: one for one in known_labels(item)}
    visible = {one.id for one in seen(known.values(), reader)}
    refusals = [Refusal("labels.unknown", {"label": name}, name) for name in wanted if name not in visible]
    for name in wanted:
        if name in visible:
            refusals += against_changing(known[name], item.state, reader)
    if refusals:
        raise Refused(*refusals)
    for name, on in wanted.items():
        if known[name].personal:
            mark(item, name, actor.userid, on)
    _share(item, {name: on for name, on in wanted.items() if not known[name].personal}, actor)


def shown_labels(item: Any) -> list[str]:
    """The shared labels of the item that the person of this request sees, those of its follow-up among them."""
    on = list(item.labels or ())
    if not on:
        return on
    kept = {one.id for one in known_labels(item)} - {
        one.id for one in seen(known_labels(item), reader_of(item, current_actor(item)))
    }
    return [name for name in on if name not in kept]


@indexer(IMeetingItem)
def item_labels(item: Any) -> tuple[str, ...]:
    """The shared labels that all its readers see."""
    on = tuple(item.labels or ())
    kept = {one.id for one in known_labels(item) if one.sees != "readers"} if on else set()
    return tuple(name for name in on if name not in kept)


def _share(item: Any, wanted: Mapping[str, bool], actor: Actor) -> None:
    before = tuple(item.labels or ())
    kept = [name for name in before if wanted.get(name, True)]
    after = [*kept, *(name for name, on in wanted.items() if on and name not in kept)]
    if tuple(after) != before:
        item.labels = after
        Journal(item).note("edited", actor.userid, fields=["labels"])
        item.reindexObject(idxs=["item_labels"])


@implementer(IBatchAct)
class Labels:
    """One's own labels and the shared ones, on many items."""

    title = _("Labels")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        lines = {
            line.id: line.title for item in dossiers for line in label_lines(item, current_actor(item)) if line.changes
        }
        return (
            Question("change", _("What to do"), options=(("put", _("Put")), ("take", _("Take off")))),
            Question("labels", _("Labels"), "choices", tuple(lines.items())),
        )

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        set_labels(dossier, dict.fromkeys(wish["labels"], wish["change"] == "put"), actor)


LABELS = Labels()
