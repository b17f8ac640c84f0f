"""Acts on items, opinions and meetings are told by mail to those whom the body's settings name."""

from typing import Any

from zope.component import adapter

from commune.core.events import DossierMoved
from commune.core.rules.functions import group_id
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.opinions import opinion_files
from commune.meeting.events import ItemSent, OpinionActed
from commune.meeting.rules.notifications import CLONING, notices
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow import happenings
from commune.meeting.workflow import notifications as mails
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import states_for
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.settings import fixed, settings_of

TOLD = {"given": happenings.GIVEN, "asked_again": happenings.ASKED}
"""What programs are told of acts on opinions."""


@adapter(DossierMoved)
def tell_move(letter: DossierMoved) -> None:
    """Tell the move of an item or of a meeting."""
    if letter.kind == "meeting_item":
        tell_item_move(by_uid(letter.uid), letter)
    elif letter.kind == "meeting":
        meeting = by_uid(letter.uid)
        group = group_id(body_of(meeting).UID(), "member")
        mails.tell(meeting, "meeting_moved", mails.members(group), letter.actor)


def tell_item_move(item: Any, letter: DossierMoved) -> None:
    """The notices of the move, then the opinions that may be given from now on."""
    settings = settings_of(item)
    late = is_late(item)
    for notice in notices(settings.body.chain, letter.source, letter.target, late, settings.body.access.copy_states):
        links = mails.copies_of(item) if notice.kind in CLONING.values() else ()
        mails.tell(item, notice.kind, mails.audience(item, notice), letter.actor, links)
    states = {name: states_for(settings, name).give for name in opinion_files(item)}
    opening = [name for name, give in states.items() if item.state in give and letter.source not in give]
    ask_opinions(item, frozenset(opening), letter.actor)


def is_late(item: Any) -> bool:
    """Whether the meeting that the item is meant for is frozen already."""
    preferred = by_uid(item.preferred_meeting)
    return preferred is not None and preferred.state != "closed" and fixed(preferred.state)


def ask_opinions(item: Any, services: frozenset[str], actor: str) -> None:
    """Tell those who work on the opinions of those services that they may be given now."""
    files = effective_files(item)
    waiting = [name for name in sorted(services) if not is_given(files[name].opinion)]
    for name in waiting:
        happenings.tell_opinion(item, name, happenings.ASKED)
    people = [who for name in waiting for who in mails.advisers(item, name)]
    if people:
        mails.tell(item, "opinion_to_give", people, actor)


def tell_invalidated(item: Any, service: str, actor: str) -> None:
    """An edit of the item took the opinion away: its advisers are to look at it again."""
    mails.tell(item, "opinion_invalidated", mails.advisers(item, service), actor)


@adapter(OpinionActed)
def tell_opinion(letter: OpinionActed) -> None:
    """A given opinion is told to the service of the item, one asked again to its advisers, an incomplete file to the
    service, one to be looked at again to those who control it."""
    item = by_uid(letter.item)
    if letter.act in TOLD:
        happenings.tell_opinion(item, letter.service, TOLD[letter.act])
    if letter.act == "given":
        mails.tell(item, "opinion_given", mails.service(item), letter.actor)
    elif letter.act == "asked_again":
        mails.tell(item, "opinion_asked_again", mails.advisers(item, letter.service), letter.actor)
    elif letter.act == "file_incomplete":
        mails.tell(item, "file_incomplete", mails.service(item), letter.actor)
    elif letter.act == "file_asked_again":
        people = [who for name in opinion_files(item) for who in mails.advisers(item, name)]
        mails.tell(item, "file_asked_again", people, letter.actor)


@adapter(ItemSent)
def tell_received(letter: ItemSent) -> None:
    """The managers of the receiving body learn of the copy."""
    copy = by_uid(letter.copy)
    mails.tell(copy, "item_cloned_here", mails.managers(copy), letter.actor)
