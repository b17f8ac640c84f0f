"""What citizens may read of a meeting: its public part, sent whole each time it changes."""

from collections.abc import Iterable
from typing import Any

from zope.event import notify

from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicItem
from commune.core.workflow.lookup import children
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.meetings import at_least
from commune.meeting.rules.publication import PublicAnnex, PublicFacts, Stage, public_meeting
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.texts import text_of
from commune.meeting.workflow.titles import spoken

PROJECT: Stage = "project"
DECISIONS: Stage = "decisions"
PRIVATE: Stage = "private"


def stage_of(meeting: Any, settings: Settings) -> Stage:
    """How much of the meeting is public in its present state."""
    if not settings.body.publication.public:
        return PRIVATE
    approved = meeting.approval_date is not None
    closed = meeting.state == "closed" and (settings.body.publication.decisions_at == "closing" or approved)
    if meeting.state == "decisions_published" or closed:
        return DECISIONS
    return PROJECT if at_least(meeting.state, "published") else PRIVATE


def publish_stage(meeting: Any, settings: Settings, items: Iterable[Any]) -> None:
    """Send the public part as it now stands, or take it back when the meeting is private again."""
    stage, before = stage_of(meeting, settings), meeting.publication
    if stage == before == PRIVATE:
        return
    meeting.publication = stage
    meeting.publication_serial += 1
    if stage == PRIVATE:
        notify(MeetingWithdrawn(meeting.UID(), meeting.publication_serial))
        return
    body = body_of(meeting)
    notify(
        MeetingPublished(
            meeting=meeting.UID(),
            body=body.getId(),
            body_title=body.title,
            title=meeting.title,
            day=aware(meeting.date).date(),
            stage=stage,
            serial=meeting.publication_serial,
            place=meeting.place or "",
            items=public_items(meeting, settings, stage, items),
        )
    )


def public_facts(item: Any, number: str, titles: dict[str, str]) -> PublicFacts:
    """What an item offers to publication."""
    return PublicFacts(
        uid=item.UID(),
        number=number,
        title=item.title,
        project_text="",
        decision_text="" if item.state in AGENDA_STATES else text_of(item),
        closed_session=(item.privacy or "").startswith("secret"),
        category=titles.get(item.category or "", ""),
        annexes=tuple(PublicAnnex(a.UID(), a.title, bool(a.publishable)) for a in children(item, "annex")),
    )


def public_items(meeting: Any, settings: Settings, stage: Stage, items: Iterable[Any]) -> tuple[PublicItem, ...]:
    """The items that may leave, as the rules of publication make them; outcomes only with the decisions."""
    numbers = numbering(meeting.agenda)
    titles = {term.id: spoken(term.title) for term in settings.body.agenda.categories}
    by_uid = {item.UID(): item for item in items}
    facts = [public_facts(item, str(numbers[uid]), titles) for uid, item in by_uid.items()]
    return tuple(
        PublicItem(
            uid=shown.uid,
            number=shown.number,
            title=shown.title,
            category=shown.category,
            decision=shown.text,
            outcome=by_uid[shown.uid].state if stage == DECISIONS and shown.uid else "",
        )
        for shown in public_meeting(facts, settings.body.publication, stage)
    )
