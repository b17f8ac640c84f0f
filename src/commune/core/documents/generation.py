"""Making a document and keeping it in its dossier."""

from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.content.journal import Journal
from commune.core.documents.pdf import PdfUnavailable
from commune.core.documents.registry import document, produce
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.annexes import attach, replace
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused

GENERATED = "generated"


def generate(dossier: Any, document_id: str, form: str = "odt", actor: Actor | None = None) -> Any:
    """Make the document and keep it as an annex; made again, it is a new version of the same annex.

    A signed one is never touched: another annex is made beside it. Raises ``Refused`` as
    ``registry.produce`` does, and for a document that tells what other readers may not know.
    """
    wanted = document(dossier, document_id)
    if wanted.withheld(dossier):
        raise Refused(Refusal("document.withheld", {}, "document"))
    data = produce(dossier, document_id, form)
    name = filename(wanted, dossier, form)
    kept = _kept(dossier, document_id, form)
    if kept is not None:
        replace(kept, name, data, actor=actor)
        return kept
    confidential = wanted.confidential or None
    annex = attach(dossier, name, data, wanted.category, GENERATED, confidential, actor=actor)
    annex.document = document_id
    return annex


def note_made(dossier: Any, document_id: str, form: str) -> None:
    """Keep in the journal of the dossier that the user made a document of it, and which (HIS-1)."""
    Journal(dossier).note("document_made", current_actor().userid, document=document_id, form=form)


def filename(wanted: Any, dossier: Any, form: str) -> str:
    """``<title of the document> <reference>.<format>``, in the site's language."""
    title = translate(wanted.title, target_language=api.portal.get_default_language())
    words = f"{title} {getattr(dossier, 'reference', '') or ''}".strip()
    return f"{words.replace('/', '-').replace('.', '-')}.{form}"


def try_generate(dossier: Any, document_id: str, form: str = "pdf", actor: Actor | None = None) -> Any:
    """As :func:`generate`, but the .odt when the PDF cannot be made: for what must not stop an act."""
    try:
        return generate(dossier, document_id, form, actor)
    except PdfUnavailable:
        return generate(dossier, document_id, "odt", actor)


def _kept(dossier: Any, document_id: str, form: str) -> Any:
    for annex in children(dossier, "annex"):
        same = getattr(annex, "document", "") == document_id and annex.file.filename.endswith(f".{form}")
        if same and not annex.signed:
            return annex
    return None
