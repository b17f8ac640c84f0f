"""Settings of the module in a site, kept in the registry."""

from typing import Any

from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface

from commune.urbanism.i18n import _

PREFIX = "commune.urbanism"


class IUrbanismSettings(Interface):
    """Registry records ``commune.urbanism.*``, written when the authority is deployed."""

    numbering = schema.TextLine(title=_("Pattern of the references"), default="{acronym}/{year}/{seq}")
    unit = schema.TextLine(title=_("Code of the service in charge"), default="URB", required=False)
    divisions = schema.Dict(
        title=_("Cadastral divisions"),
        description=_("Names by their five digits; none: every division is accepted."),
        key_type=schema.TextLine(),
        value_type=schema.TextLine(),
        default={},
        required=False,
    )
    adviser_months = schema.Int(
        title=_("Months during which an adviser reads a dossier after its end"), default=12, min=0
    )


def settings() -> Any:
    """The settings of the site; the defaults of records that are not there."""
    return getUtility(IRegistry).forInterface(IUrbanismSettings, check=False, prefix=PREFIX)
