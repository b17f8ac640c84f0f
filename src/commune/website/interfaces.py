"""Browser layer and markers of the module."""

from zope.interface import Interface

from commune.core.interfaces import ICoreLayer


class IWebsiteLayer(ICoreLayer):
    """Browser layer of a site in which the module is installed."""


class IHomeTexts(Interface):
    """The folder that holds the words of the home page; its links are the quick ways in."""
