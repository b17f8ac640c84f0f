"""The files of items: their categories, who adds and removes them, and what a change of them means."""

from typing import Any

from AccessControl import getSecurityManager
from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IAnnexPolicy
from commune.core.rules.annexes import Category, Family
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.annexes import Categories
from commune.meeting.content.item import IMeetingItem
from commune.meeting.i18n import _
from commune.meeting.rules import annexes as rules
from commune.meeting.rules.annexes import Hand, kind_of
from commune.meeting.workflow.access import item_grants
from commune.meeting.workflow.follow_up import OF_SERVICE
from commune.meeting.workflow.settings import settings_of

FLAGS = frozenset(Family)
CATEGORIES = Categories(
    (
        Category("item_annex", _("Annex of the item"), FLAGS),
        Category(rules.DECISION, _("Annex of the decision"), FLAGS),
        Category(rules.OPINION, _("Annex of an opinion"), FLAGS),
    )
)


def hand_of(item: Any, actor: Actor) -> Hand:
    """What the actor is to the item now."""
    held = {grant.rule for grant in item_grants(item) if grant.principal in actor.groups}
    edits = bool(getSecurityManager().checkPermission("Modify portal content", item))
    return Hand(edits, bool(held & OF_SERVICE), "access.adviser_gives" in held)


@implementer(IAnnexPolicy)
@adapter(IMeetingItem)
class ItemAnnexes:
    """The rules of files of items."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def against_adding(self, category: str, actor: Actor) -> Refusals:
        return rules.against_adding(kind_of(category), hand_of(self.context, actor))

    def against_removing(self, annex: Any, actor: Actor) -> Refusals:
        kind, adaptations = (
            kind_of(annex.category or "", annex.origin or ""),
            settings_of(self.context).body.adaptations,
        )
        own = bool(annex.author) and annex.author == actor.userid
        return rules.against_removing(kind, hand_of(self.context, actor), own, adaptations)
