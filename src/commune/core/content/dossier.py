"""The case file that every module builds on."""

from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer, provider

from commune.core.i18n import _
from commune.core.interfaces import IDossier

READERS = (
    "Dossier Reader",
    "Dossier Contributor",
    "Dossier Editor",
    "Dossier Manager",
    "Manager",
    "Site Administrator",
)
CONTRIBUTORS = READERS[1:]
EDITORS = READERS[2:]
MANAGERS = READERS[3:]
NOBODY = ("Manager",)


@provider(IFormFieldProvider)
class IDossierFields(model.Schema):
    """What every dossier carries beside its own fields."""

    model.fieldset("handling", label=_("Handling"), fields=["responsible_unit", "assigned_to"])

    directives.mode(reference="display")
    reference = schema.TextLine(title=_("Reference"), required=False, readonly=True)
    responsible_unit = schema.Choice(title=_("Responsible service"), vocabulary="commune.core.units", required=False)
    assigned_to = schema.TextLine(title=_("Handled by"), required=False)


@implementer(IDossier)
class Dossier(Container):
    """A dossier keeps its state itself; its rights follow from state and functions, never from an owner.

    The permission maps below are the same for every dossier: only who holds the
    roles changes, and that is computed at each request (``workflow.local_roles``).
    """

    _View_Permission = READERS
    _Access_contents_information_Permission = READERS
    _Add_portal_content_Permission = CONTRIBUTORS
    _Modify_portal_content_Permission = EDITORS
    _Delete_objects_Permission = MANAGERS
    _List_folder_contents_Permission = EDITORS
    # What Plone would grant to an owner: giving rights away, other histories than the journal, another look.
    _Sharing_page__Delegate_roles_Permission = NOBODY
    _CMFEditions__Access_previous_versions_Permission = NOBODY
    _Modify_view_template_Permission = NOBODY
    _Manage_properties_Permission = NOBODY

    # Never typed: the types of a class are its __annotations__, the very name under which
    # zope.annotation keeps the notes of an instance; they would be kept on the class, and lost.
    reference = None
    state = ""
    version = 0
    responsible_unit = None
    assigned_to = None
    origin = None
    task_uids = ()

    # The catalog asks every object for these; without an answer here it would ask each folder above.
    start = end = location = sync_uid = in_reply_to = getRemoteUrl = getRawRelatedItems = None
    unit_code = mandate_body = annex_category = annex_flags = dossier_uid = None
