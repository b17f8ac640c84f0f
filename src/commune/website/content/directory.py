"""The directory of services: a page over the organisation of the core, which it does not copy."""

from plone.dexterity.content import Item
from plone.supermodel import model
from zope.interface import implementer


class IDirectory(model.Schema):
    """Only its title and introduction; the services are read where they are."""


@implementer(IDirectory)
class Directory(Item):
    """Its sub-addresses are the codes of services."""
