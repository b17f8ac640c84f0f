"""What happened to the dossier, the latest first."""

from collections.abc import Mapping
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.browser.dossier.people import Names
from commune.core.content.journal import Entry
from commune.core.interfaces import IProcess
from commune.core.rules.dates import moment
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.journal_reading import readable_entries
from commune.core.workflow.wording import sentence

OFFICE = "commune.core: Use the back office"


class JournalPart:
    """Entries as lines; internal ones are for agents only."""

    def __init__(self, context: Any, request: Any, names: Names) -> None:
        self.context = context
        self.request = request
        self.names = names
        self.language = request.get("LANGUAGE") or api.portal.get_current_language()

    @property
    def lines(self) -> list[dict[str, str]]:
        staff = api.user.has_permission(OFFICE)
        entries = readable_entries(self.context, current_actor(self.context), staff)
        return [self._line(entry) for entry in reversed(entries)]

    def _line(self, entry: Entry) -> dict[str, str]:
        return {
            "title": entry_title(self.context, self.request, entry.kind, entry.data),
            "at": moment(entry.at, self.language),
            "iso": entry.at.isoformat(timespec="seconds"),
            "who": self.names.user(entry.actor),
            "detail": str(entry.data.get("title", "")),
            "comment": entry.comment,
        }


def entry_title(context: Any, request: Any, kind: str, data: Mapping[str, object]) -> str:
    """What an entry of the journal says, in the language of the request; its kind when nothing is known of it."""
    if kind == "transition":
        process = IProcess(context, None)
        found = process.machine().transition(str(data.get("transition", ""))) if process else None
        if found is not None:
            return str(translate(found.title, context=request))
    code = f"journal.{kind}"
    text = sentence(Refusal(code, data), request)
    return kind if text == code else text
