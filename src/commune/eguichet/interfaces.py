"""Browser layer and markers of the module."""

from zope.interface import Interface

from commune.core.interfaces import ICoreLayer


class IEguichetLayer(ICoreLayer):
    """Browser layer of a site in which the module is installed."""


class IProcedureContent(Interface):
    """Marks procedures: the public sheet and its form, one object."""


class IRequestContent(Interface):
    """Marks requests: what a citizen sent, and its treatment."""


class IRequestFile(Interface):
    """Marks the files of a request: they stay out of what citizens search."""
