"""Loading the agenda of a sitting from a file: all of it, or nothing with every fault and its line.

The order of the sitting comes from the rules of the body, whatever the order of presentation: the part
(public, closed), the list (late items after the others), the category, and within a category the
place in the file (``custom:rank``), which stands for the order in which the items were proposed.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.interfaces import ICommand, IProcess
from commune.core.rules.authority.faults import fault
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.creation import create, module_root
from commune.core.workflow.process import Refused
from commune.meeting.i18n import _
from commune.meeting.rules.agenda_file import AgendaFile, FileItem, read_agenda
from commune.meeting.rules.bodies import Body, Term, to_json
from commune.meeting.rules.insertion import folded
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.place import aware, bodies, meeting_brains
from commune.meeting.workflow.presenting import present
from commune.meeting.workflow.proposing import PLACE, hours_of, meeting_title
from commune.meeting.workflow.settings import settings_of

NEEDED = ("privacy", "list_type", "category", "custom:rank")
Report = Callable[[str], None]


@implementer(ICommand)
class ImportAgenda:
    """``import-agenda``: arguments ``body`` (its id) and ``file`` (a path)."""

    title = _("Load the items of an agenda from a JSON file")

    def run(self, site: Any, arguments: Mapping[str, Any], report: Report) -> None:
        """Make the meeting and its items; raises ``Refused`` with every fault, and then nothing is made."""
        wanted, path = str(arguments.get("body", "")), Path(str(arguments.get("file", "")))
        known = {body.getId(): body for body in bodies(site)}
        if wanted not in known:
            raise Refused(fault("reference", "body", wanted, ", ".join(known)))
        read = read_text(path)
        body = known[wanted]
        meeting = import_agenda(body, read, path.name, report)
        report(f"{meeting.absolute_url_path()}: {len(meeting.agenda.uids)} items on the agenda")


COMMAND = ImportAgenda()


def read_text(path: Path) -> str:
    """The text of the file; raises ``Refused`` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(fault("syntax", path.name, str(error))) from error


def import_agenda(body: Any, text: str, name: str, report: Report) -> Any:
    """The meeting of the file with its items presented; raises ``Refused`` with every fault."""
    agenda, faults = read_agenda(text, name)
    if agenda is None:
        raise Refused(*faults)
    against = against_importing(body, agenda, name)
    if against:
        raise Refused(*against)
    learn_categories(body, agenda, report)
    meeting = make_meeting(body, agenda)
    uids = [make_item(body, meeting, one).UID() for one in agenda.items]
    refused = [refusal for done in present(meeting, uids, SYSTEM) for refusal in done.refusals]
    if refused:
        raise Refused(*refused)
    return meeting


def against_importing(body: Any, agenda: AgendaFile, name: str) -> Refusals:
    """Why the body cannot take the file: its rules would lose the order, or it meets then already."""
    kinds = [rule.kind for rule in settings_of(body).body.agenda.rules]
    found: list[Refusal] = []
    if [kind for kind in kinds if kind in NEEDED] != list(NEEDED):
        found.append(fault("value", f"{body.getId()}: agenda.rules", ", ".join(kinds), ", ".join(NEEDED)))
    if agenda.opened in [aware(brain.start) for brain in meeting_brains(body)]:
        found.append(fault("duplicate", f"{name}: opened", agenda.opened.isoformat()))
    return tuple(found)


def learn_categories(body: Any, agenda: AgendaFile, report: Report) -> None:
    """Add to the body's list the categories that it does not know, each after the one before it in the file."""
    settings = settings_of(body).body
    terms, after = list(settings.agenda.categories), 0
    for label in agenda.categories:
        at = next((i for i, term in enumerate(terms) if named(term, label)), None)
        if at is None:
            terms.insert(after, Term(key_of_label(label, terms), label))
            report(f"{body.getId()}: category added: {label}")
            at = after
        after = at + 1
    if tuple(terms) != settings.agenda.categories:
        write_settings(body, replace(settings, agenda=replace(settings.agenda, categories=tuple(terms))))


def write_settings(body: Any, settings: Body) -> None:
    """Keep the changed settings, told in the journal of the body."""
    body.settings = json.dumps(to_json(settings), ensure_ascii=False, sort_keys=True)
    Journal(body).note("settings_changed", SYSTEM.userid, part="agenda.categories")


def named(term: Term, label: str) -> bool:
    """Whether the term bears that label, as written or in the language of the authority."""
    title = str(translate(Message(term.title, "commune.meeting"), target_language="fr"))
    return folded(label) in (folded(term.title), folded(title))


def key_of_label(label: str, terms: list[Term]) -> str:
    """A free id made of the label."""
    key = re.sub(r"[^a-z0-9]+", "_", folded(label)).strip("_") or "category"
    taken = {term.id for term in terms}
    return next(one for one in (key, *(f"{key}_{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def make_meeting(body: Any, agenda: AgendaFile) -> Any:
    """The meeting, a draft."""
    hours = hours_of(agenda.opened, None, None, None)
    title = meeting_title(hours.date)
    meeting = create(
        module_root(body, PLACE), "meeting", id=f"{hours.date:%Y%m%d-%H%M}", title=title, date=hours.date,
        start=hours.start, end=hours.end,
    )  # fmt: skip
    Journal(meeting).note("imported", SYSTEM.userid, at=now().isoformat())
    return meeting


def make_item(body: Any, meeting: Any, one: FileItem) -> Any:
    """A validated item of the file, meant for the meeting."""
    terms = settings_of(body).body.agenda.categories
    item = create(
        items_folder(body),
        "meeting_item",
        title=one.title,
        category=next((term.id for term in terms if named(term, one.category)), None),
        privacy=one.privacy,
        list_type=one.list_type,
        preferred_meeting=meeting.UID(),
        rank=one.rank,
    )
    IProcess(item).move("validated")
    item.reindexObject()
    Journal(item).note("imported", SYSTEM.userid, number=one.number)
    return item
