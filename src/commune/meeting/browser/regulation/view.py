"""A text of the register for those who keep it."""

from functools import cached_property
from typing import Any

from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.browser.register.view import Reading
from commune.meeting.workflow.proofs import TITLES, is_public, proofs
from commune.meeting.workflow.register import rows
from commune.meeting.workflow.regulations import binding_day, manages, personal_data
from commune.meeting.workflow.texts import raw


class Regulation(Reading):
    """Facts, text, what it replaces, and when it goes out."""

    @cached_property
    def actor(self) -> Any:
        return current_actor(self.context)

    @property
    def writing(self) -> bool:
        return (self.context.state or "private") == "private" and (
            self.actor.administrator or manages(self.actor, self.context)
        )

    @property
    def plannable(self) -> bool:
        return any(offer.transition.id == "plan" for offer in IProcess(self.context).offers(self.actor))

    @property
    def public_url(self) -> str:
        """Where citizens read it, empty while they do not."""
        register = self.context.aq_parent.absolute_url()
        return f"{register}/@@text/{self.context.reference}" if is_public(self.context) else ""

    @property
    def facts(self) -> list[tuple[str, str]]:
        context = self.context
        return [
            ("kind", self.named("kind", context.kind)),
            ("authority", self.named("authority", context.authority)),
            ("category", context.category or ""),
            ("decided", self.day(context.decided)),
            ("planned", self.instant(context.planned)),
            ("published", self.instant(context.published)),
            ("binding", self.day(binding_day(context))),
            ("unpublished", self.instant(context.unpublished)),
        ]

    def fact(self, name: str) -> str:
        return dict(self.facts)[name]

    def instant(self, moment: Any) -> str:
        return f"{self.day(moment)}, {moment:%H:%M}" if moment is not None else ""

    @property
    def html(self) -> str:
        return str(self.context.text.output) if raw(self.context, "text") else ""

    @property
    def findings(self) -> list[Any]:
        """Personal data found in what would go out."""
        return personal_data(self.context)

    @property
    def item(self) -> Any:
        return by_uid(self.context.item)

    @property
    def before(self) -> Any:
        """The row of the text that it replaces."""
        found = rows(everything=True)
        return next((row for row in found if row.uid == self.context.supersedes), None)

    @property
    def replaceable(self) -> list[Any]:
        """The texts that it may replace, as rows."""
        mine = self.context.UID()
        known = rows()
        own = self.context.supersedes
        return [row for row in known if row.uid != mine and (not row.replaced_by or row.uid == own)]

    @property
    def proofs(self) -> list[tuple[str, str]]:
        return [(f"{a.absolute_url()}/@@download/file", self.say(TITLES[a.category])) for a in proofs(self.context)]
