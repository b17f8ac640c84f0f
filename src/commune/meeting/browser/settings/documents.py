"""The templates of the documents that the body added: downloaded, replaced, given back."""

from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.content.journal import Journal
from commune.core.documents.overrides import MIME, keep_override, override
from commune.core.documents.registry import Document, template
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.documents.own import made
from commune.meeting.i18n import _
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of

MANAGE = "commune.core: Manage the organisation"
LARGEST = 10_000_000


def own_documents(body: Any) -> list[Document]:
    """The documents that the body added."""
    return [made(body, own) for own in settings_of(body).body.documents]


def own_document(body: Any, wanted: str) -> Document:
    """That one; raises ``NotFound``."""
    found = next((one for one in own_documents(body) if one.id == wanted), None)
    if found is None:
        raise NotFound(wanted)
    return found


class BodyDocuments(BrowserView):
    """``@@body-documents``; with ``template`` (id), the file itself."""

    template = ViewPageTemplateFile("documents.pt")

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound()
        wanted = str(self.request.form.get("template", ""))
        return self._file(own_document(self.context, wanted)) if wanted else self.template()

    def _file(self, document: Document) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", MIME)
        name = document.id.rpartition(".")[2]
        response.setHeader("Content-Disposition", f'attachment; filename="{name}.odt"')
        return template(document)

    @property
    def documents(self) -> list[dict[str, Any]]:
        site = api.portal.get()
        return [
            {"id": one.id, "title": one.title, "own": override(site, one.id) is not None}
            for one in own_documents(self.context)
        ]

    @property
    def may_change(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)


class KeepDocument(Acting):
    """POST ``@@keep-document`` with ``id`` and the file ``template``; without file, the suite's is given back."""

    fields = {"template": "document-template"}

    def act(self, form: Any) -> None:
        document = own_document(self.context, str(form.get("id", "")))
        upload = form.get("template")
        data = upload.read(LARGEST + 1) if hasattr(upload, "read") else b""
        if data:
            check(data)
        keep_override(api.portal.get(), document.id, data or None)
        Journal(self.context).note("document_template", current_actor().userid, document=document.id, own=bool(data))
        self.done = _("The template is kept.") if data else _("The template of the suite is used again.")

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@body-documents"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@body-documents")()


def check(data: bytes) -> None:
    """Refuse what is no OpenDocument text; what its statements lack shows when it is made."""
    if len(data) > LARGEST or not data.startswith(b"PK") or MIME.encode() not in data[:200]:
        raise Refused(Refusal("bodies.no_template", place="template"))
