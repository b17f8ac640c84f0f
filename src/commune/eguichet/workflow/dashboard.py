"""The officer's list of requests."""

from typing import Any

from commune.core.content.dashboard import Column, Dashboard, Filter, Search, state_titles
from commune.eguichet.i18n import _
from commune.eguichet.rules.requests import HandOver
from commune.eguichet.workflow.machine import MACHINE
from commune.eguichet.workflow.submission import ROOT

OPEN = ["received", "awaiting_payment", "in_progress", "waiting_citizen"]
HANDOVERS = {
    HandOver.NONE.value: _("No dossier"),
    HandOver.WAITING.value: _("Not handed over"),
    HandOver.HANDED_OVER.value: _("Handed over"),
    HandOver.DECIDED.value: _("Decided"),
}
STATES = state_titles(MACHINE)
TODO, LISTS = _("To do"), _("Lists")


def holds_requests(folder: Any) -> bool:
    """The list belongs on the folder of the requests."""
    return bool(folder.getId() == ROOT)


REQUESTS = Dashboard(
    title=_("Requests"),
    query={"portal_type": "request"},
    columns=(
        Column("reference", _("Reference"), attr="dossier_reference", sort="dossier_reference"),
        Column("title", _("Request"), kind="title", sort="sortable_title"),
        Column("state", _("State"), kind="state", attr="review_state", sort="review_state", labels=STATES),
        Column("deposited", _("Received on"), kind="date", attr="request_deposited", sort="request_deposited"),
        Column("due", _("Answer due"), kind="deadline", attr="next_due", sort="next_due"),
        Column("assigned_to", _("Handled by"), kind="user", sort="assigned_to"),
        Column("handover", _("Dossier"), kind="choice", attr="request_handover", labels=HANDOVERS),
    ),
    filters=(
        Filter("state", _("State"), index="review_state", labels=STATES),
        Filter("procedure", _("Procedure"), index="request_procedure"),
        Filter("unit", _("Service"), index="responsible_unit", labels="commune.core.units"),
        Filter("handover", _("Dossier"), index="request_handover", labels=HANDOVERS),
        Filter("deposited", _("Received on"), kind="dates", index="request_deposited"),
    ),
    searches=(
        Search("mine", _("My requests"), {"assigned_to": "$me", "review_state": OPEN}, category=TODO),
        Search("unassigned", _("Not taken yet"), {"review_state": ["received"]}, category=TODO),
        Search(
            "late",
            _("Late"),
            {"next_due": {"query": "$today-1", "range": "max"}, "review_state": OPEN},
            category=TODO,
        ),
        Search("unread", _("New messages"), {"request_unread": True}, category=TODO),
        Search("waiting", _("Waiting for the citizen"), {"review_state": ["waiting_citizen"]}, category=LISTS),
        Search("integrations", _("Not handed over"), {"request_handover": [HandOver.WAITING.value]}, category=LISTS),
    ),
    sort="request_deposited",
    offered=holds_requests,
)
