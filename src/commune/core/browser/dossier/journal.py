"""What happened to the dossier, the latest first."""

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
            "title": self._title(entry),
            "at": moment(entry.at, self.language),
            "iso": entry.at.isoformat(timespec="seconds"),
            "who": self.names.user(entry.actor),
            "detail": str(entry.data.get("title", "")),
            "comment": entry.comment,
        }

    def _title(self, entry: Entry) -> str:
        if entry.kind == "transition":
            process = IProcess(self.context, None)
            found = process.machine().transition(str(entry.data.get("transition", ""))) if process else None
            if found is not None:
                return translate(found.title, context=self.request)
        code = f"journal.{entry.kind}"
        text = sentence(Refusal(code, entry.data), self.request)
        return entry.kind if text == code else text
