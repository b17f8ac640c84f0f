"""All settings of a body: the groups, the whole as one document, and who changed what."""

import json
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.rules.dates import moment
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.browser.settings.effects import plain
from commune.meeting.content.settings_words import GROUPS
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import to_json
from commune.meeting.rules.condition_fields import faulty_conditions
from commune.meeting.workflow.configuration import configure, history
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.settings_effects import preview

MANAGE = "commune.core: Manage the organisation"
LATEST = 30
LARGEST = 2_000_000


class BodySettings(BrowserView):
    """``@@body-settings``: for the managers of the body to read, for administrators to change."""

    template = ViewPageTemplateFile("index.pt")

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound()
        return self.template()

    @property
    def groups(self) -> list[tuple[str, Any]]:
        return list(GROUPS.items())

    @property
    def may_change(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)

    @property
    def faulty(self) -> list[str]:
        """Conditions that are kept and cannot be read: they never hold, which nobody would see otherwise."""
        found = faulty_conditions(settings_of(self.context).body)
        return [f"{one.place}: {sentence(one, self.request)}" for one in found]

    @property
    def history(self) -> list[dict[str, Any]]:
        """The latest changes: who, when, each place with what stood there and what stands now."""
        names, language = Names(), api.portal.get_current_language()
        return [
            {
                "at": moment(entry.at, language),
                "iso": entry.at.isoformat(timespec="seconds"),
                "who": names.user(entry.actor),
                "what": sentence(Refusal(f"journal.{entry.kind}", entry.data), self.request),
                "comment": entry.comment,
                "changes": [
                    {"place": one["place"], "before": plain(one["before"]), "after": plain(one["after"])}
                    for one in entry.data.get("changes", ())
                ],
            }
            for entry in history(self.context)[:LATEST]
        ]


class EditBody(BrowserView):
    """``edit`` of a body leads to its settings, which check and remember every change."""

    def __call__(self) -> Any:
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@body-settings")


class ExportSettings(BrowserView):
    """``@@export-settings``: the whole as one JSON document."""

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound()
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.context.getId()}.json"')
        response.setHeader("Cache-Control", "private, no-store")
        whole = to_json(settings_of(self.context).body)
        return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True)


class ImportSettings(Acting):
    """POST ``@@import-settings`` with the file ``document``; ``do`` = try: only tells what it would change."""

    fields = {"document": "import-document"}

    def act(self, form: Any) -> None:
        document = _document(form.get("document"))
        if form.get("do") == "try":
            outcome = preview(self.context, document)
            if outcome.refusals:
                raise Refused(*outcome.refusals)
            self.done = _(
                "import_would_change",
                default="The document can be kept. Settings it changes: ${changes}; items concerned: ${items}.",
                mapping={
                    "changes": len(outcome.changes),
                    "items": len({uid for effect in outcome.effects for uid in effect.items}),
                },
            )
            return
        configure(self.context, document, current_actor().userid, comment=str(form.get("comment", "")))
        self.done = _("The settings are saved.")

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@body-settings"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@body-settings")()


def _document(upload: Any) -> Any:
    data = upload.read(LARGEST + 1) if hasattr(upload, "read") else b""
    if not data or len(data) > LARGEST:
        raise Refused(Refusal("bodies.no_document", place="document"))
    try:
        return json.loads(data.decode("utf-8"))
    except ValueError as fault:
        raise Refused(Refusal("bodies.not_json", {"reason": str(fault)}, "document")) from fault
