"""Moments as forms and programs give them."""

from datetime import datetime

from commune.core.content.clock import BRUSSELS
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused


def read_moment(text: str, place: str) -> datetime | None:
    """The aware moment of an ISO text, ``None`` for none; without zone it is a local time. Raises ``Refused``."""
    if not text.strip():
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(Refusal("meetings.date_unreadable", {"text": text}, place)) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
