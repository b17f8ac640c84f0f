"""Browser layer and markers of the module."""

from commune.core.interfaces import ICoreLayer


class IEguichetLayer(ICoreLayer):
    """Browser layer of a site in which the module is installed."""
