"""What is written about an item before it is decided: explanatory note, report, draft, opinions, history.

Some of it depends on who asks: a reader gets the opinions and the past that he may know of, and such a document is
never kept with the item.
"""

from pathlib import Path
from typing import Any

from AccessControl import getSecurityManager
from plone import api

from commune.core.content.journal import Entry
from commune.core.documents.registry import Document
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.units import unit_title, unit_uid
from commune.core.workflow.wording import message
from commune.meeting.documents.sitting import Facts, item_facts, said, sitting
from commune.meeting.i18n import _
from commune.meeting.rules.opinions import is_given
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.agenda import number_of
from commune.meeting.workflow.history import ItemJournal
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import clock_shown
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.reading import known_services
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import raw
from commune.meeting.workflow.titles import OPINION_STATES, SENSES

HERE = Path(__file__).parent
ITEM = ("meeting_item",)
FINANCE = "finance"
"""What the rows of the opinions of the finance director begin with."""


def about(item: Any) -> Facts:
    """The item as the user reads it, its body, its service, the meeting that it is on (``None``: none)."""
    meeting = by_uid(item.meeting)
    facts = item_facts(item, settings_of(item), number_of(item) if meeting is not None else "")
    return {
        "item": facts,
        "body": body_of(item).title,
        "service": unit_title(item.responsible_unit),
        "meeting": sitting(meeting) if meeting is not None else None,
        "annexes": annexes(item),
    }


def annexes(item: Any) -> list[str]:
    """Titles of the annexes that the user may read."""
    views = getSecurityManager().checkPermission
    return [annex.title for annex in children(item, "annex") if views("View", annex)]


def opinions(item: Any, finance: bool = False) -> list[Facts]:
    """The opinions that the user may know of; those of the finance director alone with ``finance``."""
    known, settings = known_services(item, current_actor(item)), settings_of(item)
    directors = {row.service for row in settings.body.opinions.rows if row.id.startswith(FINANCE)}
    files = effective_files(item).items()
    return [
        _opinion(name, file, settings) for name, file in files if name in known and (not finance or name in directors)
    ]


def _opinion(name: str, file: Any, settings: Settings) -> Facts:
    opinion, given = file.opinion, is_given(file.opinion)
    clock, standing = clock_shown(file, settings)
    return {
        "late": clock == "timed_out",
        "due": standing.deadline.due if standing.deadline is not None else None,
        "service": unit_title(unit_uid(name)) or name,
        "asked": file.clock.started,
        "given": opinion.given_at if given else None,
        "sense": said(SENSES.get(opinion.sense, "")) if given else said(OPINION_STATES["not_given"]),
        "text": opinion.comment if given else "",
        "initiative": bool(opinion.initiative),
    }


def report(item: Any) -> Facts:
    """Everything that the body is told before it decides, opinions included."""
    return {**about(item), "opinions": opinions(item)}


def finance(item: Any) -> Facts:
    """The opinion of the finance director, with what the law asks to be said of it."""
    return {**about(item), "opinions": opinions(item, finance=True), "price": item.amount_excl_vat}


def history(item: Any) -> Facts:
    """The past of the item as the user may know it, oldest first."""
    return {**about(item), "entries": [_entry(entry) for entry in ItemJournal(item).entries(current_actor(item))]}


def _entry(entry: Entry) -> Facts:
    known = message(Refusal(f"journal.{entry.kind}"))
    who = api.user.get(userid=entry.actor)
    return {
        "at": entry.at,
        "what": said(known) if known != f"journal.{entry.kind}" else entry.kind.replace("_", " "),
        "detail": str(entry.data.get("title", "")),
        "who": (who.getProperty("fullname") if who is not None else "") or entry.actor,
        "comment": entry.comment,
    }


def undecided(item: Any) -> bool:
    """Before the body has decided."""
    return item.state not in DECIDED


def described(item: Any) -> bool:
    """Once something explains it."""
    return bool(raw(item, "description").strip())


def asked_finance(item: Any) -> bool:
    """Once an opinion of the finance director that the user may know of is asked."""
    return bool(opinions(item, finance=True))


def personal(_item: Any) -> bool:
    """A document that tells each reader what he may know."""
    return True


NOTE = Document("meeting.note", _("Explanatory note"), ITEM, HERE / "note.txt", about, described)
DRAFT = Document("meeting.draft", _("Draft deliberation"), ITEM, HERE / "draft.txt", about, undecided)
REPORT = Document("meeting.report", _("Report to the body"), ITEM, HERE / "report.txt", report, withheld=personal)
ADVICE = Document(
    "meeting.finance_advice", _("Opinion of the finance director"), ITEM, HERE / "finance_advice.txt", finance,
    asked_finance, withheld=personal,
)  # fmt: skip
HISTORY = Document("meeting.history", _("History of the item"), ITEM, HERE / "history.txt", history, withheld=personal)
