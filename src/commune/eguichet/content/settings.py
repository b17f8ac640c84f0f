"""What the authority settles for its e-counter, kept in the registry."""

from typing import Any

from plone import api
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface

from commune.eguichet.i18n import _

PREFIX = "commune.eguichet"


class IEguichetSettings(Interface):
    """Registry records ``commune.eguichet.*``, written when the authority is deployed."""

    code = schema.TextLine(title=_("Code of the authority in references"), default="", required=False)
    folder = schema.TextLine(title=_("Folder of the procedures"), default="demarches")


def settings() -> Any:
    """The records; their defaults while they are not there."""
    return queryUtility(IRegistry).forInterface(IEguichetSettings, check=False, prefix=PREFIX)


def authority_code() -> str:
    """The code that begins every reference: the one settled, else three letters of the site's id."""
    return (settings().code or api.portal.get().getId()[:3]).upper()
