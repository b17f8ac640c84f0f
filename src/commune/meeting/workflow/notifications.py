"""Mails about items and meetings: one per person and event, to those only who may read what it is about."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.content.journal import Journal
from commune.core.interfaces import IAccessPolicy
from commune.core.rules.functions import group_id
from commune.core.workflow import mail
from commune.core.workflow.actor import ADMINISTRATORS, SYSTEM
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import members, unit_uid
from commune.meeting.content.opinions import opinion_files
from commune.meeting.i18n import _
from commune.meeting.rules.notifications import Notice, last_actor_at
from commune.meeting.workflow.opinions import acting_functions
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.settings import Settings, settings_of

READING = frozenset({"Dossier Reader", "Dossier Contributor", "Dossier Editor", "Dossier Manager"})
SUBJECTS = {
    "item_proposed": _("mail_item_proposed", default="To be looked at: ${item}"),
    "item_sent_back": _("mail_item_sent_back", default="Sent back to you: ${item}"),
    "item_validated": _("mail_item_validated", default="Ready for an agenda: ${item}"),
    "item_late": _("mail_item_late", default="Late, its meeting is already frozen: ${item}"),
    "item_presented": _("mail_item_presented", default="On the agenda: ${item}"),
    "item_unpresented": _("mail_item_unpresented", default="Taken off the agenda: ${item}"),
    "item_returned": _("mail_item_returned", default="Returned to the service: ${item}"),
    "item_back": _("mail_item_back", default="Back on the agenda: ${item}"),
    "item_decided": _("mail_item_decided", default="Decided: ${item}"),
    "item_delayed": _("mail_item_delayed", default="Delayed, a copy is open: ${item}"),
    "item_postponed": _("mail_item_postponed", default="Postponed, a copy is ready: ${item}"),
    "item_copy_access": _("mail_item_copy_access", default="In copy: ${item}"),
    "item_cloned_here": _("mail_item_cloned_here", default="Received from another body: ${item}"),
    "opinion_to_give": _("mail_opinion_to_give", default="Opinion asked: ${item}"),
    "opinion_given": _("mail_opinion_given", default="Opinion given: ${item}"),
    "opinion_asked_again": _("mail_opinion_asked_again", default="Opinion asked again: ${item}"),
    "opinion_invalidated": _("mail_opinion_invalidated", default="To be given again, the item changed: ${item}"),
    "opinion_delay_near": _("mail_opinion_delay_near", default="The time for your opinion is nearly over: ${item}"),
    "opinion_delay_over": _("mail_opinion_delay_over", default="The time for your opinion is over: ${item}"),
    "file_incomplete": _("mail_file_incomplete", default="The file is incomplete: ${item}"),
    "file_asked_again": _("mail_file_asked_again", default="Is the file complete now? ${item}"),
    "meeting_moved": _("mail_meeting_moved", default="Meeting: ${item}"),
    "recurring_failed": _("mail_recurring_failed", default="A recurring item could not be made: ${item}"),
}
CLOSED_ITEM = _("mail_closed_item", default="an item of the closed session")


@dataclass(frozen=True)
class Person:
    """An account that may receive mails."""

    id: str
    email: str
    groups: frozenset[str]
    administrator: bool = False


KNOWN: ContextVar[dict[str, Person | None] | None] = ContextVar("accounts looked up, by id", default=None)


@contextmanager
def told_together() -> Iterator[None]:
    """While it lasts each person is looked up once, and gets one mail at its end, whatever was told."""
    token = KNOWN.set({})
    try:
        with mail.gathered():
            yield
    finally:
        KNOWN.reset(token)


def persons(userids: Collection[str]) -> list[Person]:
    """The accounts of those ids that exist, once each."""
    known = KNOWN.get()
    if known is None:
        known = {}
    for userid in userids:
        if userid not in known:
            known[userid] = _person(userid)
    found = (known[userid] for userid in dict.fromkeys(userids))
    return [one for one in found if one is not None]


def _person(userid: str) -> Person | None:
    user = api.user.get(userid=userid)
    if user is None:
        return None
    admin = bool(ADMINISTRATORS & set(user.getRoles()))
    return Person(userid, user.getProperty("email") or "", frozenset(user.getGroups()), admin)


def may_read(dossier: Any, person: Person) -> bool:
    """Whether the rights of now let the person read the dossier."""
    if person.administrator:
        return True
    grants = IAccessPolicy(dossier).grants()
    return any(READING & roles for who, roles in grants.items() if who == person.id or who in person.groups)


def tell(about: Any, kind: str, userids: Collection[str], but: str = "", links: tuple[Any, ...] = ()) -> list[str]:
    """Mail an event to those of the accounts who may read the dossier; returns the ids of those told.

    ``but``: who did it and needs no mail; ``links``: other dossiers named in the mail.
    """
    settings = settings_of(about).body.notifications
    if settings.mode == "off" or kind in settings.disabled:
        return []
    chosen = [one for one in persons(userids) if one.id != but and one.email and may_read(about, one)]
    if settings.mode == "test":
        Journal(about).note("mail_tested", SYSTEM.userid, event=kind, to=sorted(one.id for one in chosen))
    else:
        for one in chosen:
            seen = [link for link in links if may_read(link, one)]
            mail.send(one.email, subject(about, kind), text(about, seen), about=about)
    return [one.id for one in chosen]


def subject(about: Any, kind: str) -> str:
    """The subject in the language of the authority; it begins with the code of the body."""
    message = Message(SUBJECTS[kind], mapping={"item": name_of(about)})
    return f"[{body_of(about).code}] {_said(message)}"


def name_of(dossier: Any) -> str:
    """The title; for an item of the closed session its reference, or words that say nothing of it."""
    if (getattr(dossier, "privacy", "") or "").startswith("secret"):
        return dossier.reference or _said(CLOSED_ITEM)
    return str(dossier.title)


def text(about: Any, links: Iterable[Any] = ()) -> str:
    """What the mail says: where to look, and nothing of the matter itself."""
    return "\n".join([name_of(about), *(dossier.absolute_url() for dossier in (about, *links))])


def _said(message: Any) -> str:
    return str(translate(message, target_language=api.portal.get_default_language()))


def managers(context: Any) -> list[str]:
    """The managers of the body."""
    return members(group_id(body_of(context).UID(), "manager"))


def service(item: Any) -> list[str]:
    """The creators of the item's service, and who made the item."""
    unit = item.responsible_unit
    return list(dict.fromkeys([*(members(group_id(unit, "creator")) if unit else []), *item.creators]))


