"""The vote on urgency: whether an item that was not on the agenda sent may be decided (CDLD art. L1122-24)."""

from collections.abc import Iterable
from html import escape
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.content.session import sheet_of
from commune.meeting.i18n import _
from commune.meeting.rules.attendance import item_presents
from commune.meeting.rules.lateness import URGENT, UrgencyVote, against_urgent, urgency_needed
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.presence import names_of
from commune.meeting.workflow.session import check_open
from commune.meeting.workflow.texts import raw

REJECTED = "items.urgency_rejected"


def against_deciding(item: Any) -> Refusals:
    """Why the item cannot be decided as long as its urgency is not admitted."""
    return against_urgent(item.list_type or "normal", item.urgency)


def presents(item: Any) -> tuple[str, ...]:
    """The members present for the item, in their order."""
    meeting = by_uid(item.meeting)
    return item_presents(sheet_of(meeting), item.UID()) if meeting is not None else ()


def needed(item: Any) -> int:
    """How many of them must vote for urgency."""
    return urgency_needed(len(presents(item)), aware(by_uid(item.meeting).date).date())


def enter(item: Any, in_favour: Iterable[str], motivation: str, actor: Actor) -> Refusals:
    """Record who voted for urgency and why it is urgent. Returns the reason when too few did: the item
    then left the agenda. Raises ``Refused``, and records nothing, when the vote cannot be entered so.
    """
    check_manager(actor, item)
    meeting, chosen = by_uid(item.meeting), tuple(dict.fromkeys(in_favour))
    if meeting is None or item.list_type != URGENT:
        raise Refused(Refusal("items.not_urgent"))
    check_open(meeting)
    here = presents(item)
    absent = [Refusal("urgency.not_present", {"member": uid}, "in_favour") for uid in chosen if uid not in here]
    if not here:
        absent.append(Refusal("urgency.nobody_noted"))
    vote = UrgencyVote(len(here), chosen, motivation.strip(), aware(meeting.date).date())
    found = against_urgent(URGENT, vote)
    wrong = (*absent, *(refusal for refusal in found if refusal.code != REJECTED))
    if wrong:
        raise Refused(*wrong)
    item.urgency = vote
    item.version += 1
    _note(item, vote, not found, actor)
    if found:
        IProcess(item).perform(actor, "back_to_validated", motivation.strip())
    return found


def _note(item: Any, vote: UrgencyVote, admitted: bool, actor: Actor) -> None:
    names = names_of(by_uid(item.meeting))
    Journal(item).note(
        "urgency_admitted" if admitted else "urgency_rejected", actor.userid, vote.motivation,
        in_favour=[names.get(uid, uid) for uid in vote.in_favour], present=vote.present, needed=needed(item),
    )  # fmt: skip


def told(item: Any) -> str:
    """What the minutes say of the urgency admitted, in the authority's language; empty for other items."""
    vote = item.urgency
    if vote is None or against_urgent(URGENT, vote) != NONE:
        return ""
    names = names_of(by_uid(item.meeting))
    mapping = {
        "in_favour": len(vote.in_favour),
        "present": vote.present,
        "names": ", ".join(names.get(uid, uid) for uid in vote.in_favour),
        "why": vote.motivation,
    }
    text = _(
        "urgency_told",
        default="Urgency is admitted by ${in_favour} of the ${present} members present (${names}): ${why}",
        mapping=mapping,
    )
    return f"<p>{escape(translate(text, target_language=api.portal.get_default_language()))}</p>"


def shown(item: Any) -> str:
    """The reason that the form proposes: the one voted on, else that of the item."""
    return item.urgency.motivation if item.urgency is not None else raw(item, "emergency_motivation")
