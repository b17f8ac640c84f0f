"""The lists of items and meetings of a body."""

from typing import Any

from commune.core.content.dashboard import Column, Dashboard, Filter, Search
from commune.meeting.content.vocabularies import POLLS, PRIVACIES
from commune.meeting.i18n import _
from commune.meeting.rules.followup import NEEDED, PROVIDED
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.titles import STATES

OPEN_MEETINGS = ["draft", "frozen", "published", "in_session", "decided", "decisions_published"]
UNITS = "commune.core.units"
YES_NO = {"yes": _("Yes"), "no": _("No")}
TODO, LISTS, FOLLOW_UP = _("To do"), _("Lists"), _("Follow-up")


def is_body(folder: Any) -> bool:
    """The lists belong on the page of a body, and on the folder of all of them."""
    return folder.portal_type == "meeting_body" or folder.getId() == "meetings"


ITEMS = Dashboard(
    title=_("Items"),
    query={"portal_type": "meeting_item"},
    columns=(
        Column("reference", _("Reference"), attr="dossier_reference", sort="dossier_reference"),
        Column("title", _("Item"), kind="title", sort="sortable_title"),
        Column("state", _("State"), kind="state", attr="review_state", sort="review_state", labels=STATES),
        Column("unit", _("Service"), kind="choice", attr="responsible_unit", labels="commune.core.units"),
        Column("category", _("Category"), attr="item_category", sort="item_category"),
        Column("modified", _("Changed on"), kind="date", attr="modified", sort="modified"),
        Column("created", _("Written on"), kind="date", attr="created", sort="created", extra=True),
        Column("creator", _("Written by"), kind="user", attr="Creator", sort="Creator", extra=True),
        Column("privacy", _("Privacy"), "choice", "item_privacy", sort="item_privacy", labels=PRIVACIES, extra=True),
        Column("list_type", _("List"), attr="item_list_type", sort="item_list_type", extra=True),
        Column("send_to", _("Sent to"), attr="item_send_to", extra=True),
        Column("due", _("Due"), kind="deadline", attr="next_due", sort="next_due", extra=True),
    ),
    filters=(
        Filter("state", _("State"), index="review_state", labels=STATES),
        Filter("unit", _("Service"), index="responsible_unit", labels="commune.core.units"),
        Filter("category", _("Category"), index="item_category"),
        Filter("privacy", _("Privacy"), index="item_privacy", labels=PRIVACIES),
        Filter("send_to", _("Sent to"), index="item_send_to"),
        Filter("files", _("Files"), kind="files"),
        Filter("created", _("Written on"), kind="dates", index="created"),
        Filter("title", _("Words of the title"), kind="words", index="Title", more=True),
        Filter("modified", _("Changed on"), kind="dates", index="modified", more=True),
        Filter("creator", _("Written by"), index="Creator", labels="user", more=True),
        Filter("list_type", _("List"), index="item_list_type", more=True),
        Filter("classifier", _("Classifier"), index="item_classifier", more=True),
        Filter("in_charge", _("In charge"), index="item_in_charge", labels="commune.core.units", more=True),
        Filter("associated", _("Associated services"), index="item_associated", labels=UNITS, more=True),
        Filter("committees", _("Committees"), index="item_committees", more=True),
        Filter("labels", _("Labels"), index="item_labels", more=True),
        Filter("poll", _("Poll"), index="item_poll", labels=POLLS, more=True),
        Filter("discussed", _("To discuss"), index="item_to_discuss", labels=YES_NO, more=True),
        Filter(
            "authority", _("Send to the supervisory authority"), index="item_to_authority", labels=YES_NO, more=True
        ),
    ),
    searches=(
        Search("mine", _("My items"), {"Creator": "$me"}, category=TODO),
        Search("service", _("Items of my services"), {"responsible_unit": "$units"}, category=LISTS),
        Search(
            "returned",
            _("Returned to my services"),
            {"responsible_unit": "$units:creator", "review_state": ["returned"]},
            category=TODO,
            functions=("creator",),
        ),
        Search(
            "to_validate",
            _("To validate"),
            {"item_awaits": "$groups"},
            category=TODO,
            functions=("validator_1", "validator_2", "validator_3", "validator_4", "validator_5"),
        ),
        Search("to_advise", _("Opinions to give"), {"item_advisers": "$groups"}, category=TODO, functions=("adviser",)),
        Search(
            "to_present",
            _("To put on an agenda"),
            {"review_state": ["validated"]},
            category=TODO,
            functions=("manager",),
        ),
        Search("copies", _("In copy to me"), {"item_copies": "$groups"}, category=LISTS),
        Search(
            "copies_unread",
            _("In copy to me, not read"),
            {"item_copies": "$groups", "dossier_marks": {"not": ["read"]}},
            category=LISTS,
        ),
        Search("unread", _("Not read"), {"dossier_marks": {"not": ["read"]}}, category=LISTS, counter=False),
        Search("followed", _("Followed by me"), {"dossier_marks": ["follow"]}, category=LISTS),
        Search(
            "decided_unread",
            _("Decided, not read"),
            {"review_state": sorted(DECIDED), "dossier_marks": {"not": ["read"]}},
            category=LISTS,
            counter=False,
        ),
        Search("on_agenda", _("On an agenda"), {"review_state": list(AGENDA_STATES)}, category=LISTS),
        Search(
            "decided", _("Decided"), {"review_state": sorted(DECIDED)}, category=LISTS, sort="modified", descending=True
        ),
        Search(
            "follow_up_mine",
            _("Follow-up awaited from my services"),
            {"responsible_unit": "$units", "item_labels": [NEEDED]},
            category=FOLLOW_UP,
        ),
        Search("follow_up_needed", _("Follow-up needed"), {"item_labels": [NEEDED]}, category=FOLLOW_UP),
        Search(
            "provided_mine",
            _("Follow-up provided by my services"),
            {"responsible_unit": "$units", "item_labels": [PROVIDED]},
            category=FOLLOW_UP,
            counter=False,
        ),
        Search(
            "follow_up_provided",
            _("Follow-up provided"),
            {"item_labels": [PROVIDED]},
            category=FOLLOW_UP,
            counter=False,
        ),
        Search(
            "to_authority",
            _("To send to the supervisory authority"),
            {"item_supervision": "to_send"},
            category=FOLLOW_UP,
            functions=("manager",),
        ),
        Search(
            "at_authority",
            _("Before the supervisory authority"),
            {"item_supervision": "sent"},
            category=FOLLOW_UP,
        ),
    ),
    actions=(
        "transition",
        "meeting.labels",
        "meeting.in_charge",
        "meeting.copies",
        "meeting.committees",
        "meeting.opinions",
        "files",
        "document",
        "rights",
        "meeting.delete",
    ),  # fmt: skip
    sealed=("item_advisers",),
    offered=is_body,
)
MEETINGS = Dashboard(
    title=_("Meetings"),
    query={"portal_type": "meeting"},
    columns=(
        Column("title", _("Meeting"), kind="title", sort="start"),
        Column("state", _("State"), kind="state", attr="review_state", sort="review_state", labels=STATES),
        Column("start", _("Date"), kind="datetime", attr="start", sort="start"),
    ),
    filters=(
        Filter("state", _("State"), index="review_state", labels=STATES),
        Filter("start", _("Date"), kind="dates", index="start"),
    ),
    searches=(
        Search("open", _("Not closed"), {"review_state": OPEN_MEETINGS}, category=LISTS, sort="start"),
        Search("closed", _("Closed"), {"review_state": ["closed"]}, category=LISTS, sort="start", descending=True),
    ),
    sort="start",
    offered=is_body,
)
