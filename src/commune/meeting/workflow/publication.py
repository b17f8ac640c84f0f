"""What citizens may read of a meeting: its public part, sent whole each time it changes."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from zope.event import notify

from commune.core.content.clock import BRUSSELS, now, today
from commune.core.content.journal import Journal
from commune.core.events import MeetingPublished, MeetingWithdrawn, Withdrawal
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.meetings import at_least
from commune.meeting.rules.publication import PublicItem, Stage, Tombstone, decisions_public_on, withdraw
from commune.meeting.workflow.leaving import Finding, against_leaving, findings, mask, waive, withdraw_waiver
from commune.meeting.workflow.outside import tell_published
from commune.meeting.workflow.place import aware, body_of, items_on
from commune.meeting.workflow.public_part import DECISIONS, public_frame, public_items
from commune.meeting.workflow.settings import Settings, settings_of

PROJECT: Stage = "project"
PRIVATE: Stage = "private"


def stage_of(meeting: Any, settings: Settings, state: str = "") -> Stage:
    """How much of the meeting is public in its present state, or would be in another."""
    state = state or meeting.state
    if not settings.body.publication.public:
        return PRIVATE
    if state == "decisions_published" or (state == "closed" and decisions_due(meeting, settings)):
        return DECISIONS
    shown = settings.body.publication.project and at_least(state, "published")
    return PROJECT if shown else PRIVATE


def decisions_due(meeting: Any, settings: Settings) -> bool:
    """Whether the day has come on which the decisions of a closed meeting go public."""
    moves = [entry for entry in Journal(meeting) if entry.data.get("target") == "closed"]
    closed = moves[-1].at.astimezone(BRUSSELS).date() if moves else today()
    day = decisions_public_on(settings.body.publication, closed, meeting.approval_date)
    return day is not None and day <= today()


def publish_stage(meeting: Any, settings: Settings, items: Iterable[Any]) -> None:
    """Send the public part as it now stands, or take it back when the meeting is private again.

    With personal data in it that stop a publication, nothing is sent: citizens go on reading the last sending.
    """
    stage, before = stage_of(meeting, settings), meeting.publication
    if stage == before == PRIVATE:
        return
    meeting.publication = stage
    if stage == PRIVATE:
        meeting.publication_serial += 1
        meeting.publication_digest, meeting.sent = "", ()
        gone = MeetingWithdrawn(meeting.UID(), meeting.publication_serial)
        notify(gone)
        tell_published(meeting, settings, gone)
        return
    letter = public_letter(meeting, settings, stage, items)
    digest = sha256(repr(astuple(letter)).encode()).hexdigest()
    held = () if digest == meeting.publication_digest else against_leaving(meeting, settings, stage, items)
    meeting.held = tuple(sorted({refusal.place.partition("/")[0] for refusal in held}))
    if digest != meeting.publication_digest and not held:
        meeting.publication_serial += 1
        meeting.publication_digest = digest
        meeting.sent = letter.items
        if stage == DECISIONS and meeting.public_since is None:
            meeting.public_since = now()
        numbered = replace(letter, serial=meeting.publication_serial)
        notify(numbered)
        tell_published(meeting, settings, numbered)


def publish_again(meeting: Any) -> None:
    """Send the public part anew when something of it changed since; nothing for a meeting that is not public."""
    if meeting is not None and meeting.publication != PRIVATE and not getattr(meeting, "_v_moving", False):
        publish_stage(meeting, settings_of(meeting), items_on(meeting))


def public_letter(meeting: Any, settings: Settings, stage: Stage, items: Iterable[Any]) -> MeetingPublished:
    """The public part, not numbered yet."""
    body = body_of(meeting)
    return MeetingPublished(
        meeting=meeting.UID(),
        body=body.getId(),
        body_title=body.title,
        title=meeting.title,
        day=aware(meeting.date).date(),
        stage=stage,
        serial=0,
        place=meeting.place or "",
        items=public_items(meeting, settings, stage, items),
        body_kind=body.kind or "",
        disclaimer=settings.body.publication.disclaimer,
        contact=settings.body.publication.contact,
        withdrawn=tuple(Withdrawal(uid, reason) for uid, reason in sorted(meeting.unpublished.items())),
        **public_frame(meeting, stage),
    )


def withdraw_item(meeting: Any, item: Any, reason: str, today: date, actor: str) -> None:
    """Take a public item off the publication, with a reason that citizens read; raises ``Refused``."""
    _check_on(meeting, item)
    stone = withdraw(PublicItem(item.UID(), ""), today, reason)
    if not isinstance(stone, Tombstone):
        raise Refused(*stone)
    meeting.unpublished = {**meeting.unpublished, stone.uid: stone.reason.strip()}
    Journal(meeting).note("item_unpublished", actor, stone.reason, item=stone.uid)
    publish_again(meeting)


def restore_item(meeting: Any, item: Any, actor: str) -> None:
    """Publish an item that was taken off; raises ``Refused`` when it was not."""
    _check_on(meeting, item)
    if item.UID() not in meeting.unpublished:
        raise Refused(Refusal("publication.not_withdrawn"))
    meeting.unpublished = {uid: why for uid, why in meeting.unpublished.items() if uid != item.UID()}
    Journal(meeting).note("item_published_again", actor, item=item.UID())
    publish_again(meeting)


def next_stage(meeting: Any, settings: Settings) -> Stage:
    """The stage to look through: what is public now, or would be first."""
    if meeting.publication != PRIVATE:
        return stage_of(meeting, settings) if stage_of(meeting, settings) != PRIVATE else PROJECT
    return PROJECT if settings.body.publication.project and not at_least(meeting.state, "decided") else DECISIONS


def personal_data(meeting: Any) -> list[Finding]:
    """What was found in the items that are public, or would be."""
    settings = settings_of(meeting)
    return findings(meeting, settings, next_stage(meeting, settings)) if settings.body.publication.public else []


def settle(meeting: Any, item: Any, what: str, found: str, reason: str, actor: str) -> None:
    """``mask``, ``waive`` (with a reason) or ``unwaive`` words, then publish what waited; raises ``Refused``."""
    _check_on(meeting, item)
    if what == "mask":
        mask(item, found, actor)
    elif what == "waive":
        waive(item, found, reason, actor)
    else:
        withdraw_waiver(item, found, actor)
    publish_again(meeting)


def keep_answer(meeting: Any, serial: int, refusals: tuple[tuple[str, str], ...]) -> None:
    """Remember what became of the last sending; an answer to an older one says nothing any more."""
    if serial == meeting.publication_serial:
        meeting.publication_answer = (serial, refusals)


@dataclass(frozen=True)
class Line:
    """An item of the agenda as citizens see it.

    ``status``: ``closed`` (it never leaves), ``private``, ``withdrawn``, ``held`` (personal data), ``queued``,
    ``confirmed`` or ``refused``;
    ``why``: the reason of the withdrawal.
    """

    uid: str
    number: str
    title: str
    status: str
    why: str = ""


def lines(meeting: Any) -> tuple[Line, ...]:
    """The agenda with what became of each item; for managers of the body."""
    numbers = numbering(meeting.agenda)
    return tuple(
        Line(item.UID(), str(numbers[item.UID()]), item.title, _status(meeting, item),
             meeting.unpublished.get(item.UID(), ""))
        for item in items_on(meeting)
    )  # fmt: skip


def _status(meeting: Any, item: Any) -> str:
    if (item.privacy or "").startswith("secret"):
        return "closed"
    if item.UID() in meeting.unpublished:
        return "withdrawn"
    if meeting.publication == PRIVATE:
        return "private"
    if item.UID() in meeting.held:
        return "held"
    serial, refusals = meeting.publication_answer
    told = {outcome for _serial, outcome, _error in meeting.outside.values()}
    if refusals or "dead" in told:
        return "refused"
    return "queued" if serial != meeting.publication_serial or told - {"sent"} else "confirmed"


def _check_on(meeting: Any, item: Any) -> None:
    if item is None or item.UID() not in meeting.agenda.uids:
        raise Refused(Refusal("publication.not_on_agenda"))
