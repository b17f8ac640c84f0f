"""One document, made now and downloaded."""

from typing import Any

from plone.i18n.normalizer.interfaces import IURLNormalizer
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides

from commune.core.browser.dossier.transitions import REFUSALS
from commune.core.documents.generation import note_made
from commune.core.documents.registry import document, produce
from commune.core.workflow.process import Refused

TYPES = {"odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf"}


class Paper(BrowserView):
    """``@@paper?id=meeting.agenda&form=pdf``; refused, the page of the dossier says why."""

    def __call__(self) -> Any:
        wanted, form = self.request.form.get("id", ""), self.request.form.get("form", "odt")
        try:
            made = produce(self.context, wanted, form, **self.asked())
        except Refused as refused:
            return self.refused(refused)
        self._headers(wanted, form)
        alsoProvides(self.request, IDisableCSRFProtection)  # what is written is that it was made
        note_made(self.context, wanted, form)
        return made

    def asked(self) -> dict[str, Any]:
        """What else the builder of the document takes."""
        return {}

    def refused(self, refused: Refused) -> Any:
        """The page of the dossier, with every reason."""
        self.request.set(REFUSALS, refused.refusals)
        self.request.response.setStatus(409)
        return self.context.restrictedTraverse(f"@@{self.context.getLayout()}")()

    def _headers(self, wanted: str, form: str) -> None:
        title = translate(document(self.context, wanted).title, context=self.request)
        name = getUtility(IURLNormalizer).normalize(f"{title} {self.context.title}", max_length=80)
        response = self.request.response
        response.setHeader("Content-Type", TYPES[form])
        response.setHeader("Content-Disposition", f'attachment; filename="{name}.{form}"')
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
