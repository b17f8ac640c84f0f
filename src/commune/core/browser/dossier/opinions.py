"""The opinions asked in a dossier: from whom, what they said, and until when they may."""

from typing import Any

from plone import api

from commune.core.browser.dossier.people import Names
from commune.core.content.opinions import Opinion
from commune.core.i18n import _
from commune.core.rules.dates import long_date
from commune.core.rules.opinions import Clock, Sense, Standing, State
from commune.core.workflow.opinions import standings

SENSES = {
    Sense.POSITIVE: _("Favourable"),
    Sense.POSITIVE_WITH_CONDITIONS: _("Favourable with conditions"),
    Sense.POSITIVE_AFTER_CHANGE: _("Favourable after changes"),
    Sense.CAUTIOUS: _("Cautious"),
    Sense.NEGATIVE: _("Unfavourable"),
    Sense.NEGATIVE_WITH_REMARKS: _("Unfavourable with remarks"),
    Sense.RETURNED: _("Returned"),
    Sense.NIL: _("No opinion"),
    Sense.READ: _("Read"),
    Sense.NOT_REQUIRED: _("Not required"),
}
STATES = {
    State.WAITING: _("Awaited"),
    State.ASKED_AGAIN: _("Asked again"),
    State.LAPSED: _("Not given in time"),
}
GOOD = (Sense.POSITIVE, Sense.POSITIVE_WITH_CONDITIONS, Sense.POSITIVE_AFTER_CHANGE)
BAD = (Sense.NEGATIVE, Sense.NEGATIVE_WITH_REMARKS, Sense.RETURNED)


class OpinionsPart:
    """Rows of the table; a draft is never among them."""

    def __init__(self, context: Any, request: Any, names: Names) -> None:
        self.context = context
        self.names = names
        self.language = request.get("LANGUAGE") or api.portal.get_current_language()

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(opinion, stands) for opinion, stands in standings(self.context)]

    def _row(self, opinion: Opinion, stands: Standing) -> dict[str, Any]:
        due = stands.deadline.due if stands.deadline else None
        return {
            "service": self.names.unit(opinion.request.service) or opinion.request.service,
            "mandatory": opinion.request.mandatory,
            "look": _look(stands),
            "stands": SENSES[stands.sense] if stands.sense else STATES[stands.state],
            "comment": opinion.comment,
            "asked": long_date(opinion.asked_on, self.language),
            "due": long_date(due, self.language) if due else "",
        }


def _look(stands: Standing) -> str:
    if stands.sense in GOOD:
        return "good"
    if stands.sense in BAD or stands.state is State.LAPSED:
        return "bad"
    return "warn" if stands.clock is Clock.ALERT else "quiet"