def advisers(item: Any, code: str) -> list[str]:
    """Who works on the opinion of that service now: the person asked by name, its advisers, the hands of its chain."""
    file, uid = opinion_files(item).get(code), unit_uid(code)
    if file is None or not uid:
        return []
    settings = settings_of(item)
    people = members(*(group_id(uid, function) for function in acting_functions(file, settings)))
    return [file.person] if file.person in people else people


def at_level(item: Any, settings: Settings, state: str) -> list[str]:
    """Who acts at a level of the chain in the item's service."""
    level = next((level for level in settings.body.chain.enabled if level.state == state), None)
    if level is None or not item.responsible_unit:
        return []
    return members(*(group_id(item.responsible_unit, function) for function in sorted(level.functions)))


def acted_at(item: Any, settings: Settings, state: str) -> list[str]:
    """Who last acted at the level, or everybody there when nobody did or the account is gone."""
    moves = [(str(entry.data.get("source", "")), entry.actor) for entry in Journal(item) if entry.kind == "transition"]
    last = last_actor_at(state, moves)
    return [last] if persons([last]) else at_level(item, settings, state)


def audience(item: Any, notice: Notice) -> list[str]:
    """The accounts that a notice is meant for."""
    settings = settings_of(item)
    chosen = {
        "level": lambda: at_level(item, settings, notice.level),
        "last_actor": lambda: acted_at(item, settings, notice.level),
        "managers": lambda: managers(item),
        "service": lambda: service(item),
        "copies": lambda: members(*(item.copy_groups or ())),
    }
    return chosen[notice.to]()


def copies_of(item: Any) -> tuple[Any, ...]:
    """The last copy made of the item, to be named beside it."""
    last = by_uid(item.successors[-1]) if item.successors else None
    return (last,) if last is not None else ()
