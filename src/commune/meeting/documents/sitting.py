"""What the documents of a meeting have in common, as plain data."""

from collections.abc import Mapping
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from zope.i18n import translate

from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.mandates import Seat
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.attendance import Presence, Sheet, item_presents, withdrawn
from commune.meeting.rules.comings import Moves, moves
from commune.meeting.rules.votes import SECRET_KINDS
from commune.meeting.rules.wording import wording
from commune.meeting.workflow.place import body_of, items_on, oversees
from commune.meeting.workflow.presence import chair_of, known_sheet, named, names_of, secretaries
from commune.meeting.workflow.reading import hidden_fields
from commune.meeting.workflow.results import COUNTED, result_of
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import raw, text_of
from commune.meeting.workflow.titles import VALUES, VERDICTS, spoken, state_title

CLOSED = "secret"
Facts = dict[str, Any]


def is_closed(item: Any) -> bool:
    """Whether the item is for the closed part."""
    return str(item.privacy or "").startswith(CLOSED)


def for_managers(meeting: Any) -> bool:
    """Whether the user may have a document that tells the closed part or decisions not yet told."""
    actor = current_actor(meeting)
    return oversees(actor, meeting)


def told(meeting: Any) -> bool:
    """Whether the decisions are open to every reader of the meeting, or the user is a manager."""
    return meeting.state in ("decisions_published", "closed") or for_managers(meeting)


def said(message: Any) -> str:
    """A message in the language of the authority's documents."""
    return str(translate(message, target_language=api.portal.get_default_language()))


def person(seat: Seat | None, uid: str = "") -> Facts:
    """Name and role of a member."""
    return {"name": seat.name, "label": seat.label} if seat is not None else {"name": uid, "label": ""}


def sitting(meeting: Any) -> Facts:
    """The body, the day, the place, who is there and who keeps the minutes."""
    body, sheet, seats = body_of(meeting), known_sheet(meeting), named(meeting)
    there = {presence: _people(sheet, seats, presence) for presence in Presence}
    return {
        "body": body.title,
        "day": meeting.date,
        "start": meeting.start or meeting.date,
        "end": meeting.end,
        "place": meeting.place or "",
        "number": meeting.number or "",
        "extraordinary": bool(meeting.extraordinary),
        "remote": bool(meeting.remote),
        "remote_reason": meeting.remote_reason or "",
        "remote_tool": meeting.remote_tool or "",
        "presents": there[Presence.PRESENT],
        **placed(there[Presence.PRESENT]),
        "excused": there[Presence.EXCUSED],
        "absent": there[Presence.ABSENT],
        "secretaries": [person(seat) for seat in secretaries(meeting)],
        "chair": _chair(sheet, seats),
    }


def _people(sheet: Sheet, seats: Mapping[str, Seat], presence: Presence) -> list[Facts]:
    """Members with their word: one who sits from elsewhere is *connected*, one who votes through another says so."""
    holders = {proxy.giver: proxy.holder for proxy in sheet.proxies}
    return [
        {
            **person(seats.get(one.uid), one.uid),
            "connected": one.remote,
            "proxy": person(seats.get(holders[one.uid]))["name"] if one.uid in holders else "",
        }
        for one in sheet.members
        if one.presence is presence
    ]


def placed(presents: list[Facts]) -> Facts:
    """Those in the room, and those connected from elsewhere."""
    return {
        "in_room": [one for one in presents if not one["connected"]],
        "connected": [one for one in presents if one["connected"]],
    }


def _chair(sheet: Sheet, seats: Mapping[str, Seat]) -> Facts:
    """Who presides."""
    uid = chair_of(sheet)
    return person(seats.get(uid), uid)


