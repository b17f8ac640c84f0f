"""The files of items and meetings: their types, who adds, changes and removes them, and what a change of them means."""

from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IAnnexCategories, IAnnexPolicy
from commune.core.rules.annexes import Category
from commune.core.rules.file_policy import MEBIBYTE, FilePolicy
from commune.core.rules.functions import group_id
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.annex_policy import POLICY, RolesOnly
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.i18n import _
from commune.meeting.rules import annexes as rules
from commune.meeting.rules.annex_types import MEETING, delivered, types_of
from commune.meeting.rules.annexes import Hand, Kind
from commune.meeting.rules.bodies import Body
from commune.meeting.workflow.access import item_grants
from commune.meeting.workflow.follow_up import OF_SERVICE
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.settings import settings_of

DELIVERED = delivered({
    "item_annex": _("Annex of the item"),
    rules.DECISION: _("Annex of the decision"),
    rules.OPINION: _("Annex of an opinion"),
    MEETING: _("Annex of the meeting"),
})  # fmt: skip


class Types:
    """The types of the body for files of ``kinds``."""

    kinds: tuple[str, ...] = ()

    def __init__(self, context: Any) -> None:
        self.context = context

    @property
    def categories(self) -> tuple[Category, ...]:
        return types_of(settings_of(self.context).body.annexes, DELIVERED, self.kinds)


@implementer(IAnnexCategories)
@adapter(IMeetingItem)
class ItemTypes(Types):
    """Of the item, of its decision, of opinions on it."""

    kinds = ("item", "decision", "opinion")


@implementer(IAnnexCategories)
@adapter(IMeeting)
class MeetingTypes(Types):
    """Of the meeting."""

    kinds = ("meeting",)


def hand_of(item: Any, actor: Actor) -> Hand:
    """What the actor is to the item now."""
    held = {grant.rule for grant in item_grants(item) if grant.principal in actor.groups}
    edits = bool(getSecurityManager().checkPermission("Modify portal content", item))
    return Hand(edits, bool(held & OF_SERVICE), "access.adviser_gives" in held)


def kind_in(item: Any, category: str, origin: str = "") -> Kind:
    """What a file of that type belongs to, in the body of the item."""
    kinds = {one.id: one.kind for one in DELIVERED} | {
        one.id: one.kind for one in types_of(settings_of(item).body.annexes, DELIVERED, ItemTypes.kinds)
    }
    return rules.kind_of(category, origin, kinds)  # type: ignore[arg-type]


@implementer(IAnnexPolicy)
@adapter(IMeeting)
class MeetingAnnexes(RolesOnly):
    """Who edits the meeting handles its files."""

    @cached_property
    def body(self) -> Body:
        return settings_of(self.context).body

    def managers(self) -> frozenset[str]:
        return frozenset({group_id(body_of(self.context).UID(), "manager")})

    def file_policy(self) -> FilePolicy:
        return FilePolicy(POLICY.categories, largest=self.body.annexes.largest * MEBIBYTE)


@implementer(IAnnexPolicy)
@adapter(IMeetingItem)
class ItemAnnexes(MeetingAnnexes):
    """The rules of files of items."""

    def against_adding(self, category: str, actor: Actor) -> Refusals:
        last = self.body.annexes.decisions_until
        closed = bool(last) and self.context.state not in last
        return rules.against_adding(kind_in(self.context, category), hand_of(self.context, actor), closed)

    def against_removing(self, annex: Any, actor: Actor) -> Refusals:
        kind, own = self._file(annex, actor)
        return rules.against_removing(kind, hand_of(self.context, actor), own, self.body.adaptations)

    def against_changing(self, annex: Any, actor: Actor) -> Refusals:
        kind, own = self._file(annex, actor)
        return rules.against_changing(kind, hand_of(self.context, actor), own)

    def _file(self, annex: Any, actor: Actor) -> tuple[Kind, bool]:
        own = bool(annex.author) and annex.author == actor.userid
        return kind_in(self.context, annex.category or "", annex.origin or ""), own
