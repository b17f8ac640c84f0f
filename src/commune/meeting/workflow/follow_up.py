"""What becomes of a decision: the follow-up asked and given, and its way before the supervisory authority."""

from html import escape
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.calendar import authority_calendar
from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.interfaces import IClocks
from commune.core.rules.deadlines import Deadline
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.clocks import Clock
from commune.core.workflow.process import Refused
from commune.meeting.content.item import IMeetingItem
from commune.meeting.i18n import _
from commune.meeting.rules import followup as rules
from commune.meeting.rules.followup import SUPERVISION, Supervision, supervision_deadline
from commune.meeting.rules.outcomes import DECIDED, outcome_of
from commune.meeting.workflow.access import item_grants
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.texts import rich

OF_SERVICE = frozenset({"access.level", "access.all_levels", "access.passed_level", "access.creators"})
"""Rights that people have as members of the service that proposed the item."""
FOLLOWED = ["item_labels", "item_supervision", "next_due", "modified"]


def ask_follow_up(item: Any, text: str, actor: Actor) -> None:
    """A manager asks the service what becomes of the decision; a follow-up given before is awaited once more."""
    check_manager(actor, item)
    item.needed_follow_up = rich(written(text))
    _keep(item, rules.labels_needed(item.labels or ()), actor, "follow_up_asked")


def drop_follow_up(item: Any, actor: Actor) -> None:
    """A manager says that nothing more is to be told; what was written stays."""
    check_manager(actor, item)
    _keep(item, rules.labels_without(item.labels or ()), actor, "follow_up_dropped")


def give_follow_up(item: Any, text: str, actor: Actor) -> None:
    """The service says what became of the decision, even long after it can write nothing else in the item."""
    if not provides(item, actor):
        raise Refused(Refusal("followup.not_service"))
    refusals = rules.against_providing(item.labels or (), text)
    if refusals:
        raise Refused(*refusals)
    item.provided_follow_up = rich(written(text))
    _keep(item, rules.labels_provided(item.labels or ()), actor, "follow_up_given")


def provides(item: Any, actor: Actor) -> bool:
    """Whether the actor may say what became of the item: people of its service, managers of the body."""
    if oversees(actor, item):
        return True
    return any(grant.rule in OF_SERVICE and grant.principal in actor.groups for grant in item_grants(item))


def written(text: str) -> str:
    """What was typed as HTML: markup is kept, plain lines become paragraphs."""
    if text.lstrip().startswith("<"):
        return text
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def _keep(item: Any, labels: tuple[str, ...], actor: Actor, kind: str) -> None:
    item.labels = list(labels)
    item.version += 1
    Journal(item).note(kind, actor.userid)
    item.reindexObject(idxs=FOLLOWED)


def record_supervision(item: Any, track: Supervision, actor: Actor) -> None:
    """A manager enters the days and the answer of the authority; raises ``Refused`` with every fault."""
    check_manager(actor, item)
    refusals = rules.against_track(track, today())
    if item.state not in DECIDED:
        refusals = (Refusal("followup.not_decided"), *refusals)
    if refusals:
        raise Refused(*refusals)
    before, item.supervision = item.supervision, track
    item.version += 1
    changed = {name: [str(getattr(before, name) or ""), str(getattr(track, name) or "")]
               for name in track.__dataclass_fields__ if getattr(before, name) != getattr(track, name)}  # fmt: skip
    Journal(item).note("supervision_recorded", actor.userid, changed=changed)
    item.reindexObject(idxs=FOLLOWED)


def deadline_of(item: Any) -> Deadline:
    """Until when the authority may answer."""
    track = item.supervision
    return supervision_deadline(track, SUPERVISION[track.kind], authority_calendar())


def supervised(item: Any) -> bool:
    """Whether the decision goes before the authority: it says so and was adopted, or it was sent."""
    outcome = outcome_of(item.state)
    return item.supervision.sent is not None or bool(item.to_authority and outcome is not None and outcome.positive)


def standing(item: Any) -> str:
    """Where the decision stands before the authority today (see ``rules.followup.standing``)."""
    return rules.standing(item.supervision, deadline_of(item), supervised(item), today())


@implementer(IClocks)
@adapter(IMeetingItem)
class ItemClocks:
    """The answer that a decision waits for."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def clocks(self) -> tuple[Clock, ...]:
        track = self.context.supervision
        if track.sent is None:
            return ()
        title = _("Answer of the supervisory authority")
        return (Clock("supervision", title, deadline_of(self.context), track.answered, ours=False),)
