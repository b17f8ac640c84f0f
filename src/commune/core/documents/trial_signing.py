"""Signatures for trials and demonstrations: sound in form, binding on nobody."""

from datetime import datetime
from typing import Any

from plone import api
from zope.interface import implementer

from commune.core.content.authority import authority
from commune.core.content.signing import own_signing_book, signing_book
from commune.core.documents import trial_certificates as trial
from commune.core.documents.pades import Seal, put_signature, seals
from commune.core.i18n import _
from commune.core.interfaces import ISignatureService


@implementer(ISignatureService)
class TrialSigning:
    """Signs in the name of anybody, with certificates that it makes itself; PAdES level B-LT."""

    title = _("Signatures for trials, which bind nobody")
    binding = False

    def sign(self, pdf: bytes, name: str, office: str, rank: int, at: datetime) -> bytes:
        root = self._root(at)
        signer, clock = trial.signer_for(root, name, at), trial.timestamper_for(root, at)
        context = trial.context_for(root, at)
        field = f"Signature{rank}"
        return put_signature(pdf, signer, clock, context, field, name=name, reason=office or "TEST")

    def seals(self, pdf: bytes) -> tuple[Seal, ...]:
        root = signing_book(api.portal.get()).trial_root
        return seals(pdf, [trial.root_certificate(root)] if root is not None else [])

    def _root(self, at: datetime) -> Any:
        book = own_signing_book(api.portal.get())
        if book.trial_root is None:
            book.trial_root = trial.new_root(authority().name or "commune", at)
        return book.trial_root


TRIAL = TrialSigning()
