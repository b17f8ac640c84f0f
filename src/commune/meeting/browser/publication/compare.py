"""What citizens see of an item beside what the item says."""

from functools import cached_property
from typing import Any

from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.freezing import compare
from commune.meeting.workflow.texts import text_of


class Compare(BrowserView):
    """``@@publication-compare?item=uid``; what was taken off or never went out is told."""

    @cached_property
    def item(self) -> Any:
        item = by_uid(str(self.request.form.get("item") or ""))
        if item is None or item.UID() not in self.context.agenda.uids or (item.privacy or "").startswith("secret"):
            raise NotFound("item")
        return item

    @property
    def page_title(self) -> str:
        return str(self.item.title)

    @cached_property
    def public(self) -> Any:
        """The item as it was sent last, ``None`` when citizens see nothing of it."""
        return next((one for one in self.context.sent if one.uid == self.item.UID()), None)

    @property
    def title_runs(self) -> Any:
        return self._runs(self.public.title, self.item.title)

    @property
    def runs(self) -> Any:
        return self._runs(self.public.decision, text_of(self.item))

    def _runs(self, public: str, own: str) -> list[tuple[str, str]]:
        return [(change.kind, change.words) for change in compare(public, own)]

    @property
    def same(self) -> bool:
        return all(kind == "same" for runs in (self.title_runs, self.runs) for kind, _words in runs)

    @property
    def files(self) -> list[tuple[str, bool]]:
        """Files of the item by title, and whether citizens may fetch each."""
        sent = {file.uid for file in self.public.files} if self.public is not None else set()
        annexes = [one for one in self.item.objectValues() if one.portal_type == "annex"]
        return [(annex.title or annex.file.filename, annex.UID() in sent) for annex in annexes]
