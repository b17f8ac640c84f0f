"""Settings of the services for programs, kept in the registry."""

from typing import Any

from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface

from commune.core.i18n import _

PREFIX = "commune.core.services"


class IServiceSettings(Interface):
    """Registry records ``commune.core.services.*``."""

    calls_per_minute = schema.Int(
        title=_("Calls a minute"),
        description=_("For each token, account or address without an account, in each process; 0: no limit."),
        default=600,
        min=0,
        max=100000,
    )
    allowed_networks = schema.Tuple(
        title=_("Networks inside that may be called"),
        description=_("Such as 10.1.0.0/16; every other private address is refused."),
        value_type=schema.TextLine(),
        default=(),
        required=False,
    )


def service_settings() -> Any:
    """The settings of the site; the defaults while the records are not there, ``None`` without a site."""
    registry = queryUtility(IRegistry)
    return None if registry is None else registry.forInterface(IServiceSettings, check=False, prefix=PREFIX)
