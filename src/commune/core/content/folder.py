"""Folders of dossiers: partitions that agents may enter and citizens never see."""

from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.i18n import _
from commune.core.interfaces import IDossierFolder

AGENTS = ("Agent", "Manager", "Site Administrator")


class IDossierFolderSchema(model.Schema):
    """A partition: only its name."""

    title = schema.TextLine(title=_("Name"))


@implementer(IDossierFolder, IDossierFolderSchema)
class DossierFolder(Container):
    """Holds the dossiers of a module, or one year of them."""

    _View_Permission = AGENTS
    _Access_contents_information_Permission = AGENTS
    _List_folder_contents_Permission = AGENTS
    _Add_portal_content_Permission = AGENTS
    _ordering = "unordered"
    exclude_from_nav = True
