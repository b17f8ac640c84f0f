"""When a request must be answered."""

import re
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.calendar import authority_calendar
from commune.core.content.records import Records
from commune.core.interfaces import IClocks
from commune.core.workflow.clocks import Clock
from commune.eguichet.i18n import _
from commune.eguichet.interfaces import IRequestContent
from commune.eguichet.rules.commitments import Kind, Promise, answer_due
from commune.eguichet.workflow.process import PAUSES, deposit_day

DAYS = re.compile(r"P(\d{1,4})D")
TITLES = {Kind.COMMITMENT: _("Answer promised"), Kind.LEGAL: _("Answer due by law")}
ENDED = frozenset({"cancelled", "transferred", "inadmissible", "closed"})


def promises_of(procedure: Any) -> tuple[Promise, ...]:
    """What the sheet promises on the day of the deposit; a legal limit counts when it is in days."""
    found = []
    if procedure.commitment_days is not None:
        found.append(Promise(Kind.COMMITMENT, procedure.commitment_days, procedure.title))
    limit = DAYS.fullmatch(procedure.legal_limit or "")
    if limit:
        basis = ", ".join(row["reference"] for row in procedure.legal_basis or ())
        found.append(Promise(Kind.LEGAL, int(limit[1]), basis, working_days=False, moved=True))
    return tuple(found)


@implementer(IClocks)
@adapter(IRequestContent)
class RequestClocks:
    """The commitment of the service and the limit of the law, pauses taken out."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def clocks(self) -> tuple[Clock, ...]:
        request = self.context
        started, calendar = deposit_day(request), authority_calendar()
        pauses = tuple(Records(request, PAUSES))
        met = request.decision.day if request.decision else None
        ended = met is None and request.state in ENDED
        return tuple(
            Clock(one.kind.value, TITLES[one.kind], answer_due(one, started, calendar, pauses), met, ended)
            for one in request.promises
        )
