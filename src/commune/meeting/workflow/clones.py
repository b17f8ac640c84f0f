"""Copies of items: after a decision that calls for one, by hand, or for another body."""

from typing import Any

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.annexes import FLAGS, Annex, Category, Family, created
from commune.core.workflow.actor import Actor
from commune.core.workflow.annex_types import categories_of
from commune.core.workflow.creation import create, module_root, year_folder
from commune.core.workflow.lookup import children
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules.annex_types import counterpart
from commune.meeting.rules.clones import copied_fields
from commune.meeting.rules.outcomes import CloneOrder
from commune.meeting.workflow.opinion_copies import carry_over
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.settings import Settings, settings_of

LINKS = frozenset({"proposing_service"})
PROPOSALS = "proposals"


def values_of(item: Any) -> dict[str, Any]:
    """All field values of an item."""
    values = {name: getattr(item, name, None) for name in IMeetingItem}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def items_folder(body: Any) -> Any:
    """Where the items of a body created this year live."""
    return year_folder(module_root(body, PROPOSALS), today())


def copy_into(item: Any, body: Any, actor: Actor, **changes: Any) -> Any:
    """A new item of ``body`` with the texts of ``item``, linked to it; no meeting, number, vote or history."""
    same = body_of(item) == body
    selectable = settings_of(body).selectable
    fields = copied_fields(values_of(item), same, selectable)
    kept = {
        name: list(value) if isinstance(value, tuple) else (value or None)
        for name, value in fields.items()
        if name not in LINKS and name in IMeetingItem
    }
    fresh = {**kept, "responsible_unit": item.responsible_unit, "predecessor": item.UID(), **changes}
    new = create(items_folder(body), "meeting_item", **fresh)
    new.creators = item.creators
    item.successors = (*item.successors, new.UID())
    Journal(item).note("copied", actor.userid, copy=new.UID())
    Journal(new).note("copied_from", actor.userid, origin=item.UID())
    return new


def copy_annexes(item: Any, new: Any, sender: Settings | None = None, decisions: bool = False) -> None:
    """Copy the annexes, those of the decision only when asked; file bodies are shared, not copied.

    ``sender``: settings of the body that sends the item to another one: types become those of the other body, and
    files whose type is not kept there stay behind. Flags begin anew, as the type proposes; confidential stays so.
    """
    here, there = {one.id: one for one in categories_of(item)}, categories_of(new)
    target = body_of(new).getId()
    for annex in children(item, "annex"):
        old = here.get(annex.category or "", Category(annex.category or "", "", frozenset(Family), kind="item"))
        if not decisions and (old.kind == "decision" or annex.origin == "decision"):
            continue
        kept = old if sender is None else counterpart(sender.body.annexes, old, target, there)
        if kept is not None:
            _copy_annex(annex, new, kept)


def _copy_annex(annex: Any, new: Any, kind: Category) -> None:
    given = {"confidential": True} if annex.confidential else {}
    settled = created(Annex(annex.title or "", annex.file.filename), kind, given)
    flags = {flag: flag in settled.flags for flag in FLAGS} | {"confidential": bool(annex.confidential)}
    create(new, "annex", title=annex.title, file=annex.file, category=kind.id, origin=annex.origin,
           author=annex.author, digest=annex.digest, **flags)  # fmt: skip


def clone(item: Any, order: CloneOrder, actor: Actor) -> Any:
    """The copy that an outcome makes, in its starting state."""
    body = body_of(item)
    new = copy_into(item, body, actor, out_of_meeting=bool(item.out_of_meeting) and order.flagged_outside)
    if order.annexes:
        copy_annexes(item, new)
    carry_over(item, new, inherited=order.opinions == "inherited")
    if order.start == "validated":
        IProcess(new).move("validated")
    new.reindexObject()
    return new