def items(meeting: Any, public: bool = False) -> list[Facts]:
    """The items that the user may read, in order, with all that documents tell of them; without the closed part
    when ``public``.

    ``heading`` is the category where it begins; ``closed_begins`` marks the first closed item.
    """
    settings, numbers = settings_of(meeting), numbering(meeting.agenda)
    moved = {move.item: move for move in moves(sheet_of(meeting))}
    found: list[Facts] = []
    for item in readable_items(meeting):
        if public and is_closed(item):
            continue
        facts = item_facts(item, settings, str(numbers[item.UID()]), moved.get(item.UID()))
        before = found[-1] if found else {"category": "", "closed": False}
        facts["closed_begins"] = facts["closed"] and not before["closed"]
        same = facts["category"] == before["category"] and not facts["closed_begins"]
        facts["heading"] = "" if same else facts["category"]
        found.append(facts)
    return found


def readable_items(meeting: Any) -> list[Any]:
    """The items of the agenda that the user may read, in order."""
    views = getSecurityManager().checkPermission
    return [item for item in items_on(meeting) if views("View", item)]


def item_facts(item: Any, settings: Settings, number: str, moved: Moves | None = None) -> Facts:
    """One item: number, texts, votes, who was out of it and who moved around it; empty where the user may not read."""
    categories = {term.id: spoken(term.title) for term in settings.body.agenda.categories}
    hidden = hidden_fields(item)
    hides = "decision" in hidden
    return {
        "uid": item.UID(),
        "number": number,
        "title": item.title,
        "reference": item.reference or "",
        "category": categories.get(item.category or "", ""),
        "closed": is_closed(item),
        "list_type": item.list_type or "normal",
        "description": raw(item, "description"),
        "motivation": "" if "motivation" in hidden else raw(item, "motivation"),
        "decision": "" if hides else text_of(item),
        "outcome": "" if hides else said(state_title(item.state, settings)),
        "polls": [] if hides else polls(item, settings),
        **comings(item, moved),
    }


def comings(item: Any, moved: Moves | None) -> Facts:
    """Names of those who left, came, withdrew and returned around the item; nobody before it is on an agenda."""
    if not item.meeting:
        return {"left": [], "came": [], "withdrew": []}
    names = names_of(_meeting(item))
    move = moved or Moves(item.UID())
    return {
        "left": [names.get(uid, uid) for uid in move.left_before],
        "came": [names.get(uid, uid) for uid in move.came_before],
        "withdrew": [names.get(uid, uid) for uid in withdrawn(sheet_of(_meeting(item)), item.UID())],
    }


def presents_at(item: Any) -> list[Facts]:
    """Who takes part in the item, in order."""
    meeting = _meeting(item)
    seats, sheet = named(meeting), sheet_of(meeting)
    remote = {one.uid for one in sheet.members if one.remote}
    return [{**person(seats.get(uid), uid), "connected": uid in remote} for uid in item_presents(sheet, item.UID())]


def polls(item: Any, settings: Settings) -> list[Facts]:
    """The counted polls; names only where the body shows them, never of a secret one."""
    if not item.polls:
        return []
    kept, voters, names = polls_of(item, settings), voters_of(item), names_of(_meeting(item))
    return [
        poll_facts(item, index, wording(kept, index, voters, names, settings.body.votes.wording))
        for index, poll in enumerate(kept)
        if poll.kind in COUNTED
    ]


def poll_facts(item: Any, index: int, words: Any) -> Facts:
    """One poll in words."""
    result = result_of(item, index)[1]
    lines = [line for line in words.lines if line.value not in ("not_yet", "not_votable")]
    return {
        "label": words.label,
        "secret": item.polls[index].kind in SECRET_KINDS,
        "unanimous": words.code == "unanimous",
        "counts": [
            {"value": said(VALUES[line.value]), "count": line.count, "names": list(line.names)} for line in lines
        ],
        "verdict": said(VERDICTS[result.verdict]),
        "complete": result.verdict != "none",
    }


def _meeting(item: Any) -> Any:
    return by_uid(item.meeting)
