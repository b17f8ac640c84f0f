"""A file carried by a dossier, with its category and its confidentiality."""

import hashlib

from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import EDITORS, MANAGERS, NOBODY, READERS
from commune.core.i18n import _
from commune.core.interfaces import IConfidentialPart

CONFIDENTIAL_READERS = ("Confidential Reader", *EDITORS)


class IAnnex(model.Schema):
    """One document of a dossier (core 1.8)."""

    title = schema.TextLine(title=_("Title"), required=False)
    file = NamedBlobFile(title=_("File"))
    category = schema.TextLine(title=_("Category"), required=False)
    origin = schema.TextLine(title=_("Origin"), required=False, description=_("citizen, officer, generated, signed…"))
    confidential = schema.Bool(title=_("Confidential"), default=False, required=False)
    to_print = schema.Bool(title=_("To print"), default=False, required=False)
    to_sign = schema.Bool(title=_("To sign"), default=False, required=False)
    signed = schema.Bool(title=_("Signed"), default=False, required=False)
    to_approve = schema.Bool(title=_("To approve"), default=False, required=False)
    approved = schema.Bool(title=_("Approved"), default=False, required=False)
    publishable = schema.Bool(title=_("May be published"), default=False, required=False)


@implementer(IAnnex, IConfidentialPart)
class Annex(Item):
    """Read by the readers of its dossier, unless confidential."""

    confidential = False
    version = 1
    author = ""
    digest = ""
    document = ""
    exclude_from_nav = True
    # changed through ``workflow.annexes`` alone: who may, and what, depends on more than a role
    _Modify_portal_content_Permission = NOBODY
    _Delete_objects_Permission = MANAGERS

    @property
    def _View_Permission(self) -> tuple[str, ...]:
        return CONFIDENTIAL_READERS if self.confidential else READERS

    _Access_contents_information_Permission = _View_Permission

    @property
    def sha256(self) -> str:
        """Hash of the stored file, in hexadecimal; empty without a file."""
        return self.digest or (digest(self.file.data) if self.file else "")


def digest(data: bytes) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
