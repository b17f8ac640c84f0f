"""Publishing forms, and finding the one to show."""

from collections.abc import Mapping
from typing import Any

from plone import api

from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused
from commune.eguichet.content.forms import keep_form, kept_document, kept_form
from commune.eguichet.rules.form_checks import form_faults
from commune.eguichet.rules.forms import Form


def publish_form(procedure: Any, document: Mapping[str, Any]) -> bool:
    """Make the document the form of the procedure; returns whether anything changed.

    Raises ``Refused`` with every fault: a bad document, a version already published otherwise.
    """
    faults = form_faults(document)
    if faults:
        raise Refused(*faults)
    try:
        new = keep_form(api.portal.get(), document)
    except ValueError:
        raise Refused(Refusal("form.version_taken", {"version": document["version"]}, "$.version"))
    same = (procedure.form_id, procedure.form_version) == (document["id"], document["version"])
    if not same:
        procedure.form_id, procedure.form_version = document["id"], document["version"]
        procedure.reindexObject()
    return new or not same


def current_form(procedure: Any) -> Form | None:
    """The form shown to who begins today, ``None`` for a procedure without."""
    return kept_form(api.portal.get(), procedure.form_id, procedure.form_version)


def form_of(carrier: Any) -> Form:
    """The form on which a draft or a request was made."""
    version = carrier.form_version if hasattr(carrier, "form_version") else carrier.draft.form_version
    form = kept_form(api.portal.get(), carrier.form_id, version)
    if form is None:
        raise LookupError(f"form {carrier.form_id}, version {version} is not kept")
    return form


def form_document(form_id: str, version: int) -> str | None:
    """The published document (JSON text) of a version."""
    return kept_document(api.portal.get(), form_id, version)
