"""Many documents at once, made by a job: one result each, kept with the job or in its dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from zope.interface import implementer

from commune.core.content.refused import Refused
from commune.core.documents.generation import generate, note_made
from commune.core.documents.registry import document, offered, produce
from commune.core.rules.annexes import may_download
from commune.core.rules.filenames import safe_name
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annex_types import category_of
from commune.core.workflow.annexes import check_adding
from commune.core.workflow.jobs import IJobKind, Made, ask
from commune.core.workflow.lookup import by_uid

KIND = "documents"
MOST = 500
FORMS = ("pdf", "odt")


@dataclass(frozen=True)
class Wanted:
    """One thing to make: ``document`` from the dossier ``uid``; without a document, the file of the annex ``uid``.

    ``title`` is what people read of it, and its file's name.
    """

    uid: str
    title: str
    document: str = ""


def ask_documents(title: str, wanted: Iterable[Wanted], form: str, keep: bool = False, **options: Any) -> str:
    """Queue the job and return its id; raises ``Refused`` with every reason: none, too many, unknown format.

    ``keep``: each document also becomes an annex of its dossier.
    """
    elements = tuple(wanted)
    refusals = [
        *([Refusal("batch.none", {}, "items")] if not elements else []),
        *([Refusal("batch.too_many", {"most": MOST}, "items")] if len(elements) > MOST else []),
        *([Refusal("document.format", {"format": form}, "format")] if form not in FORMS else []),
    ]
    if refusals:
        raise Refused(*refusals)
    user = api.user.get_current().getId()
    return ask(api.portal.get(), KIND, title, elements, user, form=form, keep=keep, **options)


@implementer(IJobKind)
class DocumentsJob:
    """Makes each document as the person who asked: what that person may not have is refused."""

    def do(self, element: Wanted, options: Mapping[str, Any], userid: str) -> Made:
        source = by_uid(element.uid)
        if source is None or not _views(source):
            raise Refused(Refusal("job.gone"))
        if not element.document:
            return self._copied(element, source)
        form = options["form"]
        name = safe_name(element.title, form)
        if not options.get("keep"):
            made = produce(source, element.document, form)
            note_made(source, element.document, form)
            return Made("", name, made)
        annex = self._kept(source, element.document, form)
        return Made("", name, annex.file.data, annex.UID())

    def _kept(self, dossier: Any, document_id: str, form: str) -> Any:
        actor = current_actor(dossier)
        if not getSecurityManager().checkPermission("Add portal content", dossier):
            raise Refused(Refusal("batch.not_kept"))
        check_adding(dossier, document(dossier, document_id).category, actor)
        return generate(dossier, document_id, form, actor)

    def _copied(self, element: Wanted, annex: Any) -> Made:
        editor = getSecurityManager().checkPermission("Modify portal content", annex.aq_parent)
        if not may_download(category_of(annex.category or "", annex.aq_parent), editor=bool(editor)):
            raise Refused(Refusal("job.gone"))
        extension = annex.file.filename.rpartition(".")[2]
        return Made("", safe_name(element.title, extension), annex.file.data)

    def readable(self, element: Wanted) -> bool:
        source = by_uid(element.uid)
        if source is None or not _views(source):
            return False
        return not element.document or any(one.id == element.document for one in offered(source))

    def shown(self, element: Wanted) -> bool:
        source = by_uid(element.uid)
        return source is None or _views(source)


def _views(source: Any) -> bool:
    return bool(getSecurityManager().checkPermission("View", source))


DOCUMENTS = DocumentsJob()
