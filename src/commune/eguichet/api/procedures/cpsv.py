"""A procedure as linked data, in the words of CPSV-AP 3.2."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.eguichet.workflow.forms import current_form
from commune.eguichet.workflow.sheets import sheet_of

CONTEXT = {
    "dct": "http://purl.org/dc/terms/",
    "cv": "http://data.europa.eu/m8g/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "adms": "http://www.w3.org/ns/adms#",
}


def summary_json(brain: Any) -> dict[str, Any]:
    """One line of the list, from the catalog."""
    return {
        "@id": brain.getURL(),
        "id": brain.getId,
        "title": brain.Title,
        "summary": brain.Description,
        "online": bool(brain.procedure_online),
    }


def procedure_json(procedure: Any) -> dict[str, Any]:
    """The whole sheet."""
    sheet, form = sheet_of(procedure), current_form(procedure)
    unit = by_uid(procedure.responsible_unit)
    return {
        "@context": CONTEXT,
        "@id": procedure.absolute_url(),
        "@type": "cpsv:PublicService",
        "id": procedure.getId(),
        "dct:identifier": sheet.identifier,
        "dct:title": sheet.title,
        "dct:description": sheet.summary,
        "cv:hasCompetentAuthority": sheet.authority,
        "cv:contactPoint": {"name": unit.title, "phone": unit.phone, "email": unit.email} if unit is not None else None,
        "dct:audience": list(sheet.audiences),
        "cv:holdsRequirement": sheet.who_can_apply,
        "cv:hasInputType": [{"name": one.name, "mandatory": one.mandatory} for one in sheet.documents or ()],
        "cv:hasChannel": [{"kind": one.kind, "hours": one.hours} for one in sheet.channels],
        "cv:processingTime": sheet.legal_limit,
        "commitment_working_days": sheet.commitment_days,
        "cv:hasCost": [{"label": one.label, "cents": one.cents} for one in sheet.costs],
        "cpsv:produces": sheet.result,
        "cv:hasLegalResource": list(sheet.legal_basis),
        "adms:status": sheet.status,
        "dct:language": list(sheet.languages),
        "form": {"id": form.id, "version": form.version} if form else None,
    }
