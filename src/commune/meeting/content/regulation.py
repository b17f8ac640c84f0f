"""The register of regulations and orders, and one text of it."""

from types import MappingProxyType

from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.core.content.folder import AGENTS
from commune.core.content.moments import Moment
from commune.meeting.content.html_text import html_text
from commune.meeting.i18n import _

EVERYBODY = ("Anonymous",)


class IRegister(model.Schema):
    """What citizens read around the texts."""

    title = schema.TextLine(title=_("Title"))
    introduction = html_text(_("Introduction"))
    archived_notice = schema.Text(title=_("Warning on texts that are no longer in force"), required=False)
    contact = schema.TextLine(title=_("Contact"), description=_("An e-mail address."), required=False)


@implementer(IRegister)
class Register(Container):
    """Open to everybody; the texts in it are dossiers, of which its pages show those that are published.

    It enters the menu of the site with the first of them.
    """

    _View_Permission = EVERYBODY
    _Access_contents_information_Permission = EVERYBODY
    _List_folder_contents_Permission = AGENTS
    _Add_portal_content_Permission = ("Manager",)
    _ordering = "unordered"
    exclude_from_nav = True
    introduction = archived_notice = contact = None


class IRegulation(model.Schema):
    """A regulation, an ordinance or an order."""

    title = schema.TextLine(title=_("Title"))
    kind = schema.Choice(title=_("Kind of text"), vocabulary="commune.meeting.regulation_kinds")
    category = schema.TextLine(title=_("Category"), required=False)
    authority = schema.Choice(title=_("Adopted by"), vocabulary="commune.meeting.legislators")
    decided = schema.Date(title=_("Decided on"), required=False)
    effective = schema.Date(
        title=_("Takes effect on"),
        description=_("When the text itself says so; otherwise it binds from the fifth day after its publication."),
        required=False,
    )
    summary = schema.Text(title=_("Summary in plain words"), required=False)
    text = html_text(_("Text"))
    consultation = html_text(_("Where and when it can be consulted"))

    model.fieldset(
        "supervision",
        label=_("Supervisory authority"),
        fields=["tutelle_needed", "tutelle_approved", "tutelle_expired"],
    )
    tutelle_needed = schema.Bool(
        title=_("Must be approved by the supervisory authority"), default=False, required=False
    )
    tutelle_approved = schema.Date(title=_("Approved on"), required=False)
    tutelle_expired = schema.Date(title=_("End of the delay of the supervisory authority"), required=False)


@implementer(IRegulation)
class Regulation(Dossier):
    """Its number names it for ever. ``item``: the decided item it comes from; ``supersedes``: uid of the text before.

    ``planned``, ``published``, ``unpublished``: instants. ``seal``: of its publication, in the chain of the register.
    """

    _Delete_objects_Permission = ()
    planned = Moment()
    published = Moment()
    unpublished = Moment()
    kind = category = authority = summary = text = consultation = item = supersedes = None
    decided = effective = tutelle_approved = tutelle_expired = None
    tutelle_needed = False
    waived = MappingProxyType({})
    seal = ""
