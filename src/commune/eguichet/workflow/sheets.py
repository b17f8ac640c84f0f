"""The sheet of a procedure as plain facts, and what it still lacks."""

from typing import Any

from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18n import translate

from commune.core.content.authority import authority
from commune.core.rules.refusals import Refusals
from commune.core.workflow.wording import message
from commune.eguichet.i18n import _
from commune.eguichet.rules.procedures import Channel, Cost, Evidence, Sheet, publication_refusals


def sheet_of(procedure: Any) -> Sheet:
    """What the rules look at in a procedure."""
    settings = authority()
    unit = procedure.responsible_unit
    return Sheet(
        identifier=procedure.identifier or "",
        title=procedure.title or "",
        summary=procedure.description or "",
        description=procedure.details or "",
        authority=procedure.competent_authority or (settings.name if settings else ""),
        services=(unit,) if unit else (),
        contact=unit or "",
        audiences=tuple(procedure.audiences or ()),
        who_can_apply=procedure.who_can_apply or "",
        documents=None if procedure.documents is None else tuple(_evidence(row) for row in procedure.documents),
        channels=tuple(
            Channel(row["kind"], row.get("hours") or "", row.get("restrictions") or "")
            for row in procedure.channels or ()
        ),
        digital_only_reason=procedure.digital_only_reason or "",
        commitment_days=procedure.commitment_days,
        legal_limit=procedure.legal_limit or "",
        silence=procedure.silence or "",
        costs=tuple(Cost(row["label"], row.get("cents"), row.get("formula") or "") for row in procedure.costs or ()),
        result=procedure.result or "",
        legal_basis=tuple(row["reference"] for row in procedure.legal_basis or ()),
        appeal=procedure.appeal or "",
        identification_level=procedure.identification_level,
        languages=tuple(procedure.languages or ()),
        button={"": procedure.button} if procedure.button else {},
        status=procedure.status or "active",
        status_reason=procedure.status_reason or "",
        suspended_until=procedure.suspended_until,
        replacement=procedure.replacement or "",
        scope=procedure.scope or "",
        verified_on=procedure.verified_on,
        owner=procedure.owner or "",
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    return Evidence(
        row["name"],
        bool(row.get("mandatory", True)),
        bool(row.get("original")),
        row.get("max_age_days"),
        row.get("replaced_by") or "",
    )


def lacks(procedure: Any) -> Refusals:
    """The completeness list: everything without which the sheet may not be published."""
    return publication_refusals(sheet_of(procedure))


def refuse_incomplete(procedure: Any) -> None:
    """Raise ``WorkflowException`` naming what the sheet lacks."""
    found = lacks(procedure)
    if found:
        language = api.portal.get_current_language()
        listed = ", ".join(f"{one.place}: {translate(message(one), target_language=language)}" for one in found)
        text = _("sheet_incomplete", default="This cannot be published yet: ${list}", mapping={"list": listed})
        raise WorkflowException(translate(text, target_language=language))
