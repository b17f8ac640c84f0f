"""The extract of one deliberation."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.core.workflow.lookup import by_uid
from commune.meeting.documents.sitting import Facts, item_facts, placed, presents_at, sitting
from commune.meeting.i18n import _
from commune.meeting.rules.access import Seen, decision_hidden
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.agenda import number_of
from commune.meeting.workflow.reading import hides_decision
from commune.meeting.workflow.settings import settings_of


def build(item: Any) -> Facts:
    """The sitting, who took part in the item, its texts and its votes."""
    presents = presents_at(item)
    return {
        "meeting": sitting(by_uid(item.meeting)),
        "item": item_facts(item, settings_of(item), number_of(item)),
        "presents": presents,
        **placed(presents),
    }


def offered(item: Any) -> bool:
    """Once it is decided, to those who may read the decision."""
    return item.state in DECIDED and by_uid(item.meeting) is not None and not hides_decision(item)


def under_writing(item: Any) -> bool:
    """Whether the decision is kept from some readers of the item while decisions are being written."""
    meeting = by_uid(item.meeting)
    return meeting is not None and decision_hidden(settings_of(item).body, meeting.state, Seen())


EXTRACT = Document(
    "meeting.extract",
    _("Extract of the deliberation"),
    ("meeting_item",),
    Path(__file__).with_suffix(".txt"),
    build,
    offered,
    withheld=under_writing,
)
