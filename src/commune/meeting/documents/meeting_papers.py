"""What gathers the items of a meeting: detailed agenda, notes, deliberations, finance synthesis, publication file."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.meeting.documents.deliberation import build as deliberation
from commune.meeting.documents.deliberation import offered as has_extract
from commune.meeting.documents.deliberation import under_writing
from commune.meeting.documents.item_papers import annexes, opinions, personal
from commune.meeting.documents.sitting import Facts, for_managers, items, readable_items, sitting
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.publication import Stage
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.public_part import DECISIONS, public_items
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import raw

HERE = Path(__file__).parent
MEETING = ("meeting",)


def detailed(meeting: Any) -> Facts:
    """Every item with its text and the titles of its annexes, after a table of contents."""
    found = items(meeting)
    titles = {item.UID(): annexes(item) for item in readable_items(meeting)}
    return {"meeting": sitting(meeting), "items": [{**one, "annexes": titles[one["uid"]]} for one in found]}


def notes(meeting: Any) -> Facts:
    """The items that something explains."""
    return {"meeting": sitting(meeting), "items": [one for one in items(meeting) if one["description"]]}


def deliberations(meeting: Any) -> Facts:
    """The extract of each decided item, one after the other."""
    return {
        "meeting": sitting(meeting),
        "extracts": [deliberation(item) for item in readable_items(meeting) if has_extract(item)],
    }


def synthesis(meeting: Any) -> Facts:
    """The opinions of the finance director on the items, those that the user may know of."""
    numbers = numbering(meeting.agenda)
    rows = [
        {**one, "number": str(numbers[item.UID()]), "title": item.title, "price": item.amount_excl_vat}
        for item in readable_items(meeting)
        for one in opinions(item, finance=True)
    ]
    return {"meeting": sitting(meeting), "rows": rows}


def publication(meeting: Any) -> Facts:
    """What citizens read: the drafts before the decisions are public, the decisions afterwards."""
    stage: Stage = DECISIONS if meeting.state in ("decisions_published", "closed") else "project"
    shown = public_items(meeting, settings_of(meeting), stage, items_on(meeting))
    told = [{"number": one.number, "title": one.title, "category": one.category, "text": one.decision} for one in shown]
    return {"meeting": sitting(meeting), "items": told, "decided": stage == DECISIONS}


def decided(meeting: Any) -> bool:
    """Once decisions may be there, to the managers."""
    return meeting.state not in ("draft", "frozen", "published") and for_managers(meeting)


def explained(meeting: Any) -> bool:
    """When an item is explained, to the managers."""
    return for_managers(meeting) and any(raw(item, "description").strip() for item in items_on(meeting))


def with_opinions(meeting: Any) -> bool:
    """When the finance director was asked, to the managers."""
    return for_managers(meeting) and bool(synthesis(meeting)["rows"])


def hiding(meeting: Any) -> bool:
    """Whether decisions are kept from some readers of the meeting."""
    return any(under_writing(item) for item in items_on(meeting))


DETAILED = Document(
    "meeting.agenda_detailed", _("Detailed agenda"), MEETING, HERE / "agenda_detailed.txt", detailed, for_managers,
    confidential=True, withheld=hiding,
)  # fmt: skip
NOTES = Document(
    "meeting.notes", _("Explanatory notes"), MEETING, HERE / "notes.txt", notes, explained, confidential=True
)
DELIBERATIONS = Document(
    "meeting.deliberations", _("All the deliberations"), MEETING, HERE / "deliberations.txt", deliberations, decided,
    confidential=True, withheld=hiding,
)  # fmt: skip
SYNTHESIS = Document(
    "meeting.finance_synthesis", _("Opinions of the finance director"), MEETING, HERE / "finance_synthesis.txt",
    synthesis, with_opinions, withheld=personal,
)  # fmt: skip
PUBLICATION = Document(
    "meeting.publication", _("Publication file"), MEETING, HERE / "publication.txt", publication, for_managers,
    withheld=hiding,
)  # fmt: skip
