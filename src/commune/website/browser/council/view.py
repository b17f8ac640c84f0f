"""The bodies of the authority: who sits there, their meetings to come and past."""

from functools import cached_property
from typing import Any

from commune.core.rules.mandates import Gender, roles
from commune.website.browser.page.view import Page
from commune.website.workflow.bodies import BodyMeetings, Member, bodies
from commune.website.workflow.meeting_words import STAGES

PAST = 12


class Council(Page):
    """``?all=1`` shows every past meeting."""

    @cached_property
    def bodies(self) -> list[BodyMeetings]:
        return bodies()

    def past(self, body: BodyMeetings) -> tuple[Any, ...]:
        return body.past if self.request.form.get("all") else body.past[:PAST]

    def stage(self, row: Any) -> Any:
        return STAGES.get(row.meeting_stage, row.meeting_stage)

    def role(self, member: Member) -> str:
        """The role in the person's gender; a label of its own as written."""
        known = roles(self.language if self.language in ("fr", "de") else "fr").get(member.role)
        return member.label or (known.form(Gender(member.gender)) if known else member.role)
