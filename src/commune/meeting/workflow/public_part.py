"""The public part of a meeting: its items, files and polls as citizens may know them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from commune.core.content.clock import today
from commune.core.events import PublicFile, PublicItem, PublicPoll
from commune.core.workflow.lookup import by_uids, children
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.attendance import Presence, item_presents
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.personal_data import de_named
from commune.meeting.rules.publication import PublicAnnex, PublicFacts, Stage, public_meeting
from commune.meeting.rules.votes import SECRET_KINDS, Kind, Poll, Value
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.presence import chair_of, secretaries
from commune.meeting.workflow.results import COUNTED, result_of
from commune.meeting.workflow.session import polls_of
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.snapshots import drafts
from commune.meeting.workflow.texts import text_of
from commune.meeting.workflow.titles import spoken

DECISIONS: Stage = "decisions"


def public_facts(
    item: Any,
    number: str,
    titles: Mapping[str, str],
    draft: str = "",
    withdrawn: bool = False,
    names: tuple[str, ...] = (),
) -> PublicFacts:
    """What an item offers to publication. ``draft``: what was put before the members, once it is decided."""
    decided = item.state not in AGENDA_STATES
    text = de_named(text_of(item), today(), names) if item.de_named else text_of(item)
    return PublicFacts(
        uid=item.UID(),
        number=number,
        title=item.title,
        project_text=draft if decided else text,
        decision_text=text if decided else "",
        closed_session=(item.privacy or "").startswith("secret"),
        category=titles.get(item.category or "", ""),
        publish=False if withdrawn else None,
        annexes=tuple(
            PublicAnnex(a.UID(), a.title, bool(a.publishable) and not a.confidential) for a in children(item, "annex")
        ),
    )


def public_items(meeting: Any, settings: Settings, stage: Stage, items: Iterable[Any]) -> tuple[PublicItem, ...]:
    """The items that may leave, as the rules of publication make them; outcomes and votes only with the decisions."""
    numbers = numbering(meeting.agenda)
    shared = settings.body.publication.categories
    titles = {term.id: shared.get(term.id) or spoken(term.title) for term in settings.body.agenda.categories}
    by_uid = {item.UID(): item for item in items}
    put = drafts(meeting) if stage != DECISIONS else {}
    names = settings.body.publication.watched_names
    facts = [
        public_facts(item, str(numbers[uid]), titles, put.get(uid, ""), uid in meeting.unpublished, names)
        for uid, item in by_uid.items()
        if uid in numbers
    ]
    found = []
    for shown in public_meeting(facts, settings.body.publication, stage):
        item = by_uid.get(shown.uid)
        files = tuple(_file(a) for a in children(item, "annex") if a.UID() in shown.annexes) if item is not None else ()
        decided = _decided(item, meeting, settings) if stage == DECISIONS and item is not None else {}
        found.append(
            PublicItem(
                shown.uid,
                shown.number,
                shown.title,
                shown.category,
                shown.text,
                files=files,
                robots=_robots(item, settings),
                in_charge=_in_charge(item, settings),
                **decided,
            )
        )
    return tuple(found)


def _robots(item: Any, settings: Settings) -> str:
    return settings.body.publication.robots.get(item.category or "", "") if item is not None else ""


def _in_charge(item: Any, settings: Settings) -> tuple[str, ...]:
    """Who answers for the item: as the body says for its services in charge, else for the one that proposes it."""
    known = settings.body.publication.representatives
    if not known or item is None:
        return ()
    units = by_uids(item.services_in_charge or (item.responsible_unit or "",))
    return tuple(dict.fromkeys(known[unit.code] for unit in units if unit.code in known))


def public_frame(meeting: Any, stage: Stage) -> dict[str, Any]:
    """When the meeting is held and, with the decisions, who presided, kept the minutes and was there."""
    sheet = sheet_of(meeting)
    frame: dict[str, Any] = {"start": _instant(aware(meeting.date))}
    if stage != DECISIONS:
        return frame
    keepers = secretaries(meeting)
    return frame | {
        "opened": _instant(meeting.start),
        "closed": _instant(meeting.end),
        "chair": chair_of(sheet),
        "secretary": keepers[0].uid if keepers and sheet.members else "",
        "present": tuple(one.uid for one in sheet.members if one.presence is Presence.PRESENT),
    }


def _decided(item: Any, meeting: Any, settings: Settings) -> dict[str, Any]:
    polls = polls_of(item, settings) if item.polls else ()
    return {
        "outcome": item.state,
        "reference": item.deliberation_number or "",
        "polls": tuple(_poll(item, index, poll) for index, poll in enumerate(polls) if poll.kind in COUNTED),
        "present": item_presents(sheet_of(meeting), item.UID()),
    }


def _poll(item: Any, index: int, poll: Poll) -> PublicPoll:
    tally, result = result_of(item, index)
    named: dict[Value, list[str]] = {}
    if poll.kind is Kind.PUBLIC:
        for uid, value in poll.values.items():
            named.setdefault(value, []).append(uid)
    return PublicPoll(
        secret=poll.kind in SECRET_KINDS,
        verdict=result.verdict.value,
        label=poll.label,
        counts=tuple((value.value, count) for value, count in tally.counts.items() if count),
        ballots=tuple((value.value, tuple(uids)) for value, uids in named.items()),
    )


def _file(annex: Any) -> PublicFile:
    file = annex.file
    return PublicFile(annex.UID(), annex.title or "", file.filename, file.contentType, file.getSize(), annex.sha256)


def _instant(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment is not None else None
