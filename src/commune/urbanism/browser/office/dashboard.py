"""The list of permits."""

from typing import Any

from commune.core.content.dashboard import Column, Dashboard, Filter, Search, state_titles
from commune.core.workflow.actor import current_actor
from commune.urbanism.i18n import _
from commune.urbanism.workflow.access import reads_permits
from commune.urbanism.workflow.machine import NAMED
from commune.urbanism.workflow.opening import FOLDER, ROOT

SOON_DAYS = 10
TO_DO = _("To do")
FILES = _("Dossiers")
LATE = {"next_due": {"query": "$today-1", "range": "max"}}
JUDGED = {"review_state": ["deposit"]}
DECIDED_SOON = {"review_state": ["decision_pending"]}
OPEN = ["draft", "deposit", "incomplete", "complete", "decision_pending", "suspended", "frozen", "tacit", "appeal"]


def on_permits(folder: Any) -> bool:
    """On the folder of the permits and no other, for those who read permits."""
    return folder.getPhysicalPath()[-2:] == (ROOT, FOLDER) and reads_permits(current_actor())


PERMITS = Dashboard(
    title=_("Permits"),
    query={"portal_type": "permit"},
    columns=(
        Column("title", _("Permit"), kind="title", sort="sortable_title"),
        Column("applicants", _("Applicants"), attr="permit_applicants"),
        Column("address", _("Address of the works"), attr="permit_address"),
        Column("state", _("State"), kind="state", attr="review_state", sort="review_state", labels=state_titles(NAMED)),
        Column("deposited", _("Deposited"), kind="date", attr="permit_deposited", sort="permit_deposited"),
        Column("due", _("Next due day"), kind="deadline", attr="next_due", sort="permit_due", soon=SOON_DAYS),
        Column("officer", _("Handled by"), kind="user", attr="assigned_to", sort="assigned_to"),
    ),
    filters=(
        Filter("state", _("State"), index="review_state", labels=state_titles(NAMED)),
        Filter("officer", _("Handled by"), index="assigned_to", labels="user"),
        Filter("street", _("Street"), index="permit_streets"),
        Filter("due", _("Next due day"), kind="dates", index="next_due"),
        Filter("deposited", _("Deposited"), kind="dates", index="permit_deposited"),
    ),
    searches=(
        Search("mine", _("Mine"), {"assigned_to": "$me", "review_state": OPEN}, category=TO_DO, sort="permit_due"),
        Search("late", _("Late"), LATE, category=TO_DO, sort="permit_due"),
        Search("to-complete", _("Completeness to judge"), JUDGED, category=TO_DO, sort="permit_due"),
        Search("opinions", _("Opinions awaited"), {"permit_awaits": ["opinions"]}, category=TO_DO, sort="permit_due"),
        Search("college", _("At the College"), DECIDED_SOON, category=TO_DO, sort="permit_due"),
        Search("open", _("All that are open"), {"review_state": OPEN}, category=FILES, sort="permit_due"),
    ),
    sort="permit_deposited",
    actions=("transition",),
    offered=on_permits,
)
