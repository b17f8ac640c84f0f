"""Acts on many items of a list: who is in charge, in copy, which committees, opinions asked, removal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory

from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import Question, changed
from commune.core.rules.functions import group_id
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.meeting.i18n import _
from commune.meeting.workflow.deletion import delete_item
from commune.meeting.workflow.place import bodies
from commune.meeting.workflow.settings import settings_of

CHANGES = (("add", _("Add")), ("remove", _("Take off")), ("replace", _("Put in the place of all")))
Pairs = tuple[tuple[str, str], ...]


def services(_dossiers: Sequence[Any]) -> Pairs:
    """The services of the authority, by uid."""
    terms = getUtility(IVocabularyFactory, "commune.core.units")(api.portal.get())
    return tuple((term.value, term.title) for term in terms)


def copy_groups(dossiers: Sequence[Any]) -> Pairs:
    """The observers of each service, and the groups that the items name already."""
    known = {group_id(uid, "observer"): title for uid, title in services(dossiers)}
    named = {group for item in dossiers for group in item.copy_groups or ()}
    return (*known.items(), *((group, group) for group in sorted(named - set(known))))


def committees(dossiers: Sequence[Any]) -> Pairs:
    """The bodies that are committees, and the committees that the items name already."""
    kinds = {one.getId(): one for one in bodies(api.portal.get())}
    known = {id_: one.title for id_, one in kinds.items() if settings_of(one).body.identity.kind == "committee"}
    named = {one for item in dossiers for one in item.committees or ()}
    return (*known.items(), *((one, one) for one in sorted(named - set(known))))


def advisers(_dossiers: Sequence[Any]) -> Pairs:
    """The services that somebody advises for, by code."""
    terms = getUtility(IVocabularyFactory, "commune.meeting.advisers")(api.portal.get())
    return tuple((term.value, term.title) for term in terms)


@implementer(IBatchAct)
@dataclass(frozen=True)
class ListChange:
    """A list of items is added to, taken from or replaced, on those that the person edits."""

    title: Any
    field: str
    options: Callable[[Sequence[Any]], Pairs]
    changes: Pairs = CHANGES

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        return (
            Question("change", _("What to do"), options=self.changes),
            Question("values", self.title, "choices", self.options(dossiers)),
        )

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        if not getSecurityManager().checkPermission("Modify portal content", dossier):
            raise Refused(Refusal("items.not_edited_now"))
        before = tuple(getattr(dossier, self.field, None) or ())
        after = changed(before, wish["change"], wish["values"])
        if after == before:
            raise Refused(Refusal("items.already_so"))
        setattr(dossier, self.field, list(after))
        Journal(dossier).note("edited", actor.userid, fields=[self.field])
        dossier.version += 1
        notify(ObjectModifiedEvent(dossier))
        dossier.reindexObject()
        dossier.reindexObjectSecurity()


@implementer(IBatchAct)
class Delete:
    """Items are deleted, each as far as the rules let the person."""

    title = _("Delete the items")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        return (Question("sure", _("Deleted items do not come back"), options=(("yes", _("Delete them")),)),)

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        delete_item(dossier, actor)


IN_CHARGE = ListChange(_("Services in charge"), "services_in_charge", services)
COPIES = ListChange(_("Groups in copy"), "copy_groups", copy_groups)
COMMITTEES = ListChange(_("Committees"), "committees", committees)
OPINIONS = ListChange(_("Opinions asked"), "optional_advisers", advisers, CHANGES[:1])
DELETE = Delete()
